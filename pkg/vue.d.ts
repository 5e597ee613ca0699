/** The component and the plugin for Vue. element.d.ts describes the properties and events. */
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
   * The questionnaire: an object, which may be imported from a JSON file, or JSON text. Default: the
   * questionnaire at `src`, or the built-in one.
   */
  questionnaire?: QuestionnaireInput;
  /**
   * The initial answers. They are set again only if they differ from those of the last render.
   */
  answers?: AnswersInput;
  /** The language to show. Default: the language of the page around it. */
  lang?: string;
}

/**
 * The questionnaire as a component. Defines the tag in the browser. A template ref to it has the
 * property `element`, which is the element.
 */
export const Scorecard: DefineComponent<
  ScorecardProps & /* @vue-ignore */ HTMLAttributes,
  { element: Ref<MisconceptionScorecard | null> }
>;

/**
 * The plugin: after `app.use(scorecard)`, you can use `<misconception-scorecard>` in any template.
 */
declare const scorecard: Plugin;
export default scorecard;

declare module 'vue' {
  interface GlobalComponents {
    'misconception-scorecard': typeof Scorecard;
  }
}
