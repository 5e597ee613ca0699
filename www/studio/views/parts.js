/**
 * The parts of all views: a field with its help and its notes, a choice, a button. Knows how they
 * look and are read out; must not know what they contain.
 */
import { h } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { isBlank } from '../data/pointers.js';
import { language, loadCatalogue, t, translated } from '../texts/words.js';

/** Draws `component` again only if one of its properties has changed. */
export function memo(component) {
  /** @this {any} */
  function Memo(props) {
    this.shouldComponentUpdate = (next) =>
      Object.keys(next).length !== Object.keys(props).length ||
      Object.keys(next).some((key) => next[key] !== this.props[key]);
    return h(component, props);
  }
  return Memo;
}

const NONE = [];
/** Whether a finding is shown in words. A text that is only missing has a mark instead. */
const isTold = ({ kind }) => kind !== 'todo' && kind !== 'translate';
/** The id of the field at a pointer. Ids of its parts begin with it. */
export const idOf = (at) => `at${at}`;

/** A button. While it is `disabled`, pressing it calls `refuse()`, which may say why. */
export function Button(/** @type {any} */ { act, label, name, kind = '', disabled = false, refuse, ...more }) {
  const props = {
    type: 'button',
    class: kind,
    'aria-label': name,
    onClick: act,
    'aria-disabled': disabled || undefined,
  };
  const refused = (event) => {
    event.preventDefault();
    refuse?.();
  };
  return h('button', { ...props, ...more, ...(disabled && { onClick: refused }) }, label);
}

/** The findings at one place. */
export function Notes(/** @type {any} */ { at, notes = NONE }) {
  const shown = notes.filter(isTold);
  if (shown.length === 0) return null;
  return h(
    'ul',
    { class: 'notes', id: `${idOf(at)}-notes`, role: 'list' },
    shown.map((note) => {
      const { name, message, remedy, lang } = t.told(note);
      return h(
        'li',
        {
          class: `note ${note.kind}`,
          key: note.code + note.pointer + message,
          'data-code': note.code,
          'data-pointer': note.pointer,
        },
        h('strong', { class: `severity ${note.kind}` }, name),
        ' ',
        h('span', { lang }, message, ' ', remedy),
      );
    }),
  );
}

/** The label of a field, with a mark if the field is still empty, and a button for more help. */
function Label(/** @type {any} */ { at, label, help, notes, isOptional, more, isLegend, mark }) {
  const [isOpen, open] = useState(false);
  const isTodo = !notes.every(isTold);
  const { text, lang } = translated('keys', isOpen && more ? more() : undefined);
  // The format's word is “refutation”; the studio's fields say “correction”.
  const isEnglish = language === 'en';
  return [
    h(
      'div',
      { class: 'label' },
      isLegend ? h('span', { id: `${idOf(at)}-label` }, label) : h('label', { for: idOf(at) }, label),
      isOptional && h('span', { class: 'aside' }, t.optional),
      isTodo && h('span', { class: 'todo' }, t.todo),
      mark && h('span', { class: 'mark' }, mark),
      more &&
        h(
          'button',
          {
            type: 'button',
            class: 'why',
            'aria-expanded': isOpen,
            'aria-label': t.moreAbout(label),
            onClick: () => loadCatalogue('keys').then(() => open(!isOpen)),
          },
          '?',
        ),
    ),
    help && h('p', { class: 'help', id: `${idOf(at)}-help` }, help),
    text && h('p', { class: 'explained', lang }, isEnglish ? text.replaceAll('refutation', 'correction') : text),
  ];
}

const GROWS = typeof CSS !== 'undefined' && CSS.supports?.('field-sizing', 'content');
/**
 * About how many characters fit in a line. Used if the browser cannot fit a text box to its text.
 */
const LINE = 55;
const rowsOf = (text) =>
  String(text ?? '')
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / LINE)), 0);

/**
 * A field for a text. Calls `write(text)` at each change and, if `enter` is given, `enter()` when
 * Enter is pressed, instead of starting a new line. Calls `keys(event)` first for every key; `keys`
 * returns whether it has handled the key. When an author who has typed leaves the field,
 * `tidy(text)` returns the text in its proper form; if that differs, the change is a step of its
 * own in the history. The text `original`, in the language `from`, is shown above the field, and
 * `mark` beside the label.
 */
