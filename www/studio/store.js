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

export function createStore(first = { id: null }) {
  let state = first;
  /** @type {{ state: any, place: any, redo?: any }[]} */
  let past = [];
  /** @type {{ state: any, place: any }[]} */
  let future = [];
  let last = { group: undefined, time: 0 };
  const listeners = new Set();

  const tell = (cause) => {
    for (const listener of listeners) listener(state, cause);
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
      if (!isSame || past.length === 0) past = [...past.slice(-MOST + 1), { state, place }];
      future = [];
      last = { group, time: now };
      state = next;
      tell('commit');
    },
    /**
     * Takes over a state that came from elsewhere, such as another tab: as a step of its own or, if
     * `replaces` is set, without a step in the history.
     */
    accept(next, { replaces = false } = {}) {
      if (!replaces) {
        past = [...past.slice(-MOST + 1), { state, place: undefined }];
        future = [];
      }
      last = { group: undefined, time: 0 };
      state = next;
      tell('accept');
    },
    /** Undoes one step. Returns the place where the change is visible. */
    undo() {
      const step = past.at(-1);
      if (!step) return undefined;
      past = past.slice(0, -1);
      future = [...future, { state, place: step.place }];
      state = step.state;
      last = { group: undefined, time: 0 };
      tell('undo');
      return step;
    },
    /** Redoes one step. Returns the place where the change is visible. */
    redo() {
      const step = future.at(-1);
      if (!step) return undefined;
      future = future.slice(0, -1);
      past = [...past, { state, place: step.place }];
      state = step.state;
      last = { group: undefined, time: 0 };
      tell('redo');
      return step;
    },
  };
}
