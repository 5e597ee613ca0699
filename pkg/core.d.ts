import type { Answers, Changes, Evaluation, Questionnaire, Report, Scorecard } from './documents.js';

export type * from './documents.js';

/** Fetches and instantiates the module. In Node the first call does that by itself. */
export function ready(): Promise<void>;

/**
 * All that is wrong with a questionnaire, an object or its JSON text, and advice. Never throws for what is in it.
 * `today` (`2026-11-23`) is the day on which evidence is due for another look; default: the clock's.
 */
export function check(questionnaire: unknown, options?: CheckOptions): Report;

/** What `check` is told besides the document. */
export interface CheckOptions {
  /** The day, as in `2026-11-23`. */
  today?: string;
  /** Whether texts in square brackets may still be there, as in a new draft: they are advice then, not errors. */
  draft?: boolean;
  /** The questionnaire of which the document is a translation, in a file of its own. */
  translationOf?: Questionnaire | string;
  /** The language of that translation. */
  lang?: string;
}

/**
 * The scorecard of `answers` to `questionnaire`, with the outcome that it shows. Throws a `Failure`, whose problems have
 * their places where the answers are a text.
 */
export function evaluate(questionnaire: Questionnaire | string, answers: Answers | string): Evaluation;

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

/** How `firstScreen` draws. */
export interface FirstScreenOptions {
  /** One of the questionnaire's languages. Default: its own. */
  lang?: string;
  /** Those of the tag which change the first screen. */
  attributes?: { layout?: string; feedback?: string; order?: string; advance?: string };
}

/** A first screen as data, which the embed scripts show before the widget is there; what is in it may change with any version. */
export interface FirstScreen {
  /** For whom it is the first: whoever has kept no answers to this questionnaire, where the tag has these choices. */
  whom: { id: string; version: string; choices: Record<string, unknown> };
  /** What is shown; null with `order: 'shuffled'`, where chance decides on it. */
  shown: Record<string, unknown> | null;
  /** The questionnaire in the language of the screen. */
  questionnaire: Questionnaire;
}

/** The first screen of a questionnaire, or of the built-in one. Throws a `Failure`. */
export function firstScreen(questionnaire?: Questionnaire | string, options?: FirstScreenOptions): FirstScreen;

/** What `picture` draws. */
export interface PictureOptions {
  /** What the scorecard is of: names stand there, and how answers count. Default: the built-in one. */
  questionnaire?: Questionnaire | string;
  /** One of the questionnaire's languages. Default: its own. */
  lang?: string;
  /** In pixels, 300 to 4096. Default: 1200. */
  width?: number;
  /** In pixels, 300 to 4096. Default: 630. */
  height?: number;
}

/**
 * The scorecard as a picture to share, SVG with nothing from elsewhere; the same gives the same bytes everywhere. Verdicts
 * are those of its `answers`. Throws a `Failure`.
 */
export function picture(scorecard: Scorecard | string, options?: PictureOptions): string;

/** What moved between two scorecards of the same questionnaire, version and scale. Throws a `Failure`. */
export function compare(before: Scorecard | string, after: Scorecard | string): Changes;
