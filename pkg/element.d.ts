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
    'scorecard-failed': CustomEvent<{ code: string; message: string; problems: Problem[] }>;
  }
}
