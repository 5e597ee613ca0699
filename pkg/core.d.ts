import type { Answers, Changes, Questionnaire, Scorecard } from './documents.js';

export type * from './documents.js';

/** Fetches and instantiates the module. In Node the first call does that by itself. */
export function ready(): Promise<void>;

/** The scorecard of `answers` to `questionnaire`. Throws a `Failure`. */
export function evaluate(questionnaire: Questionnaire | string, answers: Answers | string): Scorecard;

/** What moved between two scorecards of the same questionnaire, version and scale. Throws a `Failure`. */
export function compare(before: Scorecard | string, after: Scorecard | string): Changes;
