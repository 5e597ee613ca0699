/**
 * What the reader sees of sending: the offer below the scorecard's buttons, its state, and a
 * checkbox beside each text they write. This file makes the nodes. The caller knows what a button
 * does, and says what has become of a document.
 */

/** An element with this class and this text, if they are not empty. */
function element(tag, name = '', text = '') {
  const made = document.createElement(tag);
  if (name) made.className = name;
  if (text) made.textContent = text;
  return made;
}

/** A button that calls `act` when it is clicked. */
function button(name, text, act) {
  const made = /** @type {HTMLButtonElement} */ (element('button', name, text));
  made.type = 'button';
  made.addEventListener('click', act);
  return made;
}

/** A checkbox with its label. */
function box(name, text) {
  const label = element('label', name);
  const input = /** @type {HTMLInputElement} */ (element('input'));
  input.type = 'checkbox';
  label.append(input, element('span', '', text));
  return { label, input };
}

/**
 * Keeps events inside `node` from the element, which would take them for actions on the scorecard.
 * Sets the language of the texts in it.
 */
function own(node, lang) {
  for (const type of ['click', 'change', 'input', 'submit', 'keydown']) {
    node.addEventListener(type, (event) => event.stopPropagation());
  }
  node.lang = lang;
  node.dir = 'auto';
  return node;
}

/**
 * The offer to send the answers, and the state of that.
 *
 * @typedef {'idle' | 'sending' | 'waiting' | 'sent' | 'refused' | 'late' | 'leaving' | 'gone'} Stage
 */
export class Offer {
  node = element('section', 'offer');
  #acts;
  #texts;
  /** What is shown, as JSON, so that an equal state changes no nodes. */
  #shown = '';
  #status = element('p', 'said-so');
  #rest = element('div');

  /**
   * @param {[string, any]} texts The language, and the texts in it.
   * @param {string} consent What the reader agrees to, in the author's words; empty for the
   *   widget's own.
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
   * Shows a state. `howLong`: how long it can be taken back, as `SendingStore.place` says;
   * `isChanged`: the reader has changed the answers since they were sent; `mayKeep`: the reader may
   * choose to have them kept longer.
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
    // The button that the reader has pressed is gone, so the first button gets its focus.
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

/** The checkbox beside a text field, and the state of what was sent from it. */
export class Companion {
  node = element('div', 'companion');
  #texts;
  #acts;
  #shown = '';
  #box;

  /**
   * @param {[string, any]} texts The language, and the texts in it.
   * @param {{ withdraw: () => void, retry: () => void }} acts
   */
  constructor([lang, texts], acts) {
    this.#texts = texts;
    this.#acts = acts;
    this.#box = box('too', texts.alsoSend);
    own(this.node, lang);
  }

  /** Whether the reader has ticked the box. */
  get isWanted() {
    return this.#box.input.checked;
  }

  /** Shows the checkbox while the reader is writing, and afterwards the state of what was sent. */
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

/**
 * Asks what is to become of what was sent, before the reader erases it here. `both` also takes it
 * back and resolves to whether that succeeded; `here` erases it only in this browser.
 */
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
