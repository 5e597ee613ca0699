/**
 * The admin page with the responses: fetches them, has the core evaluate them, and shows counts and
 * shares. Knows the page; figures.js knows what is counted.
 */
import { collect, ready } from '../scorecard/core.js';
import { csv, figures, VERDICTS } from './figures.js';

const { questionnaires, rows, nonce, locale, words } = window.misconceptionScorecardResponses;
const at = (name) => document.getElementById(`misconception-scorecard-${name}`);
const select = /** @type {HTMLSelectElement} */ (at('which'));
const number = new Intl.NumberFormat(locale);
const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
const fill = (text, value) => text.replace('%s', number.format(value));

/** All responses to a questionnaire, whatever its version. */
async function fetchAll(id) {
  const all = [];
  let after = '';
  do {
    const url = new URL(rows);
    url.searchParams.set('questionnaire', id);
    url.searchParams.set('after', after);
    const reply = await fetch(url, { headers: { 'X-WP-Nonce': nonce }, credentials: 'same-origin', cache: 'no-store' });
    if (!reply.ok) throw new Error(String(reply.status));
    const { responses, next } = await reply.json();
    all.push(...responses);
    after = next;
  } while (after);
  return all;
}

const make = (name, text = '', attributes = {}) => {
  const element = document.createElement(name);
  element.textContent = text;
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
};

function table(caption, heads, lines, lang) {
  const element = make('table', '', { class: 'widefat striped misconception-scorecard-table' });
  const head = make('tr');
  head.append(...heads.map((text) => make('th', text, { scope: 'col' })));
  const body = make('tbody');
  for (const [name, ...cells] of lines) {
    const row = make('tr');
    row.append(make('th', name, { scope: 'row', lang }), ...cells.map((text) => make('td', text)));
    body.append(row);
  }
  const top = make('thead');
  top.append(head);
  element.append(make('caption', caption), top, body);
  const around = make('div', '', {
    class: 'misconception-scorecard-wide',
    tabindex: '0',
    role: 'region',
    'aria-label': caption,
  });
  around.append(element);
  return around;
}

/**
 * The names of misconceptions and the texts of statements by id, in `lang` if the questionnaire has
 * it.
 */
function textsOf({ misconceptions, translations }, lang) {
  const other = Object(translations?.[lang]);
  const texts = new Map();
  for (const { id, name, statements } of misconceptions) {
    texts.set(`m ${id}`, other.misconceptions?.[id]?.name ?? name);
    for (const it of statements) texts.set(`s ${it.id}`, other.statements?.[it.id] ?? it.text);
  }
  return texts;
}

function show({ questionnaire, lang }, current, older) {
  const place = at('figures');
  if (current.length === 0) {
    place.replaceChildren(make('p', words.none), ...(older > 0 ? [make('p', fill(words.older, older))] : []));
    return;
  }
  const { n, differing, misconceptions, contested, statements } = figures(collect(questionnaire), current);
  const texts = textsOf(questionnaire, lang);
  const points = statements[0].counts.map((_, index) => number.format(index + 1));
  const counts = ({ verdicts }) => VERDICTS.map((it) => number.format(verdicts[it]));
  const share = ({ held }) =>
    held ? `${percent.format(held.share)} (${percent.format(held.low)}–${percent.format(held.high)})` : '–';
  const lines = [
    ...misconceptions.map((it) => [texts.get(`m ${it.id}`), ...counts(it), share(it)]),
    // Experts disagree on these, so nobody is mistaken and there is no share.
    ...contested.map((it) => [texts.get(`m ${it.id}`), ...counts(it), words.contested]),
  ];
  const answered = statements.map(({ id, counts, dontKnow, blank }) => [
    texts.get(`s ${id}`),
    ...[...counts, dontKnow?.count ?? 0, blank?.count ?? 0].map((it) => number.format(it)),
  ]);
  place.replaceChildren(
    make('p', fill(words.count, n)),
    ...(differing > 0 ? [make('p', fill(words.differing, differing))] : []),
    ...(older > 0 ? [make('p', fill(words.older, older))] : []),
    table(words.verdicts, [words.misconception, ...VERDICTS.map((it) => words[it]), words.share], lines, lang),
    make('p', words.disagree),
    table(words.statements, [words.statement, ...points, words.dontKnow, words.blank], answered, lang),
  );
}

function save(name, type, text) {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = make('a', '', { href: url, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}

let got = { about: questionnaires[0], all: [] };

async function choose() {
  const about = questionnaires[Number(select.value)];
  const { id, version } = about.questionnaire;
  const buttons = ['ndjson', 'csv'].map((name) => /** @type {HTMLButtonElement} */ (at(name)));
  for (const button of buttons) button.disabled = true;
  try {
    await ready();
    const all = await fetchAll(id);
    if (about !== questionnaires[Number(select.value)]) return;
    got = { about, all };
    const current = all.filter((it) => it.questionnaire.version === version && it.questionnaire.shape === about.shape);
    show(about, current, all.length - current.length);
    for (const button of buttons) button.disabled = all.length === 0;
  } catch (error) {
    console.error(error);
    at('figures').replaceChildren(make('p', words.failed));
  }
}

for (const [index, { title, lang }] of questionnaires.entries()) {
  const option = new Option(title, String(index));
  option.lang = lang;
  select.add(option);
}
select.addEventListener('change', choose);
const nameOf = () => got.about.questionnaire.id.replace(/[^\w-]+/g, '-');
at('ndjson').addEventListener('click', () =>
  save(`${nameOf()}.ndjson`, 'application/x-ndjson', got.all.map((it) => `${JSON.stringify(it)}\n`).join('')),
);
at('csv').addEventListener('click', () =>
  save(`${nameOf()}.csv`, 'text/csv;charset=utf-8', `\uFEFF${csv(got.about.questionnaire, got.all)}\r\n`),
);
choose();
