/** The tag in templates of Svelte 5. element.d.ts describes the attributes and events. */
import type { HTMLAttributes } from 'svelte/elements';
import type {
  AnswersInput,
  MisconceptionScorecard,
  QuestionnaireInput,
  ScorecardAttributes,
  ScorecardEvents,
} from './element.js';

type Handlers = { [Name in keyof ScorecardEvents as `on${Name}`]?: (event: ScorecardEvents[Name]) => void };

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    'misconception-scorecard': HTMLAttributes<MisconceptionScorecard> &
      ScorecardAttributes &
      Handlers & { questionnaire?: QuestionnaireInput; answers?: AnswersInput };
  }
}
