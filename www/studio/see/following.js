/**
 * Lets the preview follow the author: once a field has had the focus for a moment, shows where its
 * text stands. Knows pointers and the focus; must not move the focus or the page, nor know how
 * anything is shown.
 */

/** How long a field must have the focus, in milliseconds. */
const PAUSE = 500;
/** How often to try: a new text must be checked before it can be shown. */
const TRIES = 5;
const KEPT = 'misconception-scorecard-studio-follow';

/** Whether the author has chosen that the preview follows. */
export function isFollowing() {
  try {
    return localStorage.getItem(KEPT) === 'yes';
  } catch {
    return false;
  }
}

/** Remembers that choice. */
export function keepFollowing(isOn) {
  try {
    if (isOn) localStorage.setItem(KEPT, 'yes');
    else localStorage.removeItem(KEPT);
  } catch {
    // The browser stores nothing: the choice lasts as long as the page.
  }
}

const FIRST_SCREEN = ['title', 'intro', 'privacy', 'scale'];
const SCORECARD = ['outcomes', 'suggestions', 'credits', 'share'];

/**
 * A name for what of the preview shows the text at a pointer, the same for fields that show
 * together; undefined if it shows nowhere.
 */
export function screenOf(at) {
  const [, first, index, part, inner] = at.split('/');
  if (FIRST_SCREEN.includes(first)) return 'first screen';
  if (SCORECARD.includes(first)) return first;
  if (first !== 'misconceptions' || part === undefined) return undefined;
  return part === 'statements' ? `statement ${index} ${inner ?? 0}` : `correction ${index}`;
}

/**
 * Follows the focus among the fields of `work`. `show(at)` shows a text in `preview` and returns a
 * promise of whether it could. What shows already is left alone, until somebody does something in
 * the preview, or `drawn()`, which is what the preview has in it, is another. Returns a function
 * that ends this.
 */
export function follow({ work, preview, drawn, show }) {
  let timer;
  let shown = /** @type {any} */ (undefined);
  const isShown = (at) => screenOf(at) === shown?.screen && drawn() === shown.drawn;

  async function attempt(target, at, tries) {
    if (document.activeElement !== target || !preview.checkVisibility() || isShown(at)) return;
    if (await show(at)) shown = { screen: screenOf(at), drawn: drawn() };
    else if (tries > 1) timer = setTimeout(attempt, PAUSE, target, at, tries - 1);
  }
  function focused({ target }) {
    clearTimeout(timer);
    const at = target.closest('[data-at]')?.dataset.at ?? '';
    if (screenOf(at)) timer = setTimeout(attempt, PAUSE, target, at, TRIES);
  }
  const forget = () => (shown = undefined);

  work.addEventListener('focusin', focused);
  for (const name of ['pointerdown', 'keydown']) preview.addEventListener(name, forget);
  return () => {
    clearTimeout(timer);
    work.removeEventListener('focusin', focused);
    for (const name of ['pointerdown', 'keydown']) preview.removeEventListener(name, forget);
  };
}
