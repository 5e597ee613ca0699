/** For which server the site is built. Knows SvelteKit, but not the questionnaire. */
import adapter from '@sveltejs/adapter-auto';

export default { kit: { adapter: adapter() } };
