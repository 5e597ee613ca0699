/** The tag in Solid's JSX. element.d.ts describes the attributes and events. */
import type { JSX } from 'solid-js';
import type {
  AnswersInput,
  MisconceptionScorecard,
  QuestionnaireInput,
  ScorecardAttributes,
  ScorecardEvents,
} from './element.js';

type Handlers = { [Name in keyof ScorecardEvents as `on:${Name}`]?: (event: ScorecardEvents[Name]) => void };

declare module 'solid-js' {
  namespace JSX {
    interface IntrinsicElements {
      'misconception-scorecard': JSX.HTMLAttributes<MisconceptionScorecard> &
        ScorecardAttributes &
        Handlers & { 'prop:questionnaire'?: QuestionnaireInput; 'prop:answers'?: AnswersInput };
    }
  }
}
