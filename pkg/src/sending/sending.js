/**
 * Sends a reader's answers and remarks to the author's endpoint when the reader presses a button
 * for it. This file connects the element and its scorecard with the parts that do the work; nothing
 * is sent before the reader asks. It is loaded only if there is an endpoint, once a scorecard is
 * shown.
 */
import style from '#sending-style';
import { remark, response } from './documents.js';
import { Companion, Offer, askBeforeErasing } from './offer.js';
import { Outbox } from './outbox.js';
import { post } from './post.js';
import { SendingStore } from './store.js';
import { textsFor } from './texts.js';

/** The name of the reader's answers in the outbox. */
const ANSWERS = 'answers';
const disputeOf = (misconception) => `dispute:${misconception}`;
const suggestionOf = (text) => `suggestion:${text}`;

/**
 * @typedef {object} Parts What the element hands over.
 * @property {any} element
 * @property {string} address The URL of the endpoint.
 * @property {import('../element/own-root.js').OwnRoot} own
 * @property {() => any} kept What is saved for the element: id, instance, shape, and more.
 * @property {() => any} questionnaire The one that is shown.
 * @property {(name: string, detail: object) => void} emit Dispatches an event on the element.
 * @property {(what: object) => void} examine Calls the doctor.
 */

export default (/** @type {Parts} */ parts) => new Sending(parts);

class Sending {
  address;
  #parts;
  #store;
  #outbox;
  #offer;
  #texts;
  /** The companions, by the name of the item beside which each is shown. */
  #companions = new Map();
  /** Whether the reader has been told that the answers were taken back. */
  #isGone = false;
  /** Whether the answers were to be taken back when they were shown last. */
  #wasLeaving = false;
  /** Removes all listeners when it aborts. */
  #life = new AbortController();
  /**
   * Whether the reader has decided what is to become of what was sent, so that erasing may go on.
   */
  #mayErase = false;

