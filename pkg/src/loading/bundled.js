/**
 * What a script has in it that `misconception-scorecard bundle` has made: an author's questionnaire and its first screens.
 * Knows how pkg/command/bundle.js puts that here.
 */

import { UNTRANSLATED } from '../data/untranslated.js';

/** `{ firstFor, firstScreens, questionnaires }`, the last two by language. The command writes another text in this place. */
const own = JSON.parse('the bundle');

/** Each as if it had been imported from a file. */
const inside = (all) =>
  Object.fromEntries(Object.entries(all).map(([lang, it]) => [lang, ['', async () => ({ default: it })]]));

export const { firstFor } = own;
export const firstScreens = inside(own.firstScreens);
/** Where they are in the script. */
export const questionnaires = () =>
  inside(
    Object.fromEntries(
      Object.entries(own.questionnaires).map(([lang, [it, left]]) => [lang, { ...it, [UNTRANSLATED]: left }]),
    ),
  );
/** Where each has a file, of which the name is here. `load` imports it. */
export const files = (load) =>
  Object.fromEntries(Object.entries(own.questionnaires).map(([lang, name]) => [lang, [name, () => load(name)]]));
