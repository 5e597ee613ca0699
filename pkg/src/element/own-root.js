/**
 * The shadow root, and what in it is the element's own: its sheets, and one node at a time. Browsers, extensions and the
 * page put in nodes and sheets of theirs; those are let be. Knows nodes; not what is drawn in them.
 */

export class OwnRoot {
  root;
  /** The node that is shown. */
  node;
  /** Own sheets by the text of each, in the order in which they were first worn. */
  #sheets = new Map();
  #element;

  constructor(element) {
    this.#element = element;
    // Where the page came with a first screen, there is a root already.
    this.root = element.shadowRoot ?? element.attachShadow({ mode: 'open' });
    this.node = this.root.querySelector('.card')?.parentNode;
  }

  /** Takes out what a first screen that came with the page has beside it: its style, and the place for the fallback. */
  tidy() {
    for (const it of [...this.root.children]) {
      if (it !== this.node && it.matches(':is(slot, style, link):not([class])')) it.remove();
    }
  }

  /** Wears the style sheet of this text, after its own and before everybody else's. */
  wear(text) {
    const worn = [...this.root.adoptedStyleSheets];
    if (worn.includes(this.#sheets.get(text))) return;
    const sheet = new this.#element.ownerDocument.defaultView.CSSStyleSheet();
    sheet.replaceSync(text);
    this.#sheets.set(text, sheet);
    const own = [...this.#sheets.values()];
    this.root.adoptedStyleSheets = [
      ...own.filter((it) => it === sheet || worn.includes(it)),
      ...worn.filter((it) => !own.includes(it)),
    ];
  }

  /** Wears again what was lost: a sheet is good for one document, and in another one an element arrives without. */
  rewear() {
    for (const text of this.#sheets.keys()) this.wear(text);
  }

  /** Shows `node` in place of what is shown. */
  show(node) {
    if (node === this.node) return;
    this.node?.remove();
    this.root.append(node);
    this.node = node;
  }

  /** Takes out what is shown, until `putBack`. */
  takeOut() {
    this.node.remove();
  }

  putBack() {
    if (this.node && this.node.getRootNode() !== this.root) this.root.append(this.node);
  }
}
