/** The component and the plugin for Vue. What the properties and events mean, element.d.ts says. */
import type { DefineComponent, HTMLAttributes, Plugin, Ref } from 'vue';
import type {
  AnswersInput,
  MisconceptionScorecard,
  QuestionnaireInput,
  ScorecardAttributes,
  ScorecardEvents,
} from './element.js';

/**
 * A handler for each event: `@scorecard-completed` in a template, `onScorecardCompleted` in a
 * render function.
 */
type Handlers = {
  [Name in keyof ScorecardEvents as Name extends `scorecard-${infer Short}`
    ? `onScorecard${Capitalize<Short>}`
    : never]?: (event: ScorecardEvents[Name]) => void;
};

/** The attributes of the tag, a handler for each event, and the properties below. */
export interface ScorecardProps extends ScorecardAttributes, Handlers {
  /**
   * The questionnaire: an object, also one imported from a JSON file, or JSON text. Without it, the
   * one at `src`, or the built-in one.
   */
  questionnaire?: QuestionnaireInput;
  /**
   * Answers to begin with. They are set again only if they differ from those of the last render.
   */
  answers?: AnswersInput;
  /** The language to show; default: that of the page around it. */
  lang?: string;
}

/**
 * The questionnaire as a component. Defines the tag in the browser. A template ref to it has the
 * element as `element`.
 */
export const Scorecard: DefineComponent<
  ScorecardProps & /* @vue-ignore */ HTMLAttributes,
  { element: Ref<MisconceptionScorecard | null> }
>;

/**
 * The plugin: after `app.use(scorecard)`, `<misconception-scorecard>` may stand in any template.
 */
declare const scorecard: Plugin;
export default scorecard;

declare module 'vue' {
  interface GlobalComponents {
    'misconception-scorecard': typeof Scorecard;
  }
}
