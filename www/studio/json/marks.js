/**
 * From what `check` found to the marks in the editor: gutter, underline, the note under the pointer. Knows
 * findings and where they are; not how they are worded.
 */
import { setDiagnostics } from '@codemirror/lint';

/** So many marks are drawn; a text with more is better read from its first. */
const MOST = 300;

/** Where a finding begins and ends in `doc`; within one line, for half a page underlined says nothing. */
export function rangeOf({ offset = 0, length = 0 }, doc) {
  const from = Math.min(offset, doc.length);
  return { from, to: Math.max(from, Math.min(from + length, doc.lineAt(from).to)) };
}

/** Marks `findings` in the editor, instead of those before. */
export function mark(view, findings, words) {
  const { doc } = view.state;
  const diagnostics = findings.slice(0, MOST).map((finding) => ({
    ...rangeOf(finding, doc),
    severity: finding.severity === 'error' ? 'error' : 'info',
    message: `${finding.message} ${finding.remedy}`,
    renderMessage: () => note(finding, words),
    actions: mendOf(finding, doc) ? [{ name: words.mend(finding.suggestion), apply: () => mend(view, finding) }] : [],
  }));
  view.dispatch(setDiagnostics(view.state, diagnostics));
}

/** The change that mends a finding: what was probably meant, where something else stands in quotes. */
export function mendOf(finding, doc) {
  const { from, to } = rangeOf(finding, doc);
  if (finding.suggestion === undefined || !/^".*"$/.test(doc.sliceString(from, to))) return undefined;
  // Where a number, true or false was put in quotes, they go.
  const isBare = finding.code === 'wrongType' && /^(true|false|-?\d[\d.]*)$/.test(finding.suggestion);
  return { from, to, insert: isBare ? finding.suggestion : JSON.stringify(finding.suggestion) };
}

/** Mends a finding and goes there. */
export function mend(view, finding) {
  const changes = mendOf(finding, view.state.doc);
  if (!changes) return;
  const selection = { anchor: changes.from + changes.insert.length };
  view.dispatch({ changes, selection, userEvent: 'input.mend', scrollIntoView: true });
  view.focus();
}

/** A finding as it is read: its name in `words`, and as the check tells it, in English, what is wrong and what to do. */
export function note({ severity, message, remedy }, words) {
  const name = document.createElement('strong');
  name.className = `severity ${severity}`;
  name.textContent = words.names[severity];
  const text = document.createElement('span');
  text.lang = 'en';
  text.textContent = `${message} ${remedy}`;
  const whole = document.createElement('span');
  whole.append(name, ' ', text);
  return whole;
}
