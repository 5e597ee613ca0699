/**
 * Measures the command `evaluate` with the answers of many readers: rows per second, and the most
 * memory that the process needed. The rows are piped in and the results are thrown away, so no disk
 * is measured. Knows how to time; what the rows mean is known to the command. Prints JSON.
 *
 *     node command.mjs [ROWS...]        after cargo xtask build; 1 and 10 million by default
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { randoms } from './random.mjs';

const QUESTIONNAIRE = '../questionnaires/social-media.en.json';
/** How many rows are different. They are repeated, so that making them takes no time. */
const DIFFERENT = 10_000;
/** Writes the most memory that the process needed, in kB, to the fourth of its streams. */
const WITNESS = `import { writeSync } from 'node:fs';
process.on('exit', () => writeSync(3, String(process.resourceUsage().maxRSS)));`;

const ids = JSON.parse(readFileSync(QUESTIONNAIRE, 'utf8')).misconceptions.flatMap(({ statements }) =>
  statements.map(({ id }) => id),
);
/** Blank, the five points and don't know, all equally often, as a table has them. */
const CELLS = ['', '1', '2', '3', '4', '5', 'dontKnow'];
const cells = randoms(DIFFERENT * ids.length, CELLS.length);
const rows = Array.from({ length: DIFFERENT }, (_, row) =>
  ids.map((_, index) => CELLS[cells[row * ids.length + index]]),
);

/** For each format the first line, and the rows. */
const FORMS = {
  csv: [`${ids.join(',')}\n`, rows.map((row) => `${row.join(',')}\n`).join('')],
  ndjson: ['', rows.map((row) => `${JSON.stringify(answers(row))}\n`).join('')],
};

function answers(row) {
  const given = ids.map((id, index) => [id, row[index]]).filter(([, cell]) => cell !== '');
  return Object.fromEntries(given.map(([id, cell]) => [id, { agreement: Number(cell) || cell }]));
}

/** One run of the command with `count` rows. */
async function measure(form, count) {
  const witness = `data:text/javascript,${encodeURIComponent(WITNESS)}`;
  const words = ['--import', witness, '../pkg/command/main.js', 'evaluate', QUESTIONNAIRE, '-', '--many', form];
  const start = performance.now();
  const child = spawn(process.execPath, words, { stdio: ['pipe', 'ignore', 'inherit', 'pipe'] });
  const memory = text(/** @type {import('node:stream').Readable} */ (child.stdio[3]));
  const input = /** @type {import('node:stream').Writable} */ (child.stdin);
  const [head, body] = FORMS[form];
  input.write(head);
  for (let done = 0; done < count; done += DIFFERENT) if (!input.write(body)) await once(input, 'drain');
  input.end();
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`evaluate ended with ${code}`);
  const seconds = (performance.now() - start) / 1000;
  return { form, rows: count, seconds, perSecond: count / seconds, memory: Number(await memory) / 1024 };
}

const counts = process.argv.slice(2).map(Number);
const figures = [];
for (const form of Object.keys(FORMS))
  for (const count of counts.length ? counts : [1e6, 1e7]) figures.push(await measure(form, count));
console.log(JSON.stringify(figures, null, 1));
