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
