/**
 * Finds translations that may be out of date, because the original was changed after them. Only
 * changes while the page is open can be found: a document does not say when a text was written.
 * Knows texts and their translations; must not know how a mark looks.
 */
import { languagesOf, translatedPointer } from './edits.js';
import { isBlank } from './pointers.js';
import { textsOf, translationOf } from './translations.js';

export function createAges() {
  let draft;
  /** The translation at each place, and its original at the time when it was written. */
  let seen = new Map();

  return {
    /**
     * Records the texts of the draft `id`. Called when the draft is opened and whenever the view of
     * translations is drawn.
     */
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
    /** Whether the original `text` has changed since the translation at `place` was written. */
    isOld(place, text) {
      const known = seen.get(place);
      return known !== undefined && known.text !== text;
    },
  };
}

/** The ages of the translations on this page. */
export const ages = createAges();
