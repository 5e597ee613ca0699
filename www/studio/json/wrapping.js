/**
 * Indents the continuation of long lines like their beginning, so that the structure of the JSON
 * stays visible. Knows only the spaces at the beginning of lines.
 */
import { Decoration, ViewPlugin } from '@codemirror/view';

/**
 * The largest indentation of continued lines, in characters. More would leave no room for words on
 * a phone.
 */
const DEEPEST = 12;

class Wrapping {
  constructor(view) {
    this.decorations = hanging(view);
  }

  update({ view, docChanged, viewportChanged }) {
    if (docChanged || viewportChanged) this.decorations = hanging(view);
  }
}

/** The visible lines, each with a hanging indent as wide as its leading spaces. */
function hanging(view) {
  const lines = [];
  for (const { from, to } of view.visibleRanges) {
    for (let position = from; position <= to; ) {
      const line = view.state.doc.lineAt(position);
      const spaces = Math.min(/^ */.exec(line.text)[0].length, DEEPEST);
      // 0.5rem is the padding of every line, as theme.js sets it.
      const style = `text-indent: -${spaces}ch; padding-inline-start: calc(${spaces}ch + 0.5rem)`;
      if (spaces > 0) lines.push(Decoration.line({ attributes: { style } }).range(line.from));
      position = line.to + 1;
    }
  }
  return Decoration.set(lines);
}

export const wrapping = ViewPlugin.fromClass(Wrapping, { decorations: (it) => it.decorations });
