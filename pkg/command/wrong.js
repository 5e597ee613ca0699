/**
 * What is not the questionnaire's fault: the command was not asked rightly, or a file cannot be read or written.
 * Knows two sentences; not who says them.
 */
export class Wrong extends Error {
  /** `message` says what is wrong, `advice` what to do. */
  constructor(message, advice = '') {
    super(message);
    this.advice = advice;
  }
}
