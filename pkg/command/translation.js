/**
 * Checks a translation that has a file of its own. Knows how it stands in its questionnaire and which language it is;
 * what is wrong in it the core says.
 */
import path from 'node:path';
import { called, readText } from './files.js';
import { NotUsable } from './problems.js';
import { Wrong } from './wrong.js';

/** The end of a file's name as people write it for a language: nb in kitchen.nb.json. */
const IN_NAME = /[._-]([a-z]{2,3}(?:-[a-z\d]{2,8})*)\.json$/i;

/**
 * The report on `text`, the translation in the file `name`, of the questionnaire in the file `of`; its problems have
 * their places in `text`. `ask` is the core's `check`. Throws `NotUsable` where the questionnaire has errors itself.
 */
export async function checkTranslation(ask, { name, text, of, lang }, io) {
  const whole = await readText(of, io);
  const { translations, ...questionnaire } = usable(ask, whole, called(of));
  const tag = lang ?? addressed(translations, name) ?? IN_NAME.exec(name)?.[1];
  if (!tag) throw new Wrong(`The language of ${called(name)} is not known.`, 'Name it, as in --lang nb.');
  if (!isJson(text)) return ask(text);
  if (typeof JSON.parse(text) === 'string') return { ok: false, problems: [aText(text)], habits: null };
  // The core checks translations in their questionnaire, so that is where this one goes, as it is written.
  const key = JSON.stringify(tag);
  const before = `${JSON.stringify(questionnaire).slice(0, -1)},"translations":{${key}:`;
  const { problems, habits: _, ...report } = ask(`${before}${text}}}`);
  const around = `/translations/${tag.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  // What is to be said of the questionnaire alone is said when it is checked.
  const told = problems.filter((it) => it.severity === 'error' || isWithin(it.pointer, around));
  return { ...report, problems: told.map((it) => moved(it, around, before.length, text)), habits: null };
}

/** The questionnaire without its translations, if nothing is wrong in it. */
function usable(ask, text, name) {
  const failed = () => new NotUsable({ name, text }, ask(text).problems);
  if (!isJson(text)) throw failed();
  const whole = JSON.parse(text);
  if (typeof whole !== 'object' || whole === null || Array.isArray(whole)) throw failed();
  const { translations, ...questionnaire } = whole;
  const isError = ({ severity }) => severity === 'error';
  if (ask(JSON.stringify(questionnaire)).problems.some(isError)) throw failed();
  return { ...questionnaire, translations };
}

function isJson(text) {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** The language under which the questionnaire names this file. */
function addressed(translations, name) {
  const isThis = ([, address]) => typeof address === 'string' && address.split(/[?#]/)[0].split('/').at(-1) === file;
  const file = path.basename(name);
  return Object.entries(translations ?? {}).find(isThis)?.[0];
}

const isWithin = (pointer, around) => pointer === around || pointer.startsWith(`${around}/`);

/** A problem of the whole as one of the translation, which begins at `begin` and stands at `around`. */
function moved(problem, around, begin, text) {
  const { pointer, offset, length } = problem;
  const at = offset - begin;
  const place = at >= 0 && at < text.length ? { at, length } : { at: text.search(/\S/), length: 1 };
  return {
    ...problem,
    pointer: isWithin(pointer, around) ? pointer.slice(around.length) : '',
    ...position(text, place),
  };
}

/** Where `at` is in `text`, as editors count. */
function position(text, { at, length }) {
  const lines = text.slice(0, at).split(/\r\n?|\n/);
  return { line: lines.length, column: lines.at(-1).length + 1, offset: at, length };
}

const aText = (text) => ({
  severity: 'error',
  code: 'wrongType',
  pointer: '',
  message: 'This is a text. A translation is a map of texts.',
  remedy: 'Write it as in { "title": "…", "statements": { … } }.',
  ...position(text, { at: text.indexOf('"'), length: 1 }),
});
