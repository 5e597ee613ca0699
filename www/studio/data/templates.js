/**
 * What a scorecard can be started from: kinds of scorecards, and whole examples. Knows paths and
 * the few keys that make a kind; the words for them are in texts/.
 */
import { newScorecard } from './making.js';

/** The keys by which each kind differs from the usual one. */
export const TEMPLATES = {
  agree: {},
  quiz: { scale: { points: 2 } },
  lesson: { certainty: { levels: 4 } },
};

/** A new scorecard of a kind. */
export const ofKind = (kind, { title, lang, name }) =>
  newScorecard({ title, lang, misconceptions: [name], ...TEMPLATES[kind] });

export const EXAMPLES = [
  { path: 'questionnaires/social-media.en.json', name: 'Social media', lang: 'en', about: 'social' },
  { path: 'questionnaires/social-media.nb.json', name: 'Sosiale medier', lang: 'nb', about: 'socialNb' },
  { path: 'examples/neuromyths.json', name: 'Neuromyths', lang: 'en', about: 'neuromyths' },
  { path: 'examples/studying.json', name: 'Learning', lang: 'en', about: 'studying' },
  { path: 'examples/kitchen.json', name: 'Safe food', lang: 'en', about: 'kitchen' },
];
