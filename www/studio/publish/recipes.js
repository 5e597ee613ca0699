/**
 * What to do on each kind of site, as the page on hosts has it, whose every snippet is tried by building such a site. Knows
 * how that page is laid out; not what it says.
 */
const ADDRESS = 'hosts.html';
/** What the recipes show, in whose place a scorecard of one's own comes. */
const FALLBACK = /Ten statements about social media belong here\. They need JavaScript\./g;

/** The recipes as `[{ id, name, parts }]`, a part being `{ text }` or `{ code, from }`. */
export async function readRecipes() {
  const answer = await fetch(ADDRESS);
  if (!answer.ok) throw new Error(`${ADDRESS}: ${answer.status}`);
  const html = new DOMParser().parseFromString(await answer.text(), 'text/html');
  return [...html.querySelectorAll('article h2[id]')].map((heading) => {
    const parts = [];
    for (let it = heading.nextElementSibling; it && it.localName !== 'h2'; it = it.nextElementSibling) {
      const code = /** @type {HTMLElement | null} */ (it.querySelector('code[data-from]'));
      if (code) parts.push({ code: code.textContent, from: code.dataset.from });
      else parts.push({ text: it.textContent.replaceAll(/\s+/g, ' ').trim() });
    }
    return { id: heading.id, name: heading.textContent, parts };
  });
}

/** A snippet of a recipe, for a questionnaire at `src` in `lang`, with its title for whoever has no JavaScript. */
export function fitted(code, { src, lang, title }) {
  const tag = code.replace(/(<misconception-scorecard|data-misconception-scorecard|<Scorecard)(?=[ >])/g, (whole) =>
    whole.startsWith('data-') ? `${whole} data-src="${src}"` : `${whole} src="${src}"`,
  );
  return tag
    .replaceAll(/(data-)?lang="en"/g, (whole) => whole.replace('"en"', `"${lang}"`))
    .replaceAll(FALLBACK, () => title);
}

/** The script of WordPress's plugin. */
export const pluginScript = (recipes) =>
  `${recipes.flatMap(({ parts }) => parts).find(({ from }) => from?.endsWith('scorecard-embed.php')).code}\n`;
