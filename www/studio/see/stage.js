/**
 * The widget beside the fields, as any page has it: its attributes, its property, its events, and the buttons a reader
 * presses. Knows no field and no view.
 */
import { asList, asMap } from '../data/pointers.js';
import { answersOf, believer, certaintyOf, inOrder, scaleOf } from './answering.js';

/** What can be tried out, and what the widget does without being told. */
export const ATTRIBUTES = { theme: 'auto', layout: 'paged', advance: 'tap', feedback: 'end', order: 'interleaved' };
/** How long to wait for the widget, in milliseconds. */
const PATIENCE = 10_000;
/** As many screens as a questionnaire may have, and the corrections between them. */
const MOST_SCREENS = 2100;

/** A stage in `parent`; `failed(message)` is called when the widget cannot show what it is given. */
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
    /** Nothing is shown any more. */
    clear() {
      widget = undefined;
      shown = undefined;
      parent.replaceChildren();
    },
    isEmpty: () => widget === undefined,
    /** Takes the language and the attributes that are chosen. */
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
    /** Begins again at the first screen. */
    restart() {
      if (!shown) return;
      renew({});
      put();
    },
    /** Answers all by `answer(statement, scale)` and goes to the scorecard; gives what is counted there, or null. */
    async answerAs(answer) {
      if (!shown) return null;
      renew(answersOf(shown, answer));
      put();
      await finish();
      return widget.scorecard?.headline ?? null;
    },
    /** Goes to where the text at a place shows; gives whether it does. `at` is a pointer. */
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

  /** A new widget; one that was answered cannot take over a questionnaire of another shape. */
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

  /** Waits for the widget's core, and presses what moves on until there is a scorecard. */
  async function finish() {
    const own = widget;
    await until(() => own.shadowRoot?.querySelector('[type=submit]') && Object.keys(own.answers ?? {}).length > 0);
    for (let count = 0; count < MOST_SCREENS && own === widget && own.scorecard === null; count++) {
      own.shadowRoot.querySelector('[type=submit]')?.click();
    }
  }

  /** Shows one statement, all before it answered. */
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
    // Each press is one screen: a statement, or all of a step, and the corrections between them.
    const presses = isList ? (isEach ? 2 * misconception : 0) : before.length + (isEach ? misconception : 0);
    for (let count = 0; count < presses && own === widget; count++)
      own.shadowRoot.querySelector('[type=submit]')?.click();
    const fieldset = own.shadowRoot.querySelectorAll('fieldset')[isList ? (isEach ? statement : order.indexOf(id)) : 0];
    return mark(fieldset ?? own.shadowRoot.querySelector('.card'));
  }

  /** Brings a part of the widget into sight and outlines it for a moment. */
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

/** All that an answer is an answer to: while that stays, the widget can stay where it is. */
function shapeOf({ scale, certainty, misconceptions }) {
  const statements = misconceptions.map((it) => it.statements.map(({ id }) => id));
  return JSON.stringify([scale?.points, scale?.dontKnow, certainty, statements]);
}

/** The answers that are still answers to something. */
function fitting(answers, { misconceptions }, before, after) {
  const [scaleBefore, scaleAfter] = [before, after].map((it) => JSON.stringify(JSON.parse(it).slice(0, 3)));
  if (scaleBefore !== scaleAfter) return {};
  const ids = new Set(misconceptions.flatMap((it) => it.statements.map(({ id }) => id)));
  return Object.fromEntries(Object.entries(answers).filter(([id]) => ids.has(id)));
}

/** The document without translations that the widget would have to fetch: nothing is asked for from here. */
function withoutAddresses({ translations, ...document }) {
  if (!translations) return document;
  const inside = Object.entries(translations).filter(([, overlay]) => typeof overlay !== 'string');
  return { ...document, translations: Object.fromEntries(inside) };
}

async function until(test) {
  const end = Date.now() + PATIENCE;
  while (!test() && Date.now() < end) await new Promise((later) => setTimeout(later, 20));
}
