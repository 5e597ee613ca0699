/**
 * Makes new scorecards, misconceptions and statements, and copies of them, with unique ids. Knows
 * what a new one needs; the rule for ids is in pkg/command/draft.js.
 */
import { slug } from '../../../pkg/command/draft.js';
import { asList, asMap } from './pointers.js';

/**
 * The characters of random ids: no vowels, so that an id never contains a word, and no characters
 * that look alike.
 */
const ALPHABET = 'bcdfghjkmnpqrstvwxz23456789';
const TOKEN = 6;
const ENDS_IN_TOKEN = new RegExp(`-([${ALPHABET}]{${TOKEN}})$`);

/** A few random letters. */
export function token() {
  const numbers = crypto.getRandomValues(new Uint32Array(TOKEN));
  return [...numbers].map((number) => ALPHABET[number % ALPHABET.length]).join('');
}

/** A scorecard with one empty misconception. */
export function newScorecard({ title = '', lang = 'en', misconceptions = [''], ...more }) {
  const own = token();
  let document = {
    format: '1.0',
    id: `${slug(title) || 'scorecard'}-${own}`,
    version: '1',
    lang,
    title,
    ...more,
    misconceptions: [],
  };
  for (const name of misconceptions) {
    document = { ...document, misconceptions: [...document.misconceptions, newMisconception(document, name)] };
  }
  return document;
}

/** A misconception with two statements, of which the second denies the first. */
export function newMisconception(document, name = '') {
  const taken = new Set(idsOf(document));
  const id = free(`${slug(name) || 'm'}-${tokenOf(document)}`, taken);
  return {
    id,
    name,
    statements: [
      { id: `${id}-1`, text: '', key: 'myth' },
      { id: `${id}-2`, text: '', key: 'fact' },
    ],
    refutation: { fact: '', whyWrong: '' },
  };
}

/** One more statement of a misconception, with the key that balances `myth` and `fact`. */
export function newStatement(document, { id, statements }) {
  const facts = asList(statements).filter((it) => asMap(it).key === 'fact').length;
  const key = facts * 2 < asList(statements).length ? 'fact' : 'myth';
  return { id: statementId(document, id), text: '', key };
}

/** A copy of a misconception, with new ids. */
export function copyOfMisconception(document, misconception) {
  const taken = new Set(idsOf(document));
  const id = free(`${slug(String(misconception.name ?? '')) || 'm'}-${tokenOf(document)}`, taken);
  const statements = asList(misconception.statements).map((it, index) => ({ ...asMap(it), id: `${id}-${index + 1}` }));
  return { ...misconception, id, statements };
}

export const copyOfStatement = (document, misconception, statement) => ({
  ...statement,
  id: statementId(document, misconception.id),
});

function statementId(document, misconception) {
  const taken = new Set(idsOf(document));
  for (let number = 1; ; number++) {
    const id = `${misconception ?? 's'}-${number}`;
    if (!taken.has(id)) return id;
  }
}

/** The random end of an id, or a new one: ids that were made by other tools have none. */
const tokenOf = ({ id }) => ENDS_IN_TOKEN.exec(String(id))?.[1] ?? token();

function free(id, taken) {
  let own = id;
  for (let number = 2; taken.has(own) || taken.has(`${own}-1`); number++) own = `${id}-${number}`;
  return own;
}

function idsOf({ misconceptions }) {
  return asList(misconceptions).flatMap((it) => {
    const { id, statements } = asMap(it);
    return [id, ...asList(statements).map((statement) => asMap(statement).id)];
  });
}
