/**
 * From a text in the preview to the field in which it was written, by what the text says. Knows the texts of a questionnaire and
 * where their translations stand; of the widget only that the headings of its corrections are numbered, and statements stand in a form.
 */
import { translatedPointer } from '../data/edits.js';
import { textsOf, translationOf } from '../data/translations.js';

/** Around a known text the widget has at most so many characters of its own, such as a verdict. */
const AROUND = 120;
/** A shorter text is found only where it stands alone. */
const LONG = 8;
/** Elements in which a text may stand. */
const HOLDERS = 'h1, h2, h3, h4, p, dd, dt, li, th, td, label, legend, summary, strong, span, a, div';

/** A text as it is compared: without line breaks, markup, and the quotation marks that the widget puts around it. */
function plain(text, hasMarkup = false) {
  const bare = hasMarkup ? text.replaceAll(/\[([^\]]*)\](\([^)]*\))?/g, '$1').replaceAll('*', '') : text;
  return bare
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(/^[“«„"] ?/, '')
    .replace(/ ?[”»"]$/, '');
}

/** The fields of `document` by their texts, as readers in `lang` see them: of a translation, the fields beside the original. */
export function originsOf(document, lang = document.lang) {
  const byText = new Map();
  const isMarked = document.markup === 'inline';
  for (const { pointer, text } of textsOf(document)) {
    const isOwn = lang === document.lang;
    const shown = (!isOwn && translationOf(document, pointer, lang)) || text;
    const at = isOwn ? pointer : translatedPointer(document, pointer, lang);
    for (const part of new Set([shown, ...shown.split(/\n\s*\n/)])) {
      const key = plain(part, isMarked);
      if (!key) continue;
      if (!byText.has(key)) byText.set(key, []);
      byText.get(key).push({ at, pointer });
    }
  }
  return byText;
}

/** The field `{ at, pointer }` of what stands in `element`, or in what is around it; undefined where nobody wrote that. */
export function originOf(element, origins) {
  for (let it = element; it?.textContent !== undefined && it.nodeType === 1; it = it.parentElement) {
    const found = known(it, origins);
    if (found) return found;
    if (it.textContent.length > 5000) return undefined;
  }
  return undefined;
}

function known(element, origins) {
  const text = plain(element.textContent);
  if (!text) return undefined;
  const alone = origins.get(text);
  if (alone) return chosen(alone, element);
  let longest = '';
  for (const key of origins.keys()) {
    const fits = key.length >= LONG && key.length > longest.length && text.length <= key.length + AROUND;
    if (fits && text.includes(key)) longest = key;
  }
  return longest ? chosen(origins.get(longest), element) : undefined;
}

/** Of several fields that say the same, the one that is meant where `element` stands. */
function chosen(fields, element) {
  if (fields.length === 1) return fields[0];
  const isAsked = element.closest('form') !== null;
  const asked = fields.find(({ pointer }) => pointer.includes('/statements/'));
  if (isAsked && asked) return asked;
  for (let it = element; it; it = it.parentElement) {
    const heading = it.querySelector('[id^="misconception-"]') ?? it;
    const [, index] = /^misconception-(\d+)$/.exec(heading.id) ?? [];
    const own = index && fields.find(({ pointer }) => pointer.startsWith(`/misconceptions/${index}/`));
    if (own) return own;
  }
  return fields[0];
}

/** The fields of all that is to be seen in `root`, each once, in its order there. */
export function originsShown(root, origins) {
  const found = new Map();
  for (const element of root?.querySelectorAll(HOLDERS) ?? []) {
    if (element.textContent.length > 2000 || !element.checkVisibility()) continue;
    const origin = known(element, origins);
    if (origin && !found.has(origin.at)) found.set(origin.at, origin);
  }
  return [...found.values()];
}
