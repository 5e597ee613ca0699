/** The headless core: check, evaluate, compare and draw, without a page. Errors are `Failure`s. */
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

/** A module for `ready`: compiled, or its bytes. */
export type ModuleSource = WebAssembly.Module | ArrayBuffer | ArrayBufferView;

/**
 * Starts the core. In a browser, await it before you call any other function; on a server, the first
 * call starts the core by itself. Calling it again has no effect.
 *
 * `source` is for runtimes that cannot compile bytes: pass the result of importing
 * `misconception-scorecard/core.wasm`, or a promise of it.
 *
 * Rejects with a `Failure`: `badOption` if `source` is not a module, `notStarted` if the module does
 * not start, `unreachable` if its file cannot be loaded.
 */
export function ready(source?: ModuleSource | PromiseLike<ModuleSource | { default: ModuleSource }>): Promise<void>;

/**
 * Checks a questionnaire, an object or JSON text, and returns all errors and all advice. Problems in
 * the questionnaire are in the report and never thrown; an invalid option throws a `Failure` with the
 * code `badOption`.
 */
export function check(questionnaire: unknown, options?: CheckOptions): Report;

/** Options of `check`. */
export interface CheckOptions {
  /**
   * The date, such as `2026-11-23`, against which `reviewBy` dates are compared. Default: the current
   * date.
   */
  today?: string;
  /**
   * Whether placeholders in square brackets are allowed, as in a new draft. They are then
   * reported as advice instead of errors.
   */
  draft?: boolean;
  /**
   * The questionnaire of which the document is a translation, if the translation is a separate file.
   * The report then contains only the problems of the translation, and `habits` is null.
   */
  translationOf?: QuestionnaireInput;
  /** The language of that translation, such as `nb`. Required with `translationOf`. */
  lang?: string;
}

/**
 * Computes the scorecard of `answers` to `questionnaire`, with the outcome that it shows. Throws a
 * `Failure`. If the answers are JSON text, the problems in it have lines and columns.
 */
export function evaluate(questionnaire: QuestionnaireInput, answers: AnswersInput | string): Evaluation;

/** Reads a questionnaire once, for the answers of many readers. Throws a `Failure`. */
export function prepare(questionnaire: QuestionnaireInput): Prepared;

/**
 * A questionnaire that was read once. Its memory is freed when the object is garbage-collected, or at
 * once if you call `free`; do so if you prepare many in a loop.
 */
export interface Prepared {
  /**
   * The ids of the statements, in the author's order. The columns for `score` have the same order.
   */
  readonly statements: string[];
  /**
   * The ids of the misconceptions, in the author's order. The columns that `score` returns have the
   * same order.
   */
  readonly misconceptions: string[];
  /**
   * The levels of certainty, the lowest first; they may be 0 or below. Level `levels[i]` has the code
   * `i + 1`. Empty if the questionnaire does not ask for certainty.
   */
  readonly levels: number[];
  /**
   * The verdict for each code in the columns: `held`, `leaning`, `unsure`, `insufficient`,
   * `notHeld`.
   */
  readonly verdicts: Verdict[];
  /** The scorecard of one reader, as the function `evaluate` returns it. Throws a `Failure`. */
  evaluate(answers: AnswersInput | string): Evaluation;
  /**
   * The scorecards of many readers, each as `evaluate` returns it. If answers are invalid,
   * throws a `Failure` about the first reader with invalid answers that it finds, and returns nothing;
   * the pointers of its problems begin with that reader's index in the array, counted from 0, as in
   * `/17/s1/agreement`. If a text is not JSON (`badJson`), only the message begins with the index.
   * Values that many readers have in common (`questionnaire`, `flags`, the responses in `answers` and
   * in `statements`) are shared between their scorecards and frozen.
   */
  evaluateAll(list: (AnswersInput | string)[]): Evaluation[];
  /**
   * Computes only verdicts and beliefs, in columns.
   *
   * - `columns`: one `Uint8Array` per statement, all of the same length. A row is one reader. 0
   *   means no answer, 1 to `points` a point of the scale (1: strongest disagreement), 255 don't know,
   *   if the questionnaire offers it.
   * - `certainties`: the same for certainty. 0 means that none was given, 1 is the lowest level, 2 the next.
   *   A level needs an agreement (also don't know) in the same place. Leave it out, or pass an empty
   *   array, if the questionnaire does not ask for certainty; a column may be undefined if nobody gave one.
   *
   * Throws a `Failure`: `badColumns` if the arrays have the wrong shape, `invalidAnswers` if a
   * number is outside its scale or a certainty has no agreement; the message and the pointer
   * (`/columns/2/17`) name the column and the row, counted from 0. Then nothing is scored. The arrays
   * that you pass are never changed.
   */
  score(columns: Uint8Array[], certainties?: (Uint8Array | null | undefined)[] | null): ScoreColumns;
  /** Frees the memory. After that, every other method throws a `Failure` with the code `freed`. */
  free(): void;
}

/** The result of `score`: one column per misconception, one row per reader. */
export interface ScoreColumns {
  /** Codes of verdicts, 0 to 4: indices into `Prepared.verdicts`. */
  verdicts: Uint8Array[];
  /** Beliefs, 0 to 100, unrounded; NaN if there is none. */
  beliefs: Float64Array[];
}

