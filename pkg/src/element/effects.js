/**
 * Effects: what the core asks JavaScript to do after an action of the reader. This file dispatches
 * them by name; the caller brings the functions that carry them out.
 */

/**
 * Carries out `effects`, an array of `[name, detail]`, in order. A name that is a key of `own`
 * calls that function; every other name is an event for `emit`.
 */
export function carryOut(effects, own, emit) {
  for (const [name, detail] of effects) {
    if (Object.hasOwn(own, name)) own[name](detail);
    else emit(name, detail);
  }
}

/** Dispatches `scorecard-<name>` on `element`. The event bubbles, also out of shadow roots. */
export function emit(element, name, detail) {
  element.dispatchEvent(new CustomEvent(`scorecard-${name}`, { bubbles: true, composed: true, detail }));
}
