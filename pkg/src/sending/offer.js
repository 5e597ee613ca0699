/**
 * What a reader sees of sending: the offer below the scorecard's buttons, what has become of it, and a box beside what they
 * have written. Knows nodes and words; what is pressed it hands on, and what is true it is told.
 */

/** An element of this class with this text, if there is one. */
function element(tag, name = '', text = '') {
  const made = document.createElement(tag);
  if (name) made.className = name;
  if (text) made.textContent = text;
  return made;
}

/** A button that calls `act`. */
function button(name, text, act) {
  const made = /** @type {HTMLButtonElement} */ (element('button', name, text));
  made.type = 'button';
  made.addEventListener('click', act);
  return made;
}

/** A box to tick, with what it means. */
function box(name, text) {
  const label = element('label', name);
  const input = /** @type {HTMLInputElement} */ (element('input'));
  input.type = 'checkbox';
  label.append(input, element('span', '', text));
  return { label, input };
}

/** Keeps to itself what a reader does in it: the element would take it for an act on the scorecard. */
function own(node, lang) {
  for (const type of ['click', 'change', 'input', 'submit', 'keydown']) {
    node.addEventListener(type, (event) => event.stopPropagation());
  }
  node.lang = lang;
  node.dir = 'auto';
  return node;
}

/**
 * The offer, with what has become of it.
 *
 * @typedef {'idle' | 'sending' | 'waiting' | 'sent' | 'refused' | 'late' | 'leaving' | 'gone'} Stage
 */
export class Offer {
  node = element('section', 'offer');
  #acts;
  #texts;
  /** What is shown, so that it is drawn only where it is another thing. */
  #shown = '';
  #status = element('p', 'said-so');
  #rest = element('div');

  /**
   * @param {[string, any]} texts
   * @param {string} consent The author's words for what a reader agrees to; empty for the widget's own.
   * @param {{ send: () => void, withdraw: () => void, retry: () => void, keep: () => void }} acts
   */
  constructor([lang, texts], consent, acts) {
    this.#texts = texts;
    this.#acts = acts;
    this.consent = consent;
    const heading = element('h3', '', texts.title);
    heading.id = 'sending';
    this.node.setAttribute('aria-labelledby', heading.id);
    this.#status.setAttribute('role', 'status');
    own(this.node, lang);
    this.node.append(heading, this.#status, this.#rest);
  }

  /**
   * Shows where it stands. `howLong`: how long it can be taken back, `isChanged`: whether other answers were sent than there are
   * now, `mayKeep`: whether the reader can have it kept longer.
   *
   * @param {{ stage: Stage, howLong: string, isChanged: boolean, mayKeep: boolean }} state
   */
  show(state) {
    const key = JSON.stringify(state);
    if (key === this.#shown) return;
    const hadFocus = this.node.contains(/** @type {any} */ (this.node.getRootNode()).activeElement);
    this.#shown = key;
    this.#rest.replaceChildren(...this.#content(state));
    const said = this.#sentence(state);
    if (this.#status.textContent !== said) this.#status.textContent = said;
    // Whoever has pressed a button that is gone goes on where they were.
    if (hadFocus) this.#rest.querySelector('button')?.focus({ preventScroll: true });
  }

  #sentence({ stage, isChanged }) {
    const { sending, waiting, sent, unsent, late, takingBack, takenBack, changed } = this.#texts;
    const said = { idle: '', sending, waiting, sent, refused: unsent, late, leaving: takingBack, gone: takenBack }[
      stage
    ];
    return stage === 'sent' && isChanged ? `${said} ${changed}` : said;
  }

  #content({ stage, howLong, isChanged, mayKeep }) {
    const texts = this.#texts;
    const { send, withdraw, retry } = this.#acts;
    const buttons = element('div', 'acts');
    if (stage === 'sending') return [];
    if (stage === 'waiting' || stage === 'leaving') {
      buttons.append(button('plain', texts.tryAgain, retry));
      if (stage === 'waiting') buttons.append(button('quiet', texts.cancel, withdraw));
      return [buttons];
    }
    if (stage === 'sent') {
      if (isChanged) buttons.append(button('plain', texts.sendNew, send));
      buttons.append(button('quiet', texts.takeBack, withdraw));
      return [buttons];
    }
    const { label, input } = box('too', this.consent || texts.consent);
    const start = () => {
      if (input.checked) return send();
      this.#status.textContent = texts.tickFirst;
      input.setAttribute('aria-invalid', 'true');
      input.focus();
    };
    input.addEventListener('change', () => {
      input.removeAttribute('aria-invalid');
      this.#status.textContent = '';
    });
    buttons.append(button('plain', texts.send, start));
    const hint = element('p', 'hint', texts.howLong[howLong]);
    if (mayKeep) hint.append(' ', button('quiet', texts.keep, this.#acts.keep));
    return [label, hint, buttons];
  }
}

/** The box beside a field, and what became of what was written in it. */
export class Companion {
  node = element('div', 'companion');
  #texts;
  #acts;
  #shown = '';
  #box;

  /**
   * @param {[string, any]} texts
   * @param {{ withdraw: () => void, retry: () => void }} acts
   */
  constructor([lang, texts], acts) {
    this.#texts = texts;
    this.#acts = acts;
    this.#box = box('too', texts.alsoSend);
    own(this.node, lang);
  }

  /** Whether the reader wants it sent. */
  get isWanted() {
    return this.#box.input.checked;
  }

  /** Shows the box while something is written, and afterwards what has become of it. */
  show(/** @type {Stage | 'writing'} */ stage) {
    if (stage === this.#shown) return;
    this.#shown = stage;
    const { oneSent, oneWaiting, oneUnsent, oneLate, oneTakeBack, sending, takingBack, tryAgain, cancel } = this.#texts;
    const said = {
      sending,
      waiting: oneWaiting,
      sent: oneSent,
      refused: oneUnsent,
      late: oneLate,
      leaving: takingBack,
    }[stage];
    this.node.replaceChildren();
    if (stage === 'writing') this.node.append(this.#box.label);
    if (!said) return;
    const status = element('p', 'hint', said);
    status.setAttribute('role', 'status');
    this.node.append(status);
    const { withdraw, retry } = this.#acts;
    if (stage === 'waiting' || stage === 'leaving') this.node.append(button('quiet', tryAgain, retry));
    if (stage === 'waiting') this.node.append(button('quiet', cancel, withdraw));
    if (stage === 'sent') this.node.append(button('quiet', oneTakeBack, withdraw));
  }
}

/** Asks what shall become of what was sent, before a reader erases it here. */
export function askBeforeErasing([lang, texts], { both, here }) {
  const node = own(element('div', 'note'), lang);
  const buttons = element('div', 'acts');
  const status = element('p', 'hint');
  status.setAttribute('role', 'status');
  buttons.append(
    button('plain', texts.eraseBoth, async () => {
      if (!(await both())) status.textContent = texts.eraseFailed;
    }),
    button('quiet', texts.eraseHere, here),
  );
  const sentence = element('p', '', texts.erase);
  sentence.tabIndex = -1;
  node.append(sentence, buttons, status);
  return { node, sentence };
}
