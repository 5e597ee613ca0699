/**
 * Adds the extras to a scorecard: readers may disagree, answer again, print, save, share and erase.
 * This file knows the names of the extras' buttons and fields, the clock, and the browser's ways of
 * saving; the core decides what is on the screen. It is loaded once there is a scorecard or a link
 * to one; if it cannot be loaded, the scorecard stays without it.
 */
import { Handle as Core, instantiate } from '#glue';
import style from '#extras-style';
import messages from '#extras-messages';
import { focus } from '../element/focus.js';
import { choice } from '../element/input.js';
import { compile } from '#module';
import { nearest } from '../data/language.js';
import { paint } from './rasterize.js';
import { openOnPaper, printAlone } from './print.js';
import { hasSemicolons, nextWeek, save } from './save.js';
import { Sharing } from './share.js';
import { addressBefore } from './address.js';
import { anchored } from './scroll-anchor.js';
import { forget, mayStay, text } from '../element/storage.js';

/** After this pause between key presses, the core gets what was typed. In milliseconds. */
const PAUSE = 500;

let starting;
/** Counts instances of the module. A handle is only good for the instance that it was made in. */
let instances = 0;

/**
 * Starts the module of the extras and resolves to `takeOver`. Rejects if the module cannot be
 * loaded.
 */
export default function extras(assets) {
  starting ??= start(assets);
  return starting;
}

async function start(assets) {
  try {
    const module = await compile(assets);
    instantiate((imports) => new WebAssembly.Instance(module, imports).exports);
    instances++;
    return takeOver;
  } catch (error) {
    // The next scorecard tries again.
    starting = undefined;
    throw error;
  }
}

/**
 * Takes over the scorecard that `core`, a handle, has drawn. `own` is the element's `OwnRoot`;
 * `currentLink` is that of pkg/src/element/link.js; `options` are those of that handle, with all
 * that is saved. Returns the new handle.
 */
function takeOver(own, core, currentLink, options) {
  const { root } = own;
  const { activeElement } = root;
  const handle = new ExtrasHandle(own.node, core, currentLink, options);
  if (activeElement && !root.activeElement) focus(root, 'heading');
  own.wear(style);
  handle.show();
  return handle;
}

/** Stands in for the core's `Handle`, with the same methods, and those of the extras. */
class ExtrasHandle {
  #core;
  #panel;
  #options;
  #instance = instances;
  /** The field with text that the core does not have yet, and the timer that passes it on. */
  #field;
  #pause;
  #sharing;

  constructor(panel, core, currentLink, options) {
    const spoken = options.plurals.resolvedOptions().locale;
    const lang = nearest(spoken, Object.keys(messages)) ?? 'en';
    this.#panel = panel;
    this.#options = options;
    const nodes = core.nodes();
    // Choices that the reader has made but not submitted yet are passed on.
    const chosen = nodes.filter((it) => it.checked).map(choice);
    try {
      const drawn = panel.ownerDocument.createElement('div');
      const words = [...options.messages, ...messages[lang]];
      this.#core = new Core(drawn, { ...options, notice: core.notice(), messages: words });
      for (const it of chosen) this.#core.act(...it, false);
      // If the new handle shows the same as the old one, it goes on with the nodes that are there.
      const isSame = this.#core.digest() === core.digest();
      if (!isSame) nodes[0].replaceWith(drawn.firstChild);
      this.#core.adopt(panel, isSame ? nodes : this.#core.nodes());
    } catch (error) {
      starting = undefined;
      throw error;
    }
    this.#sharing = new Sharing(this.#core, panel, currentLink);
  }

  /** Shows the extras. The panel must be in its place. */
  show() {
    const { storage } = this.#panel.getRootNode().host;
    const { persistent } = this.#options;
    const kept = {
      ...this.#options,
      persistent: mayStay(storage) ? Boolean(persistent) : undefined,
      address: addressBefore(),
    };
    anchored(this.#panel, () => this.#core.showExtras(kept));
    ExtrasHandle.#listen(this.#panel, new WeakRef(this));
    openOnPaper(this.#panel);
    this.#sharing.start();
  }

  /**
   * The module keeps a reference to the panel. If the panel's listener held the handle, neither
   * could be garbage-collected. This is a static function because all closures made in one function
   * keep everything alive that any of them uses.
   */
  static #listen(panel, handle) {
    panel.addEventListener('input', ({ target }) => {
      const alive = handle.deref();
      if (alive) alive.#typed(target);
    });
  }

  /**
   * Takes in an action of the reader, as pkg/src/element/input.js names it; a button of the extras
   * may have an index in its name. Returns effects.
   */
  act(name, ...rest) {
    const [act, index] = name.split('-');
    try {
      this.#tell();
      if (act === 'stay') return this.#stay();
      const effects = this.#sharing.press(act);
      if (effects) return effects;
      if (index === undefined) return this.#core.act(name, ...rest);
      return this.#do(act, Number(index));
    } catch (error) {
      // The instance is broken. The next scorecard gets a new one.
      starting = undefined;
      throw error;
    }
  }

  /** Shows the scorecard that the page's URL links to, if it does. */
  follow() {
    this.#sharing.follow(true);
  }

  /**
   * Whether its instance of the module has been replaced. A pointer into another instance would
   * lead to another widget.
   */
  get isStale() {
    return this.#instance !== instances;
  }

  answers() {
    return this.#core.answers();
  }

  replace(answers) {
    return this.#core.replace(answers);
  }

  scorecard() {
    return this.#core.scorecard();
  }

  /**
   * Waits for a pause, because a screen reader would read out the number of characters left at each
   * key press.
   */
  #typed(target) {
    if (target.localName !== 'textarea') return;
    if (this.#field !== target) this.#tell();
    clearTimeout(this.#pause);
    this.#field = target;
    this.#pause = setTimeout(() => {
      try {
        this.#tell();
      } catch {
        // The next action will report that the instance is broken.
        starting = undefined;
      }
    }, PAUSE);
  }

