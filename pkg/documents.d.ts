/** The documents that cross: what an author writes, what a reader answers, what comes out. */

export interface Questionnaire {
  $schema?: string;
  /** A note to oneself; allowed in every map. */
  $comment?: string;
  /** `1.0`. */
  format: string;
  id: string;
  version: string;
  /** BCP 47. */
  lang: string;
  title: string;
  /** Allows `*emphasis*`, `[words](https://…)` and `[1]` in prose; without it every text is plain. */
  markup?: 'inline';
  intro?: string;
  privacy?: string;
  consent?: string;
  scale?: { points?: 2 | 3 | 4 | 5 | 6 | 7; labels?: string[]; dontKnow?: boolean };
  certainty?: { levels?: number; labels?: string[] } | { from: number; to: number; labels?: string[] };
  minAnswered?: 'majority' | 'half';
  cutoffs?: { held?: number; leaning?: number; unsure?: number };
  misconceptions: Misconception[];
  outcomes?: { from: number; unsure?: number; title: string; text?: string }[];
  suggestions?: { text: string; by?: string; answer: string }[];
  credits?: { text: string; url?: string; licence?: string };
  share?: { text: string };
  /** By language: an overlay, or the address of one. */
  translations?: Record<string, object | string>;
}

/** `T` as TypeScript knows a JSON file that is imported: each text is a string, whichever are allowed. */
export type Json<T> = T extends string
  ? string
  : T extends number
    ? number
    : T extends (infer U)[]
      ? Json<U>[]
      : T extends object
        ? { [K in keyof T]: Json<T[K]> }
        : T;

/** A questionnaire as it is handed over: an object, also one that was imported from a JSON file, or its JSON text. */
export type QuestionnaireInput = Questionnaire | Json<Questionnaire> | string;

/** Answers as they are handed over. */
export type AnswersInput = Answers | Record<string, { agreement: number | string; certainty?: number }>;

export interface Misconception {
  id: string;
  name: string;
  statements: { id: string; text: string; key: 'myth' | 'fact'; weight?: number }[];
  refutation: {
    fact: string;
    myth?: string;
    whyBelieved?: string;
    kernelOfTruth?: string;
    whyWrong: string;
    advice?: string;
  };
  evidence?: {
    strength: 'settled' | 'strong' | 'practitioner' | 'contested';
    asOf?: string;
    reviewBy?: string;
  };
  sources?: { title: string; url?: string; date?: string; quote?: string; lang?: string }[];
}

export interface Response {
  /** A point of the scale from 1, or don't know. */
  agreement: number | 'dontKnow';
  certainty?: number;
}

/** By statement id; a blank is absent. */
export type Answers = Record<string, Response>;

export type Verdict = 'held' | 'leaning' | 'unsure' | 'notHeld' | 'insufficient';

export type Reason =
  | 'agreement'
  | 'dontKnow'
  | 'tooFewAnswers'
  | 'misconception'
  | 'mixed'
  | 'soundKnowledge'
  | 'luckyGuess'
  | 'lackOfKnowledge';

export interface Scorecard {
  questionnaire: { id: string; version: string; format: string; points: number };
  headline: {
    held: number;
    leaning: number;
    unsure: number;
    notHeld: number;
    classified: number;
    insufficient: number;
    contested: number;
  };
  /** In the author's order. */
  verdicts: {
    misconception: string;
    verdict: Verdict;
    reason: Reason;
    /** 0 to 100, unrounded; null where it cannot be said. */
    belief: number | null;
    contested: boolean;
    flags: ('single' | 'inconsistent')[];
    statements: {
      id: string;
      agreement: number | 'dontKnow' | null;
      certainty: number | null;
      /** 0 to 1, towards the misconception. */
      position: number | null;
      class: 'misconception' | 'soundKnowledge' | 'luckyGuess' | 'lackOfKnowledge' | null;
    }[];
  }[];
  /** Misconceptions as they are shown. */
  order: string[];
  flags: 'straightLined'[];
  answers: Answers;
}

/** A scorecard as `evaluate` gives it. */
export interface Evaluation extends Scorecard {
  /** The author's remark that is shown: its place among `outcomes`, from 0, and its title. Null where none is. */
  outcome: { index: number; title: string } | null;
}

/** What a reader saves as data. */
export interface Own {
  scorecard: Scorecard;
  /** That of their first answers; null where they have not answered again. `compare(first, scorecard)` says what moved. */
  first: Scorecard | null;
  /** By misconception: why they still disagree with its refutation; it may be empty. */
  disputes: Record<string, string>;
  /** The misconceptions that they have named. */
  suggestions: string[];
}

export interface Changes {
  changes: {
    misconception: string;
    transition: 'corrected' | 'loosened' | 'settled' | 'unchanged' | 'unsettled' | 'acquired' | 'strengthened' | null;
    /** -1 to 1: individual normalised change. */
    change: number | null;
  }[];
}

/** One thing wrong in a document. */
export interface Problem {
  code: string;
  /** A JSON pointer; empty for the document itself. */
  pointer: string;
  /** What would be right there. The widget leaves it out; the core says it. */
  expected?: string;
  /** Of answers that were given as a text: from 1, as editors count. */
  line?: number;
  column?: number;
  /** The same in UTF-16 units from 0, and how much to mark. */
  offset?: number;
  length?: number;
}

/** What this package throws. */
export interface Failure extends Error {
  code: string;
  problems: Problem[];
}

/** One thing that `check` tells. */
export interface Finding {
  /** Errors stop; advice does not. */
  severity: 'error' | 'advice';
  code: string;
  /** A JSON pointer; empty for the document itself. */
  pointer: string;
  /** What is wrong, in a sentence or two. */
  message: string;
  /** What to do about it. */
  remedy: string;
  /** What stands there, shortened. */
  found?: string;
  /** What belongs there. */
  expected?: string;
  /** The word that was probably meant. */
  suggestion?: string;
  /** Where a text was given: from 1, as editors count. */
  line?: number;
  column?: number;
  /** The same in UTF-16 units from 0, and how much to mark. */
  offset?: number;
  length?: number;
}

/** What one way of answering all statements brings. */
export interface Pattern {
  headline: Scorecard['headline'];
  verdicts: { misconception: string; verdict: Verdict }[];
  /** The place of the outcome that is shown; null where none is. */
  outcome: number | null;
}

/** What comes of answering without reading. */
export interface Habits {
  /** Every answer that is offered being equally likely; null where there are too many combinations to be exact. */
  random: null | {
    /** The probability of each verdict. */
    verdicts: ({ misconception: string } & Record<Verdict, number>)[];
    /** The probability that 0, 1, 2, … misconceptions are held or leaned towards, contested ones left out. */
    counts: number[];
    /** The probability of each outcome being shown. */
    outcomes: number[];
  };
  /** Agreeing with all, with full certainty. */
  agree: Pattern;
  disagree: Pattern;
}

/** What `check` says of a questionnaire. */
export interface Report {
  /** Whether there is no error. */
  ok: boolean;
  /** In the order of the text, where one was given. */
  problems: Finding[];
  /** Null where there are errors. */
  habits: Habits | null;
}
