/**
 * The beginning of a questionnaire: whole enough to pass the check, and commented at each place. Knows the format; not
 * where it is written.
 */
import { LABELS, TEXTS } from './draft-texts.js';

/** The most misconceptions to begin with, and the most characters in a title or a name: more would be a slip. */
export const MOST_MISCONCEPTIONS = 100;
export const LONGEST_NAME = 300;

/** What describes the format to editors: by the format's version, for newer packages know format 1 better. */
const SCHEMA = 'https://cdn.jsdelivr.net/npm/misconception-scorecard/dist/questionnaire-1.schema.json';

/** The letters that are not letters with an accent. */
const LETTERS = { æ: 'ae', ø: 'o', å: 'a', œ: 'oe', ß: 'ss', ð: 'd', þ: 'th', ł: 'l', đ: 'd' };
/** The longest part of an id made from a text, in bytes: links and keys hold it encoded. */
const LONGEST = 40;
/** What chance makes ids of: no vowels, so there are no words, and nothing that looks like something else. */
const ALPHABET = 'bcdfghjkmnpqrstvwxz23456789';
/** How many of these: 27^6 is some 390 million. */
const TOKEN = 6;

/**
 * A document. `misconceptions` are names; where one is empty, and where there is no title, a placeholder stands.
 * `now` is a Date. `random` is asked for whole numbers from 0 that are less than what it is given.
 *
 * Every id ends in letters and digits made by chance, the same in all of one document. Answers and links know
 * questionnaires and statements by their ids alone: were these made of titles and numbers, answers to one questionnaire
 * would stand against another.
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

/** The first one has every comment, those after it only where to look. */
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

/** What of an id is made from a text, in any script; an empty text where there are no letters and digits. */
export function slug(text) {
  const bare = text
    .toLowerCase()
    .replace(/[æøåœßðþłđ]/g, (letter) => LETTERS[letter])
    .normalize('NFD')
    // Without its accents a Latin letter is one of the alphabet. Other scripts cannot be read without their marks.
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

/** In a page, too, which has no buffers. */
const size = (text) => new TextEncoder().encode(text).length;

/** As much of `word` as there is room for, by the characters that people see. */
function begin(word) {
  let id = '';
  for (const { segment } of new Intl.Segmenter().segment(word)) {
    if (size(id + segment) > LONGEST) break;
    id += segment;
  }
  return id;
}

/** `ids` with a number after those that were there before. */
function distinct(ids) {
  const taken = new Set();
  return ids.map((id) => {
    let own = id;
    for (let number = 2; taken.has(own); number++) own = `${id}-${number}`;
    taken.add(own);
    return own;
  });
}

/** `text` without what the format does not allow in it. */
const oneLine = (text) =>
  text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .toWellFormed();
