import type {
  AnswersInput,
  Changes,
  Evaluation,
  Questionnaire,
  QuestionnaireInput,
  Report,
  Scorecard,
  Verdict,
} from './documents.js';

export type * from './documents.js';

/** What `ready` takes: the module compiled, or its bytes. */
export type ModuleSource = WebAssembly.Module | ArrayBuffer | ArrayBufferView;

/**
 * Starts the core. In a page it must have done so before the first call; on a server the first call starts it by itself.
 * `source` is for runtimes that compile no bytes: what they make of `misconception-scorecard/core.wasm`, or a promise of that.
 * Harmless the second time. Throws a `Failure`: `badOption` for what is no module, `notStarted` for one that does not start,
 * `unreachable` where its file is not there.
 */
export function ready(source?: ModuleSource | PromiseLike<ModuleSource | { default: ModuleSource }>): Promise<void>;

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
  translationOf?: QuestionnaireInput;
  /** The language of that translation. */
  lang?: string;
}

/**
 * The scorecard of `answers` to `questionnaire`, with the outcome that it shows. Throws a `Failure`, whose problems have
 * their places where the answers are a text.
 */
export function evaluate(questionnaire: QuestionnaireInput, answers: AnswersInput | string): Evaluation;

/** Reads a questionnaire once, for the answers of many readers. Throws a `Failure`. */
export function prepare(questionnaire: QuestionnaireInput): Prepared;

/** A questionnaire that was read once. What is dropped is freed by itself; `free` does so at once. */
export interface Prepared {
  /** The ids of the statements, in the author's order: that of the columns of `score`. */
  readonly statements: string[];
  /** The ids of the misconceptions, in the author's order: that of the columns that `score` gives. */
  readonly misconceptions: string[];
  /** The levels of certainty, from the lowest: level `levels[i]` has the code `i + 1`. Empty where it is not asked. */
  readonly levels: number[];
  /** The names of the verdicts, by the numbers in the columns: `held`, `leaning`, `unsure`, `insufficient`, `notHeld`. */
  readonly verdicts: Verdict[];
  /** The scorecard of one reader, as the function `evaluate` gives it. Throws a `Failure`. */
  evaluate(answers: AnswersInput | string): Evaluation;
  /**
   * The scorecards of many, each as `evaluate` gives it. Throws the `Failure` of the first block with answers that are not
   * right; the pointers of its problems begin with the index in the list, as `/17/s1/agreement`. Then there is no result.
   */
  evaluateAll(list: (AnswersInput | string)[]): Evaluation[];
  /**
   * Verdicts and beliefs only, in columns. `columns` is a `Uint8Array` per statement, all of one length, row by row the
   * same reader's: 0 blank, 1 to `points` the point of the scale (1: disagrees most), 255 don't know. `certainties` is the
   * same for certainty: 0 none given, 1 the lowest level, 2 the next; leave it out where it is not asked, or a column
   * undefined where nobody said. Throws a `Failure`, with `badColumns` for a shape and `invalidAnswers` for a number outside
   * its scale, whose message and pointer name column and row (`/columns/2/17`); then there is no result, and what was
   * handed over is as it was.
   */
  score(columns: Uint8Array[], certainties?: (Uint8Array | null | undefined)[]): ScoreColumns;
  /** Gives its memory back. Any other method throws a `Failure`, `freed`, from then on. */
  free(): void;
}

/** What `score` gives: a column per misconception, a row per reader. */
export interface ScoreColumns {
  /** Numbers of verdicts, 0 to 4: indices into `Prepared.verdicts`. */
  verdicts: Uint8Array[];
  /** 0 to 100, unrounded; NaN where it cannot be said. */
  beliefs: Float64Array[];
}

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
export function renderToString(questionnaire?: QuestionnaireInput, options?: RenderOptions): string;

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
  /** The texts in it that its translation leaves out, and their language; none where it has that language from the start. */
  untranslated?: { lang: string; texts: string[] };
}

/** The first screen of a questionnaire, or of the built-in one. Throws a `Failure`. */
export function firstScreen(questionnaire?: QuestionnaireInput, options?: FirstScreenOptions): FirstScreen;

/** What `picture` draws. */
export interface PictureOptions {
  /** What the scorecard is of: its title is there, and how answers count. Default: the built-in one. */
  questionnaire?: QuestionnaireInput;
  /** One of the questionnaire's languages. Default: its own. */
  lang?: string;
  /** In pixels, 300 to 4096. Default: 1200. */
  width?: number;
  /** In pixels, 300 to 4096. Default: 630. */
  height?: number;
  /** Where one may answer, such as `example.com`. Left out if the picture has no room for it. Default: none. */
  address?: string;
}

/**
 * The scorecard as a picture to share: the title, how many and not which, and an invitation. SVG with nothing from
 * elsewhere; the same gives the same bytes everywhere. Verdicts are those of its `answers`. Throws a `Failure`.
 */
export function picture(scorecard: Scorecard | string, options?: PictureOptions): string;

/** What moved between two scorecards of the same questionnaire, version and scale. Throws a `Failure`. */
export function compare(before: Scorecard | string, after: Scorecard | string): Changes;
