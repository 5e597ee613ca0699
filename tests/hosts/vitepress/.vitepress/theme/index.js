/** The default theme, which also defines the tag on all pages. Knows the package, but no page. */
import DefaultTheme from 'vitepress/theme';
import scorecard from 'misconception-scorecard/vue';

export default {
  extends: DefaultTheme,
  enhanceApp({ app }) {
    app.use(scorecard);
  },
};
