/**
 * The documents that go in and come out: what an author writes, what a reader answers, and the
 * results. FORMAT.md explains each key of a questionnaire.
 */

/**
 * What an author writes. At most 1 MB of JSON and 1,000 statements; no text has more than 4,000
 * characters.
 */
export interface Questionnaire {
  $schema?: string;
  /** A note to yourself; allowed in every object of a questionnaire. */
  $comment?: string;
  /** The version of the format: `1.0`. */
  format: string;
  /** An id without spaces. Answers are saved under it. */
  id: string;
  /** The author's own version. Answers and scorecards of different versions are never mixed. */
  version: string;
  /** A language tag (BCP 47), such as `en` or `pt-BR`. */
  lang: string;
  title: string;
  /**
   * Allows `*emphasis*`, `[words](https://…)` and `[1]` in prose. Without it, every text is plain.
   */
  markup?: 'inline';
  intro?: string;
  /** What happens to the answers; replaces the widget's own sentence. */
  privacy?: string;
  /** What readers agree to when they send their answers; replaces the widget's own sentence. */
  consent?: string;
  /**
   * The answers, from disagree to agree. Default: 5 points, and also "don't know". `labels` has
   * one label per point.
   */
  scale?: { points?: 2 | 3 | 4 | 5 | 6 | 7; labels?: string[]; dontKnow?: boolean };
  /**
   * Asks how sure the reader is. `levels`: 2 to 6, counted from 1 (default 4); or the numbers
   * `from` and `to`, 1 to 5 apart.
   */
  certainty?: { levels?: number; labels?: string[] } | { from: number; to: number; labels?: string[] };
  /**
   * The share of a misconception's statements that must be answered for a verdict: more than half
   * (default), or at least half.
   */
  minAnswered?: 'majority' | 'half';
  /**
   * Beliefs that separate the verdicts: 100 >= held > leaning > unsure >= 0. Default: 75, 62.5 and
   * 37.5.
   */
  cutoffs?: { held?: number; leaning?: number; unsure?: number };
  misconceptions: Misconception[];
  /**
   * Remarks on the whole result. `from`: the smallest number of misconceptions held or leaned towards;
   * `unsure`: the smallest number of undecided ones (default 0).
   */
  outcomes?: { from: number; unsure?: number; title: string; text?: string }[];
  /** Other misconceptions that readers have suggested, with the author's answers. */
  suggestions?: { text: string; by?: string; answer: string }[];
  credits?: { text: string; url?: string; licence?: string };
  share?: { text: string };
  /** An object with a translation, or the URL of one, for each language tag. */
  translations?: Record<string, object | string>;
}

/**
 * `T` as TypeScript infers it from an imported JSON file: every literal type becomes string or
 * number.
 */
export type Json<T> = T extends string
  ? string
  : T extends number
    ? number
    : T extends (infer U)[]
      ? Json<U>[]
      : T extends object
        ? { [K in keyof T]: Json<T[K]> }
        : T;

/**
 * A questionnaire as you may pass it: an object, which may be imported from a JSON file, or JSON text.
 */
export type QuestionnaireInput = Questionnaire | Json<Questionnaire> | string;

/** Answers as you may pass them: an object, which may be imported from a JSON file. */
export type AnswersInput = Answers | Record<string, { agreement: number | string; certainty?: number }>;

/** A misconception: its statements, what corrects it, and how strong the evidence for that is. */
export interface Misconception {
  id: string;
  name: string;
  /**
   * At least one. `key`: agreeing means holding the misconception (`myth`) or not holding it
   * (`fact`). `weight`: above 0, default 1.
   */
  statements: { id: string; text: string; key: 'myth' | 'fact'; weight?: number }[];
  /** Texts of the correction; 80 to 150 words in all read best. */
  refutation: {
    fact: string;
    myth?: string;
    whyBelieved?: string;
    kernelOfTruth?: string;
    whyWrong: string;
    advice?: string;
  };
  evidence?: {
    /** A contested misconception is shown last and not counted. */
    strength: 'settled' | 'strong' | 'practitioner' | 'contested';
    /** A date: `2026`, `2026-11` or `2026-11-23`. */
    asOf?: string;
    /** A date, as in `asOf`; once it has passed, `check` gives advice. */
    reviewBy?: string;
  };
  sources?: { title: string; url?: string; date?: string; quote?: string; lang?: string }[];
}

/** The answer to one statement. */
export interface Response {
  /** A point of the scale, from 1 (strongest disagreement) to `points`; or don't know. */
  agreement: number | 'dontKnow';
  /** A level of certainty, if the questionnaire asks for it and the reader has given one. */
  certainty?: number;
}

/** An object with the answer for each statement id. A statement that was not answered is absent. */
export type Answers = Record<string, Response>;

/** `insufficient`: too few statements were answered for a verdict. */
export type Verdict = 'held' | 'leaning' | 'unsure' | 'notHeld' | 'insufficient';

/** What a verdict rests on; SCORING.md of the project defines each. */
export type Reason =
  | 'agreement'
  | 'dontKnow'
  | 'tooFewAnswers'
  | 'misconception'
  | 'mixed'
  | 'soundKnowledge'
  | 'luckyGuess'
  | 'lackOfKnowledge';

