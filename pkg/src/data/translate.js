/**
 * Lays a translation over a questionnaire. The translation (an overlay) has the questionnaire's
 * shape, but only the translated texts. Arrays of things with ids become objects with the ids as
 * keys, and the statements are beside the misconceptions, so that a statement can move to another
 * misconception without a change to its translation. This file knows shapes and not what a text
 * means; it is loaded only for a questionnaire with translations.
 */
import { failure } from './failure.js';
import { UNTRANSLATED } from './untranslated.js';

/** Keys whose values are for the program and the same in every language. */
const SAME = ['format', 'id', 'version', 'key', 'strength', 'asOf', 'reviewBy', 'minAnswered', 'markup'];

/** Keys whose values no reader reads. */
const NO_TEXT = ['url', 'lang', 'date', '$schema', '$comment'];

/**
 * Objects that a translation may have even if the questionnaire has none, because they hold only
 * words. The checker has the same list.
 */
const WORDS_ONLY = ['scale', 'credits', 'share'];

/**
 * The own property of `map` with this key. Ids and keys are the author's, and may be called
 * `constructor`.
 */
const own = (map, key) => (map != null && Object.hasOwn(map, key) ? map[key] : undefined);

/**
 * `questionnaire` in `lang`, one of the keys of its `translations`; unchanged if `lang` is no such
 * key. Throws `invalidQuestionnaire` if the translation does not have the questionnaire's shape.
 */
export default function translate({ translations, ...questionnaire }, lang) {
  const overlay = own(translations, lang);
  if (overlay === undefined) return { ...questionnaire, translations };
  const problems = [];
  const texts = [];
  const statements = [own(overlay, 'statements'), `/translations/${lang}/statements`];
  const laid = lay(questionnaire, overlay, `/translations/${lang}`, statements, problems, texts);
  if (problems.length > 0) {
    const [{ code, pointer }] = problems;
    throw failure('invalidQuestionnaire', `${pointer}: ${code}`, problems);
  }
  // If `lang` is no string, the core reports it.
  const left = { lang: typeof questionnaire.lang === 'string' ? questionnaire.lang : '', texts };
  return { ...laid, lang, [UNTRANSLATED]: left };
}

/**
 * `base` with the texts of `over`, whose pointer is `pointer`. Adds errors to `problems`, and each
 * text that `over` leaves out to `left`.
 */
function lay(base, over, pointer, statements, problems, left) {
  const at = (key, item, part, id = key) =>
    key === 'statements'
      ? lay(item, ...statements, statements, problems, left)
      : lay(item, part, `${pointer}/${id}`, statements, problems, left);
  const isLaid = over === undefined || (typeof over === 'object' && over !== null);
  if (Array.isArray(base)) {
    // Items with ids are matched by id. The items of any other array are matched by index, and the
    // translation must not have more.
    const hasIds = base.some((item) => item?.id !== undefined);
    if (over === undefined || (isLaid && (hasIds ? !Array.isArray(over) : over.length <= base.length))) {
      return base.map((item, index) => {
        const id = Array.isArray(over) ? index : item?.id;
        return at(index, item, own(over, id), id);
      });
    }
  } else if (base && typeof base === 'object' && !Array.isArray(over)) {
    // An object that holds little but a text may be translated by a string alone. So may an outcome
    // that has no text yet (it has `from`), and an object that only the translation has (it is
    // empty here).
    const hasText = ['text', 'from'].some((key) => Object.hasOwn(base, key)) || !Object.keys(base)[0];
    if (typeof over === 'string' && hasText) return { ...base, text: over };
    if (isLaid) {
      const isSame = (key) => SAME.includes(key) || (NO_TEXT.includes(key) && own(over, key) === undefined);
      const laid = ([key, item]) => [key, isSame(key) ? item : at(key, item, own(over, key))];
      // Without a `lang` of its own, a translated title is no longer in the language of the source.
      const stays = (key) => key !== 'lang' || own(over, 'title') === undefined || own(over, key) !== undefined;
      const kept = Object.entries(base)
        .filter((entry) => stays(entry[0]))
        .map(laid);
      return Object.fromEntries([...kept, ...Object.entries(over ?? {}).flatMap(added)]);
    }
  }
  if (over === undefined) {
    if (typeof base === 'string') left.push(base);
    return base;
  }
  if (typeof base === typeof over && typeof over === 'string') return over;
  problems.push({ code: 'wrongType', pointer });
  return base;

  /**
   * A key that the translation has and the questionnaire does not. It is added if its value has
   * only texts; the original shows the widget's own words there.
   */
  function added([key, item]) {
    if (Object.hasOwn(base, key) || SAME.includes(key) || key === 'statements') return [];
    // A string alone cannot translate a scale.
    if (key === 'scale' && typeof item === 'string') problems.push({ code: 'wrongType', pointer: `${pointer}/${key}` });
    if (WORDS_ONLY.includes(key)) return [[key, at(key, {}, item)]];
    return typeof item === 'string' || (key === 'labels' && Array.isArray(item)) ? [[key, item]] : [];
  }
}
