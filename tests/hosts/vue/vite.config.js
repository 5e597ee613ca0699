/**
 * How the application is built. Knows that the tag is the browser's, not a component; nothing of pages.
 */
import vue from '@vitejs/plugin-vue';

export default {
  plugins: [
    vue({ template: { compilerOptions: { isCustomElement: (tag) => tag === 'misconception-scorecard' } } }),
  ],
};
