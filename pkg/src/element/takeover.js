/**
 * Draws the widget, over a first screen that came with the page or in place of what is there. Knows which nodes stay; what
 * is drawn is the core's.
 */
import { fromCore } from '../data/failure.js';
import { choice } from './input.js';
import * as module from './instance.js';
import { make } from './nodes.js';

/**
 * Draws a widget with what is `saved` and these `options` in the element's own root; `isFirst`: nothing of ours has been
 * drawn there yet. Gives the core's handle and what has been chosen on a first screen that came with the page, as `choice`
 * gives it.
 */
export function draw(own, isFirst, saved, options) {
  // A first screen that came with the page stays as it stands, with what has been chosen on it.
  const card = isFirst ? own.root.querySelector('.card') : null;
  const chosen = [...(card?.querySelectorAll(':checked') ?? [])].map(choice);
  // Who has begun on it stays on it.
  if (chosen.length > 0) saved.step = 0;
  const panel = make('div', 'panel');
  let handle;
  try {
    handle = new module.Handle(panel, { ...saved, ...options });
  } catch (error) {
    if (!error.problems) module.reinstantiate();
    throw fromCore(error);
  }
  // Where the reader has been here before, or somebody has changed it, the core's own takes its place.
  if (card && panel.firstChild.isEqualNode(card)) handle.adopt(own.node, nodesFrom(card));
  else own.show(panel);
  if (isFirst) own.tidy();
  return { handle, chosen };
}

/** A node and all in it, in the order of the document. */
function nodesFrom(node) {
  const walker = document.createTreeWalker(node);
  const nodes = [node];
  while (walker.nextNode()) nodes.push(walker.currentNode);
  return nodes;
}
