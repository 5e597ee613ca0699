/**
 * Completes the format's keys and values at the cursor, and shows the meaning of the key under the
 * mouse pointer. Connects the editor with the schema; only the schema knows which keys exist.
 */
import { startCompletion } from '@codemirror/autocomplete';
import { hoverTooltip } from '@codemirror/view';
import { placeAt } from './place.js';
import { describe, frameOf, keysIn, schemasAt, valuesIn } from './schema.js';

/**
 * A source of completions for CodeMirror. `schema()` returns the schema, or undefined until it is
 * loaded. `words` has the word for a required key, and `explained(english)`, which returns the
 * description to show, as `{ text, lang }`.
 */
export const completionsFrom = (schema, words) => (context) => {
  const top = schema();
  const place = top && placeAt(context.state.doc.toString(), context.pos);
  // Unless the author asks for completions, they are offered only inside quotes.
  if (!place || (!context.explicit && !place.isQuoted)) return null;
  const options = place.kind === 'key' ? keyOptions(top, place, words) : valueOptions(top, place, words);
  if (options.length === 0) return null;
  const from = place.isQuoted ? Math.min(place.from + 1, context.pos) : place.from;
  return { from, to: context.pos, options, validFor: /^[\w$.-]*$/ };
};

/** The keys that the object at `place` may have and does not have yet. */
function keyOptions(top, place, words) {
  const others = place.keys.filter((key) => key !== place.word);
  const free = keysIn(top, schemasAt(top, place.path)).filter(({ key }) => !others.includes(key));
  return free.map(({ key, description, isRequired, schemas }, index) => ({
    label: key,
    detail: isRequired ? words.needed : undefined,
    info: infoOf(description, words),
    // Required keys come first; keys that readers never see come last.
    boost: (isRequired ? 50 : key.startsWith('$') ? -50 : 0) - index / 100,
    apply: (view) => applyKey(view, key, schemas),
  }));
}

/** A function that draws a description; CodeMirror calls it when the description is shown. */
const infoOf = (description, words) => description && (() => meaning(description, words));

function meaning(description, words) {
  const { text, lang } = words.explained(description);
  const shown = document.createElement('p');
  shown.className = 'meaning';
  if (lang) shown.lang = lang;
  shown.textContent = text;
  return shown;
}

/**
 * Replaces the unfinished word by a key and the brackets or quotes of its value, and puts the
 * cursor between those.
 */
function applyKey(view, key, schemas) {
  const place = placeAt(view.state.doc.toString(), view.state.selection.main.head);
  if (!place) return;
  const { from, to, isFollowed, needsComma } = place;
  const quoted = JSON.stringify(key);
  const [opening, closing] = isFollowed ? ['', ''] : frameOf(schemas);
  const start = isFollowed ? quoted : `${quoted}: ${opening}`;
  const insert = start + closing + (!isFollowed && needsComma ? ',' : '');
  view.dispatch({
    changes: { from, to, insert },
    selection: { anchor: from + start.length },
    userEvent: 'input.complete',
    scrollIntoView: true,
  });
  if (!isFollowed && valuesIn(schemas).length > 0) startCompletion(view);
}

function valueOptions(top, place, words) {
  return valuesIn(schemasAt(top, place.path)).map(({ value, description }, index) => ({
    label: String(value),
    info: infoOf(description, words),
    // Keeps the order of the format; CodeMirror would sort by the alphabet.
    boost: -index,
    apply: (view) => applyValue(view, value),
  }));
}

/** Replaces the unfinished word by a value, and puts the cursor after it. */
function applyValue(view, value) {
  const place = placeAt(view.state.doc.toString(), view.state.selection.main.head);
  if (!place) return;
  const insert = JSON.stringify(value);
  const { from, to } = place;
  view.dispatch({
    changes: { from, to, insert },
    selection: { anchor: from + insert.length },
    userEvent: 'input.complete',
  });
}

/** Shows what a key means when the mouse pointer rests on it. */
export const meaningFrom = (schema, words) =>
  hoverTooltip((view, position) => {
    const top = schema();
    const place = top && placeAt(view.state.doc.toString(), position);
    if (place?.kind !== 'key' || !place.isQuoted) return null;
    const description = describe(schemasAt(top, [...place.path, place.word]));
    if (!description) return null;
    return { pos: place.from, end: place.to, create: () => ({ dom: meaning(description, words) }) };
  });
