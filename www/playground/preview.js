/**
 * The questionnaire as readers see it, in the language and the look that the author tries out. Knows the widget
 * from outside, as any page does: its attributes, its property and its events.
 */

/** What can be tried out, and what the widget does without being told. */
const ATTRIBUTES = { theme: 'auto', layout: 'paged', advance: 'tap', feedback: 'end' };

/**
 * A preview in `stage`, with a line for the author in `state`. `choices` are the controls by name: one for each
 * attribute, and `lang`; `on()` is called when one of them was changed.
 */
export function createPreview({ stage, state, choices, on }) {
  let widget;
  let shown;
  let shape;

  for (const control of Object.values(choices)) {
    control.addEventListener('change', () => {
      dress();
      on();
    });
  }
  stage.addEventListener('scorecard-failed', ({ detail }) => say(`The widget cannot show this: ${detail.message}`));

  return {
    /** Shows a document that has no errors. */
    show(document) {
      say('');
      offer(document);
      const wanted = shapeOf(document);
      const kept = widget && shown.id === document.id && shown.version === document.version;
      shown = document;
      if (!kept || wanted !== shape) renew(kept ? fitting(widget.answers, document, shape, wanted) : {});
      shape = wanted;
      dress();
      widget.questionnaire = withoutAddresses(document);
      if (!widget.isConnected) stage.replaceChildren(widget);
    },
    /** Keeps what was shown last, while there are errors. */
    keep() {
      say(
        widget ? 'This is the last version without errors.' : 'There is nothing to show until the errors are mended.',
      );
    },
    /** Begins again at the first screen. */
    restart() {
      if (!widget) return;
      renew({});
      dress();
      widget.questionnaire = withoutAddresses(shown);
      stage.replaceChildren(widget);
    },
    /** What the author has chosen, `{ lang, ... }`, and attributes only where they say something. */
    chosen() {
      const said = Object.entries(ATTRIBUTES).filter(([name, without]) => choices[name].value !== without);
      return { lang: choices.lang.value, ...Object.fromEntries(said.map(([name]) => [name, choices[name].value])) };
    },
  };

  function say(text) {
    if (state.textContent !== text) state.textContent = text;
  }

  /** A new widget; one that was answered cannot take over a questionnaire of another shape. */
  function renew(answers) {
    widget = document.createElement('misconception-scorecard');
    for (const [name, value] of Object.entries({ load: 'now', storage: 'none', debug: 'off' })) {
      widget.setAttribute(name, value);
    }
    if (Object.keys(answers).length > 0) widget.answers = answers;
  }

  /** Gives the widget what is chosen. */
  function dress() {
    if (!widget) return;
    for (const [name, value] of [['lang', choices.lang.value], ...Object.keys(ATTRIBUTES).map(valued)]) {
      if (widget.getAttribute(name) !== value) widget.setAttribute(name, value);
    }
    stage.dataset.theme = choices.theme.value;
  }

  function valued(name) {
    return [name, choices[name].value];
  }

  /** Offers the languages that the questionnaire has, and keeps the one chosen, if it is among them. */
  function offer({ lang, translations }) {
    const { value } = choices.lang;
    const options = Object.entries({ [lang]: {}, ...translations })
      .filter(([tag]) => !tag.startsWith('$'))
      .map(([tag, overlay]) => languageOption(tag, typeof overlay === 'string'));
    if (String(options.map(told)) === String([...choices.lang.options].map(told))) return;
    choices.lang.replaceChildren(...options);
    const isThere = options.some((it) => it.value === value && !it.disabled);
    choices.lang.value = isThere ? value : lang;
  }
}

const told = (option) => [option.value, option.disabled];

function languageOption(tag, isElsewhere) {
  const option = document.createElement('option');
  option.value = tag;
  option.textContent = isElsewhere ? `${languageName(tag)}, in a file of its own` : languageName(tag);
  option.disabled = isElsewhere;
  return option;
}

/** A language by its English name; one that has none there, as it is. */
function languageName(tag) {
  try {
    return new Intl.DisplayNames('en', { type: 'language' }).of(tag);
  } catch {
    return tag;
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
