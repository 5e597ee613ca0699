/**
 * The view in which a scorecard is written: the outline and the open section. Knows which sections
 * there are.
 */
import { h } from 'preact';
import { useCallback, useState } from 'preact/hooks';
import { asList, asMap, asText, isBlank } from '../data/pointers.js';
import * as desk from '../desk.js';
import { t } from '../texts/words.js';
import { About, OnScorecard } from './about.js';
import { Answers } from './answers.js';
import { Misconception } from './misconception.js';
import { Button, Notes, memo } from './parts.js';

/** The sections that are not misconceptions. */
const SECTIONS = { about: About, answers: Answers, scorecard: OnScorecard };

export function Write(/** @type {any} */ { document, section, report }) {
  const { places } = report;
  const all = asList(document.misconceptions);
  const own = typeof section === 'number' ? Math.min(section, all.length - 1) : section;
  const open = own === -1 || (typeof own === 'string' && !(own in SECTIONS)) ? 'about' : own;
  return h(
    'div',
    { class: 'write' },
    h(Outline, { all, open, places, findings: report.findings, lang: document.lang }),
    h(
      'div',
      { class: 'sheet' },
      typeof open === 'number'
        ? h(Misconception, { key: asText(asMap(all[open]).id) || open, index: open, document, places })
        : h(SECTIONS[open], { document, places }),
      h(Next, { open, all }),
    ),
  );
}

const capital = (text) => text[0].toLocaleUpperCase() + text.slice(1);

/** All sections in their order. */
const order = (all) => ['about', ...all.keys(), 'answers', 'scorecard'];

function nameOf(section, all) {
  if (typeof section !== 'number') return t.sections[section];
  const { name } = asMap(all[section]);
  return isBlank(name) ? capital(t.misconception.numbered(section + 1)) : asText(name);
}

function Outline(/** @type {any} */ { all, open, places, findings, lang }) {
  const [isUnfolded, unfold] = useState(false);
  const fold = () => unfold(false);
  const go = useCallback((section) => {
    unfold(false);
    desk.page.go({ view: 'write', section });
  }, []);
  const counts = countsOf(findings);
  const item = (section, isOwn) =>
    h(Item, {
      key: section,
      section,
      name: nameOf(section, all),
      lang: isOwn ? lang : undefined,
      isOpen: section === open,
      count: counts.get(section) ?? NONE,
      go,
    });
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
      h(Adder, { added: fold }),
      h('ul', { role: 'list' }, item('answers'), item('scorecard')),
    ),
  );
}

/** The field for the name of the next misconception: Enter adds it. */
function Adder(/** @type {any} */ { added }) {
  const [text, write] = useState('');
  const add = (event) => {
    event.preventDefault();
    desk.addMisconception(text.trim());
    added();
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

/**
 * A section in the outline, with the number of its findings. Drawn again only if its name or that
 * number changes.
 */
const Item = memo(function Item({ section, name, lang, isOpen, count, go }) {
  const told = t.outline.marks(count.error, count.todo, count.advice);
  return h(
    'li',
    null,
    h(
      'button',
      { type: 'button', 'aria-current': isOpen ? 'true' : undefined, onClick: () => go(section) },
      h('span', { class: 'name', lang }, name),
      told && h('span', { class: `marks${count.error ? ' error' : ''}` }, told),
    ),
  );
});

const NONE = { error: 0, todo: 0, advice: 0 };
/** The number of findings per section, computed once for each array of findings. */
const counted = new WeakMap();
function countsOf(findings) {
  if (counted.has(findings)) return counted.get(findings);
  const counts = new Map();
  for (const { at, kind } of findings) {
    const section = at === '/misconceptions' ? undefined : desk.wayTo(at).section;
    const count = counts.get(section) ?? { ...NONE };
    count[kind] = (count[kind] ?? 0) + 1;
    counts.set(section, count);
  }
  counted.set(findings, counts);
  return counts;
}

/**
 * The button to the next section, at the end of this one, where the thumb on a phone already is.
 * After a misconception, there is also a button that adds another.
 */
function Next(/** @type {any} */ { open, all }) {
  const sections = order(all);
  const next = sections[sections.indexOf(open) + 1];
  if (next === undefined)
    return h('p', { class: 'next' }, h(Button, { label: t.toPublish, act: () => desk.page.go({ view: 'publish' }) }));
  return h(
    'p',
    { class: 'next' },
    typeof open === 'number' && h(Button, { label: t.outline.addAnother, act: () => desk.addMisconception() }),
    h(Button, { label: t.nextSection(nameOf(next, all)), act: () => desk.page.go({ view: 'write', section: next }) }),
  );
}
