/**
 * Runs the widget beside the fields, and uses it only as any page could: through its attributes,
 * its property, its events, and the buttons that a reader presses. Must not know fields or views.
 */
import { asList, asMap } from '../data/pointers.js';
import { answersOf, believer, certaintyOf, inOrder, scaleOf } from './answering.js';

/** The attributes that an author can try out, with the widget's defaults. */
export const ATTRIBUTES = { theme: 'auto', layout: 'paged', advance: 'tap', feedback: 'end', order: 'interleaved' };
/** How long to wait for the widget, in milliseconds. */
const PATIENCE = 10_000;
/** More presses than the largest questionnaire needs, with its corrections between the screens. */
const MOST_SCREENS = 2100;

/** The CSS properties that an author can try out, by their names in the look. */
const PROPERTIES = { accent: '--scorecard-accent', font: '--scorecard-font', width: '--scorecard-width' };
/** The element of the scorecard that shows the texts under a key, for keys with such an element. */
const ON_SCORECARD = { outcomes: '.outcome', suggestions: '.suggestion', credits: '.credits', share: '.result' };
/** The space to leave above the part that was scrolled to, in pixels. */
const SPACE = 16;
/** How long the part that was scrolled to is outlined, in milliseconds. */
const MARKED = 1600;

/** The widget in an element of the page, with the document and the look that it shows. */
export class Stage {
  #parent;
  /** The widget's element, or undefined. @type {any} */
  #widget;
  /** The document that the widget shows, or undefined. @type {any} */
  #shown;
  #shape;
  #look = /** @type {any} */ ({});
  #lang;
  /** Waits for the widget to draw a changed questionnaire. @type {MutationObserver | undefined} */
  #watcher;

  /** Calls `failed(message)` if the widget cannot show its questionnaire. */
  constructor(parent, failed) {
    this.#parent = parent;
    parent.addEventListener('scorecard-failed', ({ detail }) => failed(detail.message));
  }

