/**
 * Finds the field in which a text of the preview was written, by comparing texts. Knows the texts
 * of a questionnaire and the places of their translations. Of the widget, knows only that the
 * headings of corrections are numbered and that statements are in a form.
 */
import { translatedPointer } from '../data/edits.js';
import { textsOf, translationOf } from '../data/translations.js';

/** The largest number of the widget's own characters, such as a verdict, around a known text. */
const AROUND = 120;
/** A shorter text is recognised only if it is the whole text of its element. In characters. */
const LONG = 8;
/** Elements that may contain a text. */
const HOLDERS = 'h1, h2, h3, h4, p, dd, dt, li, th, td, label, legend, summary, strong, span, a, div';

/**
 * A text for comparing: without line breaks, markup, and the quotation marks that the widget puts
 * around it.
 */
function plain(text, hasMarkup = false) {
  const bare = hasMarkup ? text.replaceAll(/\[([^\]]*)\](\([^)]*\))?/g, '$1').replaceAll('*', '') : text;
  return bare
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(/^[“«„"] ?/, '')
    .replace(/ ?[”»"]$/, '');
}

/**
 * A `Map` from the texts of `document`, as readers in `lang` see them, to their fields. For a
 * translation, these are the fields beside the original.
 */
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

/**
 * The field `{ at, pointer }` of the text in `element`, or else in the nearest element around it
 * whose text has a field. Undefined if the author wrote none of these texts.
 */
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

/**
 * If several fields have the same text, the one that `element` shows: a statement in a form, or
 * else a field of the misconception that it belongs to.
 */
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

/** The fields of all visible texts in `root`, each once, in the order of the page. */
export function originsShown(root, origins) {
  const found = new Map();
  for (const element of root?.querySelectorAll(HOLDERS) ?? []) {
    if (element.textContent.length > 2000 || !element.checkVisibility()) continue;
    const origin = known(element, origins);
    if (origin && !found.has(origin.at)) found.set(origin.at, origin);
  }
  return [...found.values()];
}
