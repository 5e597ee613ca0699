/**
 * Reads the instructions for each kind of site from the page hosts.html; the tests build sites with
 * all of its snippets. Knows the structure of that page; must not know what it says.
 */
const ADDRESS = 'hosts.html';
/** The text in the snippets that is replaced by the title of the author's scorecard. */
const FALLBACK = /Ten statements about social media belong here\. They need JavaScript\./g;

/** The recipes of the page, see `recipesIn`. */
export async function readRecipes() {
  const answer = await fetch(ADDRESS);
  if (!answer.ok) throw new Error(`${ADDRESS}: ${answer.status}`);
  return recipesIn(new DOMParser().parseFromString(await answer.text(), 'text/html'));
}

/**
 * The recipes as `[{ id, name, parts }]`; a part is `{ text }`, `{ heading }` or `{ code, from }`.
 * Sections without anything to copy are left out.
 */
export function recipesIn(html) {
  const recipes = [...html.querySelectorAll('article h2[id]')].map((heading) => {
    const parts = [];
    for (let it = heading.nextElementSibling; it && it.localName !== 'h2'; it = it.nextElementSibling)
      parts.push(partOf(it));
    return { id: heading.id, name: heading.textContent, parts };
  });
  return recipes.filter(({ parts }) => parts.some(({ code }) => code !== undefined));
}

function partOf(element) {
  if (element.localName === 'pre') {
    const code = element.querySelector('code');
    return { code: code.textContent, from: code.dataset.from };
  }
  const text = element.textContent.replaceAll(/\s+/g, ' ').trim();
  return element.localName === 'h3' ? { heading: text } : { text };
}

/**
 * The snippet `code` of a recipe, changed to show the questionnaire at the URL `src` in the
 * language `lang`. Readers without JavaScript see `title`.
 */
export function fitted(code, { src, lang, title }) {
  const tag = code.replace(/(<misconception-scorecard|data-misconception-scorecard|<Scorecard)(?=[ >])/g, (whole) =>
    whole.startsWith('data-') ? `${whole} data-src="${src}"` : `${whole} src="${src}"`,
  );
  return tag
    .replaceAll(/(data-)?lang="en"/g, (whole) => whole.replace('"en"', `"${lang}"`))
    .replaceAll(FALLBACK, () => title);
}

/** The PHP script of the plugin for WordPress. */
export const pluginScript = (recipes) =>
  `${recipes.flatMap(({ parts }) => parts).find(({ from }) => from?.endsWith('scorecard-embed.php')).code}\n`;
