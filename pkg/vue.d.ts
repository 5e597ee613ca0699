/** The component and the plugin for Vue. Knows Vue's types; what the properties do, element.d.ts says. */
import type { DefineComponent, HTMLAttributes, Plugin, Ref } from 'vue';
import type {
  AnswersInput,
  MisconceptionScorecard,
  QuestionnaireInput,
  ScorecardAttributes,
  ScorecardEvents,
} from './element.js';

/** `@scorecard-completed` in a template, `onScorecardCompleted` in a render function. */
type Handlers = {
  [Name in keyof ScorecardEvents as Name extends `scorecard-${infer Short}`
    ? `onScorecard${Capitalize<Short>}`
    : never]?: (event: ScorecardEvents[Name]) => void;
};

export interface ScorecardProps extends ScorecardAttributes, Handlers {
  /** The questionnaire, also imported from a JSON file. Without it: the one at `src`, or the built-in one. */
  questionnaire?: QuestionnaireInput;
  /** Answers to begin with. Set anew only when they are others than before. */
  answers?: AnswersInput;
  lang?: string;
}

/** Defines the tag in the browser, and puts one here. A template ref to it has the element as `element`. */
export const Scorecard: DefineComponent<
  ScorecardProps & /* @vue-ignore */ HTMLAttributes,
  { element: Ref<MisconceptionScorecard | null> }
>;

/** `app.use(scorecard)`: `<misconception-scorecard>` may stand in any template. */
declare const scorecard: Plugin;
export default scorecard;

declare module 'vue' {
  interface GlobalComponents {
    'misconception-scorecard': typeof Scorecard;
  }
}
