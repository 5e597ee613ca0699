/** The subcommands, their flags, and the help on them. This file does not know what they do. */
import { parseArgs } from 'node:util';
import { closest } from './closest.js';
import { Wrong } from './wrong.js';

/** A form that can be typed wherever Node is installed. */
export const PROGRAM = 'npx misconception-scorecard';

const HELP = { type: 'boolean', short: 'h', says: 'this help' };

/** The help on a file with answers. */
const ANSWERS = [
  'ANSWERS is a file as { "s1": { "agreement": 4, "certainty": 2 }, "s2": ... }.',
  'By the id of each statement that was answered it has the point of the scale,',
  'from 1 for disagreeing most, or "dontKnow", and how sure the reader is, where',
  'that is asked. What was not answered does not stand there.',
];

/**
 * The subcommands by name: summary, synopsis, least and greatest number of files, description, and
 * the flags in the form of `parseArgs`, each with the name of its value and what it does.
 */
export const COMMANDS = {
  check: {
    summary: 'says what is wrong in a questionnaire, where, and what to do',
    synopsis: 'check [flags] FILE...',
    files: [1, Infinity],
    about: [
      'Errors keep a questionnaire from doing what you mean; advice does not. Where',
      'there are no errors, it also says what comes of answering without reading.',
      '',
      'FILE may be - for standard input.',
    ],
    flags: {
      of: { type: 'string', value: 'ORIGINAL', says: 'FILE is a translation of this questionnaire' },
      lang: { type: 'string', value: 'LANG', says: 'its language, if neither file says which' },
      draft: { type: 'boolean', says: 'texts in [square brackets] may still be there' },
      strict: { type: 'boolean', says: 'advice fails too: --fail-on advice' },
      'fail-on': { type: 'string', value: 'LEVEL', says: 'what ends with 1: error, or advice as well' },
      ignore: { type: 'string', multiple: true, value: 'CODE', says: 'not this advice; give it once for each' },
      json: { type: 'boolean', says: 'JSON: { ok, files: [{ file, ok, problems, habits }] }' },
      watch: { type: 'boolean', says: 'check again whenever a file changes, until Ctrl+C' },
      quiet: { type: 'boolean', says: 'errors only' },
      today: { type: 'string', value: 'DATE', says: 'what to take for today, as in 2026-11-23' },
    },
  },
  new: {
    summary: 'writes the beginning of a questionnaire, with comments',
    synopsis: 'new [flags] [FILE]',
    files: [0, 1],
    about: [
      'Each comment says what to write at its place, and why. In a terminal, new asks',
      'what it needs to know; with any flag but --force it does not ask. Without FILE,',
      'what it makes goes to standard output.',
    ],
    flags: {
      title: { type: 'string', value: 'TEXT', says: 'what the questionnaire is called' },
      lang: { type: 'string', value: 'en|nb', says: 'English, unless you say nb for Norwegian' },
      misconception: { type: 'string', multiple: true, value: 'NAME', says: 'a misconception; give it once for each' },
      points: { type: 'string', value: '2-7', says: 'how many answers; 2 are true and false; otherwise 5' },
      certainty: { type: 'boolean', says: 'also ask how sure readers are' },
      id: { type: 'string', value: 'ID', says: 'its id; made from the title, and unique, unless you say' },
      force: { type: 'boolean', says: 'write FILE even if it is there already' },
    },
  },
  render: {
    summary: 'makes HTML of a questionnaire, to be read without scripts',
    synopsis: 'render [flags] [FILE]',
    files: [0, 1],
    about: ['Without FILE it is the built-in questionnaire. FILE may be - for standard input.'],
    flags: {
      out: {
        type: 'string',
        value: 'FILE',
        says: 'write to this file, replacing it; - is standard output',
      },
      lang: { type: 'string', value: 'LANG', says: 'one of the languages of the questionnaire' },
      shadow: { type: 'boolean', says: 'with the first screen, seen before any script' },
      stylesheet: { type: 'string', value: 'URL', says: 'address of scorecard.css; else styles are in the HTML' },
      attribute: {
        type: 'string',
        multiple: true,
        value: 'NAME=VALUE',
        says: 'an attribute of the tag; give it once for each',
      },
    },
  },
  bundle: {
    summary: 'makes a script with a questionnaire in it, shown at once',
    synopsis: 'bundle [flags] FILE',
    files: [1, 1],
    about: [
      'The script stands in place of scorecard.js, and the tag then needs no src. What',
      'else it needs is copied beside it, so give it a folder of its own; with --single',
      'there is only the script. FILE may be - for standard input.',
    ],
    flags: {
      out: { type: 'string', value: 'FILE.js', says: 'the script; otherwise in this folder, named as FILE' },
      lang: {
        type: 'string',
        multiple: true,
        value: 'LANG',
        says: 'only this language; give it once for each',
      },
      single: { type: 'boolean', says: 'all in the one script, also for a page on a disk' },
      attribute: {
        type: 'string',
        multiple: true,
        value: 'NAME=VALUE',
        says: 'one that the tag will have; give it once for each',
      },
      force: { type: 'boolean', says: 'put files in the place of others' },
    },
  },
  evaluate: {
    summary: 'makes the scorecard of one reader’s answers, or of many',
    synopsis: 'evaluate [flags] QUESTIONNAIRE ANSWERS',
    files: [2, 2],
    about: [
      'The scorecard is JSON, with the outcome that it shows. One of the files may be -',
      'for standard input.',
      '',
      ...ANSWERS,
      '',
      'ANSWERS may be of many readers: NDJSON (.ndjson, .jsonl) has the same in each',
      'line, or { "reader": ..., "answers": ... }. CSV (.csv, .tsv) names in its first',
      'row the statements, for certainty s1:certainty, and reader if there are names.',
      'For each row there is a line { "reader", "verdicts", "beliefs" }.',
    ],
    flags: {
      many: { type: 'string', value: 'FORM', says: 'ANSWERS is ndjson or csv, whatever it is called' },
      before: {
        type: 'string',
        value: 'ANSWERS',
        says: 'earlier ones: gives { before, after, changes }',
      },
    },
  },
  picture: {
    summary: 'draws the scorecard of one reader’s answers',
    synopsis: 'picture [flags] QUESTIONNAIRE ANSWERS',
    files: [2, 2],
    about: ['The picture is SVG. One of the files may be - for standard input.', '', ...ANSWERS],
    flags: {
      out: {
        type: 'string',
        value: 'FILE',
        says: 'write to this file, replacing it; - is standard output',
      },
      lang: { type: 'string', value: 'LANG', says: 'one of the languages of the questionnaire' },
      width: { type: 'string', value: 'PIXELS', says: '300 to 4096; otherwise 1200' },
      height: { type: 'string', value: 'PIXELS', says: '300 to 4096; otherwise 630' },
      address: { type: 'string', value: 'TEXT', says: 'where to answer, such as example.com: stands on the picture' },
    },
  },
  report: {
    summary: 'says what readers answered who sent their answers',
    synopsis: 'report [flags] QUESTIONNAIRE FILE...',
    files: [2, Infinity],
    about: [
      'FILE has what readers sent, in the order it came: NDJSON with a message in each',
      'line, or the CSV of a form service (.csv, .tsv) with a column named document.',
      'Of messages with one receipt the last counts; what was taken back does not.',
      'Rows that cannot be used are named with line and reason; the others are',
      'counted. One of the files may be - for standard input.',
      '',
      'Without a flag, the report is text. Readers chose to answer and to send: it says',
      'what they answered, not how many people believe something.',
    ],
    flags: {
      html: { type: 'string', value: 'OUT', says: 'a page with plots in this file; it loads nothing' },
      json: { type: 'boolean', says: 'all figures as JSON, with each row that is damaged' },
      feed: { type: 'string', value: 'OUT', says: 'what others may see, in steps of ten; and OUT.state.json' },
      first: { type: 'boolean', says: 'OUT is there without its state: count this as the first feed' },
      lang: { type: 'string', value: 'en|nb', says: 'English or Norwegian; otherwise as the questionnaire' },
      form: { type: 'string', value: 'FORM', says: 'FILE is ndjson or csv, whatever it is called' },
    },
  },
};

const EXITS = `Exit codes: 0 done, 1 errors in a document (with --strict also advice), 2 asked
wrongly or a file that cannot be read or written, 3 a fault of this program, 130
broken off with Ctrl+C.
`;

/** The help on the whole command. */
export function overview() {
  const commands = Object.entries(COMMANDS).map(([name, { summary }]) => [name, summary]);
  return `Usage: ${PROGRAM} COMMAND [flags] [files]

${table([...commands, ['help COMMAND', 'says more about one of these']])}
Without a command: --help, --version.
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
    throw wrong(name, `${name} takes ${FILES[name]}, and ${positionals[most]} is one more.`);
  }
  return { flags: values, files: positionals };
}

const FILES = {
  check: 'the name of a file',
  new: 'the name of one file at most',
  render: 'the name of one file at most',
  bundle: 'the name of one file',
  evaluate: 'the names of two files, the questionnaire and the answers',
  picture: 'the names of two files, the questionnaire and the answers',
  report: 'the names of two files or more, the questionnaire and what readers sent',
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
export const wrong = (name, message) => new Wrong(message, `All about it: ${PROGRAM} help ${name}`);
