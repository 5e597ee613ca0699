/**
 * Draws the widget into the shadow root, over a first screen that came with the page or in place of what is there. Knows
 * which nodes stay; what is drawn is the core's.
 */
import { fromCore } from '../data/failure.js';
import * as load from '../loading/load.js';
import { choice } from './input.js';
import { make } from './nodes.js';

/**
 * Draws a widget in `root` with what is `saved` and these `options`; `isFirst`: nothing of ours has been drawn there yet.
 * Gives the core's handle and what has been chosen on a first screen that came with the page, as `choice` gives it.
 */
export function draw(root, isFirst, saved, options) {
  // A first screen that came with the page stays as it stands, with what has been chosen on it.
  const given = isFirst ? root.querySelector('.card') : undefined;
  const panel = given?.parentNode ?? make('div', 'panel');
  const chosen = [...panel.querySelectorAll(':checked')].map(choice);
  // Who has begun on it stays on it.
  if (chosen.length > 0) saved.step = 0;
  let handle;
  try {
    handle = new load.Handle(panel, { ...saved, ...options });
  } catch (error) {
    if (!error.problems) load.reinstantiate();
    throw fromCore(error);
  }
  const { firstChild } = panel;
  if (given) {
    // The core has put its own card before it: an equal one, unless the reader has been here before.
    const surplus = firstChild.isEqualNode(given) ? firstChild : given;
    surplus.remove();
  } else {
    root.append(panel);
  }
  for (const other of [...root.childNodes]) {
    if (other !== panel) other.remove();
  }
  return { handle, chosen };
}
