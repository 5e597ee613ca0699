/**
 * Has the open draft checked once its author has paused, and reports the findings. Knows the store,
 * the core and gaps; must not know the words for findings.
 */
import { filled } from '../data/gaps.js';
import { byPlace, understood } from './findings.js';

/**
 * How long to wait for the next change before checking, in milliseconds. It is longer if checking
 * takes long.
 */
const MOMENT = 200;

export const NOTHING = { findings: [], places: new Map(), isOk: false, isDone: false, filled: undefined, habits: null };

/**
 * Calls `tell(report)` after each check. A report is
 * `{ findings, places, isOk, filled, habits, checked }`; `checked` is the document that was
 * checked.
 */
export function createExaminer({ store, core, rowsOf, tell }) {
  let timer;
  let isAsking = false;
  let isWanted = false;
  let took = 0;
  let checked;

  store.subscribe((state, cause) => {
    if (state.id === null || state.isBroken || state.document === checked) return;
    clearTimeout(timer);
    timer = setTimeout(examine, cause === 'commit' ? Math.max(MOMENT, 2 * took) : 0);
  });

  async function examine() {
    if (isAsking) {
      isWanted = true;
      return;
    }
    const { id, document, isBroken } = store.get();
    if (!document || isBroken) return;
    isAsking = true;
    const start = performance.now();
    try {
      const { document: whole, gaps } = filled(document);
      const { ok, problems, habits } = await core.ask('check', whole, { draft: true });
      const findings = understood(problems, gaps, rowsOf(document));
      if (store.get().document !== document && store.get().id !== id) {
        // Another draft has been opened meanwhile, so these findings are useless.
        isAsking = false;
        return examine();
      }
      checked = document;
      const isOk = ok && gaps.length === 0 && !findings.some(({ code }) => code === 'placeholder');
      const shown = ok ? whole : undefined;
      tell({ findings, places: byPlace(findings), isOk, isDone: true, filled: shown, gaps, habits, checked });
    } catch (error) {
      tell({ ...NOTHING, failure: error.message });
    }
    took = performance.now() - start;
    isAsking = false;
    if (isWanted) {
      isWanted = false;
      examine();
    }
  }
  return {
    /** Checks the open draft again, even if it has not changed since the last check. */
    again() {
      checked = undefined;
      clearTimeout(timer);
      timer = setTimeout(examine);
    },
  };
}
