/**
 * Calls the core in its worker. Knows how calls and results cross to the worker and back; must not
 * know what is called.
 */

/** How often in a row the worker is started without an answer, before calls fail. */
const TRIES = 3;

/** `ask(name, ...values)` returns a promise of what the core's function `name` returns. */
export function createCore(address = new URL('studio-worker.js', import.meta.url)) {
  const open = new Map();
  let number = 0;
  let tries = 0;
  let worker;

  function start() {
    worker = new Worker(address, { type: 'module' });
    worker.addEventListener('message', ({ data: { number, result, error } }) => {
      const { done, fail } = open.get(number) ?? {};
      open.delete(number);
      tries = 0;
      if (error) fail?.(Object.assign(new Error(error.message), error));
      else done?.(result);
    });
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      worker.terminate();
      worker = undefined;
      for (const { fail } of open.values()) fail(new Error(event.message || 'the check does not start'));
      open.clear();
    });
  }

  return {
    ask(name, ...values) {
      return new Promise((done, fail) => {
        if (!worker) {
          if (tries++ >= TRIES) return fail(new Error('the check does not start'));
          start();
        }
        open.set(++number, { done, fail });
        worker.postMessage({ number, name, values });
      });
    },
  };
}
