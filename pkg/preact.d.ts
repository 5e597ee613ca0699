/** The tag in Preact's JSX. element.d.ts describes the attributes and events. */
import type { JSX, Ref } from 'preact';
import type {
  AnswersInput,
  MisconceptionScorecard,
  QuestionnaireInput,
  ScorecardAttributes,
  ScorecardEvents,
} from './element.js';

type Handlers = { [Name in keyof ScorecardEvents as `on${Name}`]?: (event: ScorecardEvents[Name]) => void };

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'misconception-scorecard': Omit<JSX.IntrinsicElements['section'], 'ref'> & {
        ref?: Ref<MisconceptionScorecard>;
      } & ScorecardAttributes &
        Handlers & { questionnaire?: QuestionnaireInput; answers?: AnswersInput };
    }
  }
}
