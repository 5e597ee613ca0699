/** The component for React, and the bare tag in its JSX. Knows React's types; what the properties do, element.d.ts says. */
import type { DetailedHTMLProps, ForwardRefExoticComponent, HTMLAttributes, ReactNode, RefAttributes } from 'react';
import type {
  AnswersInput,
  MisconceptionScorecard,
  QuestionnaireInput,
  ScorecardAttributes,
  ScorecardEvents,
} from './element.js';

/** `onCompleted` for `scorecard-completed`, and so on. */
export type ScorecardHandlers = {
  [Name in keyof ScorecardEvents as Name extends `scorecard-${infer Short}` ? `on${Capitalize<Short>}` : never]?: (
    event: ScorecardEvents[Name],
  ) => void;
};

export interface ScorecardProps
  extends ScorecardAttributes,
    ScorecardHandlers,
    Omit<HTMLAttributes<MisconceptionScorecard>, keyof ScorecardHandlers | 'children'> {
  /** The questionnaire, also imported from a JSON file. Without it: the one at `src`, or the built-in one. */
  questionnaire?: QuestionnaireInput;
  /** Answers to begin with. Set anew only when they are others than before. */
  answers?: AnswersInput;
  /** What `renderToString` has made on the server, with `shadow: true` also the first screen. Instead of children. */
  html?: string;
  /** What is seen until the questionnaire is ready, and where it cannot start. */
  children?: ReactNode;
}

/** Defines the tag in the browser, and puts one here. Its `ref` is the element. */
export const Scorecard: ForwardRefExoticComponent<ScorecardProps & RefAttributes<MisconceptionScorecard>>;
export default Scorecard;

/** The events as React 19 has them on a bare tag: `onscorecard-completed`. */
type BareHandlers = { [Name in keyof ScorecardEvents as `on${Name}`]?: (event: ScorecardEvents[Name]) => void };

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'misconception-scorecard': DetailedHTMLProps<HTMLAttributes<MisconceptionScorecard>, MisconceptionScorecard> &
        ScorecardAttributes &
        BareHandlers & { class?: string; questionnaire?: QuestionnaireInput; answers?: AnswersInput };
    }
  }
}
