/**
 * Keeps what is written across a reload, in this browser only. Storage that is blocked or full is silence.
 */

const NAME = 'misconception-scorecard-playground';
/** How long to wait for the next change before writing, in milliseconds. */
const MOMENT = 300;

/** What was kept, `{ text, choices }`; undefined where nothing was, or not by us. */
export function recall() {
  try {
    const { text, choices } = JSON.parse(localStorage.getItem(NAME));
    return typeof text === 'string' ? { text, choices: Object(choices) } : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps what `current()` gives, a moment after the last call of what this returns, or when the page goes. */
export function keeper(current) {
  let timer;
  const write = () => {
    clearTimeout(timer);
    if (timer === undefined) return;
    timer = undefined;
    try {
      localStorage.setItem(NAME, JSON.stringify(current()));
    } catch {
      // Then it lives as long as the page.
    }
  };
  addEventListener('pagehide', write);
  return () => {
    clearTimeout(timer);
    timer = setTimeout(write, MOMENT);
  };
}
