/** The element: its attributes, properties and events, without any framework. */
import type { Answers, AnswersInput, Problem, QuestionnaireInput, Response, Scorecard } from './documents.js';

export type * from './documents.js';

/**
 * The events of the element. All of them bubble, also out of shadow roots, and none can be cancelled.
 */
export interface ScorecardEvents {
  /** The questionnaire is shown, in the language `lang`, and can be answered. */
  'scorecard-ready': CustomEvent<{ id: string; version: string; lang: string }>;
  /** The reader has started to answer. */
  'scorecard-started': CustomEvent<null>;
  /** The reader has chosen or changed an answer. `statement`: its id. */
  'scorecard-answered': CustomEvent<Response & { statement: string }>;
  /** The scorecard is shown, or a new one is shown. */
  'scorecard-completed': CustomEvent<Scorecard>;
  /**
   * The reader still disagrees with a refutation. `misconception`: its id; `reason`: up to 1,000
   * characters, empty if the reader gave none.
   */
  'scorecard-disputed': CustomEvent<{ misconception: string; reason: string }>;
  /** The reader has named another misconception. */
  'scorecard-suggested': CustomEvent<{ text: string }>;
  /** The reader has erased everything. */
  'scorecard-reset': CustomEvent<null>;
  /** The reader has restored what they had erased. */
  'scorecard-restored': CustomEvent<null>;
  /**
   * The reader has shared a link to their scorecard. `url`: the page's URL with the scorecard in
   * it; `answers`: whether the answers are in it too.
   */
  'scorecard-shared': CustomEvent<{ url: string; answers: boolean }>;
  /**
   * The endpoint has accepted what the reader sent: their answers, or something they have written.
   */
  'scorecard-sent': CustomEvent<Sent>;
  /**
   * What the reader sent was refused, or could not be delivered for a week, and is not sent again.
   * `code` says why; `line` is the line that the owner of the endpoint must add to its settings.
   */
  'scorecard-unsent': CustomEvent<Sent & { code: string; line?: string }>;
  /** The reader has taken back what they sent, and the endpoint has accepted that. */
  'scorecard-withdrawn': CustomEvent<Sent>;
  /**
   * The questionnaire cannot be shown. The fallback stays, or the first screen with a button to try
   * again. The detail has the properties of a `Failure`.
   */
  'scorecard-failed': CustomEvent<{ code: string; message: string; problems: Problem[] }>;
}

/**
 * The attributes of the tag, besides those that every element has. Each also exists as a property,
 * except `debug`. If a value is unknown, the default applies.
 */
export interface ScorecardAttributes {
  /**
   * The URL of a questionnaire, relative to the page. Default: the one in a child, or the built-in
   * one.
   */
  src?: string;
  /** One statement per screen, or all on one. Default: `paged`. */
  layout?: 'paged' | 'list';
  /** Whether a tap on an answer moves on, or only the button. Default: `tap`. */
  advance?: 'tap' | 'manual';
  /**
   * All refutations on the scorecard, or each also after its misconception's statements. Default:
   * `end`.
   */
  feedback?: 'end' | 'each';
  /** Default: `auto`, the page's own colours. */
  theme?: 'auto' | 'light' | 'dark';
  /**
   * The order of statements. Default: `interleaved`, first one statement of each misconception,
   * then the next.
   */
  order?: 'interleaved' | 'author' | 'shuffled';
  /**
   * When to start: near the window, at once, or when the reader presses a button. Default:
   * `visible`.
   */
  load?: 'visible' | 'now' | 'click';
  /**
   * Where answers are saved. With `session`, the reader may choose to keep them on the device.
   * Default: `session`.
   */
  storage?: 'session' | 'local' | 'none';
  /** A name that tells several elements with the same questionnaire apart. Default: empty. */
  instance?: string;
  /**
   * The URL of the folder with the built files, relative to the page. Default: the folder of the
   * script. Scripts are loaded from there.
   */
  assets?: string;
  /** The URL that readers may send their answers to. Default: none. */
  endpoint?: string;
  /** How answers are sent: as JSON, or as a form for services that store forms. Default: `json`. */
  encoding?: 'json' | 'form';
  /** The URL of a file that says how others answered. Default: none. */
  feed?: string;
  /**
   * Explains in the console what is wrong and how to repair it. On a local server this is on; `off`
   * turns it off.
   */
  debug?: boolean | '' | 'off';
}

export class MisconceptionScorecard extends HTMLElement {
  /** The version of the package, such as `1.0.0`. */
  static readonly version: string;
  /**
   * How long to wait for each HTTP response, each chunk of one, and each script, in milliseconds.
   * Default: 10,000. This applies to all elements of the page.
   */
  static patience: number;
  // The attributes as properties; each is its default if the attribute is missing. See
  // `ScorecardAttributes`.
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
  /** The URL that readers may send their answers to; empty for none. */
  endpoint: string;
  encoding: 'json' | 'form';
  /** The URL of a file that says how others answered; empty for none. */
  feed: string;
  /**
   * A questionnaire, as an object or JSON text, instead of the one at `src`. Setting an equal
   * questionnaire changes nothing.
   */
  questionnaire: QuestionnaireInput | undefined;
  /**
   * The answers so far, by statement id. Setting them fires no event. It throws a `Failure` if they
   * are not plain data, or if one does not fit its statement; nothing changes then. If a questionnaire
   * is still loading, the answers are kept for it; if they do not fit it, the console says so.
   */
  get answers(): Answers;
  set answers(value: AnswersInput);
  /** The scorecard; null until the reader has reached it. */
  readonly scorecard: Scorecard | null;
  /**
   * `waiting` until the element is near the window or the reader has asked for it; `starting` while
   * it loads; then `shown`, or `failed`. A change of the questionnaire, the language, or an
   * attribute that changes the screen leads back to `starting`.
   */
  readonly state: 'waiting' | 'starting' | 'shown' | 'failed';
  /**
   * Resolves to the detail of `scorecard-ready` when what was requested last is shown. Rejects with a
   * `Failure` if it cannot be shown. If you do not handle that, the browser does not report an
   * unhandled rejection.
   */
  readonly ready: Promise<ScorecardEvents['scorecard-ready']['detail']>;
  /** The problems of the questionnaire, if the last start failed because of them; else empty. */
  readonly problems: Problem[];
  /**
   * Forgets all answers, also the saved ones, and goes back to the first screen. Fires
   * `scorecard-ready` and no other event.
   */
  reset(): void;
  /**
   * Goes back to the first screen and keeps the answers. Fires `scorecard-ready` and no other
   * event.
   */
  restart(): void;
}

/** Defines `<misconception-scorecard>`. Calling it again has no effect. */
export function define(): void;

/** The kind of document that was sent; never its content. */
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
