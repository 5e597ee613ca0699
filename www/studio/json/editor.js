/**
 * The questionnaire's JSON in a text editor. Knows CodeMirror, its keys and its positions; must not
 * know what the text means. The editor has no history of its own, because the studio has one for
 * all views.
 */
import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, indentWithTab } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import { bracketMatching, indentOnInput } from '@codemirror/language';
import { lintGutter } from '@codemirror/lint';
import { search, searchKeymap } from '@codemirror/search';
import { EditorState, Transaction } from '@codemirror/state';
import { EditorView, highlightActiveLine, highlightActiveLineGutter } from '@codemirror/view';
import { keymap, lineNumbers, tooltips } from '@codemirror/view';
import { completionsFrom, meaningFrom } from './completion.js';
import { mark, mend, mendOf, rangeOf } from './marks.js';
import { theme } from './theme.js';
import { wrapping } from './wrapping.js';

/**
 * After Escape, Tab leaves the editor. This is how long an author has to press Tab, in
 * milliseconds.
 */
const PATIENCE = 60_000;

/** Lets Tab leave the editor after Escape. CodeMirror's own handler allows only two seconds. */
const wayOut = EditorView.domEventObservers({
  keyup(event, view) {
    if (event.key === 'Escape') view.setTabFocusMode(PATIENCE);
  },
});

/**
 * Makes an editor in `parent`, with its labels in `words`. `schema()` returns the schema, or
 * undefined. `on` has the callbacks `change()`, `save()`, `problems()`, and `step(by, position)`,
 * which goes to the next problem or, if `by` is -1, to the previous one.
 */
export function createEditor({ parent, schema, describedBy, words, on }) {
  const view = new EditorView({
    parent,
    extensions: [
      keysOf(on),
      attributesOf(words.editor, describedBy),
      EditorView.updateListener.of(({ docChanged, transactions }) => {
        if (docChanged && transactions.some((it) => it.annotation(Transaction.remote) !== true)) on.change();
      }),
      HELP,
      autocompletion({ override: [completionsFrom(schema, words)], icons: false }),
      meaningFrom(schema, words),
      tooltips({ position: 'fixed' }),
      wayOut,
      theme,
    ],
  });
  return {
    text: () => view.state.doc.toString(),
    mark: (findings) => mark(view, findings, words),
    canMend: (finding) => mendOf(finding, view.state.doc) !== undefined,
    mend: (finding) => mend(view, finding),
    focus: () => view.focus(),
    destroy: () => view.destroy(),
    /** Replaces the text by `text`, which was changed outside the editor. */
    take: (text) => replace(view, text),
    /**
     * Selects the text of a finding, scrolls it to the middle of the window, and moves the focus
     * there.
     */
    jump(finding) {
      const { from, to } = rangeOf(finding, view.state.doc);
      view.dispatch({
        selection: { anchor: from, head: to },
        effects: EditorView.scrollIntoView(from, { y: 'center' }),
      });
      view.focus();
    },
  };
}

/** The keyboard shortcuts of the editor, including those that go to the list of problems. */
function keysOf(on) {
  const key = (name, run) => ({ key: name, preventDefault: true, run: (view) => (run(view), true) });
  return [
    keymap.of([
      key('Mod-s', () => on.save()),
      key('Mod-Shift-m', () => on.problems()),
      key('F8', ({ state }) => on.step(1, state.selection.main.from)),
      key('Shift-F8', ({ state }) => on.step(-1, state.selection.main.from)),
    ]),
    keymap.of([...closeBracketsKeymap, ...completionKeymap, ...searchKeymap]),
    keymap.of([indentWithTab, ...defaultKeymap]),
  ];
}

const attributesOf = (label, describedBy) =>
  EditorView.contentAttributes.of({
    'aria-label': label,
    'aria-describedby': describedBy,
    // Accessibility checkers report a scrolling region that cannot take the focus, and do not
    // know that this one can be typed into.
    tabindex: '0',
  });

/** The extensions that help with writing JSON and have no texts of their own. */
const HELP = [
  json(),
  EditorState.tabSize.of(2),
  EditorView.lineWrapping,
  wrapping,
  lineNumbers(),
  lintGutter(),
  highlightActiveLine(),
  highlightActiveLineGutter(),
  bracketMatching(),
  closeBrackets(),
  indentOnInput(),
  search(),
];

/**
 * Replaces the text of a view by `text`: only the part that differs, so that the cursor stays where
 * it was.
 */
function replace(view, text) {
  const before = view.state.doc.toString();
  if (text === before) return;
  let from = 0;
  while (from < before.length && before[from] === text[from]) from++;
  let rest = 0;
  const most = Math.min(before.length, text.length) - from;
  while (rest < most && before.at(-1 - rest) === text.at(-1 - rest)) rest++;
  view.dispatch({
    changes: { from, to: before.length - rest, insert: text.slice(from, text.length - rest) },
    annotations: Transaction.remote.of(true),
  });
}
