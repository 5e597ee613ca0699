/**
 * The first screen: start a new scorecard, take an example, continue a draft, or open a file. Knows
 * which examples there are; must not know what is in a file.
 */
import { h } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { EXAMPLES, TEMPLATES } from '../data/templates.js';
import * as desk from '../desk.js';
import { language, languageOptions, t } from '../texts/words.js';
import { Button, Field, Select } from './parts.js';

export function Start() {
  return h(
    'div',
    { class: 'start' },
    h('div', { class: 'columns' }, h(New, null), h('div', null, h(Drafts, null), h(Open, null))),
    h(Examples, null),
  );
}

function New() {
  const [title, setTitle] = useState('');
  const [lang, setLang] = useState(language);
  const [name, setName] = useState('');
  const [kind, setKind] = useState('agree');
  const begin = (event) => {
    event?.preventDefault();
    desk.page.begin({ kind, title: title.trim(), lang, name: name.trim() });
  };
  return h(
    'section',
    { class: 'new', 'aria-labelledby': 'new-title' },
    h('h2', { id: 'new-title' }, t.start.new),
    h('p', { class: 'help' }, t.start.newHelp),
    h(
      'form',
      { onSubmit: begin },
      h(Field, { at: 'new-name', label: t.start.belief, help: t.start.beliefHelp, value: name, lang, write: setName }),
      h(Field, {
        at: 'new-titled',
        label: t.fields.title.label,
        help: t.start.titleHelp,
        value: title,
        lang,
        write: setTitle,
      }),
      h(
        'div',
        { class: 'beside' },
        h(Select, {
          at: 'new-lang',
          label: t.fields.lang.label,
          value: lang,
          options: languageOptions(lang),
          choose: setLang,
        }),
        h(Select, {
          at: 'new-kind',
          label: t.start.kind,
          value: kind,
          options: Object.keys(TEMPLATES).map((it) => [it, t.start.kinds[it]]),
          choose: setKind,
        }),
      ),
      h('p', null, h('button', { type: 'submit', class: 'main' }, t.start.begin)),
    ),
  );
}

function Drafts() {
  const [drafts, setDrafts] = useState(/** @type {any[] | undefined} */ (undefined));
  useEffect(() => {
    let isHere = true;
    const read = () => desk.page.keeper.list().then((it) => isHere && setDrafts(it));
    read();
    const stop = desk.page.keeper.onList(read);
    return () => {
      isHere = false;
      stop();
    };
  }, []);
  if (!drafts || drafts.length === 0) return null;
  return h(
    'section',
    { class: 'drafts', 'aria-labelledby': 'drafts-title' },
    h('h2', { id: 'drafts-title' }, t.start.drafts),
    h(
      'ul',
      { role: 'list' },
      drafts.map(({ id, title, changed }) =>
        h(
          'li',
          { key: id },
          h(
            'a',
            { href: `#draft=${id}`, onClick: (event) => (event.preventDefault(), desk.page.openDraft(id)) },
            title || t.untitled,
          ),
          h('span', { class: 'aside' }, t.start.changed(new Date(changed))),
          h(Button, {
            kind: 'quiet',
            label: t.remove,
            name: t.removeIt(title || t.untitled),
            act: () => desk.page.removeDraft(id, title || t.untitled),
          }),
        ),
      ),
    ),
    h('p', null, h(Button, { kind: 'quiet', label: t.start.saveAll, act: () => desk.page.saveAll() })),
  );
}

function Open() {
  const [text, setText] = useState('');
  return h(
    'section',
    { class: 'open', 'aria-labelledby': 'open-title' },
    h('h2', { id: 'open-title' }, t.start.open),
    h('p', { class: 'help' }, t.start.openHelp),
    h('p', null, h(OpenFile, null)),
    h(
      'details',
      { class: 'more' },
      h('summary', null, t.start.paste),
      h(Field, { at: 'pasted', label: t.start.pasted, value: text, write: setText, isLong: true }),
      h('p', null, h(Button, { label: t.start.take, act: () => desk.page.take(text, t.start.what) })),
    ),
  );
}

/** The button that opens a file. */
export function OpenFile() {
  return h(
    'label',
    { class: 'button' },
    t.start.file,
    h('input', {
      type: 'file',
      name: 'file',
      accept: '.json,application/json,.csv,.txt,.xml,.js,.zip,.docx,text/*',
      onChange: ({ currentTarget }) => {
        if (currentTarget.files[0]) desk.page.takeFile(currentTarget.files[0]);
        // Without this, the same file could not be opened a second time.
        currentTarget.value = '';
      },
    }),
  );
}

function Examples() {
  return h(
    'section',
    { class: 'examples', 'aria-labelledby': 'examples-title' },
    h('h2', { id: 'examples-title' }, t.start.examples),
    h('p', { class: 'help' }, t.start.examplesHelp),
    h(
      'ul',
      { class: 'tiles', role: 'list' },
      EXAMPLES.map(({ path, name, lang, about }) =>
        h(
          'li',
          { key: path },
          h(
            'button',
            { type: 'button', lang, 'data-example': path, onClick: () => desk.page.openExample(path, name) },
            name,
          ),
          h('p', null, t.start.about[about]),
        ),
      ),
    ),
  );
}
