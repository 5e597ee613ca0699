/**
 * Checks a translation that has a file of its own. Knows which language it is and that its questionnaire must be sound; what
 * is wrong in it the core says.
 */
import path from 'node:path';
import { called, readText } from './files.js';
import { NotUsable } from './problems.js';
import { Wrong } from './wrong.js';

/** The end of a file's name as people write it for a language: nb in kitchen.nb.json. */
const IN_NAME = /[._-]([a-z]{2,3}(?:-[a-z\d]{2,8})*)\.json$/i;

/**
 * The report on `text`, the translation in the file `name`, of the questionnaire in the file `of`. `ask(text, more)` is the
 * core's `check`. Throws `NotUsable` where the questionnaire has errors itself.
 */
export async function checkTranslation(ask, { name, text, of, lang }, io) {
  const whole = await readText(of, io);
  const { translations, ...questionnaire } = Object(parsed(whole));
  // What is wrong in other translations does no harm to this one.
  const isAlone = translations !== undefined && ask(JSON.stringify(questionnaire)).ok;
  if (!isAlone) refuse(ask(whole), { name: called(of), text: whole });
  const tag = lang ?? addressed(translations, name) ?? IN_NAME.exec(name)?.[1];
  if (!tag) throw new Wrong(`The language of ${called(name)} is not known.`, 'Name it, as in --lang nb.');
  // In its questionnaire it would be an address.
  if (typeof parsed(text) === 'string') return { ok: false, problems: [aText(text)], habits: null };
  return ask(text, { translationOf: questionnaire, lang: tag });
}

function refuse({ ok, problems }, file) {
  if (!ok) throw new NotUsable(file, problems);
}

/** What is in a text, if it is JSON. */
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
    message: 'This is a text. A translation is a map of texts.',
    remedy: 'Write it as in { "title": "…", "statements": { … } }.',
    line: before.length,
    column: before.at(-1).length + 1,
    offset: text.indexOf('"'),
    length: 1,
  };
}
