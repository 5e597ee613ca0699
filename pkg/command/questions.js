/**
 * Asks in a terminal what a new questionnaire is to be. This file knows the order of the questions
 * and the allowed answers, and not what is made of them.
 */
import { createInterface } from 'node:readline';
import { LONGEST_NAME, MOST_MISCONCEPTIONS, slug } from './draft.js';
import { exists } from './files.js';
import { LANGUAGE, QUESTIONS } from './question-texts.js';
import { clean } from './text.js';

/**
 * What the author wants; undefined if they broke off. Asks for the file's name if it is not given
 * and the draft is not redirected. The questions are written to stderr, because the draft may go to
 * stdout.
 */
export async function ask({ isNamed, force }, io) {
  const terminal = createInterface({ input: io.stdin, output: io.stderr, terminal: true, historySize: 0 });
  // The iterator keeps lines that come before they are asked for, for example if several are pasted
  // at once.
  const lines = terminal[Symbol.asyncIterator]();
  try {
    const isFileAsked = !isNamed && io.stdout.isTTY === true;
    return await wishes(new Conversation(terminal, lines), { isFileAsked, force }, io);
  } catch (error) {
    if (!(error instanceof BrokenOff)) throw error;
    io.stderr.write('\n');
    return undefined;
  } finally {
    terminal.close();
  }
}

async function wishes(conversation, { isFileAsked, force }, io) {
  const lang = await conversation.choose(LANGUAGE, ['en', 'nb'], localeOf(io.env), QUESTIONS.en);
  const texts = QUESTIONS[lang];
  conversation.say(texts.begin);
  const title = await conversation.name(texts.title, texts);
  const count = await conversation.number(texts.count, [1, MOST_MISCONCEPTIONS], 3, texts);
  const misconceptions = [];
  while (misconceptions.length < count) {
    misconceptions.push(await conversation.name(texts.name(misconceptions.length + 1), texts));
  }
  const points = await conversation.choose(texts.points, ['2', '5'], '5', texts);
  const certainty = await conversation.choose(texts.certainty, [texts.yes, texts.no], texts.no, texts);
  const wished = { lang, title, misconceptions, points: Number(points), certainty: certainty === texts.yes };
  if (!isFileAsked) return wished;
  return { ...wished, file: await conversation.file(texts, `${slug(title) || 'questionnaire'}.json`, force, io) };
}

/** The language of the terminal, if it is one of ours, else English. */
const localeOf = ({ LC_ALL, LC_MESSAGES, LANG }) => (/^n[bno]/.test(LC_ALL || LC_MESSAGES || LANG || '') ? 'nb' : 'en');

/** The author ended the input with Ctrl+C or Ctrl+D. */
class BrokenOff extends Error {}

class Conversation {
  constructor(terminal, lines) {
    this.terminal = terminal;
    this.lines = lines;
  }

  say(text) {
    this.terminal.output.write(`${text}\n`);
  }

  /** Asks until `reads` returns an `answer` and not a `complaint`. */
  async until(question, reads) {
    for (let said = question; ; ) {
      this.terminal.setPrompt(`${said}: `);
      this.terminal.prompt();
      const { value, done } = await this.lines.next();
      if (done) throw new BrokenOff();
      const read = reads(value.trim());
      if (!('complaint' in read)) return read.answer;
      said = read.complaint;
    }
  }

  name(question, texts) {
    const isLong = { complaint: texts.long(LONGEST_NAME) };
    const isFit = (line) => line.length <= LONGEST_NAME;
    return this.until(`${question} [${texts.later}]`, (line) => (isFit(line) ? { answer: line } : isLong));
  }

  number(question, [least, most], usual, texts) {
    return this.until(`${question} [${usual}]`, (line) => {
      const number = line === '' ? usual : Number(line);
      const isFit = Number.isInteger(number) && number >= least && number <= most;
      return isFit ? { answer: number } : { complaint: texts.number(least, most) };
    });
  }

  /** Asks for one of `words`; its beginning is enough. */
  choose(question, words, usual, texts) {
    return this.until(`${question} [${usual}]`, (line) => {
      const answer = line === '' ? usual : words.find((word) => word.startsWith(line.toLowerCase()));
      return answer === undefined ? { complaint: texts.among(words) } : { answer };
    });
  }

  file(texts, usual, force, io) {
    return this.until(`${texts.file} [${usual}]`, (line) => {
      const name = line || usual;
      return !force && exists(name, io) ? { complaint: texts.isThere(clean(name)) } : { answer: name };
    });
  }
}
