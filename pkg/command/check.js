/**
 * `check`: reports what is wrong in questionnaires. This file deals with files, flags and output;
 * the core decides what is wrong.
 */
import { whyNotIgnored } from './codes.js';
import { INPUT, called, readText } from './files.js';
import { expand } from './glob.js';
import { habitsAsText } from './habits.js';
import { NotUsable, tell } from './problems.js';
import { count, countsAsText, problemAsText } from './report.js';
import { clean, json, painter } from './text.js';
import { checkTranslation } from './translation.js';
import { wrong } from './usage.js';
import { watch } from './watch.js';
import { Wrong } from './wrong.js';

/** Checks the files and returns the exit code. */
export async function check(core, { flags, files }, io) {
  refuse(flags, files);
  const names = expand(files, io);
  const ask = async (name, text) => judged(await report(core, name, text, flags, io), flags);
  const checked = [];
  let isUnread = false;
  for (const name of names) {
    try {
      const text = await readText(name, io);
      checked.push({ name, text, report: await ask(name, text) });
    } catch (error) {
      if (!(error instanceof Wrong)) throw error;
      isUnread = true;
      io.stderr.write(`${clean(error.message) + (error.advice ? ` ${clean(error.advice)}` : '')}\n`);
    }
  }
  const isOk = !isUnread && checked.every(({ report }) => report.ok);
  if (flags.json) printJson(checked, isOk, io);
  else printText(checked, flags, io);
  if (isUnread) return 2;
  const again = async (name, text) => {
    try {
      printText([{ name, text, report: await ask(name, text) }], flags, io);
    } catch (error) {
      if (!(error instanceof NotUsable)) throw error;
      tell(error.errors, error.file, io);
    }
  };
  if (flags.watch) return watch(checked, again, io);
  return isOk ? 0 : 1;
}

/** The core's report on a questionnaire, or on a translation of one. */
function report(core, name, text, { of, lang, ...flags }, io) {
  const ask = (it, more = {}) => core.check(it, { ...options(flags), ...more });
  return of === undefined ? ask(text) : checkTranslation(ask, { name, text, of, lang }, io);
}

/** The core's options for these flags. */
const options = (/** @type {any} */ { today, draft }) => ({ ...(today && { today }), ...(draft && { draft }) });

/** Whether advice fails too. */
const isStrict = (flags) => flags.strict || flags['fail-on'] === 'advice';

/** The report without the advice that is ignored. `ok` is whether nothing in it fails. */
function judged(report, flags) {
  const { ignore = [] } = flags;
  const problems = report.problems.filter(({ severity, code }) => severity === 'error' || !ignore.includes(code));
  return { ...report, ok: problems.every((problem) => !fails(problem, flags)), problems };
}

const fails = ({ severity }, flags) => severity === 'error' || isStrict(flags);

function refuse({ json: isJson, watch: isWatched, quiet, today, strict, ignore = [], of, lang, ...flags }, files) {
  if (isJson && (isWatched || quiet))
    throw wrong('check', `--json cannot be used with ${quiet ? '--quiet' : '--watch'}.`);
  if (isWatched && files.includes(INPUT)) throw wrong('check', 'Standard input cannot be watched. Name a file.');
  if (today !== undefined && !isDate(today))
    throw wrong('check', `${today} is not a date. Write it in the form 2026-11-23.`);
  if (lang !== undefined && of === undefined)
    throw wrong('check', '--lang is the language of a translation and needs --of.');
  if (of === INPUT && files.includes(INPUT)) {
    throw wrong('check', 'Standard input can hold only one document. Name a file for the other.');
  }
  const level = flags['fail-on'];
  if (level !== undefined && !LEVELS.includes(level)) {
    throw wrong('check', `--fail-on must be ${LEVELS.join(' or ')}, not ${level}.`);
  }
  if (strict && level === 'error')
    throw wrong('check', '--strict means --fail-on advice and cannot be used with --fail-on error.');
  const why = ignore.map(whyNotIgnored).find((it) => it);
  if (why) throw wrong('check', why);
}

/** The severities that make `check` fail, the worst first; each includes those before it. */
const LEVELS = ['error', 'advice'];

function isDate(text) {
  const date = new Date(`${text}T00:00:00Z`);
  // JavaScript takes the 31st of a shorter month for the 1st of the next.
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

function printJson(checked, ok, io) {
  const files = checked.map(({ name, report: { ok: isGood, problems, habits } }) => ({
    file: name,
    ok: isGood,
    problems,
    habits,
  }));
  io.stdout.write(json({ ok, files }));
}

/** Prints the report on each file and, if there are several, a summary. */
function printText(checked, flags, io) {
  const isQuiet = flags.quiet && !isStrict(flags);
  const paint = painter(io.stdout, io.env);
  const total = { errors: 0, advice: 0 };
  for (const { name, text, report } of checked) {
    const said = flags.quiet ? report.problems.filter((problem) => fails(problem, flags)) : report.problems;
    const layout = { name: called(name), text, paint, columns: io.stdout.columns };
    for (const problem of said) io.stdout.write(`${problemAsText(problem, layout)}\n`);
    const counts = count(report.problems);
    total.errors += counts.errors;
    total.advice += counts.advice;
    io.stdout.write(`${paint('strong', clean(called(name)))}: ${countsAsText(counts, isQuiet)}.\n`);
    if (report.habits && !flags.quiet) io.stdout.write(`\n${habitsAsText(report.habits, JSON.parse(text))}\n`);
  }
  if (checked.length > 1) io.stdout.write(`${checked.length} files: ${countsAsText(total, isQuiet)}.\n`);
}
