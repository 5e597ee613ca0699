/** Where the site is to run. Knows SvelteKit; nothing of the questionnaire. */
import adapter from '@sveltejs/adapter-auto';

export default { kit: { adapter: adapter() } };
