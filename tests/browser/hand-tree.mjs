/**
 * Writes a screen as a screen reader presents it: one line per heading, control, group, image,
 * item, cell and text, in reading order. Roles and names are those that the engine reports to
 * assistive technology. States, levels and plain text, which not every driver reports, are read
 * from the page.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ROOT } from './harness.mjs';

/** The elements that have a line in the tree. */
const SPOKEN =
  'h2, h3, h4, h5, fieldset, input, textarea, button, summary, a, table, tr, th, td, svg[role], [role=list], li, [role=status]';

/**
 * For scripts in the page: the parts of the tree. A text is a string, an element is an array of the
 * element, its local name, level, text and states.
 */
const PARTS = `${ROOT}
  const isShown = (it) => it.checkVisibility({ visibilityProperty: true }) && !it.closest('[aria-hidden=true]');
  const plain = (text) => text.replaceAll(/\\s+/g, ' ').trim();
  /** Elements whose text is part of their own line. */
  const NAMING = 'h2, h3, h4, h5, button, summary, a, th, td, li, label, legend, textarea, style';
  const nodes = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  const parts = [];
  let block;
  for (let node; (node = nodes.nextNode());) {
    if (node.nodeType === Node.TEXT_NODE) {
      if (node.parentElement.closest(NAMING) || !isShown(node.parentElement)) continue;
      let around = node.parentElement;
      while (getComputedStyle(around).display.startsWith('inline')) around = around.parentElement;
      if (around === block && typeof parts.at(-1) === 'string') parts[parts.length - 1] += node.data;
      else if (node.data.trim() === '') continue;
      else parts.push(node.data);
      block = around;
    } else if (node.matches(arguments[0]) && isShown(node)) {
      const described = (node.getAttribute('aria-describedby') ?? '').split(' ').map((id) => root.getElementById(id))
        .filter((it) => it && it.textContent !== '').map((it) => ' (' + plain(it.textContent) + ')');
      const states = [
        node.checked && 'checked', node.disabled && 'disabled', node.readOnly && 'read-only', node.required && 'required',
        node.closest('[inert]') && 'inert', node.getAttribute('aria-invalid') === 'true' && 'invalid',
        node.localName === 'summary' && (node.parentElement.open ? 'open' : 'closed'),
      ].filter(Boolean).map((it) => ' ' + it);
      const value = node.matches('textarea, [type=text]') && !node.readOnly && node.value ? ' “' + node.value + '”' : '';
      const level = /^h\\d$/.test(node.localName) ? ' ' + node.localName[1] : '';
      parts.push([node, node.localName, level, plain(node.innerText ?? ''), value + states.join('') + described.join('')]);
      block = undefined;
    }
  }
  return parts;`;

/** Roles of elements that engines' drivers report differently or not at all. */
const OWN = { summary: 'summary', li: 'item' };
/** Elements whose name is their text, though some drivers report none. */
const NAMED_BY_TEXT = ['summary', 'li', 'th', 'td'];
/** Elements whose name only repeats their content. */
const UNNAMED = ['tr'];

/** The tree as text. */
export async function tree(browser) {
  const lines = [];
  for (const part of await browser.run(PARTS, SPOKEN)) {
    if (typeof part === 'string') {
      lines.push(`text ${part}`);
      continue;
    }
    const [element, tag, level, text, more] = part;
    const role = OWN[tag] ?? (await element.getAriaRole());
    const name = UNNAMED.includes(tag) ? '' : NAMED_BY_TEXT.includes(tag) ? text : await element.getAccessibleName();
    lines.push(`${role}${level} ${name}${more}`);
  }
  return lines.map((line) => `${line.replaceAll(/\s+/g, ' ').trim()}\n`).join('');
}

/** The file of a screen's golden text. Every engine must produce the same. */
export const goldenFile = (screen) =>
  fileURLToPath(new URL(`trees/${screen.replaceAll(' ', '-')}.txt`, import.meta.url));

/** The golden text of a screen. */
export const golden = (screen) => readFileSync(goldenFile(screen), 'utf8');