/** Options of `renderToString`. */
export interface RenderOptions {
  /** One of the questionnaire's languages. Default: its own. */
  lang?: string;
  /** Whether to add the first screen, as declarative shadow DOM. */
  shadow?: boolean;
  /** The URL of `scorecard.css`. Without it, the style sheet is part of the HTML. */
  stylesheet?: string;
  /**
   * Attributes of the tag. True writes an empty attribute; false, null and undefined write none.
   */
  attributes?: Record<string, string | number | boolean | null | undefined>;
}

/**
 * Returns the tag as HTML; it contains the questionnaire as a page that can be read without scripts.
 * Default: the built-in questionnaire. Throws a `Failure`.
 */
export function renderToString(questionnaire?: QuestionnaireInput, options?: RenderOptions): string;

/** Options of `firstScreen`. */
export interface FirstScreenOptions {
  /** One of the questionnaire's languages. Default: its own. */
  lang?: string;
  /** The attributes of the tag that change the first screen. */
  attributes?: { layout?: string; feedback?: string; order?: string; advance?: string };
}

/**
 * A first screen as data, which the embed scripts show before the widget is loaded. Its structure may
 * change with any version.
 */
export interface FirstScreen {
  /**
   * Who sees this screen first: readers who have no saved answers to this questionnaire, if the tag has
   * these choices.
   */
  whom: { id: string; version: string; choices: Record<string, unknown> };
  /** What is shown; null with `order: 'shuffled'`, because the first statement is then random. */
  shown: Record<string, unknown> | null;
  /** The questionnaire in the language of the screen. */
  questionnaire: Questionnaire;
  /**
   * The texts that the translation leaves out, and their language; absent if the questionnaire is in
   * its own language.
   */
  untranslated?: { lang: string; texts: string[] };
}

/** Returns the first screen of a questionnaire. Default: the built-in one. Throws a `Failure`. */
export function firstScreen(questionnaire?: QuestionnaireInput, options?: FirstScreenOptions): FirstScreen;

/** Options of `picture`. */
export interface PictureOptions {
  /**
   * The questionnaire of the scorecard. Its title is on the picture, and its rules determine the
   * verdicts.
   * Default: the built-in one.
   */
  questionnaire?: QuestionnaireInput;
  /** One of the questionnaire's languages. Default: its own. */
  lang?: string;
  /** In pixels, 300 to 4096. Default: 1200. */
  width?: number;
  /** In pixels, 300 to 4096. Default: 630. */
  height?: number;
  /**
   * A text on the picture that says where to answer, such as `example.com`. It is left out if the
   * picture has no room for it. Default: none.
   */
  address?: string;
}

/**
 * Draws the scorecard as a picture to share, an SVG that loads nothing: the title, how many
 * misconceptions but not which ones, and an invitation. Its verdicts are computed from the
 * `answers` in the scorecard. Equal input gives equal bytes on every machine. Throws a `Failure`.
 */
export function picture(scorecard: Scorecard | string, options?: PictureOptions): string;

/**
 * Says how each verdict has changed between two scorecards of the same questionnaire, version and
 * scale. Throws a `Failure` with the code `notComparable` if one of these differs.
 */
export function compare(before: Scorecard | string, after: Scorecard | string): Changes;

/**
 * Computes the figures of `messages`: documents of the contract (responses, remarks, withdrawals) or their JSON texts, in the order in
 * which they arrived. If several messages have the same receipt, the last one counts; messages that were withdrawn do not count. A message
 * without a `receipt`, as from a server that keeps only hashes, counts separately. `lang` is the language of the title and the names. Throws
 * a `Failure` if the questionnaire cannot be used; messages that cannot be used are in `refused`.
 */
export function report(
  questionnaire: QuestionnaireInput,
  messages: Iterable<unknown>,
  options?: { lang?: string },
): ReportFigures;

/** The same for messages that arrive one by one. Throws a `Failure` if the questionnaire cannot be used. */
export function collect(questionnaire: QuestionnaireInput, options?: { lang?: string }): Collected;

/** Messages about one questionnaire. The memory is freed when the object is garbage-collected, or at once if you call `free`. */
export interface Collected {
  /** The questionnaire that the messages are about. */
  readonly questionnaire: { id: string; version: string; shape: string };
  /** The number of messages without a receipt. */
  readonly withoutReceipt: number;
  /** The first thousand messages that could not be used, in the order of their index among all messages, from 0. */
  readonly refused: Refused[];
  /** Adds a message, a document or its JSON text. It never throws because of a message: see `refused`. */
  add(message: unknown): void;
  figures(): ReportFigures;
  /** The report as a page of HTML that loads nothing, in English (`en`) or Norwegian (`nb`); default: the questionnaire's language. */
  html(options?: TextOptions): string;
  /** The report as text. */
  text(options?: TextOptions): string;
  /** The counts of a feed made on this day, `2026-11-29`; it contains no counts if there are fewer than ten responses. */
  counts(made: string): FeedCounts;
  /** `length` bytes for each response that counts: the first `receipt` bytes are the receipt, the others are what a feed counts of it. */
  counted(): { bytes: Uint8Array; length: number; receipt: number };
  /** Frees the memory. After that, every other method throws a `Failure` with the code `freed`. */
  free(): void;
}

