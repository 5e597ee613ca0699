/**
 * The beginning of a URL that ends in a link to a scorecard. pkg/src/element/link.js finds links in
 * URLs, and the core knows what is in a link.
 */

/**
 * The part of the URL before the link, for a URL that leads to this page. Empty if nobody else
 * could open it, as for a file.
 */
export function addressBefore() {
  const { href, protocol, hash } = location;
  if (!/^https?:$/.test(protocol)) return '';
  if (!/^#[/!]/.test(hash)) return `${href.split('#')[0]}#scorecard-`;
  return `${href}${hash.includes('?') ? '&' : '?'}scorecard=`;
}

/**
 * The text of a link in version 1 of the format. If its percent signs encode nothing, the text is
 * taken as it is.
 */
export function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
