/**
 * How long to wait for what may never come. Knows time; not what is waited for.
 */

/** In milliseconds, for each answer of a server and each piece of it, and for each script. */
export let patience = 1e4;

export function setPatience(milliseconds) {
  patience = milliseconds;
}

/** What `promise` brings, if it does not take longer. */
export function withPatience(promise) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`nothing came for ${patience / 1000} s`)), patience);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
