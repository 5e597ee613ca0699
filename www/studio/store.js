/**
 * The only place that holds the state: which draft is open, what is in it, and its history. Must
 * not know what a draft means, nor who shows or stores it.
 *
 * A state is `{ id, document, text, look }`: the draft, its questionnaire, the JSON as its author
 * wrote it (only if that says more than the questionnaire), and the options of the look. If no
 * draft is open, the state is `{ id: null }`.
 */

/**
 * Changes of the same group are one step if they follow each other within this time, in
 * milliseconds.
 */
const TOGETHER = 1500;
/** The largest number of steps that can be undone. */
const MOST = 500;

/** @typedef {{ state: any, place: any }} Step A state to return to, and the place of the change. */

/** Ends the current group: the next change begins a step of its own. */
const NO_GROUP = { group: undefined, time: 0 };

export function createStore(first = { id: null }) {
  let state = /** @type {any} */ (first);
  const past = /** @type {Step[]} */ ([]);
  const future = /** @type {Step[]} */ ([]);
  let last = /** @type {{ group?: string, time: number }} */ (NO_GROUP);
  const listeners = new Set();

  const tell = (cause) => {
    for (const listener of listeners) listener(state, cause);
  };
  /** Adds the current state to the history, so that undo can return to it. */
  const remember = (place) => {
    past.push({ state, place });
    if (past.length > MOST) past.shift();
  };
  /** Goes one step from one end of the history to the other. Returns the step. */
  const go = (from, to, cause) => {
    const step = from.pop();
    if (!step) return undefined;
    to.push({ state, place: step.place });
    state = step.state;
    last = NO_GROUP;
    tell(cause);
    return step;
  };

  return {
    get: () => state,
    canUndo: () => past.length > 0,
    canRedo: () => future.length > 0,
    /** Calls `listener(state, cause)` after each change. Returns a function that stops this. */
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    /**
     * Moves on to the state `next`. `place` is the place where the change is visible. Changes of
     * the same `group` that follow each other soon are one step.
     */
    commit(next, { place, group, now = Date.now() } = /** @type {any} */ ({})) {
      if (next === state) return;
      const isSame = group !== undefined && group === last.group && now - last.time < TOGETHER && future.length === 0;
      if (!isSame || past.length === 0) remember(place);
      future.length = 0;
      last = { group, time: now };
      state = next;
      tell('commit');
    },
    /**
     * Moves to a state that came from elsewhere, such as another tab: as a step of its own or, if
     * `replaces` is set, without a step in the history.
     */
    accept(next, { replaces = false } = {}) {
      if (!replaces) {
        remember(undefined);
        future.length = 0;
      }
      last = NO_GROUP;
      state = next;
      tell('accept');
    },
    /** Undoes one step. Returns it, with the place where the change is visible. */
    undo: () => go(past, future, 'undo'),
    /** Redoes one step. Returns it, with the place where the change is visible. */
    redo: () => go(future, past, 'redo'),
  };
}
