/**
 * Reads Moodle's GIFT format. Knows its true/false questions; of all other questions, only their
 * names.
 */
import { plainText } from './quiz.js';

const ESCAPED = /\\([~=#{}:\\n])/g;

/** Whether a text looks like GIFT: a true/false question has its answer in braces. */
export const isGift = (text) => /\{\s*(T|F|TRUE|FALSE)\b[^{}]*\}/i.test(text) && !/^\s*[{[]/.test(text);

/** Returns `{ items, left }`: the true/false questions, and a description of every other one. */
export function readGift(text) {
  const items = [];
  const left = [];
  const blocks = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .filter((line) => !/^\s*\/\//.test(line) && !/^\s*\$CATEGORY:/i.test(line))
    .join('\n')
    .split(/\n\s*\n/);
  for (const block of blocks.map((it) => it.trim()).filter(Boolean)) {
    const [, , head, answer, tail] =
      /^(::(?:\\.|[^:\\]|:(?!:))*::)?((?:\\.|[^{\\])*)\{((?:\\.|[^}\\])*)\}([^]*)$/.exec(block) ?? [];
    const shown = (head ?? block).replace(/^\s*\[\w+\]/, '').trim();
    if (answer === undefined) {
      left.push({ what: clean(block).slice(0, 80), why: 'noAnswer' });
      continue;
    }
    const [, word, rest = ''] = /^\s*(T|F|TRUE|FALSE)\s*(#[^]*)?$/i.exec(answer) ?? [];
    if (!word) {
      left.push({ what: clean(shown).slice(0, 80), why: kindOf(answer) });
      continue;
    }
    const [feedback, general] = rest.split('####');
    const told = feedback.split(/(?<!\\)#/).filter(Boolean);
    items.push({
      text: clean(`${shown} ${tail.trim()}`),
      isTrue: /^t/i.test(word),
      feedback: clean(general ?? '') || clean(told[0] ?? ''),
    });
  }
  return { items, left };
}

const clean = (text) => plainText(text.replace(ESCAPED, (_, sign) => (sign === 'n' ? '\n' : sign)));

function kindOf(answer) {
  if (answer.trim() === '') return 'essay';
  if (/^\s*#/.test(answer)) return 'numerical';
  if (answer.includes('->')) return 'matching';
  return answer.includes('~') ? 'choice' : 'shortAnswer';
}
