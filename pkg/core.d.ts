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
 * Starts the core. In a browser it must have resolved before the first call; on a server the first
 * call starts the core by itself. Calling it again does no harm.
 *
 * `source` is for runtimes that cannot compile bytes: what they make of an import of
 * `misconception-scorecard/core.wasm`, or a promise of that.
 *
 * Rejects with a `Failure`: `badOption` if `source` is no module, `notStarted` if the module does
 * not start, `unreachable` if its file cannot be loaded.
 */
export function ready(source?: ModuleSource | PromiseLike<ModuleSource | { default: ModuleSource }>): Promise<void>;

/**
 * Everything that is wrong with a questionnaire, and advice. The questionnaire is an object or JSON
 * text. Problems with it are in the report and never thrown; a wrong option throws a `Failure`,
 * `badOption`.
 */
export function check(questionnaire: unknown, options?: CheckOptions): Report;

/** Options of `check`. */
export interface CheckOptions {
  /**
   * The date, such as `2026-11-23`, on which `reviewBy` dates are judged. Default: the current
   * date.
   */
  today?: string;
  /**
   * Whether placeholders in square brackets are allowed, as in a new draft: they are then advice
   * and not errors.
   */
  draft?: boolean;
  /**
   * The questionnaire of which the document is a translation, for a translation in a file of its
   * own. Problems are then those of the translation alone, and `habits` is null.
   */
  translationOf?: QuestionnaireInput;
  /** The language of that translation, such as `nb`. Required with `translationOf`. */
  lang?: string;
}

/**
 * The scorecard of `answers` to `questionnaire`, with the outcome that it shows. Throws a
 * `Failure`. If the answers are JSON text, its problems have lines and columns.
 */
export function evaluate(questionnaire: QuestionnaireInput, answers: AnswersInput | string): Evaluation;

/** Reads a questionnaire once, for the answers of many readers. Throws a `Failure`. */
export function prepare(questionnaire: QuestionnaireInput): Prepared;

/**
 * A questionnaire that was read once. Its memory is freed when it is garbage-collected, or at once
 * by `free`.
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
   * The levels of certainty, the lowest first: level `levels[i]` has the code `i + 1`. Empty if the
   * questionnaire does not ask for certainty.
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
   * The scorecards of many readers, each as `evaluate` returns it. If some answers are wrong,
   * throws a `Failure` about the first reader that it finds to be wrong, and returns nothing; the
   * pointers of its problems begin with that reader's index in the array, as in `/17/s1/agreement`.
   * What is alike for many readers (`questionnaire`, `flags`, the responses in `answers` and in
   * `statements`) is shared between their scorecards and frozen.
   */
  evaluateAll(list: (AnswersInput | string)[]): Evaluation[];
  /**
   * Computes only verdicts and beliefs, in columns.
   *
   * - `columns`: one `Uint8Array` per statement, all of the same length. A row is one reader. 0
   *   is a blank, 1 to `points` a point of the scale (1: disagrees most), 255 is don't know.
   * - `certainties`: the same for certainty. 0 is none given, 1 the lowest level, 2 the next.
   *   Leave it out if certainty is not asked; a column may be undefined if nobody gave any.
   *
   * Throws a `Failure`: `badColumns` if the arrays have the wrong shape, `invalidAnswers` for a
   * number outside its scale, with column and row in its message and pointer (`/columns/2/17`). The
   * arrays that were passed are never changed.
   */
  score(columns: Uint8Array[], certainties?: (Uint8Array | null | undefined)[]): ScoreColumns;
  /** Frees the memory. From then on, any other method throws a `Failure`, `freed`. */
  free(): void;
}

