/**
 * What a start loads: the module, the questionnaire in the reader's language, and the messages for it. Knows where a
 * questionnaire may come from; not what is drawn of it.
 */
import { failure } from '../data/failure.js';
import { nearest, nearestIn } from '../data/language.js';
import { readDocument } from '../data/parse-input.js';
import * as load from '../loading/load.js';

/**
 * What pkg/src/element/widget.js exports, ready for use, the questionnaire and `[language, messages]` for `element`, in the
 * language nearest to `wanted`; `given` is what its property holds.
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
  // Mostly the questionnaire speaks the language that was wanted, and its messages are there already.
  const localized = nearest(spoken, [guess[0]]) ? guess : await load.loadMessages(spoken, assets);
  return [widget, questionnaire, localized];
}

/** The questionnaire: the property's, the one at `src`, the child's, or the built-in one. */
async function findSource(element, given, lang) {
  if (given !== undefined) return readDocument(given);
  if (element.src) return load.loadDocument(element.src);
  const child = await childOf(element);
  return child ? readDocument(child.textContent) : load.loadBuiltIn(lang, element.assets);
}

/** The child that has the questionnaire in it, if there is one. */
async function childOf(element) {
  await complete(element);
  return element.querySelector(':scope > script[type="application/json"]');
}

/** Whether the questionnaire will be the built-in one; `given` is what the property holds. */
export const isBuiltIn = async (element, given) => given === undefined && !element.src && !(await childOf(element));

/**
 * Until all children are there: the parser has come to what is behind the element, or to the end of the page. Never at
 * once: whoever puts an element in by script may not be done with it.
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

/** Whether something stands behind a node or what it is in. */
const hasNext = (node) => Boolean(node && (node.nextSibling || hasNext(node.parentNode)));

/** The questionnaire in the language nearest to `wanted`. */
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

/** The URL that the questionnaire has at `pointer`; one that is none is the author's fault. */
function addressOf(address, base, pointer) {
  try {
    return new URL(address, base);
  } catch {
    throw failure('invalidQuestionnaire', `${pointer}: malformed`, [{ code: 'malformed', pointer }]);
  }
}
