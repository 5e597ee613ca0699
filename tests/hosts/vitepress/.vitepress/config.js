/** How the site is built. Knows VitePress, but not the questionnaire. */
import { defineConfig } from 'vitepress';

export default defineConfig({
  title: 'The Shop Floor',
  lang: 'en',
  head: [['link', { rel: 'icon', href: 'data:,' }]],
  themeConfig: {
    nav: [
      { text: 'Home', link: '/' },
      { text: 'Beliefs', link: '/beliefs' },
      { text: 'Kitchen', link: '/kitchen' },
    ],
  },
});
