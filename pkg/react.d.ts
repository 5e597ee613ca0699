/**
 * The component for React, and the bare tag in its JSX. element.d.ts describes
 * the properties and events.
 */
import type { DetailedHTMLProps, ForwardRefExoticComponent, HTMLAttributes, ReactNode, RefAttributes } from 'react';
import type {
  AnswersInput,
  MisconceptionScorecard,
  QuestionnaireInput,
  ScorecardAttributes,
  ScorecardEvents,
} from './element.js';

/** A handler for each event: `onCompleted` for `scorecard-completed`, and so on. */
export type ScorecardHandlers = {
  [Name in keyof ScorecardEvents as Name extends `scorecard-${infer Short}` ? `on${Capitalize<Short>}` : never]?: (
    event: ScorecardEvents[Name],
  ) => void;
};

/** The attributes of the tag, a handler for each event, and the properties below. */
export interface ScorecardProps
  extends ScorecardAttributes,
    ScorecardHandlers,
    Omit<HTMLAttributes<MisconceptionScorecard>, keyof ScorecardHandlers | 'children'> {
  /**
   * The questionnaire: an object, which may be imported from a JSON file, or JSON text. Default: the
   * questionnaire at `src`, or the built-in one.
   */
  questionnaire?: QuestionnaireInput;
  /**
   * The initial answers. They are set again only if they differ from those of the last render.
   */
  answers?: AnswersInput;
  /**
   * The HTML that `renderToString` has made on the server, instead of children. With its option
   * `shadow`, the first screen is shown before any script runs.
   */
  html?: string;
  /** The fallback, which is shown until the questionnaire is ready, and if it cannot start. */
  children?: ReactNode;
}

/** The questionnaire as a component. Defines the tag in the browser. Its `ref` is the element. */
export const Scorecard: ForwardRefExoticComponent<ScorecardProps & RefAttributes<MisconceptionScorecard>>;
export default Scorecard;

/** The events of a bare tag, as React 19 names them: `onscorecard-completed`. */
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
