/**
 * Prints an import map with the integrity of all scripts. Knows the folder scorecard/ of the site
 * and its files.
 */
import { readFileSync } from 'node:fs';

const { files } = JSON.parse(readFileSync('scorecard/integrity.json', 'utf8'));
const scripts = Object.entries(files).filter(([name]) => name.endsWith('.js'));
const integrity = Object.fromEntries(scripts.map(([name, hash]) => [`/scorecard/${name}`, hash]));
console.log(`<script type="importmap">${JSON.stringify({ integrity }, null, 2)}</script>`);
