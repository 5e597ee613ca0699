/**
 * The view in which a scorecard is written: the outline, and the section that is open. Knows which sections there are.
 */
import { h } from 'preact';
import { useState } from 'preact/hooks';
import { asList, asMap, asText, isBlank } from '../data/pointers.js';
import * as desk from '../desk.js';
import { t } from '../texts/words.js';
import { About, Answers, OnScorecard } from './about.js';
import { Misconception } from './misconception.js';
import { Button, Notes } from './parts.js';

export function Write(/** @type {any} */ { document, section, report }) {
  const { places } = report;
  const all = asList(document.misconceptions);
  const own = typeof section === 'number' ? Math.min(section, all.length - 1) : section;
  const open = own === -1 ? 'about' : own;
  return h(
    'div',
    { class: 'write' },
    h(Outline, { all, open, places, findings: report.findings, lang: document.lang }),
    h(
      'div',
      { class: 'sheet' },
      typeof open === 'number'
        ? h(Misconception, { key: asText(asMap(all[open]).id) || open, index: open, document, places })
        : h({ about: About, answers: Answers, scorecard: OnScorecard }[open] ?? About, { document, places }),
      h(Next, { open, all }),
    ),
  );
}

/** All sections in their order. */
const order = (all) => ['about', ...all.keys(), 'answers', 'scorecard'];

function nameOf(section, all) {
  if (typeof section !== 'number') return t.sections[section];
  const { name } = asMap(all[section]);
  return isBlank(name) ? t.misconception.numbered(section + 1) : asText(name);
}

function Outline(/** @type {any} */ { all, open, places, findings, lang }) {
  const [isUnfolded, unfold] = useState(false);
  const go = (section) => {
    unfold(false);
    desk.page.go({ view: 'write', section });
  };
  const item = (section, isOwn) =>
    h(
      'li',
      { key: section },
      h(
        'button',
        { type: 'button', 'aria-current': section === open ? 'true' : undefined, onClick: () => go(section) },
        h('span', { class: 'name', lang: isOwn ? lang : undefined }, nameOf(section, all)),
        h(Marks, { findings, section }),
      ),
    );
  return h(
    'nav',
    { class: `outline${isUnfolded ? ' unfolded' : ''}`, 'aria-label': t.outline.title },
    h(
      'button',
      { type: 'button', class: 'fold', 'aria-expanded': isUnfolded, onClick: () => unfold(!isUnfolded) },
      t.outline.at(nameOf(open, all)),
    ),
    h(
      'div',
      { class: 'folded' },
      h('ul', { role: 'list' }, item('about')),
      h('h2', { class: 'small', id: 'at/misconceptions-title', tabIndex: -1 }, t.outline.misconceptions(all.length)),
      h(Notes, { at: '/misconceptions', notes: places.get('/misconceptions') }),
      h(
        'ol',
        { role: 'list', 'data-at': '/misconceptions' },
        [...all.keys()].map((index) => item(index, true)),
      ),
      h(Adder, null),
      h('ul', { role: 'list' }, item('answers'), item('scorecard')),
    ),
  );
}

/** Where the next misconception is written: Enter, and it is there. */
function Adder() {
  const [text, write] = useState('');
  const add = (event) => {
    event.preventDefault();
    desk.addMisconception(text.trim());
    write('');
  };
  return h(
    'form',
    { class: 'adder', onSubmit: add },
    h('label', { for: 'adder' }, t.outline.another),
    h(
      'div',
      { class: 'together' },
      h('input', {
        id: 'adder',
        value: text,
        autocomplete: 'off',
        onInput: (event) => write(event.currentTarget.value),
      }),
      h('button', { type: 'submit' }, t.add),
    ),
  );
}

/** How much there is to do in a section, in few words. */
function Marks(/** @type {any} */ { findings, section }) {
  const own = findings.filter(({ at }) => sectionOf(at) === section);
  const count = (kind) => own.filter((it) => it.kind === kind).length;
  const told = t.outline.marks(count('error'), count('todo'), count('advice'));
  return told ? h('span', { class: `marks${count('error') ? ' error' : ''}` }, told) : null;
}

const sectionOf = (at) => (at === '/misconceptions' ? undefined : desk.wayTo(at).section);

/** The way to the next section, where a hand on a phone already is. */
function Next(/** @type {any} */ { open, all }) {
  const sections = order(all);
  const next = sections[sections.indexOf(open) + 1];
  if (next === undefined)
    return h('p', { class: 'next' }, h(Button, { label: t.toPublish, act: () => desk.page.go({ view: 'publish' }) }));
  return h(
    'p',
    { class: 'next' },
    h(Button, { label: t.nextSection(nameOf(next, all)), act: () => desk.page.go({ view: 'write', section: next }) }),
  );
}
