/**
 * The JSON tab: an editor, its marks, and the list of problems below it. This module is loaded when
 * the tab is opened, because it is larger than the rest of the studio. Knows the elements of the
 * tab; the studio owns the text.
 */
import { createEditor } from './editor.js';
import { createProblems } from './problems.js';

/**
 * How long to wait for the next key press before checking, in milliseconds. It is longer if
 * checking takes long.
 */
const MOMENT = 200;

/**
 * Draws the tab in `elements`. `words` are the texts of problems; `check(text)` returns a promise
 * of a report; `on.change(text)` and `on.save()` are callbacks.
 */
export function mount({ elements, text, schema, words, check, on }) {
  let timer;
  let tookLong = 0;
  let isGone = false;
  const editor = createEditor({
    parent: elements.editor,
    describedBy: 'keys',
    schema,
    words,
    on: {
      change() {
        on.change(editor.text());
        later();
      },
      save: on.save,
      problems: () => problems.focus(),
      step: (...way) => problems.step(...way),
    },
  });
  const problems = createProblems({ list: elements.list, count: elements.count, live: elements.live, editor, words });
  editor.take(text);
  examine();

  function later() {
    clearTimeout(timer);
    timer = setTimeout(examine, Math.max(MOMENT, 3 * tookLong));
  }

  async function examine() {
    clearTimeout(timer);
    const start = performance.now();
    const asked = editor.text();
    try {
      const { problems: findings } = await check(asked);
      if (isGone || asked !== editor.text()) return;
      editor.mark(findings);
      problems.show(findings);
    } catch (error) {
      if (!isGone) problems.say(words.failed(error.message));
    }
    tookLong = performance.now() - start;
  }

  return {
    /** Replaces the text by one that was changed elsewhere. */
    take(next) {
      if (next === editor.text()) return;
      editor.take(next);
      later();
    },
    focus: () => editor.focus(),
    destroy() {
      isGone = true;
      clearTimeout(timer);
      editor.destroy();
    },
  };
}
