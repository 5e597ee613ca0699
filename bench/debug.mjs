/**
 * Helps to write an adapter: visits each entry once, prints what its adapter found, and takes
 * screenshots into shots/.
 *
 *     node debug.mjs [NAME...]
 */
import { mkdirSync } from 'node:fs';
import { filesByName, findEntries } from './entries.mjs';
import { serve } from './serve.mjs';
import { launch, visit } from './visit.mjs';

const entries = await findEntries(process.argv.slice(2));
const server = await serve(filesByName(entries));
const browser = await launch();
mkdirSync('shots', { recursive: true });
const rounded = (_, value) => (typeof value === 'number' ? Math.round(value * 10) / 10 : value);
for (const { name, adapter } of entries) {
  const seen = await visit(browser, server, name, adapter, { answer: true, shots: `shots/${name}` });
  console.log(name, JSON.stringify(seen, rounded));
}
await browser.close();
server.close();
