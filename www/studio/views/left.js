/**
 * What is left to do, as one line that opens a list; each item leads to its field. Knows how
 * findings are shown.
 */
import { h } from 'preact';
import { wayTo } from '../check/findings.js';
import { keysOf } from '../data/pointers.js';
import * as desk from '../desk.js';
import { languageName, t } from '../texts/words.js';

/** The largest number of findings in the list. An author with more solves these first. */
const MOST = 100;

export function Left(/** @type {any} */ { report, document }) {
  const { findings, isDone, isOk, failure, checked } = report;
  if (failure) return h('p', { class: 'left failed' }, t.left.failed(failure));
  // The report is older than the last change, which may have caused errors.
  const isPending = isOk && checked !== document;
  if (!isDone || (isPending && findings.length === 0)) return h('p', { class: 'left' }, t.left.checking);
  if (findings.length === 0) return h('p', { class: 'left done' }, t.left.nothing);
  const count = (kind) => findings.filter((it) => it.kind === kind).length;
  // Shows only the first missing translation per language: the others are below it in the view of
  // translations.
  const missing = new Map();
  const listed = findings.filter(({ kind, at }) => {
    if (kind !== 'translate') return true;
    const [, lang] = keysOf(at);
    missing.set(lang, (missing.get(lang) ?? 0) + 1);
    return missing.get(lang) === 1;
  });
  return h(
    'details',
    { class: 'left' },
    h(
      'summary',
      null,
      isPending
        ? t.left.checking
        : t.left.summary(isOk, count('error'), count('todo'), count('advice'), count('translate')),
    ),
    h(
      'ul',
      { role: 'list' },
      listed
        .slice(0, MOST)
        .map((finding) => h(Item, { key: finding.code + finding.pointer, finding, document, missing })),
      listed.length > MOST && h('li', { key: 'more' }, t.left.more(listed.length - MOST)),
    ),
  );
}

/** Opens the list and moves the focus to it, if there is one. */
export function openLeft() {
  const list = /** @type {HTMLDetailsElement | null} */ (globalThis.document.querySelector('details.left'));
  if (!list) return;
  list.open = true;
  list.querySelector('summary')?.focus({ preventScroll: true });
  list.scrollIntoView({ block: 'nearest' });
}

/** A finding, or all missing translations into one language; `missing` is their number. */
function Item(/** @type {any} */ { finding, document, missing }) {
  const { name, message, remedy, lang } = t.told(finding);
  const [, into] = finding.kind === 'translate' ? keysOf(finding.at) : [];
  return h(
    'li',
    null,
    h('strong', { class: `severity ${finding.kind}` }, name),
    ' ',
    h(
      'button',
      { type: 'button', class: 'link', onClick: () => desk.page.go(wayTo(finding.at)) },
      h('span', null, into ? t.left.missing(missing.get(into), languageName(into)) : t.where(finding.at, document)),
    ),
    (finding.kind === 'error' || finding.kind === 'advice') && [' ', h('span', { lang }, message, ' ', remedy)],
  );
}
