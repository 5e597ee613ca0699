import type { Answers, Problem, Questionnaire, Response, Scorecard } from './documents.js';

export type * from './documents.js';

export class MisconceptionScorecard extends HTMLElement {
  /** The version of the package. */
  static readonly version: string;
  /**
   * How long to wait for each answer of a server, each piece of it and each script, in milliseconds: 10,000. For all
   * elements of the page.
   */
  static patience: number;
  src: string;
  layout: 'paged' | 'list';
  advance: 'tap' | 'manual';
  feedback: 'end' | 'each';
  theme: 'auto' | 'light' | 'dark';
  order: 'interleaved' | 'author' | 'shuffled';
  load: 'visible' | 'now' | 'click';
  storage: 'session' | 'local' | 'none';
  instance: string;
  assets: string;
  /** Where readers may send their answers; empty for nowhere. */
  endpoint: string;
  encoding: 'json' | 'form';
  /** Where it stands how others answered; empty for nowhere. */
  feed: string;
  /** A questionnaire or its JSON text, instead of `src`. */
  questionnaire: Questionnaire | string | undefined;
  /** Setting fires no event; throws a `Failure` where an answer does not fit its statement. */
  answers: Answers;
  /** Null before the reader has reached it. */
  readonly scorecard: Scorecard | null;
  /** Forgets all answers, also those that are kept, and goes back to the first screen. Fires no event but `scorecard-ready`. */
  reset(): void;
  /** Goes back to the first screen, with the answers as they are. Likewise. */
  restart(): void;
}

/** Defines `<misconception-scorecard>`. Harmless the second time. */
export function define(): void;

/** What was sent; never what stands in it. */
export interface Sent {
  kind: 'response' | 'remark';
  /** What a remark is about; null for a response. */
  about: 'suggestion' | 'dispute' | null;
}

declare global {
  interface HTMLElementTagNameMap {
    'misconception-scorecard': MisconceptionScorecard;
  }
  interface HTMLElementEventMap {
    'scorecard-ready': CustomEvent<{ id: string; version: string; lang: string }>;
    'scorecard-started': CustomEvent<null>;
    'scorecard-answered': CustomEvent<Response & { statement: string }>;
    'scorecard-completed': CustomEvent<Scorecard>;
    'scorecard-disputed': CustomEvent<{ misconception: string; reason: string }>;
    'scorecard-suggested': CustomEvent<{ text: string }>;
    'scorecard-reset': CustomEvent<null>;
    'scorecard-restored': CustomEvent<null>;
    /** `url`: the page's address with the scorecard in it; `answers`: whether the answers are in it too. */
    'scorecard-shared': CustomEvent<{ url: string; answers: boolean }>;
    /** What a reader has sent has got through: their answers, or what they have written. */
    'scorecard-sent': CustomEvent<Sent>;
    /** It could not be taken, and is not tried again. `line`: what the owner of the endpoint has to add. */
    'scorecard-unsent': CustomEvent<Sent & { code: string; line?: string }>;
    /** It was taken back. */
    'scorecard-withdrawn': CustomEvent<Sent>;
    'scorecard-failed': CustomEvent<{ code: string; message: string; problems: Problem[] }>;
  }
}