/** The result of `score`: one column per misconception, one row per reader. */
export interface ScoreColumns {
  /** Codes of verdicts, 0 to 4: indices into `Prepared.verdicts`. */
  verdicts: Uint8Array[];
  /** Beliefs, 0 to 100, unrounded; NaN if it cannot be said. */
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
 * The tag as HTML, with the questionnaire inside as a page to read without scripts. Without a
 * questionnaire, the built-in one. Throws a `Failure`.
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
 * A first screen as data, which the embed scripts show before the widget is loaded. Its content may
 * change with any version.
 */
export interface FirstScreen {
  /**
   * When this is the first screen: for readers without saved answers to this questionnaire, on a
   * tag with these choices.
   */
  whom: { id: string; version: string; choices: Record<string, unknown> };
  /** What is shown; null with `order: 'shuffled'`, because the first statement is then random. */
  shown: Record<string, unknown> | null;
  /** The questionnaire in the language of the screen. */
  questionnaire: Questionnaire;
  /**
   * The texts in it that its translation leaves out, and their language; missing if the
   * questionnaire is in its own language.
   */
  untranslated?: { lang: string; texts: string[] };
}

/** The first screen of a questionnaire, or of the built-in one. Throws a `Failure`. */
export function firstScreen(questionnaire?: QuestionnaireInput, options?: FirstScreenOptions): FirstScreen;

/** Options of `picture`. */
export interface PictureOptions {
  /**
   * The questionnaire of the scorecard: its title is on the picture, and verdicts follow its rules.
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
   * A short address on the picture where one may answer, such as `example.com`. It is left out if
   * the picture has no room for it. Default: none.
   */
  address?: string;
}

/**
 * The scorecard as a picture to share, in SVG that loads nothing: the title, how many
 * misconceptions but not which ones, and an invitation. Its verdicts are computed from the
 * `answers` in the scorecard. Equal input gives equal bytes on every machine. Throws a `Failure`.
 */
export function picture(scorecard: Scorecard | string, options?: PictureOptions): string;

/**
 * How each verdict has changed between two scorecards of the same questionnaire, version and scale.
 * Throws a `Failure`: `notComparable` if one of these differs.
 */
export function compare(before: Scorecard | string, after: Scorecard | string): Changes;

/**
 * The figures of `messages`: documents of the contract (responses, remarks, withdrawals) or their JSON texts, in the order they came. Of
 * those with one receipt the last counts; what was taken back does not. A message without a `receipt`, as a server gives it that keeps only
 * hashes, is one of its own. `lang` is the language of title and names. Throws a `Failure` for what is wrong with the questionnaire;
 * messages that cannot be used are in `refused`.
 */
export function report(
  questionnaire: QuestionnaireInput,
  messages: Iterable<unknown>,
  options?: { lang?: string },
): ReportFigures;

/** The same for messages that come one by one. Throws a `Failure` for what is wrong with the questionnaire. */
export function collect(questionnaire: QuestionnaireInput, options?: { lang?: string }): Collected;

/** Messages about one questionnaire. What is dropped is freed by itself; `free` does so at once. */
export interface Collected {
  /** What they are about. */
  readonly questionnaire: { id: string; version: string; shape: string };
  /** How many had no receipt. */
  readonly withoutReceipt: number;
  /** The first thousand that could not be used, by their place among all, counted from 0. */
  readonly refused: Refused[];
  /** Takes a message, a document or its JSON text. Throws for none: see `refused`. */
  add(message: unknown): void;
  figures(): ReportFigures;
  /** The report as a page of HTML that loads nothing, in English (`en`) or Norwegian (`nb`); default: the questionnaire's language. */
  html(options?: TextOptions): string;
  /** The report as text. */
  text(options?: TextOptions): string;
  /** The counts of a feed made on this day, `2026-11-29`; of fewer than ten responses none. */
  counts(made: string): FeedCounts;
  /** For each response that counts `length` bytes: `receipt` of them the receipt, the others what a feed counts of it. */
  counted(): { bytes: Uint8Array; length: number; receipt: number };
  /** Gives its memory back. Any other method throws a `Failure`, `freed`, from then on. */
  free(): void;
}

/** How a report is said. */
export interface TextOptions {
  /** `en` or `nb`. Default: the questionnaire's language, or English. */
  lang?: string;
  /** How many rows there were besides that held no message; they are said to be damaged. */
  damaged?: number;
  /** How wide lines of text may be. Default: 80. */
  columns?: number;
}

/** A message that was not taken. */
export interface Refused {
  /** Its place among all messages, from 0. */
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

/** So many of so many: `count / n`, 0 to 1, with Wilson's 95 % interval. */
export interface Share {
  count: number;
  n: number;
  share: number;
  low: number;
  high: number;
}

/** What is estimated from the answers of `n` readers, with its 95 % interval; null where there are too few, or no formula. */
export interface Estimate {
  n: number;
  value: number;
  low: number | null;
  high: number | null;
}

/** The figures of one misconception; null is what cannot be said. */
export interface MisconceptionFigures {
  id: string;
  name: string;
  verdicts: {
    /** All but insufficient. */
    classified: number;
    held: number;
    leaning: number;
    unsure: number;
    notHeld: number;
    insufficient: number;
  };
  /** Of those classified. Leaning is apart. */
  held: Share | null;
  leaning: Share | null;
  /** Of the readers who have answered again. */
  change: {
    /** How many had a verdict both times. */
    n: number;
    before: Share | null;
    after: Share | null;
    /** From which verdict (row) to which (column), in the order held, leaning, unsure, insufficient, notHeld. */
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
    /** The mean individual normalised change, -1 to 1, above 0 where belief became less (Marx & Cummings 2007). */
    normalized: Estimate | null;
    /** The exact two-sided sign test of corrected against acquired (McNemar 1947). */
    sign: { corrected: number; acquired: number; share: Share; p: number } | null;
  } | null;
  /** Of the readers who answered all of its statements. `omega`: three and more statements, 100 readers and more. */
  reliability: {
    method: 'spearmanBrown' | 'alpha';
    statements: number;
    value: Estimate;
    omega: Estimate | null;
  } | null;
  /** Whose answers contradict each other, of those who answered statements of both keys. */
  inconsistent: Share | null;
  /** How many dispute its refutation. */
  disputes: number;
  /** The same of those classified; null also where there are more disputes than such readers. */
  disputed: Share | null;
}

/** The figures of one statement. */
export interface StatementFigures {
  id: string;
  misconception: string;
  key: 'myth' | 'fact';
  contested: boolean;
  /** How many chose each point, from disagreement to agreement. */
  counts: number[];
  dontKnow: Share | null;
  blank: Share | null;
  /** The mean of 1 - position, 0 to 1; null for a contested one. */
  facility: Estimate | null;
  /** The correlation with the reader's other answers, -1 to 1; null for a contested one. */
  discrimination: Estimate | null;
}

/** Everything that the responses come to. */
export interface ReportFigures {
  questionnaire: { id: string; version: string; title: string; lang: string; points: number };
  /** What must be read beside every figure: readers chose to answer and to send, this is no population. */
  note: string;
  /** How many responses are counted. */
  responses: number;
  /** How many of them have first answers too. */
  answeredAgain: number;
  /** In the author's order, without contested ones. */
  misconceptions: MisconceptionFigures[];
  /** Those on which experts disagree: nobody is mistaken on them. */
  contested: MisconceptionFigures[];
  statements: StatementFigures[];
  habits: {
    /** The same answer throughout, of those who answered at least four statements, both keys among them. */
    straightLined: Share | null;
  };
  /** How many suggestions are kept. */
  suggestions: number;
  /** What was read, and what became of it. */
  read: {
    rows: number;
    responses: number;
    remarks: number;
    withdrawals: number;
    /** Could not be used. */
    damaged: number;
    /** About another questionnaire. */
    others: number;
    /** About another version or shape of this one. */
    otherVersions: number;
  };
  /** The first thousand that could not be used. */
  refused: Refused[];
}
