/**
 * The lines to paste into a page that has the package's folder: the questionnaire in a file beside it, or in the tag. Knows HTML
 * and what may break it; whether they work, tests/browser/studio-json.test.mjs tries.
 */

const SCRIPT = '<script type="module" src="/scorecard/scorecard.js"></script>';
const ESCAPES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text) => text.replace(/[&<>"]/g, (mark) => ESCAPES[mark]);

/**
 * The snippet for `document`, whose JSON is `text`, with `attributes` of the tag. Where it is not `inside` the tag, the
 * questionnaire is the file `name` beside the page.
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

/** JSON as it may stand in a script: nothing in it ends the script, and no empty line ends the tag in Markdown. */
function embedded(text) {
  return text
    .trim()
    .replaceAll('<', '\\u003c')
    .replace(/\n\s*\n/g, '\n');
}

/** What a questionnaire's file is called: its id, without what file systems mind. */
export function fileName(text) {
  const name = idIn(text)
    .replace(/[^\p{L}\p{N}._-]+/gu, '-')
    .replace(/^[.-]+|[.-]+$/g, '')
    .slice(0, 80);
  return `${name || 'questionnaire'}.json`;
}

/** The id of a questionnaire, also of one that is not JSON at the moment. */
function idIn(text) {
  try {
    return String(JSON.parse(text).id ?? '');
  } catch {
    return /"id"\s*:\s*"([^"\\\n]*)"/.exec(text)?.[1] ?? '';
  }
}

/**
 * Copies the text of `element`. Where the browser refuses, the text is selected for the author to copy. Says what was
 * done.
 */
export async function copy(element) {
  try {
    await navigator.clipboard.writeText(element.textContent);
    return 'Copied.';
  } catch {
    getSelection().selectAllChildren(element);
    return 'The browser does not let this page copy. The snippet is selected: copy it with Ctrl+C, or Cmd+C on a Mac.';
  }
}
