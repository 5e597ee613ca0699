/**
 * What is saved for one element: in memory, and in the browser's storage. This file notices when
 * somebody else has changed the storage; what to do then, the caller decides.
 */
import * as storage from './storage.js';

/** `saved` at the first step, with only those answers that differ from `before`. */
function onlyNew(saved, before) {
  const isNew = ([statement, answer]) => JSON.stringify(answer) !== JSON.stringify(before[statement]);
  const answers = Object.fromEntries(Object.entries(saved.answers).filter(isNew));
  return { ...saved, step: 0, isDone: false, answers };
}

/** A shape that no questionnaire has. */
const OTHER = -1;

export class SavedState {
  /**
   * `{ id, instance, version, seed, plan, step, isDone, answers, shape, wording }`, and what the
   * extras save besides.
   */
  value = /** @type {any} */ ({});
  #element;
  /** The text in the storage when it was last read or written here. */
  #stored;

  constructor(element) {
    this.#element = element;
  }

  /** Whether somebody else has changed the storage since. */
  get isOutdated() {
    return this.#element.storage !== 'none' && this.#inStore() !== this.#stored;
  }

  /**
   * Whether a `storage` event with this `key` means that our entry has changed; `key` is null if
   * everything was cleared.
   */
  concerns(key) {
    if (key === null) return this.isOutdated;
    return this.#element.storage !== 'none' && key === storage.key(this.value.id, this.#element.instance);
  }

  /**
   * What is saved for the questionnaire with this id: what is in memory, if `isShown` and it is for
   * that questionnaire and instance, else what is in the storage. By its `shape` the core tells
   * whether it still fits the questionnaire. An older widget saved no shape: what it saved under
   * another version gets one that never fits.
   */
  find(id, version, isShown) {
    const { storage: kind, instance } = this.#element;
    const { value } = this;
    const isHere = isShown && value.id === id && value.instance === instance;
    const found = isHere ? value : storage.load(kind, id, instance, version);
    return found && found.version !== version ? { shape: OTHER, ...found } : found;
  }

  /**
   * Takes over `value` without writing it: the storage holds it already, or must not change now.
   */
  accept(value) {
    this.value = value;
    this.agree();
  }

  /** Takes over `value` and writes it to the storage. */
  replace(value) {
    this.accept(value);
    storage.save(this.#element.storage, value);
    this.agree();
  }

  /**
   * Saves the changes that an action has brought. If somebody has erased the entry meanwhile,
   * erased answers stay erased: only new ones are saved. Then it returns true, and the caller must
   * draw again.
   */
  add(changes) {
    const { answers: before } = this.value;
    const isErased = Boolean(this.#stored) && this.#inStore() === null;
    Object.assign(this.value, changes);
    this.replace(isErased ? onlyNew(this.value, before) : this.value);
    return isErased;
  }

  /** Remembers what is in the storage now as our own doing. */
  agree() {
    this.#stored = this.#inStore();
  }

  #inStore() {
    const { storage: kind, instance } = this.#element;
    return storage.text(kind, this.value.id, instance, this.value.persistent);
  }
}
