/**
 * Draws the widget: over a first screen that came with the page, or in place of what is there. This
 * file decides which nodes stay; the core decides what they show.
 */
import { fromCore } from '../data/failure.js';
import { choice } from './input.js';
import * as module from './instance.js';
import { make } from './nodes.js';

/**
 * Draws a widget from `saved` and `options`, which together are the options of `Handle`. `own` is
 * the element's `OwnRoot`; `isFirst` means that the core has not drawn there yet. Returns the
 * handle, and the choices that the reader has made on a first screen that came with the page, each
 * as `choice` gives it. Throws if the questionnaire cannot be used, or if the module crashes.
 */
export function draw(own, isFirst, saved, options) {
  // The page may have come with a first screen, on which the reader has chosen something already.
  const card = isFirst ? own.root.querySelector('.card') : null;
  const chosen = [...(card?.querySelectorAll(':checked') ?? [])].map(choice);
  // A reader who has begun on the first screen stays there.
  if (chosen.length > 0) saved.step = 0;
  const panel = make('div', 'panel');
  let handle;
  try {
    handle = new module.Handle(panel, { ...saved, ...options });
  } catch (error) {
    if (!error.problems) module.reinstantiate();
    throw fromCore(error);
  }
  // If the core draws something else, because the reader has been here before or a script has
  // changed the screen, the core's drawing replaces it.
  if (card && panel.firstChild.isEqualNode(card)) handle.adopt(own.node, nodesFrom(card));
  else own.show(panel);
  if (isFirst) own.tidy();
  return { handle, chosen };
}

/** A node and all its descendants, in document order. */
function nodesFrom(node) {
  const walker = document.createTreeWalker(node);
  const nodes = [node];
  while (walker.nextNode()) nodes.push(walker.currentNode);
  return nodes;
}
