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

/**
 * Makes a stage in `parent`. Calls `failed(message)` if the widget cannot show its questionnaire.
 */
export function createStage(parent, failed) {
  let widget;
  let shown;
  let shape;
  let look = /** @type {any} */ ({});
  let lang;

  parent.addEventListener('scorecard-failed', ({ detail }) => failed(detail.message));

  const stage = {
    /** Shows a document that has no errors. */
    show(document) {
      const wanted = shapeOf(document);
      const isSame = widget && shown?.id === document.id && shown?.version === document.version;
      if (document === shown) return;
      shown = document;
      if (!isSame || wanted !== shape) renew(isSame ? fitting(widget.answers, document, shape, wanted) : {});
      shape = wanted;
      put();
    },
    /** Removes the widget. */
    clear() {
      widget = undefined;
      shown = undefined;
      parent.replaceChildren();
    },
    isEmpty: () => widget === undefined,
    /** Sets the chosen language and attributes. */
    dress(language, attributes) {
      lang = language;
      look = attributes;
      if (!widget) return;
      for (const [name, fallback] of Object.entries(ATTRIBUTES)) set(name, look[name] ?? fallback);
      set('lang', lang ?? shown?.lang);
      const { accent, font, width } = look;
      for (const [name, value] of [
        ['--scorecard-accent', accent],
        ['--scorecard-font', font],
        ['--scorecard-width', width],
      ]) {
        if (value) widget.style.setProperty(name, value);
        else widget.style.removeProperty(name);
      }
    },
    /** Starts again at the first screen. */
    restart() {
      if (!shown) return;
      renew({});
      put();
    },
    /**
     * Answers all statements with `answer(statement, scale)` and goes to the scorecard. Returns the
     * scorecard's headline figures, or null.
     */
    async answerAs(answer) {
      if (!shown) return null;
      renew(answersOf(shown, answer));
      put();
      await finish();
      return widget.scorecard?.headline ?? null;
    },
    /** Goes to the screen that shows the text at the pointer `at`. Returns whether there is one. */
    async reveal(at) {
      if (!shown) return false;
      const [, first, index, part, inner] = at.split('/');
      if (first !== 'misconceptions' || part === undefined) {
        const isOnScorecard = ['outcomes', 'suggestions', 'credits', 'share'].includes(first);
        if (!isOnScorecard) return stage.restart() ?? true;
        await stage.answerAs(believer);
        return mark(
          root()?.querySelector(
            { outcomes: '.outcome', suggestions: '.suggestion', credits: '.credits' }[first] ?? '.result',
          ),
        );
      }
      if (part === 'statements') return ask(Number(index), Number(inner ?? 0));
      await stage.answerAs(believer);
      const heading = root()?.getElementById(`misconception-${index}`);
      const article = heading?.closest('article') ?? heading;
      for (const it of article?.querySelectorAll('details') ?? []) it.open = true;
      return mark(article);
    },
  };
  return stage;

  function root() {
    return widget.shadowRoot;
  }

  function set(name, value) {
    if (value === undefined) widget.removeAttribute(name);
    else if (widget.getAttribute(name) !== value) widget.setAttribute(name, value);
  }

  /**
   * Makes a new widget. One with answers cannot take over a questionnaire with other statements.
   */
  function renew(answers) {
    widget = document.createElement('misconception-scorecard');
    for (const [name, value] of Object.entries({ load: 'now', storage: 'none', debug: 'off' })) {
      widget.setAttribute(name, value);
    }
    if (Object.keys(answers).length > 0) widget.answers = answers;
  }

  function put() {
    stage.dress(lang, look);
    widget.questionnaire = withoutAddresses(shown);
    if (!widget.isConnected) parent.replaceChildren(widget);
  }

  /** Waits for the widget's core, and presses its buttons until there is a scorecard. */
  async function finish() {
    const own = widget;
    await until(() => own.shadowRoot?.querySelector('[type=submit]') && Object.keys(own.answers ?? {}).length > 0);
    for (let count = 0; count < MOST_SCREENS && own === widget && own.scorecard === null; count++) {
      own.shadowRoot.querySelector('[type=submit]')?.click();
    }
  }

  /** Shows one statement, with all statements before it answered. */
  async function ask(misconception, statement) {
    const { statements } = asMap(asList(shown.misconceptions)[misconception]);
    const id = asMap(asList(statements)[statement]).id;
    const order = inOrder(shown, look);
    const before = order.slice(0, order.indexOf(id));
    const { points } = scaleOf(shown);
    const certainty = certaintyOf(shown);
    renew(
      Object.fromEntries(
        before.map((it) => [it, { agreement: points, ...(certainty && { certainty: certainty.most }) }]),
      ),
    );
    put();
    const own = widget;
    await until(
      () =>
        own.shadowRoot?.querySelector('[type=submit]') && (before.length === 0 || Object.keys(own.answers).length > 0),
    );
    const isList = look.layout === 'list';
    const isEach = look.feedback === 'each';
    // Each press moves on by one screen: a statement or a whole step, and the corrections in
    // between.
    const presses = isList ? (isEach ? 2 * misconception : 0) : before.length + (isEach ? misconception : 0);
    for (let count = 0; count < presses && own === widget; count++)
      own.shadowRoot.querySelector('[type=submit]')?.click();
    const fieldset = own.shadowRoot.querySelectorAll('fieldset')[isList ? (isEach ? statement : order.indexOf(id)) : 0];
    return mark(fieldset ?? own.shadowRoot.querySelector('.card'));
  }

  /** Scrolls to a part of the widget and outlines it for a moment. */
  function mark(part) {
    if (!part) return false;
    part.scrollIntoView({ block: 'nearest' });
    part.style.outline = '3px solid currentColor';
    part.style.outlineOffset = '4px';
    setTimeout(() => {
      part.style.removeProperty('outline');
      part.style.removeProperty('outline-offset');
    }, 1600);
    return true;
  }
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
