/** The one limit of time for everything that is loaded. This file does not know what is loaded. */

/** In milliseconds; it applies to each HTTP response, each chunk of one, and each script. */
export let patience = 1e4;

export function setPatience(milliseconds) {
  patience = milliseconds;
}

/** Resolves or rejects as `promise` does, but rejects if that takes longer than `patience`. */
export function withPatience(promise) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`nothing arrived for ${patience / 1000} s`)), patience);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
