/**
 * A line on a terminal that says how far a long run is. Knows streams and time; not what is counted.
 */

/** How often progress is said, in milliseconds. */
const OFTEN = 1000;

/** A line that says how far it is, where somebody watches. */
export class Progress {
  #last = Date.now();
  #isSaid = false;
  #what;

  /** `what` is what is counted, in the plural. */
  constructor({ stderr }, what) {
    this.stderr = stderr;
    this.#what = what;
  }

  tell(done) {
    if (!this.stderr.isTTY || Date.now() - this.#last < OFTEN) return;
    this.#last = Date.now();
    this.#isSaid = true;
    this.stderr.write(`\r${done.toLocaleString('en')} ${this.#what} `);
  }

  end() {
    if (this.#isSaid) this.stderr.write('\n');
    this.#isSaid = false;
  }
}
