/**
 * An error that is no bug and no problem of a document: the command was used wrongly, or a file
 * cannot be read or written.
 */
export class Wrong extends Error {
  /** `message` says what is wrong, `advice` what to do. */
  constructor(message, advice = '') {
    super(message);
    this.advice = advice;
  }
}