/** Options of `html` and `text`. */
export interface TextOptions {
  /** `en` or `nb`. Default: the questionnaire's language, or English. */
  lang?: string;
  /** The number of further rows that contained no message; the report counts them as damaged. */
  damaged?: number;
  /** The greatest width of a line of text. Default: 80. */
  columns?: number;
}

/** A message that could not be used. */
export interface Refused {
  /** Its index among all messages, from 0. */
  index: number;
  code: 'badJson' | 'invalidDocument' | 'verdictsDiffer';
  problems: { code: string; pointer: string; expected: string }[];
}

/** The counts in a feed. */
export interface FeedCounts {
  made: string | null;
  n: number | null;
  misconceptions: {
    id: string;
    classified: number;
    held: number;
    leaning: number;
    unsure: number;
    notHeld: number;
  }[];
  statements: { id: string; counts: number[]; dontKnow: number }[];
}

/** `count` of `n`, with the share `count / n`, 0 to 1, and Wilson's 95 % interval. */
export interface Share {
  count: number;
  n: number;
  share: number;
  low: number;
  high: number;
}

/** An estimate from the answers of `n` readers, with its 95 % interval; a bound is null if there are too few readers, or no formula. */
export interface Estimate {
  n: number;
  value: number;
  low: number | null;
  high: number | null;
}

/** The figures of one misconception; a figure is null if it cannot be computed. */
export interface MisconceptionFigures {
  id: string;
  name: string;
  verdicts: {
    /** All verdicts except `insufficient`. */
    classified: number;
    held: number;
    leaning: number;
    unsure: number;
    notHeld: number;
    insufficient: number;
  };
  /** The share of the classified readers who hold it, without those who lean towards it. */
  held: Share | null;
  leaning: Share | null;
  /** The change among readers who have answered again. */
  change: {
    /** The number of readers with a verdict both times. */
    n: number;
    before: Share | null;
    after: Share | null;
    /** The number of readers per verdict before (row) and after (column), in the order held, leaning, unsure, insufficient, notHeld. */
    transitions: number[][];
    moved: {
      corrected: number;
      loosened: number;
      settled: number;
      unchanged: number;
      unsettled: number;
      acquired: number;
      strengthened: number;
    };
    /** The mean individual normalised change, -1 to 1; above 0 if belief has decreased (Marx & Cummings 2007). */
    normalized: Estimate | null;
    /** The exact two-sided sign test of corrected against acquired (McNemar 1947). */
    sign: { corrected: number; acquired: number; share: Share; p: number } | null;
  } | null;
  /** Computed from the readers who answered all of its statements. `omega` needs at least three statements and 100 readers. */
  reliability: {
    method: 'spearmanBrown' | 'alpha';
    statements: number;
    value: Estimate;
    omega: Estimate | null;
  } | null;
  /** The share of readers whose answers contradict each other, among those who answered statements of both keys. */
  inconsistent: Share | null;
  /** The number of readers who dispute its refutation. */
  disputes: number;
  /** The same as a share of the classified readers; also null if there are more disputes than such readers. */
  disputed: Share | null;
}

/** The figures of one statement. */
export interface StatementFigures {
  id: string;
  misconception: string;
  key: 'myth' | 'fact';
  contested: boolean;
  /** The number of readers who chose each point, from disagreement to agreement. */
  counts: number[];
  dontKnow: Share | null;
  blank: Share | null;
  /** The mean of 1 - position, 0 to 1; null for a contested misconception. */
  facility: Estimate | null;
  /** The correlation with the reader's other answers, -1 to 1; null for a contested misconception. */
  discrimination: Estimate | null;
}

/** All figures that `report` computes from the messages. */
export interface ReportFigures {
  questionnaire: { id: string; version: string; title: string; lang: string; points: number };
  /** A note that belongs beside every figure: readers chose to answer and to send, so they do not represent a population. */
  note: string;
  /** The number of responses that are counted. */
  responses: number;
  /** The number of these that also have first answers. */
  answeredAgain: number;
  /** In the author's order, without contested ones. */
  misconceptions: MisconceptionFigures[];
  /** The misconceptions on which experts disagree: no answer to them counts as mistaken. */
  contested: MisconceptionFigures[];
  statements: StatementFigures[];
  habits: {
    /** The share of readers who gave the same answer throughout, among those who answered at least four statements, of both keys. */
    straightLined: Share | null;
  };
  /** The number of suggestions that are kept. */
  suggestions: number;
  /** The number of messages that were read, by kind. */
  read: {
    rows: number;
    responses: number;
    remarks: number;
    withdrawals: number;
    /** Messages that could not be used. */
    damaged: number;
    /** Messages about another questionnaire. */
    others: number;
    /** Messages about another version or shape of this questionnaire. */
    otherVersions: number;
  };
  /** The first thousand messages that could not be used. */
  refused: Refused[];
}
