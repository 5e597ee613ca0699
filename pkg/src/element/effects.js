/**
 * What the core asks for after an act. Knows the names of the effects; who carries them out is the element.
 */

/**
 * Carries out `effects`, a list of `[name, detail]`, in their order, each by the function of its name in `own`; what has
 * another name is an event to emit.
 */
export function carryOut(effects, own, emit) {
  for (const [name, detail] of effects) {
    if (Object.hasOwn(own, name)) own[name](detail);
    else emit(name, detail);
  }
}

/** Tells the page of something that has happened in `element`. */
export function emit(element, name, detail) {
  element.dispatchEvent(new CustomEvent(`scorecard-${name}`, { bubbles: true, composed: true, detail }));
}
