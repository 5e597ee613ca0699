/**
 * The shadow root, and what in it belongs to the element: its style sheets, and one node at a time.
 * Browsers, extensions and the page may add nodes and sheets of their own; those are left alone.
 * This file does not know what is drawn in the node.
 */

export class OwnRoot {
  root;
  /** The node that is shown. */
  node;
  /**
   * The element's own `CSSStyleSheet`s by their text, in the order in which they were first
   * adopted.
   */
  #sheets = new Map();
  #element;

  constructor(element) {
    this.#element = element;
    // If the page came with a first screen (declarative shadow DOM), there is a root already.
    this.root = element.shadowRoot ?? element.attachShadow({ mode: 'open' });
    this.node = this.root.querySelector('.card')?.parentNode;
  }

  /**
   * Removes what comes along with such a first screen: its style, and the slot for the fallback.
   */
  tidy() {
    for (const it of [...this.root.children]) {
      if (it !== this.node && it.matches(':is(slot, style, link):not([class])')) it.remove();
    }
  }

  /**
   * Adopts the style sheet with this text, after the element's own sheets and before all others.
   */
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

  /**
   * Adopts the sheets again after a move. A sheet is valid in one document only, so in another
   * document the element arrives without them.
   */
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

  /** Removes the node that is shown, until `putBack` is called. */
  takeOut() {
    this.node.remove();
  }

  putBack() {
    if (this.node && this.node.getRootNode() !== this.root) this.root.append(this.node);
  }
}
