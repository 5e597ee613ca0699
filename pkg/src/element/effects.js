/**
 * What the core asks for after an act. Knows the names of the effects; who carries them out is the element.
 */

/** Carries out `effects`, a list of `[name, detail]`, in their order; what has another name is an event to emit. */
export function carryOut(effects, { store, wait, focus, emit }) {
  const own = new Map([
    ['store', store],
    ['wait', wait],
    ['focus', focus],
  ]);
  for (const [name, detail] of effects) {
    const effect = own.get(name);
    if (effect) effect(detail);
    else emit(name, detail);
  }
}

/** Tells the page of something that has happened in `element`. */
export function emit(element, name, detail) {
  element.dispatchEvent(new CustomEvent(`scorecard-${name}`, { bubbles: true, composed: true, detail }));
}
