/**
 * Prints the first screens of the built-in questionnaire as JSON, keyed by language: `node
 * first-screens.mjs CORE LANG...`, with the path of the built core. The core draws the screens;
 * this file only asks for them.
 */
import { pathToFileURL } from 'node:url';

const [core, ...languages] = process.argv.slice(2);
const { firstScreen } = await import(pathToFileURL(core).href);
const screens = languages.map((lang) => [lang, firstScreen(undefined, { lang })]);
process.stdout.write(JSON.stringify(Object.fromEntries(screens)));
