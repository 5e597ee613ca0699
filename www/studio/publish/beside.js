/**
 * The lines to paste into a page that has the package's folder, with the questionnaire in a file
 * beside the page or inside the tag. Knows HTML and which characters may break it;
 * tests/browser/studio-json.test.mjs tests that the lines work.
 */

const SCRIPT = '<script type="module" src="/scorecard/scorecard.js"></script>';
const ESCAPES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text) => text.replace(/[&<>"]/g, (mark) => ESCAPES[mark]);

/**
 * The snippet for `document`, whose JSON is `text`, with `attributes` of the tag. Unless `isInside`
 * is set, the questionnaire is the file `name` beside the page.
 */
export function snippet({ document, text, attributes, isInside, name }) {
  const all = Object.entries(isInside ? attributes : { src: encodeURI(name), ...attributes });
  const opening = all.map(([key, value]) => ` ${key}="${escape(value)}"`).join('');
  return [
    SCRIPT,
    `<misconception-scorecard${opening}>`,
    `<p>${escape(document.title.replaceAll(/\s+/g, ' '))}</p>`,
    ...(isInside ? ['<script type="application/json">', embedded(text), '</script>'] : []),
    '</misconception-scorecard>',
  ].join('\n');
}

/**
 * JSON for a script element: no `<` can end the script, and no empty line can end the tag in
 * Markdown.
 */
function embedded(text) {
  return text
    .trim()
    .replaceAll('<', '\\u003c')
    .replace(/\n\s*\n/g, '\n');
}

/** The file name of a questionnaire: its id, without characters that file systems do not allow. */
export function fileName(text) {
  const name = idIn(text)
    .replace(/[^\p{L}\p{N}._-]+/gu, '-')
    .replace(/^[.-]+|[.-]+$/g, '')
    .slice(0, 80);
  return `${name || 'questionnaire'}.json`;
}

/** The id of a questionnaire, even if its JSON is invalid at the moment. */
function idIn(text) {
  try {
    return String(JSON.parse(text).id ?? '');
  } catch {
    return /"id"\s*:\s*"([^"\\\n]*)"/.exec(text)?.[1] ?? '';
  }
}

/**
 * Copies the text of `element` and returns true. If the browser refuses, selects the text for the
 * author to copy, and returns false.
 */
export async function copy(element) {
  try {
    await navigator.clipboard.writeText(element.textContent);
    return true;
  } catch {
    getSelection().selectAllChildren(element);
    return false;
  }
}
