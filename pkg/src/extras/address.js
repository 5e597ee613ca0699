/**
 * The address that a link to a scorecard begins with. Knows the page's address; what stands in a link is the core's, and how
 * one is found in an address, pkg/src/element/link.js knows.
 */

/** What stands before a link in an address that leads here; none where nobody else could go there. */
export function addressBefore() {
  const { href, protocol, hash } = location;
  if (!/^https?:$/.test(protocol)) return '';
  if (!/^#[/!]/.test(hash)) return `${href.split('#')[0]}#scorecard-`;
  return `${href}${hash.includes('?') ? '&' : '?'}scorecard=`;
}

/** The text of a link in the form of version 1. One whose percent signs encode nothing is as good as its own. */
export function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
