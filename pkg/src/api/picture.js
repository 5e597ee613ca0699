/**
 * The options of `picture`: checks them, and chooses questionnaire and language. The core decides
 * what is on the picture.
 */
import { failure } from '../data/failure.js';
import { apiOptions, isBuiltIn, localize, wantedOf } from './localize.js';

/**
 * Default width and height, least and greatest length, in pixels; src/picture has the same numbers.
 */
const [WIDTH, HEIGHT, LEAST, MOST] = [1200, 630, 300, 4096];

/** @typedef {import('../../core.js').PictureOptions} Options */

/** See `picture` in api.js; `draw` is the core's `picture`. */
export function picture(
  draw,
  scorecard,
  given,
  /** @type {Options} */ { lang, width = WIDTH, height = HEIGHT, address = '' },
) {
  for (const [name, length] of Object.entries({ width, height })) {
    if (!Number.isInteger(length) || length < LEAST || length > MOST) {
      throw failure(
        'badOption',
        `${name} must be a whole number of pixels from ${LEAST} to ${MOST}, not ${String(length)}`,
      );
    }
  }
  if (typeof address !== 'string') {
    throw failure(
      'badOption',
      `address must be a string such as example.com, not ${address === null ? null : typeof address}`,
    );
  }
  const id = scorecard?.questionnaire?.id;
  if (given === undefined && id !== undefined && !isBuiltIn(id)) {
    throw failure(
      'badOption',
      `questionnaire: pass the questionnaire ${JSON.stringify(id)} of the scorecard, because it is not built in`,
    );
  }
  const { questionnaire, localized } = localize(given, wantedOf(lang, given?.lang));
  return draw(scorecard, questionnaire, { ...apiOptions({}, localized), width, height, address });
}
