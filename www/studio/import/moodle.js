/**
 * Reads Moodle's XML format. Knows its true/false questions; of all other questions, only their
 * type.
 */
import { plainText } from './quiz.js';

export const isMoodle = (text) => /^\s*(<\?xml[^>]*\?>)?\s*(<!--[^]*?-->\s*)*<quiz\b/.test(text);

/**
 * Returns `{ items, left }`: the true/false questions, and the type of every other one. `parse`
 * parses XML and returns a DOM document.
 */
export function readMoodle(text, parse = (xml) => new DOMParser().parseFromString(xml, 'text/xml')) {
  const quiz = parse(text);
  const items = [];
  const left = [];
  if (quiz.querySelector('parsererror')) return { items, left: [{ what: '', why: 'brokenXml' }] };
  for (const question of quiz.querySelectorAll('quiz > question')) {
    const type = question.getAttribute('type');
    if (type === 'category') continue;
    const words = (selector) => plainText(question.querySelector(selector)?.textContent);
    const statement = words('questiontext > text');
    if (type !== 'truefalse') {
      left.push({ what: (statement || words('name > text')).slice(0, 80), why: type });
      continue;
    }
    const right = [...question.querySelectorAll('answer')].find((it) => Number(it.getAttribute('fraction')) > 0);
    const isTrue = plainText(right?.querySelector(':scope > text')?.textContent).toLowerCase() === 'true';
    const wrong = [...question.querySelectorAll('answer')].find((it) => it !== right);
    const feedback = words('generalfeedback > text') || plainText(wrong?.querySelector('feedback > text')?.textContent);
    items.push({ text: statement, isTrue, feedback });
  }
  return { items, left };
}
