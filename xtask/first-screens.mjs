/**
 * Prints the first screens of the built-in questionnaire as JSON, by language. Knows the built core, and the languages that
 * it is told: `node first-screens.mjs CORE LANG...`
 */
import { pathToFileURL } from 'node:url';

const [core, ...languages] = process.argv.slice(2);
const { firstScreen } = await import(pathToFileURL(core).href);
const screens = languages.map((lang) => [lang, firstScreen(undefined, { lang })]);
process.stdout.write(JSON.stringify(Object.fromEntries(screens)));
