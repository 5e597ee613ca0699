import type { Answers, Changes, Questionnaire, Scorecard } from './documents.js';

export type * from './documents.js';

/** Fetches and instantiates the module. In Node the first call does that by itself. */
export function ready(): Promise<void>;

/** The scorecard of `answers` to `questionnaire`. Throws a `Failure`. */
export function evaluate(questionnaire: Questionnaire | string, answers: Answers | string): Scorecard;

/** How `renderToString` draws. */
export interface RenderOptions {
  /** One of the questionnaire's languages. Default: its own. */
  lang?: string;
  /** Also puts the first screen there, as declarative shadow DOM. */
  shadow?: boolean;
  /** Address of `scorecard.css`. Without, the style sheet stands in the page. */
  stylesheet?: string;
  /** Of the tag; true is an empty one, false, null and undefined are none. */
  attributes?: Record<string, string | number | boolean | null | undefined>;
}

/** The tag with the questionnaire as a page to read; without one, the built-in one. Throws a `Failure`. */
export function renderToString(questionnaire?: Questionnaire | string, options?: RenderOptions): string;

/** What moved between two scorecards of the same questionnaire, version and scale. Throws a `Failure`. */
export function compare(before: Scorecard | string, after: Scorecard | string): Changes;
