/**
 * An author's questionnaire and its first screens, in a script that
 * `misconception-scorecard bundle` has made. This file knows the format in which
 * pkg/command/bundle.js puts them here, and nothing of what is in them.
 */

import { UNTRANSLATED } from '../data/untranslated.js';

/**
 * `{ firstFor, firstScreens, questionnaires }`; the last two are objects with a key per language.
 * The command replaces the string 'the bundle' by their JSON.
 */
const own = JSON.parse('the bundle');

/**
 * Objects that are part of this script, in the form that load.js expects of files: `[name, import]`
 * per language, with an empty name.
 */
const inside = (all) =>
  Object.fromEntries(Object.entries(all).map(([lang, it]) => [lang, ['', async () => ({ default: it })]]));

export const { firstFor } = own;
export const firstScreens = inside(own.firstScreens);
/** The questionnaires, if they are part of this script. */
export const questionnaires = () =>
  inside(
    Object.fromEntries(
      Object.entries(own.questionnaires).map(([lang, [it, left]]) => [lang, { ...it, [UNTRANSLATED]: left }]),
    ),
  );
/**
 * The questionnaires, if each has a file of its own; `own` then has the files' names. `load`
 * imports a file by its name.
 */
export const files = (load) =>
  Object.fromEntries(Object.entries(own.questionnaires).map(([lang, name]) => [lang, [name, () => load(name)]]));
