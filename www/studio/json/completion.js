/**
 * Offers the format's keys and words at the cursor, and says what a key means under the pointer. Joins the editor
 * to the schema; which keys there are, only the schema knows.
 */
import { startCompletion } from '@codemirror/autocomplete';
import { hoverTooltip } from '@codemirror/view';
import { placeAt } from './place.js';
import { describe, frameOf, keysIn, schemasAt, valuesIn } from './schema.js';

/** A source of completions; `schema()` is the schema, or undefined until it is there. */
export const completionsFrom = (schema) => (context) => {
  const top = schema();
  const place = top && placeAt(context.state.doc.toString(), context.pos);
  // Unasked only where something has been begun: in quotes.
  if (!place || (!context.explicit && !place.isQuoted)) return null;
  const options = place.kind === 'key' ? keyOptions(top, place) : valueOptions(top, place);
  if (options.length === 0) return null;
  const from = place.isQuoted ? Math.min(place.from + 1, context.pos) : place.from;
  return { from, to: context.pos, options, validFor: /^[\w$.-]*$/ };
};

/** The keys that the map at `place` may have and has not. */
function keyOptions(top, place) {
  const others = place.keys.filter((key) => key !== place.word);
  const free = keysIn(top, schemasAt(top, place.path)).filter(({ key }) => !others.includes(key));
  return free.map(({ key, description, isRequired, schemas }, index) => ({
    label: key,
    detail: isRequired ? 'needed' : undefined,
    info: description,
    // What is needed comes first, what is not for readers last.
    boost: (isRequired ? 50 : key.startsWith('$') ? -50 : 0) - index / 100,
    apply: (view) => applyKey(view, key, schemas),
  }));
}

/** Puts a key in place of what was begun, with the marks of its value, and the cursor between those. */
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

function valueOptions(top, place) {
  return valuesIn(schemasAt(top, place.path)).map(({ value, description }, index) => ({
    label: String(value),
    info: description,
    // In the order of the format, not of the alphabet.
    boost: -index,
    apply: (view) => applyValue(view, value),
  }));
}

/** Puts a value in place of what was begun, and the cursor after it. */
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

/** What a key means, when the pointer rests on it. */
export const meaningFrom = (schema) =>
  hoverTooltip((view, position) => {
    const top = schema();
    const place = top && placeAt(view.state.doc.toString(), position);
    if (place?.kind !== 'key' || !place.isQuoted) return null;
    const meaning = describe(schemasAt(top, [...place.path, place.word]));
    if (!meaning) return null;
    return {
      pos: place.from,
      end: place.to,
      create() {
        const dom = document.createElement('p');
        dom.className = 'meaning';
        dom.textContent = meaning;
        return { dom };
      },
    };
  });
