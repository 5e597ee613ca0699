/**
 * Translates the page around the studio, its menu and its footer, into the author's language; the
 * English texts are in www/studio.html. Knows that page; must not know the studio inside.
 */
import { language, t } from '../texts/words.js';

/** Writes the texts around the studio in the studio's language. */
export function frame() {
  const { menu, pages, examples, made } = t.frame;
  const [header, footer] = ['.site', '.colophon'].map((it) => /** @type {any} */ (document.querySelector(it)));
  if (!header || !footer) return;
  header.lang = footer.lang = language;
  header.querySelector('nav').setAttribute('aria-label', menu);
  for (const link of header.querySelectorAll('nav a')) {
    link.textContent = pages[link.getAttribute('href').replace('.html', '')] ?? link.textContent;
    // The other pages are in English only.
    if (!link.hasAttribute('aria-current')) link.hreflang = 'en';
  }
  const [first, last] = footer.querySelectorAll('p');
  first.querySelector('a').textContent = examples;
  for (const [index, node] of last.childNodes.entries()) node.textContent = made[index];
}
