/**
 * Lays a translation over a questionnaire. An overlay has the questionnaire's own shape with the translated
 * texts only; lists of things with ids are maps from id, and the statements stand beside the misconceptions,
 * so that one can move without its translation. Knows shapes, not what a text means. Loaded only where a questionnaire
 * has translations.
 */
import { failure } from './failure.js';
import { UNTRANSLATED } from './untranslated.js';

/** Texts that are names for the program and the same in every language. */
const SAME = ['format', 'id', 'version', 'key', 'strength', 'asOf', 'reviewBy', 'minAnswered', 'markup'];

/** What is no text that anybody reads. */
const NO_TEXT = ['url', 'lang', 'date', '$schema', '$comment'];

/** Maps of which a questionnaire may have none, and a translation the words; the checker has the same. */
const WORDS_ONLY = ['scale', 'credits', 'share'];

/** What `map` has of its own under `key`: ids and keys are the author's, and may be called `constructor`. */
const own = (map, key) => (map != null && Object.hasOwn(map, key) ? map[key] : undefined);

/** `questionnaire` in `lang`, one of the keys of its `translations`; for any other, as it is. */
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
  // A language that is no text is the core's to refuse.
  const left = { lang: typeof questionnaire.lang === 'string' ? questionnaire.lang : '', texts };
  return { ...laid, lang, [UNTRANSLATED]: left };
}

/** `base` with the texts of `over`, which stands at `pointer`. What `over` leaves out goes to `left`. */
function lay(base, over, pointer, statements, problems, left) {
  const at = (key, item, part, id = key) =>
    key === 'statements'
      ? lay(item, ...statements, statements, problems, left)
      : lay(item, part, `${pointer}/${id}`, statements, problems, left);
  const isLaid = over === undefined || (typeof over === 'object' && over !== null);
  if (Array.isArray(base)) {
    // What has ids is laid over by them; any other list in its order, and no longer than it is.
    const hasIds = base.some((item) => item?.id !== undefined);
    if (over === undefined || (isLaid && (hasIds ? !Array.isArray(over) : over.length <= base.length))) {
      return base.map((item, index) => {
        const id = Array.isArray(over) ? index : item?.id;
        return at(index, item, own(over, id), id);
      });
    }
  } else if (base && typeof base === 'object' && !Array.isArray(over)) {
    // Where a map holds little but a text, the text alone will do; an outcome may have none yet, what is added has nothing.
    const hasText = ['text', 'from'].some((key) => Object.hasOwn(base, key)) || !Object.keys(base)[0];
    if (typeof over === 'string' && hasText) return { ...base, text: over };
    if (isLaid) {
      const isSame = (key) => SAME.includes(key) || (NO_TEXT.includes(key) && own(over, key) === undefined);
      const laid = ([key, item]) => [key, isSame(key) ? item : at(key, item, own(over, key))];
      // A translated title is no longer in the language of the source.
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

  /** What the original leaves out and is words alone: there the widget's own stand, or none. */
  function added([key, item]) {
    if (Object.hasOwn(base, key) || SAME.includes(key) || key === 'statements') return [];
    // A text alone is no scale.
    if (key === 'scale' && typeof item === 'string') problems.push({ code: 'wrongType', pointer: `${pointer}/${key}` });
    if (WORDS_ONLY.includes(key)) return [[key, at(key, {}, item)]];
    return typeof item === 'string' || (key === 'labels' && Array.isArray(item)) ? [[key, item]] : [];
  }
}
