/**
 * Which translations are perhaps old: those whose original was changed after them. This is known only
 * of what happens while the page is open, because a document says nothing of when a text was written.
 * Knows texts and their translations; must not know how a mark looks.
 */
import { languagesOf, translatedPointer } from './edits.js';
import { isBlank } from './pointers.js';
import { textsOf, translationOf } from './translations.js';

export function createAges() {
  let draft;
  /** The translation at each place, and its original when the translation was new. */
  let seen = new Map();

  return {
    /** Looks at the draft `id`: once when it is opened, and whenever translations are shown. */
    see(id, document) {
      if (id !== draft) seen = new Map();
      draft = id;
      const languages = languagesOf(document);
      if (languages.length === 0) return;
      for (const { pointer, text } of textsOf(document)) {
        for (const lang of languages) {
          const place = translatedPointer(document, pointer, lang);
          const translation = translationOf(document, pointer, lang);
          if (isBlank(translation)) seen.delete(place);
          else if (seen.get(place)?.translation !== translation) seen.set(place, { translation, text });
        }
      }
    },
    /** Whether the original of the translation at `place` is another than it was. */
    isOld(place, text) {
      const known = seen.get(place);
      return known !== undefined && known.text !== text;
    },
  };
}

/** Those of the open page. */
export const ages = createAges();
