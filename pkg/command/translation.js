/**
 * Checks a translation in a file of its own. This file finds its language and makes sure that the
 * questionnaire is sound; the core decides what is wrong in the translation.
 */
import path from 'node:path';
import { called, readText } from './files.js';
import { NotUsable } from './problems.js';
import { Wrong } from './wrong.js';

/** The language in a file's name, such as nb in kitchen.nb.json. */
const IN_NAME = /[._-]([a-z]{2,3}(?:-[a-z\d]{2,8})*)\.json$/i;

/**
 * The report on `text`, the translation in the file `name`, of the questionnaire in the file `of`.
 * `ask(text, more)` is the core's `check`. Throws `NotUsable` if the questionnaire itself has
 * errors.
 */
export async function checkTranslation(ask, { name, text, of, lang }, io) {
  const whole = await readText(of, io);
  const { translations, ...questionnaire } = Object(parsed(whole));
  // Errors in other translations do not matter for this one.
  const isAlone = translations !== undefined && ask(JSON.stringify(questionnaire)).ok;
  if (!isAlone) refuse(ask(whole), { name: called(of), text: whole });
  const tag = lang ?? addressed(translations, name) ?? IN_NAME.exec(name)?.[1];
  if (!tag) throw new Wrong(`The language of ${called(name)} is unknown.`, 'Name the language, as in --lang nb.');
  // In the questionnaire a string would be the URL of a translation, but here it is not one.
  if (typeof parsed(text) === 'string') return { ok: false, problems: [aText(text)], habits: null };
  return ask(text, { translationOf: questionnaire, lang: tag });
}

function refuse({ ok, problems }, file) {
  if (!ok) throw new NotUsable(file, problems);
}

/** The parsed JSON; undefined if the text is not JSON. */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The language under which the questionnaire names this file. */
function addressed(translations, name) {
  const isThis = ([, address]) => typeof address === 'string' && address.split(/[?#]/)[0].split('/').at(-1) === file;
  const file = path.basename(name);
  return Object.entries(translations ?? {}).find(isThis)?.[0];
}

function aText(text) {
  const before = text.slice(0, text.indexOf('"')).split(/\r\n?|\n/);
  return {
    severity: 'error',
    code: 'wrongType',
    pointer: '',
    message: 'This is a string. A translation is an object with texts.',
    remedy: 'Write it as in { "title": "…", "statements": { … } }.',
    line: before.length,
    column: before.at(-1).length + 1,
    offset: text.indexOf('"'),
    length: 1,
  };
}
