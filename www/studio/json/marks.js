/**
 * Turns findings of `check` into marks in the editor: a sign in the gutter, an underline, and a
 * note under the mouse pointer. Knows findings and their positions; must not know their wording.
 */
import { setDiagnostics } from '@codemirror/lint';

/** The largest number of marks. In a text with more problems, only the first ones are useful. */
const MOST = 300;

/**
 * The start and end of a finding in `doc`, within one line: half a page underlined would say
 * nothing.
 */
export function rangeOf({ offset = 0, length = 0 }, doc) {
  const from = Math.min(offset, doc.length);
  return { from, to: Math.max(from, Math.min(from + length, doc.lineAt(from).to)) };
}

/** Marks `findings` in the editor and removes all earlier marks. */
export function mark(view, findings, words) {
  const { doc } = view.state;
  const diagnostics = findings.slice(0, MOST).map((finding) => ({
    ...rangeOf(finding, doc),
    severity: finding.severity === 'error' ? 'error' : 'info',
    message: sentences(finding, words).text,
    renderMessage: () => note(finding, words),
    actions: mendOf(finding, doc) ? [{ name: words.mend(finding.suggestion), apply: () => mend(view, finding) }] : [],
  }));
  view.dispatch(setDiagnostics(view.state, diagnostics));
}

/**
 * The change that repairs what was found: inserts the suggestion, if the finding has one and is
 * about a string. Undefined if there is no such change.
 */
export function mendOf(finding, doc) {
  const { from, to } = rangeOf(finding, doc);
  if (finding.suggestion === undefined || !/^".*"$/.test(doc.sliceString(from, to))) return undefined;
  // The author has put a number, true or false in quotes: the change removes the quotes.
  const isBare = finding.code === 'wrongType' && /^(true|false|-?\d[\d.]*)$/.test(finding.suggestion);
  return { from, to, insert: isBare ? finding.suggestion : JSON.stringify(finding.suggestion) };
}

/** Repairs what was found and moves the cursor there. */
export function mend(view, finding) {
  const changes = mendOf(finding, view.state.doc);
  if (!changes) return;
  const selection = { anchor: changes.from + changes.insert.length };
  view.dispatch({ changes, selection, userEvent: 'input.mend', scrollIntoView: true });
  view.focus();
}

/** The sentences of a finding, and their language if it is not the studio's. */
function sentences(finding, words) {
  const { message, remedy, lang } = words.told(finding);
  return { text: `${message} ${remedy}`, lang };
}

/** A finding as an author reads it: its name, then its message and remedy. */
export function note(finding, words) {
  const { severity } = finding;
  const name = document.createElement('strong');
  name.className = `severity ${severity}`;
  name.textContent = words.names[severity];
  const { text, lang } = sentences(finding, words);
  const told = document.createElement('span');
  if (lang) told.lang = lang;
  told.textContent = text;
  const whole = document.createElement('span');
  whole.append(name, ' ', told);
  return whole;
}
