/**
 * Asks the core in its worker. Knows how questions and answers cross; not what is asked.
 */

/** How often the worker is begun again after it has broken down. */
const TRIES = 3;

/** `ask(name, ...values)` promises what the core's function of that name gives. */
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
