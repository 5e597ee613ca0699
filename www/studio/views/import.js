/**
 * What was found in a file of another program, before it becomes a scorecard: what is taken, what is not, and of a table which column
 * is what. Knows how that is told; what was found, others have found out.
 */
import { h } from 'preact';
import { useState } from 'preact/hooks';
import * as desk from '../desk.js';
import { TARGETS, scorecardOfRows } from '../import/columns.js';
import { scorecardOf } from '../import/quiz.js';
import { language, languageOptions, t } from '../texts/words.js';
import { Button, Field, Select, Tick } from './parts.js';

/** So many rows are shown of what is taken, and of what is not. */
const MOST = 20;

export function Import({ found }) {
  const [title, setTitle] = useState(found.title ?? '');
  const [lang, setLang] = useState(language);
  const [columns, setColumns] = useState(found.guessed?.columns);
  const [hasHead, setHead] = useState(found.guessed?.hasHead);
  const wishes = { title, lang };
  const { document, left } =
    found.kind === 'table'
      ? scorecardOfRows(found.rows, { columns, hasHead }, wishes)
      : {
          document: scorecardOf(found.items, {
            ...wishes,
            points: found.items.some((it) => it.isTrue !== undefined) ? 2 : undefined,
          }),
          left: found.left,
        };
  const isUnsaid = found.kind === 'items' && found.items.some((it) => it.isTrue === undefined);
  const count = document.misconceptions.length;
  const name = (number) => found.rows[0]?.[number] ?? '';
  return h(
    'section',
    { class: 'import', 'aria-labelledby': 'import-title' },
    h('h2', { id: 'import-title', tabIndex: -1 }, t.import.title(t.import.from[found.from ?? 'table'], found.what)),
    h('p', { role: 'status' }, t.import.count(count, left.length)),
    isUnsaid && h('p', { class: 'help' }, t.import.unsaid),
    found.kind === 'table' &&
      h(
        'div',
        { class: 'columns-of' },
        h(Tick, { at: 'import-head', label: t.import.head, value: hasHead, choose: setHead }),
        columns.map((target, number) =>
          h(Select, {
            key: number,
            at: `import-${number}`,
            label: t.import.column(number + 1, name(number).slice(0, 40)),
            value: target,
            options: [['', t.import.targets.none], ...Object.keys(TARGETS).map((it) => [it, t.import.targets[it]])],
            choose: (it) =>
              setColumns(columns.map((other, index) => (index === number ? it : other === it ? '' : other))),
          }),
        ),
      ),
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
    h('h3', null, t.import.taken(count)),
    h(
      'ol',
      { class: 'found-list' },
      document.misconceptions
        .slice(0, MOST)
        .map((it, index) => h('li', { key: index, lang }, it.name || it.statements[0]?.text || t.untitled)),
    ),
    count > MOST && h('p', { class: 'help' }, t.left.more(count - MOST)),
    left.length > 0 && [
      h('h3', { key: 'title' }, t.import.left(left.length)),
      h(
        'ul',
        { key: 'list', class: 'found-list' },
        left.map(({ row, what, why }, index) => h('li', { key: index }, t.import.why(why, what, row))),
      ),
    ],
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
