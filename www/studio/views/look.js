/**
 * The options of the look: how the scorecard looks and works on the page. They become attributes
 * and styles of the tag. Knows these options; none of them changes the words of the questionnaire.
 */
import { h } from 'preact';
import { addressOf, isMail, widthOf } from '../data/tidy.js';
import * as desk from '../desk.js';
import { t } from '../texts/words.js';
import { contrast, hexOf } from '../see/contrast.js';
import { Button, Field, Group, Notes, Select } from './parts.js';

const CHOICES = ['layout', 'advance', 'feedback', 'order', 'theme'];
/** The hidden value of the colour picker until the author chooses a colour. */
const FIRST = '#0b5d5e';
/** The advice beside the field for the endpoint if its value is an e-mail address. */
const MAIL = [{ kind: 'advice', code: 'mail', pointer: 'endpoint' }];
/** The advice beside the field for the width if it has no width that browsers know. */
const WIDTH = [{ kind: 'advice', code: 'width', pointer: 'width' }];
/** The smallest contrast ratio between the accent and the page that the widget needs. */
const ENOUGH = 3;
const PAPERS = { light: '#ffffff', dark: '#161513' };

export function Look({ state }) {
  const look = state.look ?? {};
  return h(
    'div',
    { class: 'section' },
    h('div', { class: 'section-head' }, h('h2', { id: 'section-title', tabIndex: -1 }, t.look.title)),
    h('p', { class: 'help' }, t.look.help),
    h(Group, {
      at: 'look-way',
      title: t.look.way,
      children: CHOICES.map((name) =>
        h(Select, {
          key: name,
          at: `look-${name}`,
          ...t.look[name],
          value: look[name] ?? t.look[name].options[0][0],
          choose: (value) => desk.dress(name, value === t.look[name].options[0][0] ? undefined : value),
        }),
      ),
    }),
    h(Group, {
      at: 'look-colour',
      title: t.look.colour,
      children: [h(Accent, { key: 'accent', value: look.accent }), h(Told, { key: 'told', accent: look.accent })],
    }),
    h(Sending, { look }),
    h(Group, {
      at: 'look-type',
      title: t.look.type,
      children: ['font', 'width'].map((name) =>
        h(Field, {
          key: name,
          at: `look-${name}`,
          ...t.look[name],
          value: look[name] ?? '',
          isOptional: true,
          notes: name === 'width' && !isWidth(look.width) ? WIDTH : undefined,
          tidy: name === 'width' ? widthOf : (text) => text.trim(),
          write: (text, how) => desk.dress(name, text, how),
        }),
      ),
    }),
  );
}

/** Whether a text is empty or a width for browsers. A number alone gets its unit when its field is left. */
const isWidth = (text) => !text || CSS.supports('max-inline-size', widthOf(text));

/** The fields for sending answers: the endpoint and the encoding. */
function Sending({ look }) {
  return h(Group, {
    at: 'look-sending',
    title: t.look.sending,
    children: [
      h(Field, {
        key: 'endpoint',
        at: 'look-endpoint',
        ...t.look.endpoint,
        type: 'url',
        value: look.endpoint ?? '',
        isOptional: true,
        notes: isMail(look.endpoint ?? '') ? MAIL : undefined,
        tidy: addressOf,
        write: (text, how) => desk.dress('endpoint', text.trim(), how),
      }),
      look.endpoint &&
        h(Select, {
          key: 'encoding',
          at: 'look-encoding',
          ...t.look.encoding,
          value: look.encoding ?? 'json',
          choose: (value) => desk.dress('encoding', value === 'json' ? undefined : value),
        }),
    ],
  });
}

function Accent({ value }) {
  const { label, help, own, none } = t.look.accent;
  return h(
    'div',
    { class: 'field', 'data-at': 'look-accent' },
    h('div', { class: 'label' }, h('label', { for: 'atlook-accent' }, label)),
    h('p', { class: 'help', id: 'atlook-accent-help' }, help),
    h(
      'div',
      { class: 'together' },
      h('input', {
        type: 'color',
        class: value ? undefined : 'unset',
        'aria-label': own,
        value: hexOf(value) ?? FIRST,
        onInput: (event) => desk.dress('accent', event.currentTarget.value),
      }),
      h('input', {
        id: 'atlook-accent',
        value: value ?? '',
        autocomplete: 'off',
        placeholder: FIRST,
        'aria-describedby': 'atlook-accent-help',
        onInput: (event) => desk.dress('accent', event.currentTarget.value.trim()),
      }),
      value && h(Button, { kind: 'quiet', label: none, act: () => desk.dress('accent', undefined) }),
    ),
  );
}

/** The contrast of the accent with a light and a dark page. */
function Told({ accent }) {
  if (!accent) return null;
  const ratios = Object.entries(PAPERS).map(([name, paper]) => [name, contrast(accent, paper)]);
  if (ratios.some(([, ratio]) => ratio === undefined)) return h('p', { class: 'help' }, t.look.noColour);
  const faint = ratios.filter(([, ratio]) => Number(ratio) < ENOUGH).map(([name]) => name);
  return [
    h('p', { key: 'ratios', class: 'help' }, t.look.contrast(ratios)),
    faint.length > 0 &&
      h(Notes, {
        key: 'faint',
        at: 'look-accent',
        notes: [{ kind: 'advice', code: 'faint', pointer: 'accent', where: faint }],
      }),
  ];
}