  constructor(parts) {
    const { element, own, kept, address } = parts;
    const { encoding } = element;
    this.#parts = parts;
    this.address = address;
    this.#store = new SendingStore(element, kept);
    this.#outbox = new Outbox({
      endpoint: address,
      store: this.#store,
      post: async (document) => {
        const reply = await post(address, encoding, document);
        if (reply.code === 'noAnswer') parts.examine({ element, unsent: { ...reply, endpoint: address } });
        return reply;
      },
      tell: (what, detail) => this.#told(what, detail),
    });
    const { signal } = this.#life;
    own.root.addEventListener('click', (event) => this.#beforeErasing(event), { capture: true, signal });
    element.addEventListener('scorecard-disputed', ({ detail }) => this.#disputed(detail), { signal });
    element.addEventListener('scorecard-suggested', ({ detail }) => this.#suggested(detail), { signal });
    element.addEventListener('scorecard-reset', () => this.#erased(), { signal });
    // Tries again what did not get through at the last visit.
    this.#outbox.retry();
  }

  /** Adapts what is shown to the current screen. */
  follow() {
    const share = this.#parts.own.node?.querySelector('.share');
    const { host, isHttp } = addressOf(this.address);
    // A consent manager in the page (the WP Consent API) may forbid it.
    const isDenied = /** @type {any} */ (globalThis).wp_has_consent?.('statistics') === false;
    if (!share || !isHttp || isDenied) {
      this.#offer?.node.remove();
      return;
    }
    const questionnaire = this.#parts.questionnaire();
    if (this.#texts?.[0] !== questionnaire.lang) {
      this.#parts.own.wear(style);
      this.#texts = [questionnaire.lang, textsFor(questionnaire.lang, host)];
      this.#offer?.node.remove();
      this.#offer = Sending.#makeOffer(this.#texts[1], questionnaire.consent ?? '', new WeakRef(this));
    }
    if (share.nextElementSibling !== this.#offer.node) share.after(this.#offer.node);
    this.#show();
    this.#accompany(questionnaire);
  }

  /** Removes all of it, because the author has set another endpoint or none. */
  stop() {
    this.#life.abort();
    this.#outbox.stop();
    this.#offer?.node.remove();
    for (const { node } of this.#companions.values()) node.remove();
  }

  /** Takes in an event of the window. */
  hear({ type, key }) {
    if (type === 'online') this.#outbox.retry();
    if (type === 'storage' && this.#store.concerns(key)) this.follow();
  }

  /**
   * The module keeps a reference to the panel. If a listener in the panel held this object, the
   * element could never be garbage-collected. This is a static function because all closures made
   * in one function keep everything alive that any of them uses.
   */
  static #makeOffer(texts, consent, sending) {
    const press = (act) => () => sending.deref()?.press(act, ANSWERS);
    return new Offer(texts, consent, {
      send: press('send'),
      withdraw: press('withdraw'),
      retry: press('retry'),
      keep: press('keep'),
    });
  }

  static #makeCompanion(texts, name, sending) {
    const press = (act) => () => sending.deref()?.press(act, name);
    return new Companion(texts, { withdraw: press('withdraw'), retry: press('retry') });
  }

  /** Does what the reader has pressed, for the item of this name. */
  press(act, name) {
    if (act === 'send') this.#sendAnswers();
    else if (act === 'withdraw') this.#outbox.withdraw(name);
    else if (act === 'retry') this.#outbox.retry();
    else this.#parts.own.node.querySelector('[name=stay]:not(:checked)')?.click();
  }

  #sendAnswers() {
    const { element, kept, questionnaire } = this.#parts;
    this.#isGone = false;
    this.#outbox.send(ANSWERS, response(questionnaire(), kept(), element.scorecard));
  }

  #show() {
    const { element, kept, own } = this.#parts;
    const item = this.#outbox.items[ANSWERS];
    // If it vanishes while it is to be taken back, another tab has taken it back.
    if (!item && this.#wasLeaving) this.#isGone = true;
    this.#wasLeaving = item?.state === 'leaving';
    const { place } = this.#store;
    const now = JSON.stringify([element.answers, kept().again?.first ?? null]);
    this.#offer.show({
      stage: this.#stageOf(ANSWERS) ?? (this.#isGone ? 'gone' : 'idle'),
      howLong: place,
      isChanged: item?.state === 'sent' && JSON.stringify([item.document.answers, item.document.first]) !== now,
      mayKeep: place === 'tab' && Boolean(own.node.querySelector('[name=stay]:not(:checked)')),
    });
  }

  /** The state of an item, as the offer shows it; undefined if there is no such item. */
  #stageOf(name) {
    const item = this.#outbox.items[name];
    if (!item) return undefined;
    return this.#outbox.current === name && item.tries === 1 ? 'sending' : item.state;
  }

  /** Puts a checkbox beside each text field, and the state beside each text that was sent. */
  #accompany({ misconceptions }) {
    const { node } = this.#parts.own;
    const present = new Set();
    misconceptions.forEach(({ id }, index) => {
      const group = node.querySelector(`[aria-labelledby="misconception-${index}"].dispute`);
      const isWriting = Boolean(group?.querySelector('textarea'));
      if (group?.querySelector('.note') || isWriting) present.add(disputeOf(id));
      this.#stand(disputeOf(id), group, isWriting);
    });
    const written = node.querySelector('.suggest > .write');
    this.#stand('suggestion', written, Boolean(written));
    for (const note of node.querySelectorAll('.suggest > .note')) {
      const name = suggestionOf(note.querySelector('.said')?.textContent);
      present.add(name);
      this.#stand(name, note, false);
    }
    // A text that the reader has removed here is taken back from the endpoint too.
    for (const [name, { state }] of Object.entries(this.#outbox.items)) {
      if (name !== ANSWERS && !present.has(name) && state !== 'leaving') this.#outbox.withdraw(name);
    }
  }

  /**
   * Puts the companion of this name at the end of `group`, or removes it if there is nothing to
   * show.
   */
  #stand(name, group, isWriting) {
    const stage = isWriting ? 'writing' : this.#stageOf(name);
    let companion = this.#companions.get(name);
    if (!group || !stage) {
      companion?.node.remove();
      this.#companions.delete(name);
      return;
    }
    if (!companion) {
      const [, texts] = this.#texts;
      companion = Sending.#makeCompanion(texts, name, new WeakRef(this));
      this.#companions.set(name, companion);
    }
    const acts = isWriting && group.querySelector('.acts');
    if (acts && acts.previousElementSibling !== companion.node) acts.before(companion.node);
    else if (!acts && companion.node.parentNode !== group) group.append(companion.node);
    companion.show(stage);
  }

  #disputed({ misconception, reason }) {
    const name = disputeOf(misconception);
    if (this.#companions.get(name)?.isWanted) this.#sendRemark(name, misconception, reason);
  }

  #suggested({ text }) {
    if (!this.#companions.get('suggestion')?.isWanted) return;
    // The next suggestion needs a decision of its own.
    this.#companions.get('suggestion').node.remove();
    this.#companions.delete('suggestion');
    this.#sendRemark(suggestionOf(text), null, text);
  }

  #sendRemark(name, misconception, text) {
    this.#companions.get(name)?.node.remove();
    this.#companions.delete(name);
    this.#outbox.send(name, remark(this.#parts.questionnaire(), misconception, text));
  }

  /**
   * Once the reader has erased the receipts here, they cannot take back what was sent. So they are
   * asked before that.
   */
  #beforeErasing(event) {
    const control = event.target.closest?.('[name^="forget"]');
    const hasSent = Object.values(this.#outbox.items).some((it) => it.wasSent);
    if (!control || this.#mayErase || !hasSent) return;
    event.preventDefault();
    event.stopPropagation();
    control.getRootNode().querySelector('.before-erasing')?.remove();
    const here = () => {
      node.remove();
      this.#mayErase = true;
      control.click();
      this.#mayErase = false;
    };
    const both = async () => {
      await Promise.all(Object.keys(this.#outbox.items).map((name) => this.#outbox.withdraw(name)));
      const isGone = Object.keys(this.#outbox.items).length === 0;
      if (isGone) here();
      return isGone;
    };
    const { node, sentence } = askBeforeErasing(this.#texts[1], { both, here });
    node.classList.add('before-erasing');
    control.after(node);
    sentence.focus();
  }

  #erased() {
    this.#outbox.stop();
    this.#store.write('');
    this.#isGone = false;
    this.#wasLeaving = false;
  }

  #told(what, detail) {
    if (this.#life.signal.aborted) return;
    const { element, emit, examine } = this.#parts;
    if (what === 'withdrawn' && detail.kind === 'response') this.#isGone = true;
    if (what !== 'changed') emit(what, detail);
    if (what === 'unsent') examine({ element, unsent: { ...detail, endpoint: this.address } });
    this.follow();
  }
}

/** The host of an endpoint, and whether its URL can be sent to at all. */
function addressOf(endpoint) {
  if (!URL.canParse(endpoint, document.baseURI)) return { host: '', isHttp: false };
  const { host, protocol } = new URL(endpoint, document.baseURI);
  return { host, isHttp: /^https?:$/.test(protocol) };
}
