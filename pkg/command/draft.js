/**
 * The draft of a questionnaire: complete enough to pass the check, with comments everywhere. This
 * file knows the format, and not where the draft is written.
 */
import { LABELS, TEXTS } from './draft-texts.js';

/**
 * The largest number of misconceptions in a draft, and of characters in a title or name: more would
 * be a mistake.
 */
export const MOST_MISCONCEPTIONS = 100;
export const LONGEST_NAME = 300;

/**
 * The schema for editors. The URL has the format's version and not the package's, because newer
 * packages describe format 1 better.
 */
const SCHEMA = 'https://cdn.jsdelivr.net/npm/misconception-scorecard/dist/questionnaire-1.schema.json';

/** Letters that do not decompose into a base letter and an accent. */
const LETTERS = { æ: 'ae', ø: 'o', å: 'a', œ: 'oe', ß: 'ss', ð: 'd', þ: 'th', ł: 'l', đ: 'd' };
/**
 * The longest part of an id that is made from a text, in bytes of UTF-8; links and storage keys
 * contain it percent-encoded.
 */
const LONGEST = 40;
/**
 * The characters of random ids: no vowels, so that there are no words, and none that look like
 * others.
 */
const ALPHABET = 'bcdfghjkmnpqrstvwxz23456789';
/** How many of them: 27^6 is about 390 million. */
const TOKEN = 6;

/**
 * A draft. `misconceptions` are names; an empty name, and a missing title, are replaced by a
 * placeholder. `now` is a Date. `random(below)` returns a random integer in 0..below - 1.
 *
 * Every id ends in random characters, the same for all ids of one document. Answers and links know
 * questionnaires and statements only by their ids: if these were made only of titles and numbers,
 * answers to one questionnaire could be taken for answers to another.
 *
 * @param {{ lang: string, title?: string, misconceptions: string[], points: number, certainty: boolean, id?: string,
 *   now: Date, random: (below: number) => number }} wishes
 */
export function draft({ lang, title, misconceptions, points, certainty, id, now, random }) {
  const texts = TEXTS[lang];
  const token = Array.from({ length: TOKEN }, () => ALPHABET[random(ALPHABET.length)]).join('');
  const names = (misconceptions.length > 0 ? misconceptions : ['']).map(oneLine);
  const ids = distinct(names.map((name, index) => slug(name) || `m${index + 1}`)).map((it) => `${it}-${token}`);
  const month = now.toISOString().slice(0, 7);
  return {
    $schema: SCHEMA,
    $comment: texts.comments.top,
    format: '1.0',
    id: id ?? `${slug(title ?? '') || 'questionnaire'}-${token}`,
    version: '1',
    lang,
    title: oneLine(title ?? '') || texts.title,
    intro: texts.intro,
    scale: scale(points, lang),
    ...(certainty && { certainty: { $comment: texts.comments.certainty, levels: 4 } }),
    misconceptions: names.map((name, index) =>
      misconception({ name, id: ids[index], number: index + 1, month }, texts),
    ),
  };
}

function scale(points, lang) {
  const { comments } = TEXTS[lang];
  const labels = LABELS[lang][points];
  const comment = points === 2 ? comments.trueFalse : labels ? comments.labels : comments.scale;
  return { $comment: comment, points, ...(labels && { labels }), dontKnow: true };
}

/** The first misconception has all comments; the others only refer to it. */
function misconception({ name, id, number, month }, { comments, ...texts }) {
  const isFirst = number === 1;
  const comment = (key) => (isFirst ? { $comment: comments[key] } : {});
  const year = Number(month.slice(0, 4));
  return {
    $comment: isFirst ? comments.misconception : comments.next,
    id,
    name: name || texts.name(number),
    statements: [
      { ...comment('myth'), id: `${id}-1`, text: texts.myth(number), key: 'myth' },
      { ...comment('fact'), id: `${id}-2`, text: texts.fact(number), key: 'fact' },
    ],
    refutation: { ...comment('refutation'), ...texts.refutation },
    evidence: {
      ...comment('evidence'),
      strength: 'practitioner',
      asOf: month,
      reviewBy: month.replace(year, year + 2),
    },
    sources: [{ ...comment('sources'), title: texts.source }],
  };
}

/**
 * The part of an id that is made from a text in any script; empty if the text has no letters or
 * digits.
 */
export function slug(text) {
  const bare = text
    .toLowerCase()
    .replace(/[æøåœßðþłđ]/g, (letter) => LETTERS[letter])
    .normalize('NFD')
    // Latin letters lose their accents. Other scripts cannot be read without their marks, so they
    // keep them.
    .replace(/(?<=\p{Script=Latin}\p{Mark}*)\p{Mark}/gu, '')
    .normalize('NFC');
  const words = bare.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  let id = begin(words[0] ?? '');
  for (const word of words.slice(1)) {
    if (size(`${id}-${word}`) > LONGEST) break;
    id += `-${word}`;
  }
  return id;
}

/** Bytes of UTF-8. Pages, which use this file too, have no `Buffer`. */
const size = (text) => new TextEncoder().encode(text).length;

/** The beginning of `word` that fits, without cutting a grapheme in two. */
function begin(word) {
  let id = '';
  for (const { segment } of new Intl.Segmenter().segment(word)) {
    if (size(id + segment) > LONGEST) break;
    id += segment;
  }
  return id;
}

/** `ids`, with a number after each that has occurred before. */
function distinct(ids) {
  const taken = new Set();
  return ids.map((id) => {
    let own = id;
    for (let number = 2; taken.has(own); number++) own = `${id}-${number}`;
    taken.add(own);
    return own;
  });
}

/** `text` on one line, without characters that the format does not allow. */
const oneLine = (text) =>
  text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .toWellFormed();