  /** Shows a document that has no errors. */
  show(document) {
    if (document === this.#shown) return;
    const wanted = shapeOf(document);
    const isSame = this.#widget && this.#shown?.id === document.id && this.#shown?.version === document.version;
    this.#shown = document;
    if (isSame && wanted === this.#shape) this.#keepUnfolded();
    else this.#renew(isSame ? fitting(this.#widget.answers, document, this.#shape, wanted) : {});
    this.#shape = wanted;
    this.#put();
  }

  /** Removes the widget. */
  clear() {
    this.#widget = undefined;
    this.#shown = undefined;
    this.#parent.replaceChildren();
  }

  isEmpty() {
    return this.#widget === undefined;
  }

  /** Sets the chosen language and attributes. */
  dress(language, attributes) {
    this.#lang = language;
    this.#look = attributes;
    if (!this.#widget) return;
    for (const [name, fallback] of Object.entries(ATTRIBUTES)) this.#set(name, attributes[name] ?? fallback);
    this.#set('lang', language ?? this.#shown?.lang);
    for (const [name, property] of Object.entries(PROPERTIES)) {
      if (attributes[name]) this.#widget.style.setProperty(property, attributes[name]);
      else this.#widget.style.removeProperty(property);
    }
  }

  /** Starts again at the first screen. */
  restart() {
    if (!this.#shown) return;
    this.#renew({});
    this.#put();
  }

  /**
   * Answers all statements with `answer(statement, scale)` and goes to the scorecard. Returns the
   * scorecard's headline figures, or null.
   */
  async answerAs(answer) {
    if (!this.#shown) return null;
    this.#renew(answersOf(this.#shown, answer));
    this.#put();
    await this.#finish();
    return this.#widget?.scorecard?.headline ?? null;
  }

  /**
   * Goes to the screen that shows the text at the pointer `at`, and scrolls to the text. If `pane`
   * is given, nothing outside of that element scrolls. Returns whether there is such a screen.
   */
  async reveal(at, { pane } = /** @type {{ pane?: Element }} */ ({})) {
    if (!this.#shown) return false;
    const [, first, index, part, inner] = at.split('/');
    const isOfMisconception = first === 'misconceptions' && part !== undefined;
    if (isOfMisconception && part === 'statements') return this.#ask(Number(index), Number(inner ?? 0), pane);
    if (!isOfMisconception && !ON_SCORECARD[first]) {
      this.restart();
      if (pane) scrollWithin(pane, this.#parent);
      return true;
    }
    await this.answerAs(believer);
    return mark(isOfMisconception ? this.#correction(index) : this.#root()?.querySelector(ON_SCORECARD[first]), pane);
  }

  /** Unfolds the correction of a misconception on the scorecard and returns its element. */
  #correction(index) {
    const heading = this.#root()?.getElementById(`misconception-${index}`);
    const article = heading?.closest('article') ?? heading;
    for (const it of article?.querySelectorAll('details') ?? []) it.open = true;
    return article;
  }

  /**
   * Unfolds what is unfolded in the corrections again as soon as the widget has drawn a changed
   * questionnaire, for which it makes all elements anew.
   */
  #keepUnfolded() {
    this.#watcher?.disconnect();
    const root = this.#root();
    const all = () => [...(root?.querySelectorAll('article details') ?? [])];
    const before = all();
    if (!before.some((it) => it.open)) return;
    this.#watcher = new MutationObserver(() => {
      const now = all();
      if (before[0].isConnected || now.length !== before.length) return;
      this.#watcher?.disconnect();
      for (const [index, it] of now.entries()) it.open = before[index].open;
    });
    this.#watcher.observe(root, { childList: true, subtree: true });
  }

  #root() {
    return this.#widget?.shadowRoot;
  }

  #set(name, value) {
    if (value === undefined) this.#widget.removeAttribute(name);
    else if (this.#widget.getAttribute(name) !== value) this.#widget.setAttribute(name, value);
  }

  /**
   * Makes a new widget: one with answers does not accept a questionnaire with other statements.
   */
  #renew(answers) {
    this.#widget = document.createElement('misconception-scorecard');
    for (const [name, value] of Object.entries({ load: 'now', storage: 'none', debug: 'off' })) {
      this.#widget.setAttribute(name, value);
    }
    if (Object.keys(answers).length > 0) this.#widget.answers = answers;
  }

  #put() {
    this.dress(this.#lang, this.#look);
    this.#widget.questionnaire = withoutAddresses(this.#shown);
    if (!this.#widget.isConnected) this.#parent.replaceChildren(this.#widget);
  }

  /** Waits for the widget's core, and presses its buttons until there is a scorecard. */
  async #finish() {
    const own = this.#widget;
    await until(() => own.shadowRoot?.querySelector('[type=submit]') && Object.keys(own.answers ?? {}).length > 0);
    for (let count = 0; count < MOST_SCREENS && own === this.#widget && own.scorecard === null; count++) {
      own.shadowRoot.querySelector('[type=submit]')?.click();
    }
  }

  /** Shows one statement, with all statements before it answered. */
  async #ask(misconception, statement, pane) {
    const { statements } = asMap(asList(this.#shown.misconceptions)[misconception]);
    const { id } = asMap(asList(statements)[statement]);
    const order = inOrder(this.#shown, this.#look);
    const place = order.indexOf(id);
    // The statement is so new that it is not shown yet.
    if (place < 0) return false;
    const before = order.slice(0, place);
    this.#renew(this.#agreeingWith(before));
    this.#put();
    const own = this.#widget;
    await until(
      () =>
        own.shadowRoot?.querySelector('[type=submit]') && (before.length === 0 || Object.keys(own.answers).length > 0),
    );
    const isList = this.#look.layout === 'list';
    const isEach = this.#look.feedback === 'each';
    // Each press moves on by one screen: a statement or a whole step, and the corrections in
    // between.
    const presses = isList ? (isEach ? 2 * misconception : 0) : place + (isEach ? misconception : 0);
    for (let count = 0; count < presses && own === this.#widget; count++)
      own.shadowRoot.querySelector('[type=submit]')?.click();
    const fieldset = own.shadowRoot.querySelectorAll('fieldset')[isList ? (isEach ? statement : place) : 0];
    return mark(fieldset ?? own.shadowRoot.querySelector('.card'), pane);
  }

  /** The answers of a reader who agrees with the statements `ids`, and has seen no others. */
  #agreeingWith(ids) {
    const { points } = scaleOf(this.#shown);
    const certainty = certaintyOf(this.#shown);
    const answer = { agreement: points, ...(certainty && { certainty: certainty.most }) };
    return Object.fromEntries(ids.map((id) => [id, answer]));
  }
}

/**
 * Scrolls to a part of the widget and outlines it briefly. If `pane` is given, nothing outside of
 * that element scrolls. Returns whether there is such a part.
 */
function mark(part, pane) {
  if (!part) return false;
  if (pane) scrollWithin(pane, part);
  else part.scrollIntoView({ block: 'nearest' });
  part.style.outline = '3px solid currentColor';
  part.style.outlineOffset = '4px';
  setTimeout(() => {
    part.style.removeProperty('outline');
    part.style.removeProperty('outline-offset');
  }, MARKED);
  return true;
}

/** Scrolls `pane`, and nothing around it, until the beginning of `part` is visible. */
function scrollWithin(pane, part) {
  const [inner, outer] = [part, pane].map((it) => it.getBoundingClientRect());
  const isInSight = inner.top >= outer.top && inner.bottom <= outer.bottom;
  if (!isInSight) pane.scrollTop += inner.top - outer.top - SPACE;
}

/**
 * Everything that the meaning of an answer depends on. If this stays the same, the widget can keep
 * its screen.
 */
function shapeOf({ scale, certainty, misconceptions }) {
  const statements = misconceptions.map((it) => it.statements.map(({ id }) => id));
  return JSON.stringify([scale?.points, scale?.dontKnow, certainty, statements]);
}

/**
 * The answers that still fit: none if the scale has changed, else those whose statements are still
 * there.
 */
function fitting(answers, { misconceptions }, before, after) {
  const [scaleBefore, scaleAfter] = [before, after].map((it) => JSON.stringify(JSON.parse(it).slice(0, 3)));
  if (scaleBefore !== scaleAfter) return {};
  const ids = new Set(misconceptions.flatMap((it) => it.statements.map(({ id }) => id)));
  return Object.fromEntries(Object.entries(answers).filter(([id]) => ids.has(id)));
}

/**
 * The document without translations that the widget would have to fetch: the preview makes no
 * requests.
 */
function withoutAddresses({ translations, ...document }) {
  if (!translations) return document;
  const inside = Object.entries(translations).filter(([, overlay]) => typeof overlay !== 'string');
  return { ...document, translations: Object.fromEntries(inside) };
}

async function until(test) {
  const end = Date.now() + PATIENCE;
  while (!test() && Date.now() < end) await new Promise((later) => setTimeout(later, 20));
}
