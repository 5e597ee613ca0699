/**
 * Puts the tag together as HTML text, with what the core drew in it. Knows attributes and how HTML escapes; what is
 * on the first screen is the core's.
 */
import sheet from '#rendered-style';
import { failure } from '../data/failure.js';
import { apiOptions, localize, wantedOf } from './localize.js';

const NAME = 'misconception-scorecard';

/** @typedef {import('../../core.js').RenderOptions} Options */

/** See `renderToString` in api.js; `draw` is the core's. */
export function render(draw, given, /** @type {Options} */ { lang, shadow, stylesheet, attributes }) {
  const written = check(attributes ?? {});
  if (given === undefined && written.src) throw failure('badOption', 'with src, its questionnaire is needed here too');
  const { questionnaire, localized } = localize(given, wantedOf(lang, written.lang, given?.lang));
  const drawn = draw(questionnaire, apiOptions(written, localized, questionnaire));

  const all = { lang: drawn.lang, ...(drawn.direction === 'rtl' && { dir: 'rtl' }), ...written };
  const tag = Object.entries(all).map(([name, value]) => ` ${name}="${escape(value)}"`);
  const parts = [`<${NAME}${tag.join('')}>\n`];
  // Where chance decides, the reader's first statement is not known yet.
  if (shadow && written.order !== 'shuffled') {
    const style = stylesheet ? `<link rel="stylesheet" href="${escape(stylesheet)}">` : `<style>${sheet}</style>`;
    // The slot comes in where scripts are off: see rendered.css.
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

/** Attributes as they are written: true is an empty one, false, null and undefined are none. */
function check(attributes) {
  const entries = Object.entries(attributes).filter(([, value]) => value !== false && value != null);
  for (const [name, value] of entries) {
    if (!/^[a-z][\w:.-]*$/i.test(name)) throw failure('badOption', `attributes: ${name} is no name of an attribute`);
    // HTML allows none of them, not even written as a number.
    if (CONTROL.test(String(value))) throw failure('badOption', `attributes: ${name} has a control character in it`);
  }
  return Object.fromEntries(entries.map(([name, value]) => [name.toLowerCase(), value === true ? '' : String(value)]));
}

const CONTROL = /(?![\t\n\f\r])\p{Cc}/u;

/** What ends a script in HTML, and what is not seen in a page or obeyed by a terminal. */
const ODD = /[<\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g;

/**
 * Texts between tags with all but letters, digits and spaces written as numbers: a host that mends quotes and dashes and makes pictures of
 * smileys, as WordPress does, finds nothing to mend, and the first screen stays the one that the core draws. Two letters are written so
 * too: WordPress makes a sign of the x in 2x4, and spells its own name.
 */
const guard = (html) =>
  html
    .replace(/>[^<]+/g, (text) => `>${text.slice(1).replace(MENDED, numberOf)}`)
    // Its name WordPress spells in attributes too.
    .replace(/W(?=ordpress)/g, numberOf);
const MENDED = /&(?:amp|lt|gt|quot|#13);|[^\p{L}\p{N} ]|(?<=\d)x(?=\d)/gu;
const SIGNS = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#13;': '\r' };
const numberOf = (found) => `&#${(SIGNS[found] ?? found).codePointAt(0)};`;

const ESCAPES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text) => String(text).replace(/[&<>"]/g, (character) => ESCAPES[character]);
