/**
 * Long lines go on below their own beginning, so that the steps of the JSON stay visible. Knows spaces at the
 * beginning of lines, and nothing else of the text.
 */
import { Decoration, ViewPlugin } from '@codemirror/view';

/** The deepest step that is kept; on a phone there must be room for words. */
const DEEPEST = 12;

class Wrapping {
  constructor(view) {
    this.decorations = hanging(view);
  }

  update({ view, docChanged, viewportChanged }) {
    if (docChanged || viewportChanged) this.decorations = hanging(view);
  }
}

/** The lines in sight, each hanging by the width of its first spaces. */
function hanging(view) {
  const lines = [];
  for (const { from, to } of view.visibleRanges) {
    for (let position = from; position <= to; ) {
      const line = view.state.doc.lineAt(position);
      const spaces = Math.min(/^ */.exec(line.text)[0].length, DEEPEST);
      // Half a rem is every line's own.
      const style = `text-indent: -${spaces}ch; padding-inline-start: calc(${spaces}ch + 0.5rem)`;
      if (spaces > 0) lines.push(Decoration.line({ attributes: { style } }).range(line.from));
      position = line.to + 1;
    }
  }
  return Decoration.set(lines);
}

export const wrapping = ViewPlugin.fromClass(Wrapping, { decorations: (it) => it.decorations });
