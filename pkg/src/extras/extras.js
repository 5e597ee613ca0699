/**
 * Adds the extras to a scorecard: a handle that also takes in what a reader says back, asks again, prints, saves, shares and
 * forgets. Knows the names of its buttons and fields, the clock and the browser's ways of saving; what is on the screen
 * is the core's. Loaded once a scorecard or a link to one is there; if it does not come, all stays as it is.
 */
import { Handle as Core, instantiate } from '#glue';
import style from '#extras-style';
import messages from '#extras-messages';
import { choice, focus } from '../element/input.js';
import { compile } from '#module';
import { nearest } from '../data/language.js';
import { paint } from './rasterize.js';
import { openOnPaper, printAlone } from './print.js';
import { hasSemicolons, nextWeek, save } from './save.js';
import { Sharing } from './share.js';
import { addressBefore } from './address.js';
import { anchored } from './scroll-anchor.js';
import { forget, mayStay, text } from '../element/storage.js';

/** After how long without a key the room that is left is told, in milliseconds: not at each. */
const PAUSE = 500;

let starting;
/** Counts instances of the module: a handle is good for the one that it was made in. */
let instances = 0;

/** Adds the extras, once their module is there: `takeOver(root, options)`; throws where it does not come. */
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
 * Takes over the scorecard that `core`, a handle, has drawn in the element's own root; `options` are those of that handle,
 * with all that is kept; `currentLink` is that of pkg/src/element/link.js. Returns the new handle.
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

/** Stands in for the core's handle. */
class ExtrasHandle {
  #core;
  #panel;
  #options;
  #instance = instances;
  /** The field whose text the core has not been told, and the pause after which it is. */
  #field;
  #pause;
  #sharing;

  constructor(panel, core, currentLink, options) {
    const spoken = options.plurals.resolvedOptions().locale;
    const lang = nearest(spoken, Object.keys(messages)) ?? 'en';
    this.#panel = panel;
    this.#options = options;
    const nodes = core.nodes();
    // What the reader has chosen, and not yet sent in, it is told.
    const chosen = nodes.filter((it) => it.checked).map(choice);
    try {
      const drawn = panel.ownerDocument.createElement('div');
      const words = [...options.messages, ...messages[lang]];
      this.#core = new Core(drawn, { ...options, notice: core.notice(), messages: words });
      for (const it of chosen) this.#core.act(...it, false);
      // It goes on with the nodes that are there, if they show what its own would.
      const isSame = this.#core.digest() === core.digest();
      if (!isSame) nodes[0].replaceWith(drawn.firstChild);
      this.#core.adopt(panel, isSame ? nodes : this.#core.nodes());
    } catch (error) {
      starting = undefined;
      throw error;
    }
    this.#sharing = new Sharing(this.#core, panel, currentLink);
  }

  /** Shows what a reader may do, once the panel is in its place. */
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
   * The module holds the panel, which must not hold the handle: then neither would ever be forgotten. A function of its
   * own, for a listener holds all that any other one made beside it uses.
   */
  static #listen(panel, handle) {
    panel.addEventListener('input', ({ target }) => {
      const alive = handle.deref();
      if (alive) alive.#typed(target);
    });
  }

  /** An act, as pkg/src/element/input.js names it; a button of the extras has its index in its name. */
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
      // The instance is broken: the next scorecard has a fresh one.
      starting = undefined;
      throw error;
    }
  }

  /** Shows what the page's address says. */
  follow() {
    this.#sharing.follow(true);
  }

  /** Whether its instance of the module has gone: a handle of another one would be somebody else's. */
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

  /** Waits for a pause: a count that changed with each key would be read out with each. */
  #typed(target) {
    if (target.localName !== 'textarea') return;
    if (this.#field !== target) this.#tell();
    clearTimeout(this.#pause);
    this.#field = target;
    this.#pause = setTimeout(() => {
      try {
        this.#tell();
      } catch {
        // The next act finds the instance broken.
        starting = undefined;
      }
    }, PAUSE);
  }

  /** Tells the core what is written. */
  #tell() {
    clearTimeout(this.#pause);
    const field = this.#field;
    this.#field = undefined;
    if (!field || this.isStale) return;
    const [name, index] = field.id.split('-');
    this.#core.remark(name === 'reason' ? 'write' : 'draft', Number(index ?? 0), field.value);
  }

  /** Carries out what is the browser's; what is the core's, it gives back as effects. */
  #do(act, index) {
    const { id, version } = this.#options;
    const name = `${id}-${version}`.slice(0, 100).replace(/[^\p{L}\p{N}.-]+/gu, '-');
    const document = this.#panel.ownerDocument;
    if (act === 'print') printAlone(this.#panel.getRootNode().host);
    // The mark in front tells spreadsheets that it is UTF-8.
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
    // Whoever changes a text goes on at its end.
    if (act === 'begin') find(`reason-${index}`).setSelectionRange(-1, -1);
    return effects;
  }

  /**
   * From now on all is kept in the other store, and no longer in this one; unless the other one does not take it. Then the
   * copy here stays, and the reader is told.
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

  /** The effects; once the element has kept what is now, what was kept elsewhere is erased, before anybody is told. */
  *#erased([store, ...effects], kinds) {
    const { id, instance } = this.#options;
    yield store;
    forget(id, instance, kinds);
    yield* effects;
  }

  /** Copies the address; where the browser does not let it, selects it. */
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