/** All verdicts of one reader, and the answers that they rest on. */
export interface Scorecard {
  questionnaire: { id: string; version: string; format: string; points: number };
  /**
   * How many misconceptions have each verdict. `classified` is the sum of the first four. Contested
   * ones are counted only in `contested`.
   */
  headline: {
    held: number;
    leaning: number;
    unsure: number;
    notHeld: number;
    classified: number;
    insufficient: number;
    contested: number;
  };
  /** In the author's order of misconceptions. */
  verdicts: {
    misconception: string;
    verdict: Verdict;
    reason: Reason;
    /**
     * 0 (rejects the misconception throughout) to 100 (holds it throughout), unrounded; null if
     * there is none.
     */
    belief: number | null;
    contested: boolean;
    /**
     * `single`: the misconception has one statement. `inconsistent`: the mean positions of its
     * `myth` and of its `fact` statements differ by 0.5 or more.
     */
    flags: ('single' | 'inconsistent')[];
    statements: {
      id: string;
      agreement: number | 'dontKnow' | null;
      certainty: number | null;
      /**
       * 0 to 1: how close the answer is to the misconception; null for don't know and if there is no
       * answer.
       */
      position: number | null;
      /**
       * The class of the response, if the questionnaire asks for certainty; null otherwise, and if there
       * is no answer.
       */
      class: 'misconception' | 'soundKnowledge' | 'luckyGuess' | 'lackOfKnowledge' | null;
    }[];
  }[];
  /** Ids of misconceptions, in the order in which the scorecard shows them. */
  order: string[];
  /** `straightLined`: at least four answers, all the same point, to statements of both keys. */
  flags: 'straightLined'[];
  answers: Answers;
}

/** A scorecard as `evaluate` returns it. */
export interface Evaluation extends Scorecard {
  /** The outcome that is shown: its index in `outcomes` and its title; null if none is shown. */
  outcome: { index: number; title: string } | null;
}

/** What a reader saves as data. */
export interface Own {
  scorecard: Scorecard;
  /**
   * The scorecard of their first answers; null if they have not answered again.
   * `compare(first, scorecard)` says what has changed.
   */
  first: Scorecard | null;
  /** For each misconception id, why they still disagree with its refutation; may be an empty string. */
  disputes: Record<string, string>;
  /** The misconceptions that they have suggested. */
  suggestions: string[];
}

/** The result of `compare`. */
export interface Changes {
  changes: {
    misconception: string;
    /** Null if one of the two verdicts is `insufficient`. */
    transition: 'corrected' | 'loosened' | 'settled' | 'unchanged' | 'unsettled' | 'acquired' | 'strengthened' | null;
    /**
     * Individual normalised change, -1 to 1 (Marx & Cummings 2007), on K = 100 - belief: the gain
     * divided by the possible gain, or the loss divided by the possible loss. Null if there is
     * none.
     */
    change: number | null;
  }[];
}

/** A problem in a document. */
export interface Problem {
  code: string;
  /** A JSON pointer (RFC 6901); empty for the document itself. */
  pointer: string;
  /** The value that is expected there. The core sets it; the widget does not. */
  expected?: string;
  /** Only if the answers were passed as JSON text: line and column, from 1, as editors count. */
  line?: number;
  column?: number;
  /** The same in UTF-16 units: the offset from 0, and the length to mark. */
  offset?: number;
  length?: number;
}

/** What this package throws, and what its promises reject with. The README lists the codes. */
export interface Failure extends Error {
  code: string;
  problems: Problem[];
}

/** A problem, or a piece of advice, that `check` reports. */
export interface Finding {
  /**
   * If there is an error, the questionnaire cannot be used as its author intends; advice prevents
   * nothing.
   */
  severity: 'error' | 'advice';
  code: string;
  /** A JSON pointer (RFC 6901); empty for the document itself. */
  pointer: string;
  /** What is wrong, in a sentence or two. */
  message: string;
  /** What to do about it. */
  remedy: string;
  /** The value that was found there, shortened. */
  found?: string;
  /** The value that is expected there. */
  expected?: string;
  /** The word that was probably meant. */
  suggestion?: string;
  /**
   * Only if the questionnaire was passed as JSON text: line and column, from 1, as editors count.
   */
  line?: number;
  column?: number;
  /** The same in UTF-16 units: the offset from 0, and the length to mark. */
  offset?: number;
  length?: number;
}

/** The result of one way of answering all statements. */
export interface Pattern {
  headline: Scorecard['headline'];
  verdicts: { misconception: string; verdict: Verdict }[];
  /** The index of the outcome that is shown; null if none is shown. */
  outcome: number | null;
}

/** The results of answering without reading the statements. */
export interface Habits {
  /**
   * The result if every answer that is offered is equally likely; null if there are too many
   * combinations to compute it exactly.
   */
  random: null | {
    /** The probability of each verdict, 0 to 1, per misconception. */
    verdicts: ({ misconception: string } & Record<Verdict, number>)[];
    /**
     * The probability that 0, 1, 2, … misconceptions are held or leaned towards; contested ones are
     * not counted.
     */
    counts: number[];
    /** The probability, 0 to 1, that each outcome is shown. */
    outcomes: number[];
  };
  /** The result of agreeing with all statements, with the highest certainty. */
  agree: Pattern;
  /** The same for disagreeing with all statements. */
  disagree: Pattern;
}

/** The result of `check`. */
export interface Report {
  /** True if there is no error; advice does not count. */
  ok: boolean;
  /** In the order of the text, if the questionnaire was passed as JSON text. */
  problems: Finding[];
  /** Null if there are errors. */
  habits: Habits | null;
}
