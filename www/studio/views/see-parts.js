/**
 * What surrounds the preview: its choices, the way back to the fields, and the results of readers
 * who answer without reading. Knows how they look; see.js knows what they change.
 */
import { h } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { showHabits } from '../see/habits.js';
import { t } from '../texts/words.js';

/** A choice above the preview. */
export function Pick(/** @type {any} */ { name, label, value, options, choose }) {
  return h(
    'label',
    null,
    label,
    ' ',
    h(
      'select',
      { name, autocomplete: 'off', value, onChange: (event) => choose(event.currentTarget.value) },
      options.map(([own, text]) => h('option', { key: own, value: own, selected: own === value }, text)),
    ),
  );
}

/**
 * The texts that are visible at the moment, each as a button that leads to its field. `list()`
 * returns the fields; `go(field)` goes to one.
 */
export function Shown(/** @type {any} */ { list, go, document }) {
  const [fields, setFields] = useState(/** @type {any[]} */ ([]));
  const read = (event) => event.currentTarget.open && setFields(list());
  return h(
    'details',
    { class: 'more', id: 'shown-here', onToggle: read },
    h('summary', null, t.see.editShown),
    fields.length === 0
      ? h('p', { class: 'help' }, t.see.nothingShown)
      : h(
          'ul',
          { role: 'list' },
          fields.map((field) =>
            h(
              'li',
              { key: field.at },
              h(
                'button',
                { type: 'button', class: 'link', onClick: () => go(field) },
                t.where(field.pointer, document),
              ),
            ),
          ),
        ),
  );
}

/**
 * The results of readers who answer without reading, as the check has computed them. The section is
 * closed at first.
 */
export function Habits(/** @type {any} */ { habits, document }) {
  const box = useRef(/** @type {any} */ (null));
  useEffect(() => showHabits(box.current, habits, document, t.habits), [habits]);
  return h(
    'details',
    { class: 'more', id: 'without-reading' },
    h('summary', null, t.see.without),
    h('p', { class: 'help' }, t.see.withoutHelp),
    h('div', { id: 'habits', ref: box }),
  );
}
