/**
 * Writes the element's tag as HTML, with what the core drew inside it. This file deals with
 * attributes and escaping; the core decides what is on the first screen.
 */
import sheet from '#rendered-style';
import { failure } from '../data/failure.js';
import { apiOptions, localize, wantedOf } from './localize.js';

const NAME = 'misconception-scorecard';

/** @typedef {import('../../core.js').RenderOptions} Options */

/** See `renderToString` in api.js; `draw` is the core's `render`. */
export function render(draw, given, /** @type {Options} */ { lang, shadow, stylesheet, attributes }) {
  const written = check(attributes ?? {});
  if (given === undefined && written.src)
    throw failure('badOption', 'attributes: if src is set, pass its questionnaire here too');
  const { questionnaire, localized } = localize(given, wantedOf(lang, written.lang, given?.lang));
  const drawn = draw(questionnaire, apiOptions(written, localized, questionnaire));

  const all = { lang: drawn.lang, ...(drawn.direction === 'rtl' && { dir: 'rtl' }), ...written };
  const tag = Object.entries(all).map(([name, value]) => ` ${name}="${escape(value)}"`);
  const parts = [`<${NAME}${tag.join('')}>\n`];
  // In shuffled order, the reader's first statement is not known yet.
  if (shadow && written.order !== 'shuffled') {
    const style = stylesheet ? `<link rel="stylesheet" href="${escape(stylesheet)}">` : `<style>${sheet}</style>`;
    // The slot shows the fallback if scripts are switched off: see src/style/rendered.css.
    const root = `${style}<div class="panel" part="panel">${guard(drawn.screen)}</div><slot hidden=""></slot>`;
    parts.push(`<template shadowrootmode="open">${root}</template>\n`);
  }
  parts.push(guard(drawn.plain), '\n');
  if (given !== undefined && !written.src) {
    const text = JSON.stringify(given).replace(ODD, (it) => `\\u${it.charCodeAt(0).toString(16).padStart(4, '0')}`);
    parts.push(`<script type="application/json">${text}</script>\n`);
  }
  parts.push(`</${NAME}>\n`);
  return parts.join('');
}

/**
 * Attributes as they are written in HTML: true is an empty attribute; false, null and undefined are
 * left out. Throws `badOption` for a malformed name, or a control character.
 */
function check(attributes) {
  const entries = Object.entries(attributes).filter(([, value]) => value !== false && value != null);
  for (const [name, value] of entries) {
    if (!/^[a-z][\w:.-]*$/i.test(name))
      throw failure('badOption', `attributes: ${name} is not the name of an attribute`);
    // HTML does not allow them, not even as a character reference.
    if (CONTROL.test(String(value))) throw failure('badOption', `attributes: ${name} contains a control character`);
  }
  return Object.fromEntries(entries.map(([name, value]) => [name.toLowerCase(), value === true ? '' : String(value)]));
}

const CONTROL = /(?![\t\n\f\r])\p{Cc}/u;

/**
 * Characters that end a script element in HTML, and characters that are invisible in a page or that
 * a terminal would act on.
 */
const ODD = /[<\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g;

/**
 * Writes all characters between tags, except letters, digits and spaces, as numeric references. A
 * host such as WordPress replaces quotes, dashes and smileys in texts; it finds none here, so the
 * first screen stays as the core has drawn it. Two letters are written so too: WordPress replaces
 * the x in 2x4 by a multiplication sign, and corrects the spelling of its own name.
 */
const guard = (html) =>
  html
    .replace(/>[^<]+/g, (text) => `>${text.slice(1).replace(MENDED, numberOf)}`)
    // WordPress corrects the spelling of its name in attributes too.
    .replace(/W(?=ordpress)/g, numberOf);
const MENDED = /&(?:amp|lt|gt|quot|#13);|[^\p{L}\p{N} ]|(?<=\d)x(?=\d)/gu;
const SIGNS = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#13;': '\r' };
const numberOf = (found) => `&#${(SIGNS[found] ?? found).codePointAt(0)};`;

const ESCAPES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text) => String(text).replace(/[&<>"]/g, (character) => ESCAPES[character]);
