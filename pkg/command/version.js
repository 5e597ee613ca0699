/**
 * Which version of the package this is. Knows the package's description; nothing else.
 */
import { readFileSync } from 'node:fs';

export const VERSION = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).version;
