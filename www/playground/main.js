/**
 * Joins the parts of the playground: a text changes, it is checked, and marks, list, preview, habits and snippet
 * follow. Knows the page's elements; the parts know only what they are given.
 */
import { createEditor } from './editor.js';
import { acceptDrops, readExample, readFile, save } from './files.js';
import { showHabits } from './habits.js';
import { createPreview } from './preview.js';
import { createProblems } from './problems.js';
import { copy, fileName, snippet } from './snippet.js';
import { keeper, recall } from './store.js';

/** How long to wait for the next key before checking, in milliseconds; longer where checking takes long. */
const MOMENT = 200;

const find = (id) => document.getElementById(id);
/** @type {(name: string) => any} */
const named = (name) => document.querySelector(`[name=${name}]`);
const CHOICES = ['lang', 'theme', 'layout', 'advance', 'feedback'];
const choices = Object.fromEntries(CHOICES.map((name) => [name, named(name)]));

/** The last text without errors, as `{ text, document }`. */
let good;
let check;
let schema;
let timer;
let tookLong = 0;

const editor = createEditor({
  parent: find('editor'),
  describedBy: 'keys',
  schema: () => schema,
  on: {
    change: changed,
    save: download,
    problems: () => problems.focus(),
    step: (...way) => problems.step(...way),
  },
});
const problems = createProblems({ list: find('problems'), count: find('count'), live: find('live'), editor });
const preview = createPreview({ stage: find('stage'), state: find('state'), choices, on: chosen });
const keep = keeper(() => ({
  text: editor.text(),
  choices: Object.fromEntries(CHOICES.map((name) => [name, choices[name].value])),
}));

function changed() {
  find('undo').hidden = true;
  keep();
  clearTimeout(timer);
  timer = setTimeout(examine, Math.max(MOMENT, 3 * tookLong));
}

function chosen() {
  keep();
  showSnippet();
}

/** Checks the text, and has all else follow. */
function examine() {
  clearTimeout(timer);
  if (!check) return;
  const start = performance.now();
  const text = editor.text();
  const { ok, problems: findings, habits } = check(text);
  editor.mark(findings);
  problems.show(findings);
  find('without-reading').hidden = !habits;
  if (ok) follow(text, habits);
  else preview.keep();
  tookLong = performance.now() - start;
}

/** Shows what follows from a text without errors. */
function follow(text, habits) {
  good = { text, document: JSON.parse(text) };
  preview.show(good.document);
  if (habits) showHabits(find('habits'), habits, good.document);
  showSnippet();
}

function showSnippet() {
  find('embed').hidden = !good;
  if (!good) return;
  const name = fileName(good.text);
  const isInside = /** @type {HTMLInputElement} */ (find('where').querySelector(':checked')).value === 'inside';
  find('snippet').textContent = snippet({ ...good, name, isInside, attributes: preview.chosen() });
  find('beside').hidden = isInside;
  find('name').textContent = name;
  find('copied').textContent = '';
}

function say(text) {
  find('said').textContent = text;
}

/** Puts another text into the editor and says that the one before can be had back. */
async function open(reading, what) {
  try {
    const text = await reading;
    const before = editor.text();
    if (text !== before) editor.replace(text);
    const isLost = before.trim() !== '' && text !== before;
    say(isLost ? `${what} is open. Undo brings back what you had.` : `${what} is open.`);
    find('undo').hidden = !isLost;
    examine();
  } catch (error) {
    say(error.message);
  }
}

function download() {
  const name = fileName(editor.text());
  save(editor.text(), name);
  say(`Saved as “${name}”, where your browser puts downloads.`);
}

function takeFile(file) {
  return open(readFile(file), `“${file.name}”`);
}

/** Loads what is not needed for the first key. */
async function load() {
  fetch('scorecard/questionnaire.schema.json')
    .then((answer) => answer.json())
    .then((it) => (schema = it))
    .catch(() => {});
  try {
    const core = await import('../scorecard/core.js');
    await core.ready();
    ({ check } = core);
    examine();
  } catch (error) {
    problems.say(`The check could not be loaded: ${error.message}. Load the page again to try once more.`);
  }
}

for (const button of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-example]'))) {
  button.addEventListener('click', () => open(readExample(button.dataset.example), `“${button.textContent}”`));
}
named('file').addEventListener('change', ({ target }) => {
  if (target.files[0]) takeFile(target.files[0]);
  // So that the same file can be opened again.
  target.value = '';
});
acceptDrops(takeFile);
find('save').addEventListener('click', download);
find('undo').addEventListener('click', () => {
  editor.undo();
  say('What you had is back.');
  editor.focus();
});
find('restart').addEventListener('click', () => preview.restart());
find('copy').addEventListener('click', async () => (find('copied').textContent = await copy(find('snippet'))));
find('where').addEventListener('change', showSnippet);

const kept = recall();
if (kept) {
  for (const name of CHOICES) choose(choices[name], kept.choices[name]);
  editor.begin(kept.text);
} else {
  const { example } = /** @type {HTMLElement} */ (document.querySelector('[data-example]')).dataset;
  readExample(example).then(
    (text) => {
      if (editor.text() === '') editor.begin(text);
      examine();
    },
    ({ message }) => say(message),
  );
}
load();

/** Sets a control to what was kept. Languages are offered later, when the questionnaire is read. */
function choose(control, value) {
  if (control === choices.lang && typeof value === 'string') control.append(new Option(value, value));
  if ([...control.options].some((it) => it.value === value)) control.value = value;
}
