/**
 * Lets the preview follow the author: once a field has had the focus for a moment, the preview
 * shows the text of that field. Knows pointers and the focus; must not move the focus, scroll the
 * page, or know how the preview works.
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

/** Remembers whether the preview follows. */
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
 * A name for the part of the preview that shows the text at the pointer `at`. Fields that are shown
 * together have the same name. Undefined if the preview never shows the text.
 */
export function screenOf(at) {
  const [, first, index, part, inner] = at.split('/');
  if (FIRST_SCREEN.includes(first)) return 'first screen';
  if (SCORECARD.includes(first)) return first;
  if (first !== 'misconceptions' || part === undefined) return undefined;
  return part === 'statements' ? `statement ${index} ${inner ?? 0}` : `correction ${index}`;
}

/**
 * Follows the focus among the fields of the element `work`. `original(at)` is the pointer to the
 * original of a translated text. `show(at)` shows a text in the element `preview` and returns a
 * promise of whether it could. If the part with the text was the last one shown, `show` is not
 * called again, unless the author has clicked or pressed a key in the preview, or `drawn()`, which
 * returns the content of the preview, returns another value. Returns a function that stops
 * following.
 */
export function follow({ work, preview, original, drawn, show }) {
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
    const at = original(target.closest('[data-at]')?.dataset.at ?? '');
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
