/**
 * How the application is built. Knows nothing of pages, nor of what is installed.
 */
import vue from '@vitejs/plugin-vue';

export default {
  plugins: [vue()],
};
