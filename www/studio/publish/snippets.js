/**
 * The lines to paste into a page. Knows HTML and the characters that must be escaped in it; must
 * not know where the page is.
 */
const ESCAPES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
export const escaped = (text) => String(text).replace(/[&<>"]/g, (mark) => ESCAPES[mark]);

/** The options of the look that are attributes of the tag. The others are CSS properties. */
const ATTRIBUTES = ['layout', 'advance', 'feedback', 'order', 'theme', 'endpoint', 'encoding'];
const STYLES = { accent: '--scorecard-accent', font: '--scorecard-font', width: '--scorecard-width' };

/** The attributes of the tag for a look, as `{ name: value }`. */
export function attributesOf(look) {
  const own = ATTRIBUTES.filter((name) => look[name]).map((name) => [name, look[name]]);
  const style = Object.entries(STYLES)
    .filter(([name]) => look[name])
    .map(([name, property]) => `${property}: ${look[name]}`)
    .join('; ');
  return { ...Object.fromEntries(own), ...(style && { style }) };
}

/**
 * The tag, with the title in it for readers without JavaScript. It needs `src` unless the
 * questionnaire is in the script.
 */
export function tagOf({ document, look, src = undefined, lang = document.lang }) {
  const all = { ...(src && { src }), lang, ...attributesOf(look) };
  const opening = Object.entries(all).map(([name, value]) => ` ${name}="${escaped(value)}"`);
  return [
    `<misconception-scorecard${opening.join('')}>`,
    `<p>${escaped(String(document.title ?? '').replaceAll(/\s+/g, ' '))}</p>`,
    '</misconception-scorecard>',
  ].join('\n');
}

/** A URL with spaces and the like percent-encoded. What is encoded already stays as it is. */
const encoded = (address) => encodeURI(address).replaceAll(/%25(?=[\da-f]{2})/gi, '%');

/** The snippet for a script that contains everything; `address` is its URL. */
export const snippetOf = ({ document, look, address, lang }) =>
  `<script src="${escaped(encoded(address))}"></script>\n${tagOf({ document, look, lang })}`;

/** A page that shows the scorecard and nothing else. */
export const page = ({ document, look, script, words }) => `<!doctype html>
<html lang="${escaped(document.lang)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(document.title)}</title>
<style>
:root { color-scheme: light dark; }
body { max-width: 42rem; margin: 2rem auto; padding: 0 1rem; font: 1.0625rem/1.6 Georgia, serif; }
</style>
</head>
<body>
<main>
<!-- ${words} -->
${snippetOf({ document, look, address: script, lang: document.lang })}
</main>
</body>
</html>
`;
