/** The element: its attributes, properties and events. Knows no framework. */
import type { Answers, AnswersInput, Problem, QuestionnaireInput, Response, Scorecard } from './documents.js';

export type * from './documents.js';

/** What the element tells. All bubble, also out of shadow roots. */
export interface ScorecardEvents {
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

/** The attributes of the tag, but for those that every tag has. */
export interface ScorecardAttributes {
  src?: string;
  layout?: 'paged' | 'list';
  advance?: 'tap' | 'manual';
  feedback?: 'end' | 'each';
  theme?: 'auto' | 'light' | 'dark';
  order?: 'interleaved' | 'author' | 'shuffled';
  load?: 'visible' | 'now' | 'click';
  storage?: 'session' | 'local' | 'none';
  instance?: string;
  assets?: string;
  endpoint?: string;
  encoding?: 'json' | 'form';
  feed?: string;
  debug?: boolean | '' | 'off';
}

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
  /** Address of how others answered; empty for none. */
  feed: string;
  /** A questionnaire or its JSON text, instead of `src`. */
  questionnaire: QuestionnaireInput | undefined;
  /** Setting fires no event; throws a `Failure` where an answer does not fit its statement. */
  get answers(): Answers;
  set answers(value: AnswersInput);
  /** Null before the reader has reached it. */
  readonly scorecard: Scorecard | null;
  /**
   * `waiting` until it is near the window or the reader has asked; `starting` while what it needs is on its way; then `shown`, or
   * `failed`. Whatever is changed leads back to `starting`.
   */
  readonly state: 'waiting' | 'starting' | 'shown' | 'failed';
  /** Brings what `scorecard-ready` tells, once what was asked for last is shown; fails with a `Failure`. Nobody need listen before. */
  readonly ready: Promise<ScorecardEvents['scorecard-ready']['detail']>;
  /** What is wrong in what should be shown, if it failed for that; else empty. */
  readonly problems: Problem[];
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
  interface HTMLElementEventMap extends ScorecardEvents {}
  interface DocumentEventMap extends ScorecardEvents {}
  interface WindowEventMap extends ScorecardEvents {}
}
