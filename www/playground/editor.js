/**
 * The text of the questionnaire in an editor. Knows CodeMirror: history, keys, places; what the text means, others
 * know.
 */
import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab, isolateHistory, undo } from '@codemirror/commands';
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

/** After Escape, Tab leaves the editor; whoever needs time to find the key has it, in milliseconds. */
const PATIENCE = 60_000;

/** The reader's way out. CodeMirror's own gives two seconds. */
const wayOut = EditorView.domEventObservers({
  keyup(event, view) {
    if (event.key === 'Escape') view.setTabFocusMode(PATIENCE);
  },
});

/**
 * An editor in `parent`. `schema()` gives the schema, or undefined. `on` is told what happens: `change()`, and keys for
 * `save()`, `problems()`, and `step(by, position)` to the next problem or, with -1, to the one before.
 */
export function createEditor({ parent, schema, describedBy, on }) {
  const key = (name, run) => ({ key: name, preventDefault: true, run: (view) => (run(view), true) });
  const view = new EditorView({
    parent,
    extensions: [
      keymap.of([
        key('Mod-s', () => on.save()),
        key('Mod-Shift-m', () => on.problems()),
        key('F8', ({ state }) => on.step(1, state.selection.main.from)),
        key('Shift-F8', ({ state }) => on.step(-1, state.selection.main.from)),
      ]),
      keymap.of([...closeBracketsKeymap, ...completionKeymap, ...searchKeymap, ...historyKeymap]),
      keymap.of([indentWithTab, ...defaultKeymap]),
      history(),
      json(),
      EditorState.tabSize.of(2),
      EditorView.lineWrapping,
      wrapping,
      EditorView.contentAttributes.of({
        'aria-label': 'Questionnaire as JSON',
        'aria-describedby': describedBy,
        // Who looks for what scrolls and cannot be reached does not know that one may type here.
        tabindex: '0',
      }),
      EditorView.updateListener.of(({ docChanged, transactions }) => {
        if (docChanged && transactions.some((it) => it.annotation(Transaction.addToHistory) !== false)) on.change();
      }),
      lineNumbers(),
      lintGutter(),
      highlightActiveLine(),
      highlightActiveLineGutter(),
      bracketMatching(),
      closeBrackets(),
      indentOnInput(),
      search(),
      autocompletion({ override: [completionsFrom(schema)], icons: false }),
      meaningFrom(schema),
      tooltips({ position: 'fixed' }),
      wayOut,
      theme,
    ],
  });
  return {
    text: () => view.state.doc.toString(),
    mark: (findings) => mark(view, findings),
    canMend: (finding) => mendOf(finding, view.state.doc) !== undefined,
    mend: (finding) => mend(view, finding),
    focus: () => view.focus(),
    undo: () => undo(view),
    /** Puts in the text to begin with, which is no change of the author's. */
    begin(text) {
      view.dispatch({
        changes: { from: 0, to: view.state.doc.length, insert: text },
        annotations: Transaction.addToHistory.of(false),
      });
    },
    /** Puts `text` in place of all there is, as one step of the history. */
    replace(text) {
      view.dispatch({
        changes: { from: 0, to: view.state.doc.length, insert: text },
        selection: { anchor: 0 },
        annotations: isolateHistory.of('full'),
        userEvent: 'input.replace',
      });
      view.scrollDOM.scrollTop = 0;
    },
    /** Selects what a finding is about, in the middle of the window, and takes the focus there. */
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
