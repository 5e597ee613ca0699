/**
 * Shows what was found in a file from another program before the file becomes a scorecard: what is
 * taken, what is not, and what each column of a table means. Knows how to show this; the modules in
 * import/ read the file.
 */
import { h } from 'preact';
import { useState } from 'preact/hooks';
import * as desk from '../desk.js';
import { TARGETS, scorecardOfRows } from '../import/columns.js';
import { scorecardOf } from '../import/quiz.js';
import { language, languageOptions, t } from '../texts/words.js';
import { Button, Field, Select, Tick } from './parts.js';

/** The largest number of taken rows that are shown. */
const MOST = 20;

export function Import({ found }) {
  const [title, setTitle] = useState(found.title ?? '');
  const [lang, setLang] = useState(language);
  const [columns, setColumns] = useState(found.guessed?.columns);
  const [hasHead, setHead] = useState(found.guessed?.hasHead);
  const { document, left } = made(found, { columns, hasHead }, { title, lang });
  const isUnsaid = found.kind === 'items' && found.items.some((it) => it.isTrue === undefined);
  const count = document.misconceptions.length;
  return h(
    'section',
    { class: 'import', 'aria-labelledby': 'import-title' },
    h('h2', { id: 'import-title', tabIndex: -1 }, t.import.title(t.import.from[found.from ?? 'table'], found.what)),
    h('p', { role: 'status' }, t.import.count(count, left.length)),
    isUnsaid && h('p', { class: 'help' }, t.import.unsaid),
    found.kind === 'table' && h(Columns, { first: found.rows[0], columns, setColumns, hasHead, setHead }),
    h(
      'div',
      { class: 'beside' },
      h(Field, { at: 'import-titled', label: t.fields.title.label, value: title, lang, write: setTitle }),
      h(Select, {
        at: 'import-lang',
        label: t.fields.lang.label,
        value: lang,
        options: languageOptions(lang),
        choose: setLang,
      }),
    ),
    h(Found, { document, lang, left }),
    h(
      'p',
      { class: 'make' },
      h(Button, {
        kind: 'main',
        label: t.import.begin,
        disabled: count === 0,
        act: () => desk.page.takeImport(document),
      }),
      h(Button, { label: t.import.cancel, act: () => desk.page.takeImport(undefined) }),
    ),
  );
}

/** What importing would make of the file: `{ document, left }`. */
function made({ kind, rows, items, left }, how, wishes) {
  if (kind === 'table') return scorecardOfRows(rows, how, wishes);
  const points = items.some((it) => it.isTrue !== undefined) ? 2 : undefined;
  return { document: scorecardOf(items, { ...wishes, points }), left };
}

/** What each column means. Two columns cannot have the same meaning. */
function Columns(/** @type {any} */ { first, columns, setColumns, hasHead, setHead }) {
  const { targets } = t.import;
  const options = [['', targets.none], ...Object.keys(TARGETS).map((it) => [it, targets[it]])];
  const choose = (number) => (chosen) =>
    setColumns(columns.map((it, index) => (index === number ? chosen : it === chosen ? '' : it)));
  return h(
    'div',
    { class: 'columns-of' },
    h(Tick, { at: 'import-head', label: t.import.head, value: hasHead, choose: setHead }),
    columns.map((target, number) =>
      h(Select, {
        key: number,
        at: `import-${number}`,
        label: t.import.column(number + 1, (first?.[number] ?? '').slice(0, 40)),
        value: target,
        options,
        choose: choose(number),
      }),
    ),
  );
}

/** The first misconceptions that are taken, and everything that is not. */
function Found(/** @type {any} */ { document, lang, left }) {
  const all = document.misconceptions;
  return [
    h('h3', { key: 'taken' }, t.import.taken(all.length)),
    h(
      'ol',
      { key: 'list', class: 'found-list' },
      all
        .slice(0, MOST)
        .map((it, index) => h('li', { key: index, lang }, it.name || it.statements[0]?.text || t.untitled)),
    ),
    all.length > MOST && h('p', { key: 'more', class: 'help' }, t.import.more(all.length - MOST)),
    left.length > 0 && h('h3', { key: 'left' }, t.import.left(left.length)),
    left.length > 0 &&
      h(
        'ul',
        { key: 'left-list', class: 'found-list' },
        left.map(({ row, what, why }, index) => h('li', { key: index }, t.import.why(why, what, row))),
      ),
  ];
}
