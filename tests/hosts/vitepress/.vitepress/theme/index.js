/** The usual theme, with the tag known on all pages. Knows the package; no page. */
import DefaultTheme from 'vitepress/theme';
import scorecard from 'misconception-scorecard/vue';

export default {
  extends: DefaultTheme,
  enhanceApp({ app }) {
    app.use(scorecard);
  },
};
