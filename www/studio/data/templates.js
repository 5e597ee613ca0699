/**
 * What a new scorecard can be made from: a kind of scorecard, or a whole example. Knows the paths
 * of the examples and, for each kind, its keys and its first texts for readers; the words for
 * authors are in texts/.
 */
import { newScorecard } from './making.js';

/** The first texts for readers, per language. Other languages have none. */
const WORDS = {
  en: {
    lesson:
      'Answer before the lesson, as well as you can. After it, answer again here and see what has changed: leave the ' +
      'page open, or let it keep your answers.',
  },
  nb: {
    lesson:
      'Svar så godt du kan før timen. Etterpå svarer du på nytt her og ser hva som er endret. La siden stå åpen, ' +
      'eller la den ta vare på svarene dine.',
  },
};
const wordsIn = (lang) => WORDS[String(lang).split('-')[0]] ?? {};

/**
 * The keys that each kind has in addition to a title and misconceptions, in a language. If a scale
 * of two points has no labels, the widget shows its own words for false and true.
 */
export const TEMPLATES = {
  agree: () => ({}),
  quiz: () => ({ scale: { points: 2, dontKnow: true } }),
  lesson: (lang) => ({ ...own('intro', wordsIn(lang).lesson), certainty: { levels: 4 } }),
};
const own = (key, value) => (value ? { [key]: value } : {});

/** A new scorecard of a kind. */
export const ofKind = (kind, { title, lang, name }) =>
  newScorecard({ title, lang, misconceptions: [name], ...TEMPLATES[kind](lang) });

export const EXAMPLES = [
  { path: 'questionnaires/social-media.en.json', name: 'Social media', lang: 'en', about: 'social' },
  { path: 'questionnaires/social-media.nb.json', name: 'Sosiale medier', lang: 'nb', about: 'socialNb' },
  { path: 'examples/neuromyths.json', name: 'Neuromyths', lang: 'en', about: 'neuromyths' },
  { path: 'examples/studying.json', name: 'Learning', lang: 'en', about: 'studying' },
  { path: 'examples/kitchen.json', name: 'Safe food', lang: 'en', about: 'kitchen' },
];
