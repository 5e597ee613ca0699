/**
 * The lower limit of all sizes: the content as one HTML file with an inline style and no script.
 * build.mjs writes it to index.html.
 */
import { readFileSync } from 'node:fs';
import { transformSync } from 'esbuild';
import { ITEMS, SCALE, TITLE } from '../../shared/content.mjs';

const source = readFileSync(new URL('../../shared/quiz.css', import.meta.url), 'utf8');
const css = transformSync(source, { loader: 'css', minify: true }).code.trim();

const answer = (it) => (text, k) => `<label><input type="radio" name="${it.id}" value="${k}" required>${text}</label>`;
const question = (it) => `<fieldset><legend>${it.statement}</legend>${SCALE.map(answer(it)).join('')}</fieldset>`;
const explanation = (it) => `<details><summary>${it.statement}</summary><p>${it.explain}</p></details>`;

export default `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${TITLE}</title><link rel="icon" href="data:,"><style>${css}</style></head><body><h1>${TITLE}</h1><form>` +
  ITEMS.map(question).join('') +
  '</form>' +
  ITEMS.map(explanation).join('') +
  '</body></html>';
