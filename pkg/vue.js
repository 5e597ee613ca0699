/**
 * The questionnaire as a component of Vue, and a plugin that has templates know its tag, so that no option of a compiler is
 * needed. Knows the element's properties; what they do, the element knows.
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
    // Components set their properties at each render: the same answers once more would undo what a reader has done since.
    const text = () => (props.answers === undefined ? undefined : JSON.stringify(props.answers));
    const setQuestionnaire = (value) => take(element.value, 'questionnaire', value);
    const setAnswers = (value) => value !== undefined && take(element.value, 'answers', JSON.parse(value));
    onMounted(() => {
      // In this order: what is set before the tag is defined, the element takes for its own when it begins.
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

/** `app.use(scorecard)`: `<misconception-scorecard>` may stand in any template. */
export default {
  install(app) {
    app.component(NAME, Scorecard);
  },
};
