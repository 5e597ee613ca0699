/**
 * Sorts what the check found by what an author does about it, and finds the place on screen where
 * each finding belongs. Knows pointers, gaps and which places there are; must not know the words
 * for findings, nor how a place looks.
 */
import { keysOf } from '../data/pointers.js';

/**
 * Places that are always visible in their section: fields, and groups for findings that no single
 * field causes.
 */
const PLACES = [
  '',
  '/(title|intro|lang|privacy|consent|markup|version|id)',
  '/scale(/points|/dontKnow|/labels(/\\d+)?)?',
  '/certainty(/levels|/from|/to|/labels(/\\d+)?)?',
  '/minAnswered',
  '/cutoffs(/held|/leaning|/unsure)?',
  '/misconceptions(/\\d+(/name|/id)?)?',
  '/misconceptions/\\d+/statements(/\\d+(/text|/key|/weight|/id)?)?',
  '/misconceptions/\\d+/refutation(/fact|/myth|/whyBelieved|/kernelOfTruth|/whyWrong|/advice)?',
  '/misconceptions/\\d+/evidence(/strength|/asOf|/reviewBy)?',
  '/misconceptions/\\d+/sources(/\\d+(/title|/url|/date|/quote|/lang)?)?',
  '/outcomes(/\\d+(/from|/unsure|/title|/text)?)?',
  '/suggestions(/\\d+(/text|/by|/answer)?)?',
  '/credits(/text|/url|/licence)?',
  '/share(/text)?',
  '/translations(/[^/]+)?',
].map((source) => new RegExp(`^${source}$`));

/** The section of the view `write` in which a key is edited, by the first key of its pointer. */
const SECTIONS = {
  scale: 'answers',
  certainty: 'answers',
  minAnswered: 'answers',
  cutoffs: 'answers',
  outcomes: 'scorecard',
  suggestions: 'scorecard',
  credits: 'scorecard',
  share: 'scorecard',
};

/**
 * The place that a pointer belongs to: its own, or else the nearest one around it. `rows` are the
 * places of translated texts.
 */
export function placeOf(pointer, rows = new Set()) {
  let place = pointer.startsWith('/translations/') ? pointer.replace(/(\/statements\/[^/]+)\/text$/, '$1') : pointer;
  while (!rows.has(place) && !PLACES.some((it) => it.test(place))) place = place.slice(0, place.lastIndexOf('/'));
  return place;
}

/** Findings about one place that are solved at another, by code. */
const ELSEWHERE = { noSource: (pointer) => pointer.replace(/^(\/misconceptions\/\d+).*$/, '$1/sources') };

/** How to get to a place: `{ view, section, at }`, or `{ view, lang, at }` for a translation. */
export function wayTo(at) {
  const [first, index] = keysOf(at);
  if (first === 'translations') return { view: 'translate', lang: index, at };
  if (first === 'misconceptions')
    return { view: 'write', section: index === undefined ? undefined : Number(index), at };
  return { view: 'write', section: SECTIONS[first] ?? 'about', at };
}

/**
 * The findings of a checked document whose `gaps` were filled, as
 * `{ kind, code, pointer, at, message, remedy }`. Leaves out findings about the filler text in a
 * gap. `kind` is `todo` for the gaps themselves, `translate` for a missing translation, else
 * `error` or `advice`.
 */
export function understood(problems, gaps, rows) {
  const own = new Set(gaps);
  /** The pointers of all gaps and of everything around them. */
  const around = new Set();
  for (const gap of gaps) {
    for (let it = gap; it; it = it.slice(0, it.lastIndexOf('/'))) around.add(it);
  }
  const isOfGap = ({ code, pointer, severity }) =>
    (code === 'placeholder' && gaps.some((gap) => pointer === gap || pointer.startsWith(`${gap}/`))) ||
    (severity === 'advice' && around.has(pointer) && code !== 'placeholder');
  const told = problems
    .filter((it) => !isOfGap(it))
    .map(({ severity, ...it }) => ({
      ...it,
      kind: it.code === 'missingTranslation' ? 'translate' : severity,
      at: placeOf(ELSEWHERE[it.code]?.(it.pointer) ?? it.pointer, rows),
    }));
  const todo = [...own].map((pointer) => ({ kind: 'todo', code: 'gap', pointer, at: placeOf(pointer, rows) }));
  return [...told.filter(({ kind }) => kind === 'error'), ...todo, ...told.filter(({ kind }) => kind !== 'error')];
}

/** A `Map` from each place to its findings. */
export function byPlace(findings) {
  const places = new Map();
  for (const finding of findings) {
    if (!places.has(finding.at)) places.set(finding.at, []);
    places.get(finding.at).push(finding);
  }
  return places;
}
