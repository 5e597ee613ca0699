/**
 * A report of the core as text for people: each problem with its position, the line it is in and
 * the remedy, then a summary. This file knows the layout, and not what can be wrong.
 */
import { clean, width } from './text.js';

/** The width in columns if the output is not a terminal. */
const COLUMNS = 100;
const LABELS = { error: 'error', advice: 'advice' };

/** The text for one problem. `text` is the content of the file `name`. */
export function problemAsText(problem, { name, text, paint, columns = COLUMNS }) {
  const { severity, line, column, pointer, message, remedy, suggestion } = problem;
  const place = line === undefined ? name : `${name}:${line}:${column}`;
  const where = line === undefined && pointer ? ` (at ${pointer})` : '';
  const isSaid = !suggestion || message.includes(suggestion) || remedy.includes(suggestion);
  const lines = [
    `${paint('strong', clean(place))}: ${paint(severity, LABELS[severity])}: ${clean(message + where)}`,
    ...excerpt(text, problem, columns, paint),
    `    ${clean(remedy)}${isSaid ? '' : ` Did you mean ${clean(suggestion)}?`}`,
  ];
  return `${lines.join('\n')}\n`;
}

/** The line that `problem` is in, with a mark below its position; empty if it has no position. */
function excerpt(text, { line, column, offset, length = 1 }, columns, paint) {
  if (offset === undefined) return [];
  const begin = offset - (column - 1);
  const [full] = /[^\r\n]*/.exec(text.slice(begin, begin + column + length + columns));
  const gutter = `${String(line).padStart(5)} | `;
  const room = Math.max(columns - gutter.length - 2, 20);
  const [from, to] = part(full, column - 1, room);
  const marked = clean(full.slice(column - 1, Math.min(column - 1 + length, to)));
  const before = (from > 0 ? '…' : '') + clean(full.slice(from, column - 1));
  const after = clean(full.slice(column - 1 + length, Math.max(to, column - 1 + length)));
  const rest = to < full.length ? '…' : '';
  const below = `${' '.repeat(gutter.length - 2)}| `;
  const mark = '^'.repeat(Math.max(1, width(marked)));
  return [
    paint('faint', gutter) + before + marked + after + rest,
    paint('faint', below) + ' '.repeat(width(before)) + paint('strong', mark),
  ];
}

/**
 * The part of a line that is shown if it is longer than `room`, as `[from, to]`; the index `at` is
 * in it.
 */
function part(line, at, room) {
  if (line.length <= room) return [0, line.length];
  const from = Math.max(0, Math.min(at - Math.floor(room / 3), line.length - room));
  return [whole(line, from), whole(line, from + room)];
}

/** `at`, or the next index if `at` is in the middle of a surrogate pair. */
const whole = (line, at) => (/^[\ud800-\udbff][\udc00-\udfff]/.test(line.slice(at - 1, at + 1)) ? at + 1 : at);

/** The number of errors and of pieces of advice. */
export function count(problems) {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  return { errors, advice: problems.length - errors };
}

/** The numbers in words, as in "1 error and 2 pieces of advice". */
export function countsAsText({ errors, advice }, isQuiet) {
  const said = errors === 0 ? 'no errors' : errors === 1 ? '1 error' : `${errors} errors`;
  if (isQuiet || advice === 0) return said;
  return `${said} and ${advice === 1 ? '1 piece of advice' : `${advice} pieces of advice`}`;
}
