/**
 * What is kept of one element: in memory, and in the browser's store while the two agree. Knows when the store was changed
 * by somebody else; when that matters, the element knows.
 */
import * as storage from './storage.js';

/** `saved`, back at its beginning, with only those answers that were not the same `before`. */
function onlyNew(saved, before) {
  const isNew = ([statement, answer]) => JSON.stringify(answer) !== JSON.stringify(before[statement]);
  const answers = Object.fromEntries(Object.entries(saved.answers).filter(isNew));
  return { ...saved, step: 0, isDone: false, answers };
}

/** No shape of any questionnaire. */
const OTHER = -1;

export class SavedState {
  /** `{ id, instance, version, seed, plan, step, isDone, answers, shape, wording }`, and what the extras keep besides. */
  value = /** @type {any} */ ({});
  #element;
  /** What the store held when it was last read or written. */
  #stored;

  constructor(element) {
    this.#element = element;
  }

  /** Whether the store holds something else than was last seen there. */
  get isOutdated() {
    return this.#element.storage !== 'none' && this.#inStore() !== this.#stored;
  }

  /** Whether the store has changed under `key`; there is none where everything was cleared. */
  concerns(key) {
    if (key === null) return this.isOutdated;
    return this.#element.storage !== 'none' && key === storage.key(this.value.id, this.#element.instance);
  }

  /**
   * What was kept of the questionnaire of this id: with what is shown, if `isShown`, or else in the store. Whether it is
   * still about the same, its shape says; where an older widget has kept it, its version.
   */
  find(id, version, isShown) {
    const { storage: kind, instance } = this.#element;
    const { value } = this;
    const isHere = isShown && value.id === id && value.instance === instance;
    const found = isHere ? value : storage.load(kind, id, instance, version);
    return found && found.version !== version ? { shape: OTHER, ...found } : found;
  }

  /** Takes `value` for what is kept now; the store is as it should be. */
  accept(value) {
    this.value = value;
    this.agree();
  }

  /** Keeps `value` instead. */
  replace(value) {
    this.accept(value);
    storage.save(this.#element.storage, value);
    this.agree();
  }

  /**
   * Keeps what an act has changed. Where somebody has erased all of it meanwhile, only what is new: then it returns true,
   * for what is shown is another thing.
   */
  add(changes) {
    const { answers: before } = this.value;
    const isErased = Boolean(this.#stored) && this.#inStore() === null;
    Object.assign(this.value, changes);
    this.replace(isErased ? onlyNew(this.value, before) : this.value);
    return isErased;
  }

  /** What is in the store was put there on purpose. */
  agree() {
    this.#stored = this.#inStore();
  }

  #inStore() {
    const { storage: kind, instance } = this.#element;
    return storage.text(kind, this.value.id, instance, this.value.persistent);
  }
}
