/** Makes the tag known in all templates. Knows the package, but no page. */
import scorecard from 'misconception-scorecard/vue';

export default defineNuxtPlugin(({ vueApp }) => {
  vueApp.use(scorecard);
});
