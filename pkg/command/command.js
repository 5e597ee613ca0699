/**
 * Runs a command line and returns its exit code. This file finds the subcommand and reports each
 * kind of failure; it does not know what the subcommands do.
 *
 * Exit codes: 0 success; 1 errors in a document, or advice that fails; 2 wrong usage, or a file
 * that cannot be read or written; 3 a bug in this program; 130 ended with Ctrl+C.
 */
import { bundle } from './bundle.js';
import { check } from './check.js';
import { evaluate } from './evaluate.js';
import { explain, isFailure } from './failures.js';
import { closest } from './closest.js';
import { begin } from './new.js';
import { picture } from './picture.js';
import { NotUsable, tell as tellErrors } from './problems.js';
import { render } from './render.js';
import { quoted } from './shell.js';
import { statistics } from './statistics.js';
import { clean } from './text.js';
import { COMMANDS, PROGRAM, helpOn, overview, parse } from './usage.js';
import { VERSION } from './version.js';
import { Wrong } from './wrong.js';

const RUN = { check, new: begin, render, evaluate, picture, bundle, report: statistics };

/** Runs the command line `words` with the functions of `core` and returns the exit code. */
export async function run(core, words, io) {
  try {
    return await obey(core, words, io);
  } catch (error) {
    return tell(error, io);
  }
}

async function obey(core, [name, ...words], io) {
  if (name === undefined) {
    io.stderr.write(overview());
    return 2;
  }
  if (['--help', '-h', 'help'].includes(name)) return help(words[0], io);
  if (['--version', '-v'].includes(name)) {
    io.stdout.write(`${VERSION}\n`);
    return 0;
  }
  if (!Object.hasOwn(RUN, name)) throw unknown(name, io);
  const asked = parse(name, words);
  return asked.flags.help ? help(name, io) : RUN[name](core, asked, io);
}

function help(name, io) {
  if (name !== undefined && !Object.hasOwn(COMMANDS, name)) throw unknown(name, io);
  io.stdout.write(name === undefined ? overview() : helpOn(name));
  return 0;
}

function unknown(name, { platform }) {
  const kind = name.startsWith('-') ? 'flag' : 'command';
  const known = kind === 'flag' ? ['--help', '--version'] : [...Object.keys(COMMANDS), 'help'];
  const meant = name.endsWith('.json') ? `check ${quoted(name, platform)}` : closest(name, known);
  return new Wrong(
    `There is no ${kind} ${name}.${meant ? ` Did you mean: ${PROGRAM} ${meant}` : ''}`,
    `All commands: ${PROGRAM} --help`,
  );
}

/** Reports an error and returns its exit code. */
function tell(error, io) {
  if (error instanceof Wrong) {
    io.stderr.write(`${clean(error.message)}\n${error.advice ? `${clean(error.advice)}\n` : ''}`);
    return 2;
  }
  if (error instanceof NotUsable) return tellErrors(error.errors, error.file, io);
  if (isFailure(error)) {
    io.stderr.write(explain(error));
    return error.code === 'badOption' ? 2 : 1;
  }
  const trace = io.env.MISCONCEPTION_SCORECARD_DEBUG;
  const what = clean(String(error?.message ?? error));
  io.stderr.write(
    `This is a bug in misconception-scorecard ${VERSION}, not an error in your file: ${what}\n` +
      (trace
        ? `${String(error?.stack ?? '')
            .split('\n')
            .map(clean)
            .join('\n')}\n`
        : 'To see where it happened, set MISCONCEPTION_SCORECARD_DEBUG=1 and run the command again. ') +
      'Please report it with this output and, if you can, the file.\n',
  );
  return 3;
}
