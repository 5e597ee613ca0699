/**
 * The link to a scorecard in the page's address. A fragment belongs to the page: where it keeps a route there, the link
 * stands behind it, is taken into memory as soon as the script is there, and the route is put back as it was. That is the
 * only time that the address is written to. Knows addresses; what stands in a link is the core's.
 */

/** A fragment that has a scorecard in it, with the id and what stands behind that: a page may have others that begin alike. */
const IN_FRAGMENT = /^#scorecard-([\w-]*?__.*)$/;
/** As version 1 had it. */
const FRAGMENT_1 = '#scorecard=';
/** A route, what stands in it before a link, the link, and what stands behind it. */
const IN_ROUTE = /^(#[/!].*?)([?&])scorecard=([^&]*)(?:&(.*))?$/;

/** @typedef {{ text: string, isOld: boolean, source: string }} Link `isOld`: of version 1, not decoded; `source`: the fragment it came in. */

/** What was taken out of a route, and that route; only while it is the page's. */
let taken = /** @type {(Link & { route: string }) | undefined} */ (undefined);

/** The link in the page's address, whosever it is. @returns {Link | undefined} */
export function currentLink() {
  const { hash } = location;
  if (taken?.route === hash) return taken;
  const [, text] = IN_FRAGMENT.exec(hash) ?? [];
  if (text) return { text, isOld: false, source: hash };
  if (!hash.startsWith(FRAGMENT_1)) return undefined;
  return { text: hash.slice(FRAGMENT_1.length), isOld: true, source: hash };
}

/** From now on, takes links out of routes. */
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
