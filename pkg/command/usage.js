/** The subcommands, their flags, and the help on them. This file does not know what they do. */
import { parseArgs } from 'node:util';
import { closest } from './closest.js';
import { Wrong } from './wrong.js';

/** A form that can be typed wherever Node is installed. */
export const PROGRAM = 'npx misconception-scorecard';

const HELP = { type: 'boolean', short: 'h', says: 'show this help' };

/** The help on a file with answers. */
const ANSWERS = [
  'ANSWERS is JSON, such as { "s1": { "agreement": 4, "certainty": 2 }, ... }.',
  'Each key is the id of a statement. "agreement" is a point of the scale, counted',
  'from 1 (strongest disagreement), or "dontKnow". "certainty" says how sure the',
  'reader is, if the questionnaire asks for it. Leave out unanswered statements.',
];

/**
 * The subcommands by name: summary, synopsis, least and greatest number of files, description, and
 * the flags in the form of `parseArgs`, each with the name of its value and what it does.
 */
export const COMMANDS = {
  check: {
    summary: 'reports what is wrong in a questionnaire, where, and the remedy',
    synopsis: 'check [flags] FILE...',
    files: [1, Infinity],
    about: [
      'If there is an error, the questionnaire does not do what you mean; advice stops',
      'nothing. If there are no errors, the report also says what results from',
      'answering without reading.',
      '',
      'FILE may be -, which means standard input.',
    ],
    flags: {
      of: { type: 'string', value: 'ORIGINAL', says: 'the questionnaire of which FILE is a translation' },
      lang: { type: 'string', value: 'LANG', says: 'language of the translation, if neither file names it' },
      draft: { type: 'boolean', says: 'allow texts that are still in [square brackets]' },
      strict: { type: 'boolean', says: 'fail on advice too; the same as --fail-on advice' },
      'fail-on': { type: 'string', value: 'LEVEL', says: 'lowest level that exits with 1: advice or error' },
      ignore: { type: 'string', multiple: true, value: 'CODE', says: 'do not report this advice; may be repeated' },
      json: { type: 'boolean', says: 'print JSON: { ok, files: [{ file, ok, problems, habits }] }' },
      watch: { type: 'boolean', says: 'check again whenever a file changes, until Ctrl+C' },
      quiet: { type: 'boolean', says: 'print errors only' },
      today: { type: 'string', value: 'DATE', says: 'use this as the current date, such as 2026-11-23' },
    },
  },
  new: {
    summary: 'writes a draft of a questionnaire, with comments',
    synopsis: 'new [flags] [FILE]',
    files: [0, 1],
    about: [
      'Each comment says what to write in its place, and why. In a terminal, new asks',
      'for what it needs; if you give a flag other than --force, it does not ask.',
      'Without FILE, new asks for a name, or writes the draft to standard output.',
    ],
    flags: {
      title: { type: 'string', value: 'TEXT', says: 'title of the questionnaire' },
      lang: { type: 'string', value: 'en|nb', says: 'en (English, the default) or nb (Norwegian)' },
      misconception: {
        type: 'string',
        multiple: true,
        value: 'NAME',
        says: 'name of a misconception; may be repeated',
      },
      points: { type: 'string', value: '2-7', says: 'number of answers, default 5; 2 means true and false' },
      certainty: { type: 'boolean', says: 'also ask readers how sure they are' },
      id: { type: 'string', value: 'ID', says: 'id; default: a unique id, made from the title' },
      force: { type: 'boolean', says: 'overwrite FILE if it exists' },
    },
  },
  render: {
    summary: 'makes HTML of a questionnaire, readable without scripts',
    synopsis: 'render [flags] [FILE]',
    files: [0, 1],
    about: ['Without FILE, the command uses the built-in questionnaire. FILE may be -, which', 'means standard input.'],
    flags: {
      out: {
        type: 'string',
        value: 'FILE',
        says: 'output file, replaced if it exists; - means stdout',
      },
      lang: { type: 'string', value: 'LANG', says: 'one of the languages of the questionnaire' },
      shadow: { type: 'boolean', says: 'include the first screen, visible before any script' },
      stylesheet: { type: 'string', value: 'URL', says: 'URL of scorecard.css; default: styles inside the HTML' },
      attribute: {
        type: 'string',
        multiple: true,
        value: 'NAME=VALUE',
        says: 'an attribute of the tag; may be repeated',
      },
    },
  },
  bundle: {
    summary: 'makes a script that contains and shows a questionnaire',
    synopsis: 'bundle [flags] FILE',
    files: [1, 1],
    about: [
      'Use the script instead of scorecard.js; the tag then needs no src. The other',
      'files that the script loads are copied beside it, so give it a directory of its',
      'own. With --single, there is only the script. FILE may be -, which means',
      'standard input.',
    ],
    flags: {
      out: { type: 'string', value: 'FILE.js', says: 'script; default: named after FILE, in this directory' },
      lang: {
        type: 'string',
        multiple: true,
        value: 'LANG',
        says: 'include only this language; may be repeated',
      },
      single: { type: 'boolean', says: 'put all into one script; also works for pages on disk' },
      attribute: {
        type: 'string',
        multiple: true,
        value: 'NAME=VALUE',
        says: 'an attribute that the tag will have; may be repeated',
      },
      force: { type: 'boolean', says: 'overwrite files that exist' },
    },
  },
  evaluate: {
    summary: 'computes the scorecard of one reader, or of many',
    synopsis: 'evaluate [flags] QUESTIONNAIRE ANSWERS',
    files: [2, 2],
    about: [
      'The scorecard is JSON and includes the outcome that is shown. One of the files',
      'may be -, which means standard input.',
      '',
      ...ANSWERS,
      '',
      'ANSWERS may contain many readers. In NDJSON (.ndjson, .jsonl) each line is one',
      'reader: the same object, or { "reader": ..., "answers": ... }. In CSV (.csv,',
      '.tsv) each row is one reader, and the first row names the columns: the id of a',
      'statement, s1:certainty for certainty, and reader if readers have names. An',
      'empty cell is no answer. For each reader, the command prints a line { "reader",',
      '"verdicts", "beliefs" } with beliefs from 0 to 100, or null. It stops at the',
      'first row with an error, after it has printed the rows before it.',
    ],
    flags: {
      many: { type: 'string', value: 'FORM', says: 'format of ANSWERS whatever its name: ndjson or csv' },
      before: {
        type: 'string',
        value: 'ANSWERS',
        says: 'earlier answers; prints { before, after, changes }',
      },
    },
  },
  picture: {
    summary: 'draws the scorecard of one reader',
    synopsis: 'picture [flags] QUESTIONNAIRE ANSWERS',
    files: [2, 2],
    about: ['The picture is SVG. One of the files may be -, which means standard input.', '', ...ANSWERS],
    flags: {
      out: {
        type: 'string',
        value: 'FILE',
        says: 'output file, replaced if it exists; - means stdout',
      },
      lang: { type: 'string', value: 'LANG', says: 'one of the languages of the questionnaire' },
      width: { type: 'string', value: 'PIXELS', says: 'width, 300 to 4096; default 1200' },
      height: { type: 'string', value: 'PIXELS', says: 'height, 300 to 4096; default 630' },
      address: { type: 'string', value: 'TEXT', says: 'text on the picture: where to answer, such as example.com' },
    },
  },
  report: {
    summary: 'reports what readers answered, from the answers they sent',
    synopsis: 'report [flags] QUESTIONNAIRE FILE...',
    files: [2, Infinity],
    about: [
      'FILE contains what readers sent, in the order in which it arrived: NDJSON with',
      'a message in each line, or the CSV of a form service (.csv, .tsv) with a column',
      'named document. If several messages have the same receipt, the last one counts;',
      'messages that were withdrawn do not count. Rows that cannot be used are listed',
      'with line and reason, and the others are counted. One of the files may be -,',
      'which means standard input.',
      '',
      'Without a flag, the report is text. Readers chose to answer and to send: the',
      'report says what they answered, not how many people believe something.',
    ],
    flags: {
      html: { type: 'string', value: 'OUT', says: 'write a page with plots to OUT; the page loads nothing' },
      json: { type: 'boolean', says: 'print all figures as JSON, with the damaged rows' },
      feed: { type: 'string', value: 'OUT', says: 'write what others may see, in steps of ten, and OUT.state.json' },
      first: { type: 'boolean', says: 'if OUT exists without its state, treat this as the first feed' },
      lang: { type: 'string', value: 'en|nb', says: 'English or Norwegian; default: the questionnaire’s language' },
      form: { type: 'string', value: 'FORM', says: 'format of FILE whatever its name: ndjson or csv' },
    },
  },
};

