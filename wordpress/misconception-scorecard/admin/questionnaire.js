/**
 * The form on which a questionnaire is edited: checks the JSON, shows it in the real widget, and
 * hands its first screens to PHP. Knows the form; the core decides whether the questionnaire is
 * valid.
 */
import { check, ready, renderToString } from '../scorecard/core.js';
import { drawn, languagesOf } from './tree.js';

const { example, words } = window.misconceptionScorecardEdit;
const at = (name) => document.getElementById(`misconception-scorecard-${name}`);
const field = /** @type {HTMLTextAreaElement} */ (at('json'));
const screens = /** @type {HTMLInputElement} */ (at('screens'));
const checked = /** @type {HTMLInputElement} */ (at('checked'));
const PAUSE = 400;
const MOST_SHOWN = 30;

const make = (name, text, children = []) => {
  const element = document.createElement(name);
  if (text) element.textContent = text;
  element.append(...children);
  return element;
};

/** One problem in words, with its line. */
function line({ line, pointer, message, remedy }) {
  const place = line ? `${line}: ` : pointer ? `${pointer}: ` : '';
  const item = make('li', `${place}${[message, remedy].filter(Boolean).join(' ')}`);
  item.lang = 'en';
  return item;
}

function tell({ ok, problems }) {
  const errors = problems.filter(({ severity }) => severity === 'error');
  const advice = problems.filter(({ severity }) => severity !== 'error');
  const list = (items) => make('ul', '', items.slice(0, MOST_SHOWN).map(line));
  const parts = [make('p', ok ? words.right : words.wrong)];
  if (errors.length > 0) parts.push(list(errors));
  if (advice.length > 0) parts.push(make('p', words.advice), list(advice));
  at('report').replaceChildren(...parts);
  at('report').className = ok ? 'is-right' : 'is-wrong';
}

let shown = '';
let isRight = false;

/** Shows the questionnaire as readers would see it. */
function preview(text, lang) {
  if (text === shown) return;
  shown = text;
  const element = document.createElement('misconception-scorecard');
  for (const [name, value] of Object.entries({ lang, storage: 'none', load: 'now' })) element.setAttribute(name, value);
  Object.assign(element, { questionnaire: text });
  at('preview').replaceChildren(element);
}

/** Checks the JSON, and fills in the hidden fields that PHP reads. */
function examine() {
  const text = field.value;
  if (!text.trim()) {
    at('report').replaceChildren();
    isRight = false;
    checked.value = '';
    return;
  }
  const report = check(text);
  tell(report);
  isRight = report.ok;
  checked.value = isRight ? '1' : '';
  screens.value = '';
  if (!isRight) return;
  const questionnaire = JSON.parse(text);
  preview(text, questionnaire.lang);
  const parse = (html) => new DOMParser().parseFromString(html, 'text/html');
  const byLanguage = languagesOf(questionnaire).map((lang) => [
    lang,
    drawn(renderToString, parse, questionnaire, lang),
  ]);
  screens.value = JSON.stringify(Object.fromEntries(byLanguage));
}

function write(text) {
  field.value = text;
  examine();
}

let timer;

/** Keeps a questionnaire with problems from being published. A draft may have problems. */
function prevent(event) {
  if (event.target !== field.form) return;
  clearTimeout(timer);
  examine();
  if (isRight || event.submitter?.id !== 'publish') return;
  event.preventDefault();
  event.stopImmediatePropagation();
  at('report').prepend(make('p', words.unfinished));
  field.focus();
}

function start() {
  field.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(examine, PAUSE);
  });
  at('file').addEventListener('change', async ({ target }) => {
    const [file] = /** @type {HTMLInputElement} */ (target).files;
    if (file) write(await file.text());
  });
  at('example').addEventListener('click', () => {
    // A unique id, because the built-in questionnaire has the original one.
    write(JSON.stringify({ ...example, id: `${example.id}-${Date.now().toString(36)}` }, null, 2));
  });
  // Runs before WordPress's own listener, which would disable the buttons until the page is
  // reloaded.
  document.addEventListener('submit', prevent, { capture: true });
  examine();
}

ready().then(start, () => at('report').replaceChildren(make('p', words.absent)));
