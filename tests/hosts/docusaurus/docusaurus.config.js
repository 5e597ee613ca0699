/** How the site is built. Knows Docusaurus, but not the questionnaire. */
export default {
  title: 'The Shop Floor',
  url: 'https://example.org',
  baseUrl: '/',
  presets: [['classic', { docs: { routeBasePath: '/' }, blog: false }]],
  headTags: [{ tagName: 'link', attributes: { rel: 'icon', href: 'data:,' } }],
  themeConfig: {
    navbar: {
      title: 'The Shop Floor',
      items: [
        { to: '/', label: 'Home' },
        { to: '/beliefs', label: 'Beliefs' },
        { to: '/kitchen', label: 'Kitchen' },
      ],
    },
  },
};