const EXITS = `Exit codes: 0 success, 1 errors in a document (with --strict also advice),
2 wrong usage, or a file that cannot be read or written, 3 a bug in this
program, 130 interrupted with Ctrl+C.
`;

/** The help on the whole command. */
export function overview() {
  const commands = Object.entries(COMMANDS).map(([name, { summary }]) => [name, summary]);
  return `Usage: ${PROGRAM} COMMAND [flags] [files]

${table([...commands, ['help COMMAND', 'describes one of these commands']])}
Flags without a command: --help, --version.
${EXITS}`;
}

/** The help on one subcommand. */
export function helpOn(name) {
  const { summary, synopsis, about, flags } = COMMANDS[name];
  const rows = Object.entries({ ...flags, help: HELP }).map(([flag, { short, value, says }]) => [
    `${short ? `-${short}, ` : ''}--${flag}${value ? ` ${value}` : ''}`,
    says,
  ]);
  const paragraph = `${name}: ${summary}.\n\n${about.join('\n')}`;
  return `Usage: ${PROGRAM} ${synopsis}\n\n${paragraph}\n\n${table(rows)}\n${EXITS}`;
}

function table(rows) {
  const room = Math.max(...rows.map(([word]) => word.length));
  return rows.map(([word, says]) => `  ${word.padEnd(room)}  ${says}\n`).join('');
}

