/**
 * What Vue and Svelte know of the tag, as far as plain TypeScript can test it. Knows the types only.
 */
import { createApp, h } from 'vue';
import type { GlobalComponents } from 'vue';
import type { SvelteHTMLElements } from 'svelte/elements';
import scorecard, { Scorecard } from 'misconception-scorecard/vue';
import type {} from 'misconception-scorecard/svelte';
import mine from '../app/mine.json' with { type: 'json' };

createApp({}).use(scorecard).mount('#app');
h(Scorecard, { questionnaire: mine, lang: 'en', layout: 'list', onScorecardCompleted: ({ detail }) => console.log(detail.order) });
const inTemplates: GlobalComponents['misconception-scorecard'] = Scorecard;
type Attributes = SvelteHTMLElements['misconception-scorecard'];
const attributes: Attributes = {
  questionnaire: mine,
  layout: 'list',
  'onscorecard-completed': ({ detail }) => console.log(detail.headline.held),
};
// @ts-expect-error no such layout
const wrong: Attributes = { layout: 'grid' };
export { attributes, inTemplates, wrong };
