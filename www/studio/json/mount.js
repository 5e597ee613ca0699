/**
 * The JSON with its problems: an editor, its marks and the list below it. Loaded when the tab is opened, for it is larger than
 * all the rest. Knows which elements it is given; the text is the studio's.
 */
import { createEditor } from './editor.js';
import { createProblems } from './problems.js';

/** How long to wait for the next key before checking, in milliseconds; longer where checking takes long. */
const MOMENT = 200;

/** `words` are those for problems; `check(text)` promises a report; `on.change(text)` and `on.save()` are called. */
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
    /** Takes a text that was changed elsewhere. */
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
