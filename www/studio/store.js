/**
 * The one place where the state is: which draft is open, what is in it, and all that came before. Knows history; not what a
 * draft means, nor who shows or keeps it.
 *
 * A state is `{ id, document, text, look }`: the draft, its questionnaire, the JSON as its author wrote it where that is more
 * than the questionnaire, and how it is to look. With no draft open it is `{ id: null }`.
 */

/** Changes of the same thing within so many milliseconds are one step. */
const TOGETHER = 1500;
/** So many steps can be taken back. */
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
    /** Calls `listener(state, cause)` after each change; gives what ends that. */
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    /** Goes on to `next`; `place` is where the change shows, and changes of one `group` soon after another are one step. */
    commit(next, { place, group, now = Date.now() } = /** @type {any} */ ({})) {
      if (next === state) return;
      const isSame = group !== undefined && group === last.group && now - last.time < TOGETHER && future.length === 0;
      if (!isSame || past.length === 0) past = [...past.slice(-MOST + 1), { state, place }];
      future = [];
      last = { group, time: now };
      state = next;
      tell('commit');
    },
    /** Takes what came from elsewhere, such as another tab, as a step of its own or, if it `replaces`, as if it had always been so. */
    accept(next, { replaces = false } = {}) {
      if (!replaces) {
        past = [...past.slice(-MOST + 1), { state, place: undefined }];
        future = [];
      }
      last = { group: undefined, time: 0 };
      state = next;
      tell('accept');
    },
    /** One step back; gives where it shows. */
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
    /** One step forward again. */
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
