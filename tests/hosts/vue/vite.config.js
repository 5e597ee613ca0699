/**
 * How the application is built. Must not know its pages or the installed packages.
 */
import vue from '@vitejs/plugin-vue';

export default {
  plugins: [vue()],
};