export const Field = memo(function Field(
  /** @type {any} */ { at, label, help, more, value, notes = NONE, write, enter, keys, tidy, ...look },
) {
  const hasTyped = useRef(false);
  const { isLong = false, isOptional = false, lang, type = 'text', placeholder, count, list } = look;
  const { original, from, mark } = look;
  const has = notes.some(isTold);
  const described = [original && `${idOf(at)}-original`, help && `${idOf(at)}-help`, has && `${idOf(at)}-notes`];
  return h(
    'div',
    { class: 'field', 'data-at': at },
    h(Label, { at, label, help, notes, isOptional, more, mark }),
    original && h('p', { class: 'original', lang: from, id: `${idOf(at)}-original` }, original),
    h(isLong ? 'textarea' : 'input', {
      id: idOf(at),
      ...(isLong ? { rows: GROWS ? 1 : rowsOf(value) } : { type }),
      value: value ?? '',
      lang,
      spellcheck: type === 'text',
      autocomplete: 'off',
      placeholder,
      list,
      'aria-describedby': described.filter(Boolean).join(' ') || undefined,
      'aria-invalid': notes.some(({ kind }) => kind === 'error') || undefined,
      onInput: (event) => {
        hasTyped.current = true;
        write(event.currentTarget.value);
      },
      onBlur: ({ currentTarget: { value: typed } }) => {
        const written = hasTyped.current && tidy ? tidy(typed) : typed;
        hasTyped.current = false;
        if (written !== typed) write(written, { group: `${at} tidy` });
      },
      onKeyDown: (event) => {
        if (event.isComposing) return;
        if (keys?.(event)) event.preventDefault();
        else if (enter && event.key === 'Enter' && !event.shiftKey && !event.ctrlKey && !event.metaKey) {
          event.preventDefault();
          enter();
        }
      },
    }),
    count && h('p', { class: 'count' }, count),
    h(Notes, { at, notes }),
  );
});

/** A choice of one of a few options, all visible. `options` are `[value, label, help]`. */
export const Choice = memo(function Choice(
  /** @type {any} */ { at, label, help, more, value, options, notes = NONE, choose, isRow = false },
) {
  const described = [help && `${idOf(at)}-help`, notes.length > 0 && `${idOf(at)}-notes`].filter(Boolean).join(' ');
  return h(
    'div',
    {
      class: `field choice${isRow ? ' row' : ''}`,
      role: 'radiogroup',
      'aria-labelledby': `${idOf(at)}-label`,
      'aria-describedby': described || undefined,
      'data-at': at,
    },
    h(Label, { at, label, help, notes, more, isLegend: true }),
    h(
      'div',
      { class: 'options' },
      options.map(([own, text, meaning], index) =>
        h(
          'label',
          { key: own, class: value === own ? 'chosen' : '' },
          h('input', {
            type: 'radio',
            name: idOf(at),
            id: value === own || (index === 0 && !options.some(([it]) => it === value)) ? idOf(at) : undefined,
            value: own,
            checked: value === own,
            onChange: () => choose(own),
          }),
          h('span', null, text, meaning && h('small', null, meaning)),
        ),
      ),
    ),
    h(Notes, { at, notes }),
  );
});

/** A choice of one of many options, in a list that opens. `options` are `[value, label]`. */
export const Select = memo(function Select(
  /** @type {any} */ { at, label, help, more, value, options, notes = NONE, choose, isOptional },
) {
  const described = [help && `${idOf(at)}-help`, notes.length > 0 && `${idOf(at)}-notes`].filter(Boolean).join(' ');
  return h(
    'div',
    { class: 'field', 'data-at': at },
    h(Label, { at, label, help, notes, more, isOptional }),
    h(
      'select',
      {
        id: idOf(at),
        autocomplete: 'off',
        value: String(value ?? ''),
        'aria-describedby': described || undefined,
        onChange: (event) => choose(event.currentTarget.value),
      },
      options.map(([own, text]) => h('option', { key: own, value: own, selected: String(value ?? '') === own }, text)),
    ),
    h(Notes, { at, notes }),
  );
});

/** A checkbox. */
export const Tick = memo(function Tick(/** @type {any} */ { at, label, help, value, notes = NONE, choose }) {
  return h(
    'div',
    { class: 'field tick', 'data-at': at },
    h(
      'label',
      null,
      h('input', {
        type: 'checkbox',
        id: idOf(at),
        checked: value,
        onChange: (event) => choose(event.currentTarget.checked),
      }),
      h('span', null, label, help && h('small', null, help)),
    ),
    h(Notes, { at, notes }),
  );
});

/** Elements that belong together, under a heading that can take the focus. */
export function Group(/** @type {any} */ { at, title, help, notes = NONE, level = 3, children = null, aside = null }) {
  return h(
    'section',
    { class: 'part', 'data-at': at, 'aria-labelledby': `${idOf(at)}-title` },
    h(
      'div',
      { class: 'heading' },
      h(`h${level}`, { id: `${idOf(at)}-title`, tabIndex: -1 }, title),
      notes.some(({ kind }) => kind === 'todo') && h('span', { class: 'todo' }, t.todo),
      aside,
    ),
    help && h('p', { class: 'help' }, help),
    h(Notes, { at, notes }),
    children,
  );
}

/**
 * A section that can be opened and closed. It is open from the start if `isOpen` is true.
 */
export function More(/** @type {any} */ { title, isOpen = false, children }) {
  const box = useRef(/** @type {any} */ (null));
  useEffect(() => {
    if (isOpen && box.current) box.current.open = true;
  }, [isOpen]);
  return h('details', { class: 'more', ref: box }, h('summary', null, title), children);
}

/** Whether at least one of these keys has a text. */
export const isAnyWritten = (map, keys) => keys.some((key) => !isBlank(map[key]));
