/**
 * The keys of an object that have no field of their own in the studio, and keys that the format
 * does not know. The fields are made from the schema alone, so new keys of the format appear
 * without a change here. Knows kinds of values; must not know any key by name, except ids and
 * versions.
 */
import { h } from 'preact';
import { asMap, asText } from '../data/pointers.js';
import { describe, keysIn, valuesIn } from '../json/schema.js';
import * as desk from '../desk.js';
import { t } from '../texts/words.js';
import { Button, Field, More, Notes, Select, Tick } from './parts.js';

/**
 * Keys that have no field: `$schema` is for editors, `$comment` is private, `format` never changes,
 * and `translations` has its own view.
 */
const HIDDEN = ['$schema', '$comment', 'format', 'translations'];

export function Other(/** @type {any} */ { at, value, known, places, isOpen = false }) {
  const offered = desk.page.keysAt(at).filter(({ key }) => !known.includes(key) && !HIDDEN.includes(key));
  const names = offered.map(({ key }) => key);
  // Before the schema is loaded, it is unknown which keys are strange.
  const all = desk.page.schema() ? Object.keys(asMap(value)) : [];
  const strange = all.filter((key) => ![...known, ...names, ...HIDDEN].includes(key));
  const notes = at.endsWith('}') ? undefined : places.get(at);
  const has = offered.some(({ key }) => places.get(`${at}/${key}`)) || strange.length > 0;
  const isShownHere = /\/\d+$/.test(at) && !/^\/misconceptions\/\d+$/.test(at);
  return [
    isShownHere && h(Notes, { key: 'notes', at, notes }),
    (offered.length > 0 || strange.length > 0) &&
      h(
        More,
        { key: 'more', title: t.other, isOpen: has || isOpen },
        offered.map(({ key, schemas }) =>
          h(OtherField, { key, at: `${at}/${key}`, name: key, schemas, value: asMap(value)[key], places }),
        ),
        strange.map((key) => h(Strange, { key, at, name: key, value: asMap(value)[key] })),
      ),
  ];
}

function OtherField(/** @type {any} */ { at, name, schemas, value, places }) {
  const { label = name, help } = t.fields[name] ?? {};
  const props = { at, label, help, notes: places.get(at), more: () => describe(schemas) };
  const types = schemas.flatMap((it) => it.type ?? []);
  const words = valuesIn(schemas);
  if (types.includes('boolean'))
    return h(Tick, { ...props, value: value === true, choose: (it) => desk.write(at, it || undefined) });
  if (words.length > 0) {
    const options = [['', t.unset], ...words.map((it) => [it.value, `${it.value}`])];
    return h(Select, { ...props, value, options, isOptional: true, choose: (it) => desk.write(at, it) });
  }
  if (types.includes('number') || types.includes('integer')) {
    return h(Field, {
      ...props,
      type: 'number',
      value: value ?? '',
      isOptional: true,
      write: (text) => desk.write(at, numberOf(text)),
    });
  }
  if (types.includes('string')) {
    const isNeeded = name === 'id' || name === 'version';
    return h(Field, {
      ...props,
      value: asText(value),
      isOptional: !isNeeded,
      write: (text) => desk.write(at, text, { isNeeded }),
    });
  }
  return null;
}

/** A text as a number. A text that is not a number stays a string, and the check reports it. */
export const numberOf = (text) => (text.trim() === '' || Number.isNaN(Number(text)) ? text : Number(text));

/** A key that the format does not know. The author can remove it here or correct it in the JSON. */
function Strange(/** @type {any} */ { at, name, value }) {
  return h(
    'p',
    { class: 'strange' },
    t.strange(name, JSON.stringify(value)?.slice(0, 80) ?? ''),
    ' ',
    h(Button, {
      kind: 'quiet',
      label: t.remove,
      name: t.removeIt(name),
      act: () => desk.write(`${at}/${name}`, undefined),
    }),
  );
}

export { keysIn };
