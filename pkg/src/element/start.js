/**
 * What one start loads: the script of the widget, the questionnaire in the reader's language, and
 * the widget's messages in that language. This file knows where a questionnaire may come from; it
 * does not draw.
 */
import { failure } from '../data/failure.js';
import { nearest, nearestIn } from '../data/language.js';
import { readDocument } from '../data/parse-input.js';
import * as load from '../loading/load.js';

/**
 * Loads all that `element` needs, in the language nearest to `wanted`. `given` is the value of the
 * property `questionnaire`. Returns an array: what pkg/src/element/widget.js exports, with the
 * module started; the questionnaire; and `[language, messages]`.
 */
export async function loadInput(element, given, wanted) {
  const { assets } = element;
  const [widget, source, guess] = await Promise.all([
    load.startModule(assets),
    findSource(element, given, wanted),
    load.loadMessages(wanted, assets),
  ]);
  const questionnaire = await translated(source, wanted, element);
  const spoken = questionnaire?.lang;
  // Mostly the questionnaire is in the language that was wanted, so the messages that were
  // requested beside it are the right ones.
  const localized = nearest(spoken, [guess[0]]) ? guess : await load.loadMessages(spoken, assets);
  return [widget, questionnaire, localized];
}

/**
 * The questionnaire: the property's, the one at `src`, the one in a child, or else the built-in
 * one.
 */
async function findSource(element, given, lang) {
  if (given !== undefined) return readDocument(given);
  if (element.src) return load.loadDocument(element.src);
  const child = await childOf(element);
  return child ? readDocument(child.textContent) : load.loadBuiltIn(lang, element.assets);
}

/** The child `<script type="application/json">`, if there is one. */
async function childOf(element) {
  await complete(element);
  return element.querySelector(':scope > script[type="application/json"]');
}

/**
 * Whether the built-in questionnaire will be shown. `given` is the value of the property
 * `questionnaire`.
 */
export const isBuiltIn = async (element, given) => given === undefined && !element.src && !(await childOf(element));

/**
 * Waits until the element has all its children: the parser has come to a node after the element, or
 * to the end of the page. It always waits for a microtask, because a script that has just inserted
 * the element may still be adding children.
 */
async function complete(element) {
  const isDone = () => document.readyState !== 'loading' || hasNext(element);
  await isDone();
  if (isDone()) return;
  await new Promise((/** @type {(value?: unknown) => void} */ done) => {
    const observer = new MutationObserver(() => isDone() && done());
    observer.observe(document, { childList: true, subtree: true });
    document.addEventListener('DOMContentLoaded', () => done());
  });
}

/** Whether a node follows `node` or one of its ancestors. */
const hasNext = (node) => Boolean(node && (node.nextSibling || hasNext(node.parentNode)));

/**
 * The questionnaire in the language nearest to `wanted`. Loads a translation that is given as a
 * URL.
 */
async function translated(source, wanted, { src, assets }) {
  const translations = source?.translations;
  if (!translations || typeof translations !== 'object') return source;
  const lang = nearestIn(source, wanted);
  if (Object.hasOwn(translations, lang) && typeof translations[lang] === 'string') {
    const base = new URL(src, document.baseURI);
    translations[lang] = await load.loadDocument(addressOf(translations[lang], base, `/translations/${lang}`));
  }
  const translate = await load.loadLater('translate', assets);
  return translate(source, lang);
}

/**
 * The URL of a translation, which is at `pointer` in the questionnaire. A malformed URL is an error
 * of the questionnaire.
 */
function addressOf(address, base, pointer) {
  try {
    return new URL(address, base);
  } catch {
    throw failure('invalidQuestionnaire', `${pointer}: malformed`, [{ code: 'malformed', pointer }]);
  }
}
