/**
 * Turns a table into misconceptions, one per row, and a scorecard into a table. Knows which column
 * headings mean what; data/table.js knows how cells are separated.
 */
import { newMisconception, newScorecard } from '../data/making.js';
import { asList, asMap, asText } from '../data/pointers.js';
import { addressOf } from '../data/tidy.js';

/** What a column may contain, with the headings that say so in English and Norwegian. */
export const TARGETS = {
  name: /^(misconceptions?|beliefs?|name|what people believe|misforståelse(n|r)?|hva folk tror)$/,
  fact: /^(facts?|what (holds|is true)( instead)?|truth|correction|fakta?|hva som stemmer|sannhet(en)?)$/,
  myth: /^(myth statement|statement( 1)?|myth|claim|påstand( 1)?|myte)$/,
  denial: /^(fact statement|statement 2|true statement|påstand 2)$/,
  key: /^(key|nøkkel)$/,
  summary: /^(summary|in one sentence|i én setning)$/,
  whyBelieved: /^(why (people )?believed?( it)?|why people believe it|hvorfor folk tror det)$/,
  kernelOfTruth: /^(kernel( of truth)?|what is right about it|hva som er riktig( ved det)?)$/,
  whyWrong: /^(why( it is)? wrong|reasons?|explanation|feedback|why|hvorfor( det er feil)?|forklaring)$/,
  advice: /^(advice|what to do|råd|hva (en|leserne) kan gjøre)$/,
  source: /^(sources?|reference|kilde(r)?)$/,
  url: /^(url|link|address|lenke|adresse)$/,
  strength: /^(strength|evidence|grunnlag)$/,
};
const STRENGTHS = ['settled', 'strong', 'practitioner', 'contested'];

/** The likeliest meaning of each column of a table, and whether its first row is a heading. */
export function guess(rows) {
  const heads = (rows[0] ?? []).map((it) => it.toLowerCase().trim());
  const found = heads.map((head) => Object.keys(TARGETS).find((key) => TARGETS[key].test(head)) ?? '');
  const hasHead = found.some(Boolean);
  const columns = hasHead ? found : heads.map((_, index) => ['name', 'fact', 'whyWrong', 'source', 'url'][index] ?? '');
  return { hasHead, columns: columns.map((it, index) => (columns.indexOf(it) === index ? it : '')) };
}

/**
 * Returns `{ document, left }` for a table whose columns have these meanings. `left` lists, per
 * row, what was not taken and why.
 */
export function scorecardOfRows(rows, { hasHead, columns }, { title = '', lang = 'en' } = {}) {
  let document = { ...newScorecard({ title, lang }), misconceptions: [] };
  const left = [];
  for (const [index, row] of rows.slice(hasHead ? 1 : 0).entries()) {
    const cell = (target) => (columns.includes(target) ? (row[columns.indexOf(target)] ?? '').trim() : '');
    const leave = (what, why) => left.push({ row: index + (hasHead ? 2 : 1), what, why });
    const name = cell('name') || cell('myth');
    if (!name) {
      leave(row.filter(Boolean).join(' · ').slice(0, 80), 'noBelief');
      continue;
    }
    const tooMany = row.slice(columns.length).filter(Boolean);
    if (tooMany.length > 0) leave(tooMany.join(' · '), 'moreCells');
    const { misconceptions } = document;
    const before = misconceptions.findIndex((it) => it.name === name);
    const isMore = before >= 0 && cell('myth');
    const changed = isMore
      ? misconceptions.with(before, withStatement(misconceptions[before], cell))
      : [...misconceptions, misconceptionOf(document, name, cell, { hasKey: columns.includes('key'), leave })];
    document = { ...document, misconceptions: changed };
  }
  return { document, left };
}

const keyIn = (cell) => (cell('key') === 'fact' ? 'fact' : 'myth');

/** The misconception `owner` with the statement of a further row. */
function withStatement(owner, cell) {
  const one = { id: `${owner.id}-${owner.statements.length + 1}`, text: cell('myth'), key: keyIn(cell) };
  return { ...owner, statements: [...owner.statements, one] };
}

/**
 * The misconception of a row. Calls `leave(what, why)` for each part of the row that is not taken.
 */
function misconceptionOf(document, name, cell, { hasKey, leave }) {
  const made = newMisconception(document, name);
  const [first, second] = made.statements;
  const statements = hasKey
    ? [{ ...first, text: cell('myth'), key: keyIn(cell) }]
    : [
        { ...first, text: cell('myth') },
        { ...second, text: cell('denial') },
      ];
  const strength = cell('strength').toLowerCase();
  if (strength && !STRENGTHS.includes(strength)) leave(strength, 'strength');
  const address = addressOf(cell('url'));
  const url = /^https?:\/\//.test(address) ? address : undefined;
  if (cell('url') && !url) leave(cell('url'), 'url');
  const parts = ['whyBelieved', 'kernelOfTruth', 'whyWrong', 'advice'].map((key) => [key, cell(key)]);
  const refutation = [['fact', cell('fact')], ['myth', cell('summary')], ...parts];
  const source = cell('source') || url;
  return {
    ...made,
    statements,
    refutation: Object.fromEntries(refutation.filter(([key, it]) => it || key === 'fact' || key === 'whyWrong')),
    ...(STRENGTHS.includes(strength) && { evidence: { strength } }),
    ...(source && { sources: [{ title: source, ...(url && { url }) }] }),
  };
}

/**
 * The columns of a scorecard's table. It has a row per statement; the first row of a misconception
 * also has everything else about it.
 */
export const COLUMNS = [
  'misconception',
  'statement',
  'key',
  'what is true',
  'summary',
  'why people believe it',
  'what is right about it',
  'why it is wrong',
  'what to do',
  'evidence',
  'source',
  'url',
];

/** Returns `{ rows, left }`: the table, and the parts of the scorecard that have no column. */
export function rowsOfScorecard(document) {
  const rows = [];
  const left = new Set();
  for (const misconception of asList(document.misconceptions)) {
    const { name, statements, refutation, evidence, sources } = asMap(misconception);
    const parts = asMap(refutation);
    const [source = {}, ...others] = asList(sources);
    if (others.length > 0) left.add('sources');
    if (asMap(source).quote || asMap(source).date) left.add('sources');
    if (asMap(evidence).asOf || asMap(evidence).reviewBy) left.add('evidence');
    for (const [index, statement] of asList(statements).entries()) {
      const first = index === 0;
      const only = (text) => (first ? asText(text) : '');
      rows.push({
        misconception: asText(name),
        statement: asText(asMap(statement).text),
        key: asText(asMap(statement).key),
        'what is true': only(parts.fact),
        summary: only(parts.myth),
        'why people believe it': only(parts.whyBelieved),
        'what is right about it': only(parts.kernelOfTruth),
        'why it is wrong': only(parts.whyWrong),
        'what to do': only(parts.advice),
        evidence: only(asMap(evidence).strength),
        source: only(asMap(source).title),
        url: only(asMap(source).url),
      });
    }
  }
  for (const key of Object.keys(document))
    if (!['format', 'id', 'version', 'lang', 'misconceptions', '$schema', '$comment'].includes(key)) left.add(key);
  return { rows, left: [...left] };
}
