/**
 * Finds the required texts that are still empty and puts words in square brackets in their place,
 * so that an unfinished draft can be shown and checked. Knows which texts are required; the words
 * are those of the command `new`.
 */
import { TEXTS } from '../../../pkg/command/draft-texts.js';
import { asList, asMap, isBlank } from './pointers.js';

/** The words for gaps for which the command has none. */
const OTHER = { en: '[Still to be written]', nb: '[Skal skrives]' };

/** Arrays at the top of a questionnaire, with the texts that each of their items needs. */
const LISTS = { outcomes: { title: undefined }, suggestions: { text: undefined, answer: undefined } };

/**
 * `{ document, gaps }`: the document with its gaps filled, and the pointers of the gaps in the
 * order of the document.
 */
export function filled(document) {
  const gaps = [];
  const lang = /^n[bno](-|$)/.test(String(document.lang)) ? 'nb' : 'en';
  const words = TEXTS[lang];
  const text = (value, pointer, instead = OTHER[lang]) => {
    if (!isBlank(value)) return value;
    gaps.push(pointer);
    return instead;
  };
  /** Fills the texts under `keys` of an object. The check reports a value that is not an object. */
  const map = (value, pointer, keys) => {
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
    const made = Object.entries(keys).map(([key, instead]) => [key, text(value[key], `${pointer}/${key}`, instead)]);
    return { ...value, ...Object.fromEntries(made) };
  };
  const list = (value, pointer, each) =>
    Array.isArray(value) ? value.map((item, index) => each(item, `${pointer}/${index}`, index)) : value;

  const misconception = (value, pointer, index) => {
    const number = index + 1;
    const made = map(value, pointer, { name: words.name(number) });
    if (made === value) return value;
    if (Array.isArray(made.statements) && made.statements.length === 0) {
      gaps.push(`${pointer}/statements`);
      made.statements = [{ id: `${asMap(value).id}-gap`, text: words.myth(number), key: 'myth' }];
    } else {
      made.statements = list(made.statements, `${pointer}/statements`, (it, at) =>
        map(it, at, { text: asMap(it).key === 'fact' ? words.fact(number) : words.myth(number) }),
      );
    }
    const { fact, whyWrong } = words.refutation;
    made.refutation = map(made.refutation ?? {}, `${pointer}/refutation`, { fact, whyWrong });
    if (made.sources)
      made.sources = list(made.sources, `${pointer}/sources`, (it, at) => map(it, at, { title: words.source }));
    return made;
  };

  const made = { ...document, title: text(document.title, '/title', words.title) };
  for (const key of ['scale', 'certainty']) {
    const { labels } = asMap(document[key]);
    if (Array.isArray(labels)) {
      made[key] = {
        ...document[key],
        labels: list(labels, `/${key}/labels`, (it, at, index) => text(it, at, `[${index + 1}]`)),
      };
    }
  }
  if (Array.isArray(document.misconceptions) && document.misconceptions.length === 0) {
    gaps.push('/misconceptions');
    made.misconceptions = [misconception({ id: 'gap', statements: [], refutation: {} }, '/misconceptions/0', 0)];
    gaps.splice(gaps.indexOf('/misconceptions') + 1);
  } else made.misconceptions = list(document.misconceptions, '/misconceptions', misconception);
  for (const [key, needed] of Object.entries(LISTS)) {
    if (document[key]) made[key] = list(document[key], `/${key}`, (it, at) => map(it, at, needed));
  }
  for (const key of ['credits', 'share']) {
    if (document[key]) made[key] = map(document[key], `/${key}`, { text: undefined });
  }
  return { document: made, gaps };
}

/** How many statements a document has. */
export const countStatements = ({ misconceptions }) =>
  asList(misconceptions).reduce((sum, it) => sum + asList(asMap(it).statements).length, 0);