/** The flags and files among `words`. Throws `Wrong` for what the subcommand does not accept. */
export function parse(name, words) {
  const {
    flags: own,
    files: [least, most],
  } = COMMANDS[name];
  const flags = { ...own, help: HELP };
  const { values, positionals, tokens } = parseArgs({ args: words, options: flags, strict: false, tokens: true });
  for (const token of tokens) if (token.kind === 'option') checkFlag(name, flags, token, words);
  if (values.help) return { flags: values, files: positionals };
  if (positionals.length < least) throw wrong(name, `${name} needs ${FILES[name]}.`);
  if (positionals.length > most) {
    throw wrong(name, `${name} takes ${FILES[name]}; ${positionals[most]} is one too many.`);
  }
  return { flags: values, files: positionals };
}

const FILES = {
  check: 'at least one file name',
  new: 'at most one file name',
  render: 'at most one file name',
  bundle: 'one file name',
  evaluate: 'two file names (the questionnaire and the answers)',
  picture: 'two file names (the questionnaire and the answers)',
  report: 'at least two file names (the questionnaire and what readers sent)',
};

function checkFlag(name, flags, { name: flag, rawName, value, inlineValue, index }, words) {
  if (!Object.hasOwn(flags, flag)) {
    const written = words[index].split('=')[0];
    const meant = closest(written.replace(/^-+/, ''), Object.keys(flags));
    throw wrong(name, `${name} has no flag ${written}.${meant ? ` Did you mean --${meant}?` : ''}`);
  }
  const { type, value: what } = flags[flag];
  if (type === 'boolean' && value !== undefined) throw wrong(name, `${rawName} takes no value.`);
  if (type === 'boolean') return;
  // Otherwise the next flag would silently be taken for the value.
  const isMissing = value === undefined || value === '' || (!inlineValue && value.length > 1 && value.startsWith('-'));
  if (isMissing) throw wrong(name, `${rawName} needs a value: ${rawName} ${what}`);
}

/** The error for a wrong use of the subcommand `name`. */
export const wrong = (name, message) => new Wrong(message, `For help, run: ${PROGRAM} help ${name}`);
