/**
 * Shows on a terminal how far a long run has come. Knows streams and time, but not what is counted.
 */

/** The shortest time between two updates, in milliseconds. */
const OFTEN = 1000;

/**
 * A line with the count so far. It is written only if standard error is a terminal and the output is
 * not on the same one, where the two would be mixed.
 */
export class Progress {
  #last = Date.now();
  #isSaid = false;
  #what;

  /** `what` names what is counted, in the plural. */
  constructor({ stderr, stdout }, what) {
    this.stderr = stderr;
    this.isShown = stderr.isTTY && !stdout.isTTY;
    this.#what = what;
  }

  tell(done) {
    if (!this.isShown || Date.now() - this.#last < OFTEN) return;
    this.#last = Date.now();
    this.#isSaid = true;
    this.stderr.write(`\r${done.toLocaleString('en')} ${this.#what} `);
  }

  end() {
    if (this.#isSaid) this.stderr.write('\n');
    this.#isSaid = false;
  }
}