  /** Tells the core what the reader has typed. */
  #tell() {
    clearTimeout(this.#pause);
    const field = this.#field;
    this.#field = undefined;
    if (!field || this.isStale) return;
    const [name, index] = field.id.split('-');
    this.#core.remark(name === 'reason' ? 'write' : 'draft', Number(index ?? 0), field.value);
  }

  /** Carries out what needs the browser; for the rest, asks the core and returns its effects. */
  #do(act, index) {
    const { id, version } = this.#options;
    const name = `${id}-${version}`.slice(0, 100).replace(/[^\p{L}\p{N}.-]+/gu, '-');
    const document = this.#panel.ownerDocument;
    if (act === 'print') printAlone(this.#panel.getRootNode().host);
    // By this mark spreadsheets recognise UTF-8.
    else if (act === 'csv') save(document, `${name}.csv`, 'text/csv', `\uFEFF${this.#core.csv(hasSemicolons())}`);
    else if (act === 'json')
      save(document, `${name}.json`, 'application/json', JSON.stringify(this.#core.own(), null, 2));
    else if (act === 'picture') this.#picture(name);
    else if (act === 'calendar') save(document, `${name}.ics`, 'text/calendar', this.#core.calendar(...nextWeek()));
    else if (act === 'copy') this.#copy();
    else if (['again', 'open', 'earlier'].includes(act)) return this.#core.retake(act);
    else if (act === 'undo') return this.#core.undo();
    else if (act === 'change' || act === 'cancel') return this.#core.change(index, act === 'change');
    else if (act === 'forget') return this.#erased(this.#core.forget());
    else return this.#remark(act, index);
    return [];
  }

  #remark(act, index) {
    const find = (id) => this.#panel.querySelector(`#${id}`);
    const field = find(act === 'suggest' ? 'suggestion' : `reason-${index}`);
    const effects = this.#core.remark(act, index, field?.value ?? '');
    // The cursor goes to the end of a text that is to be changed.
    if (act === 'begin') find(`reason-${index}`).setSelectionRange(-1, -1);
    return effects;
  }

  /**
   * Moves what is saved to the other storage. If that storage refuses it, the copy in this one
   * stays, and a note tells the reader so.
   */
  *#stay() {
    const { id, instance } = this.#options;
    const note = this.#panel.querySelector('#no-room');
    note.hidden = true;
    const [stored, ...effects] = this.#core.remark('stay', 0, '');
    const [, { persistent }] = stored;
    const [to, from] = persistent ? ['local', 'session'] : ['session', 'local'];
    yield stored;
    if (text(to, id, instance)) {
      forget(id, instance, [from]);
      yield* effects;
    } else {
      yield* this.#core.remark('stay', 0, '');
      note.hidden = false;
    }
  }

  /**
   * The effects of erasing. Once the element has saved the new state, the copy in the other storage
   * is erased too, before the page gets an event.
   */
  *#erased([store, ...effects], kinds) {
    const { id, instance } = this.#options;
    yield store;
    forget(id, instance, kinds);
    yield* effects;
  }

  /** Copies the URL; if the browser does not allow that, selects it. */
  async #copy() {
    const field = this.#panel.querySelector('#address');
    try {
      await navigator.clipboard.writeText(field.value);
      this.#core.copied();
    } catch {
      field.select();
    }
  }

  /** Saves the scorecard as a picture, or says that it cannot be made. */
  async #picture(name) {
    const failed = this.#panel.querySelector('#no-picture');
    failed.hidden = true;
    try {
      const { assets } = this.#panel.getRootNode().host;
      const picture = await paint(this.scorecard(), this.#options.questionnaire, assets);
      save(this.#panel.ownerDocument, `${name}.${picture.type === 'image/png' ? 'png' : 'svg'}`, picture.type, picture);
    } catch {
      failed.hidden = false;
    }
  }
}
