/**
 * Finds the link to a scorecard in the page's URL; only the core can read what is in the link. The
 * fragment belongs to the page: if the page has its route there, the link comes after the route.
 * Then this script remembers the link and puts the route back without it. The URL is never changed
 * otherwise.
 */

/**
 * A fragment with a scorecard: the questionnaire's id and then `__`, because a page may have other
 * fragments that begin with `scorecard-`.
 */
const IN_FRAGMENT = /^#scorecard-([\w-]*?__.*)$/;
/** The beginning of such a fragment in version 1 of the link's format. */
const FRAGMENT_1 = '#scorecard=';
/**
 * A fragment with a route: the route up to the link, the sign before the link, the link, and what
 * follows it.
 */
const IN_ROUTE = /^(#[/!].*?)([?&])scorecard=([^&]*)(?:&(.*))?$/;

/**
 * @typedef {{ text: string, isOld: boolean, source: string }} Link `isOld`: in version 1 of the
 *   format, not decoded yet; `source`: the fragment it came in.
 */

/**
 * The link that was taken out of a route, and that route. It counts only while the page stays on
 * the route.
 */
let taken = /** @type {(Link & { route: string }) | undefined} */ (undefined);

/**
 * The link in the page's URL, for whichever questionnaire it is; undefined if there is none.
 * @returns {Link | undefined}
 */
export function currentLink() {
  const { hash } = location;
  if (taken?.route === hash) return taken;
  const [, text] = IN_FRAGMENT.exec(hash) ?? [];
  if (text) return { text, isOld: false, source: hash };
  if (!hash.startsWith(FRAGMENT_1)) return undefined;
  return { text: hash.slice(FRAGMENT_1.length), isOld: true, source: hash };
}

/** Takes links out of routes, now and at each change of the fragment. Call it once per page. */
export function watchRoutes() {
  take();
  addEventListener('hashchange', take);
}

function take() {
  const { hash } = location;
  if (hash !== taken?.route) taken = undefined;
  const [source, before, sign, text, behind] = IN_ROUTE.exec(hash) ?? [];
  if (!source) return;
  const route = behind === undefined ? before : before + sign + behind;
  taken = { text, isOld: false, source, route };
  location.replace(route);
}
