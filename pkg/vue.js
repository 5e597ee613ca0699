/**
 * The questionnaire as a component for Vue, and a plugin that registers the tag for templates, so
 * that no compiler option is needed. This file passes properties on; what they do, the element
 * knows.
 */
import { defineComponent, h, onMounted, ref, watch } from 'vue';
import { define } from './modules/element.js';
import { NAME, take, tellLate } from './component.js';

export const Scorecard = defineComponent({
  name: 'MisconceptionScorecard',
  props: ['questionnaire', 'answers'],
  setup(props, { attrs, slots, expose }) {
    const element = ref(null);
    expose({ element });
    // Vue may run this at each render. Setting equal answers again would undo what the reader has
    // done since.
    const text = () => (props.answers === undefined ? undefined : JSON.stringify(props.answers));
    const setQuestionnaire = (value) => take(element.value, 'questionnaire', value);
    const setAnswers = (value) => value !== undefined && take(element.value, 'answers', JSON.parse(value));
    onMounted(() => {
      // The order matters: properties that are set before the tag is defined are used from the
      // first start.
      if (props.questionnaire !== undefined) setQuestionnaire(props.questionnaire);
      setAnswers(text());
      if (!customElements.get(NAME)) define();
      tellLate(element.value, (event) => {
        const handler = attrs[event.type === 'scorecard-ready' ? 'onScorecardReady' : 'onScorecardFailed'];
        for (const it of /** @type {any[]} */ ([handler].flat())) it?.(event);
      });
    });
    watch(() => props.questionnaire, setQuestionnaire, { flush: 'post' });
    watch(text, setAnswers, { flush: 'post' });
    return () => h(NAME, { ref: element }, slots.default?.());
  },
});

/**
 * The plugin: after `app.use(scorecard)`, `<misconception-scorecard>` may stand in any template.
 */
export default {
  install(app) {
    app.component(NAME, Scorecard);
  },
};
