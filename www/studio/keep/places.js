/**
 * Where the author was last in each draft, so that a draft opens there again. Knows localStorage;
 * must not know what a view or a section is.
 */
const KEPT = 'misconception-scorecard-studio-places';
/** The number of drafts whose place is remembered; the one opened longest ago is forgotten first. */
const MOST = 50;

/** The place in the draft `id` as `{ view, section }`, or undefined if none is remembered. */
export const placeIn = (id) => places().find((it) => it.id === id)?.place;

/** Remembers the place in the draft `id`. */
export function keepPlace(id, { view, section }) {
  const others = places().filter((it) => it.id !== id);
  try {
    localStorage.setItem(KEPT, JSON.stringify([{ id, place: { view, section } }, ...others].slice(0, MOST)));
  } catch {
    // The browser stores nothing, or has no room left: drafts open at their beginning.
  }
}

function places() {
  try {
    const found = JSON.parse(localStorage.getItem(KEPT) ?? '[]');
    return Array.isArray(found) ? found.filter((it) => it?.place) : [];
  } catch {
    return [];
  }
}
