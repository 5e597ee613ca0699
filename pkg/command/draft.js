/**
 * The beginning of a questionnaire: whole enough to pass the check, and commented at each place. Knows the format; not
 * where it is written.
 */
import { LABELS, TEXTS } from './draft-texts.js';

/** The most misconceptions to begin with, and the most characters in a title or a name: more would be a slip. */
export const MOST_MISCONCEPTIONS = 100;
export const LONGEST_NAME = 300;

/** The letters that are not letters with an accent. */
const LETTERS = { æ: 'ae', ø: 'o', å: 'a', œ: 'oe', ß: 'ss', ð: 'd', þ: 'th', ł: 'l', đ: 'd' };
/** The longest id made from a text. */
const LONGEST = 40;

/**
 * A document. `misconceptions` are names; where one is empty, and where there is no title, a placeholder stands.
 * `version` is the package's, `now` a Date.
 *
 * @param {{ lang: string, title?: string, misconceptions: string[], points: number, certainty: boolean, id?: string,
 *   version: string, now: Date }} wishes
 */
export function draft({ lang, title, misconceptions, points, certainty, id, version, now }) {
  const texts = TEXTS[lang];
  const names = (misconceptions.length > 0 ? misconceptions : ['']).map(oneLine);
  const ids = distinct(names.map((name, index) => slug(name) || `m${index + 1}`));
  const month = now.toISOString().slice(0, 7);
  return {
    $schema: `https://cdn.jsdelivr.net/npm/misconception-scorecard@${version}/dist/questionnaire.schema.json`,
    $comment: texts.comments.top,
    format: '1.0',
    id: id ?? (slug(title ?? '') || 'questionnaire'),
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

/** An id from a text in Latin letters, else an empty text. */
export function slug(text) {
  const bare = text
    .toLowerCase()
    .replace(/[æøåœßðþłđ]/g, (letter) => LETTERS[letter])
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '');
  // With other scripts left out, what remained would be a word or two without sense.
  if (/[^\p{Script=Latin}]/u.test(bare.replace(/\P{Letter}/gu, ''))) return '';
  const words = bare
    .replace(/[^a-z\d]+/g, ' ')
    .trim()
    .split(' ');
  const [first, ...others] = words;
  let id = first.slice(0, LONGEST);
  for (const word of others) {
    if (id.length + 1 + word.length > LONGEST) break;
    id += `-${word}`;
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
