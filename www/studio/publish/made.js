/**
 * Makes the files that an author downloads to publish a scorecard: a script, or a ZIP file with a
 * page, a folder for a site or a plugin for WordPress. Knows the files in each of them. The code of
 * the command `bundle` makes the script, from first screens that the core has drawn.
 */
import { strToU8, zipSync } from 'fflate';
import { languagesOf, singleScript } from '../../../pkg/command/bundled-script.js';
import { asMap } from '../data/pointers.js';
import { fileName } from './beside.js';
import { page as htmlPage, tagOf } from './snippets.js';

/** The options of the look that change the first screen. */
const CHOICES = ['layout', 'feedback', 'order', 'advance'];
/**
 * The files of the package that a site needs: scripts, modules and the style sheet, but not the
 * files that only the commands read.
 */
const NEEDED = /\.(js|wasm|css)$/;
/** The folder of the plugin for WordPress. The plugin expects the package's folder inside it. */
const PLUGIN = 'scorecard-embed';

/** The file name of a scorecard, without an extension. */
export const nameOf = (document) => fileName(JSON.stringify({ id: document.id })).replace(/\.json$/, '');

/**
 * The languages that can be published: the questionnaire's own, and those whose translations are in
 * the questionnaire itself. Translations in other files are left out.
 */
export const taken = (document) =>
  languagesOf(JSON.stringify(document)).filter((lang) => typeof asMap(document.translations)[lang] !== 'string');

/**
 * The script with the questionnaire in it, as `misconception-scorecard bundle --single` makes it.
 */
export async function scriptOf(document, look, core) {
  const template = await textAt('scorecard/bundle-single.template');
  const attributes = Object.fromEntries(CHOICES.filter((name) => look[name]).map((name) => [name, look[name]]));
  const whole = withoutElsewhere(document);
  const screens = [];
  for (const lang of taken(document)) screens.push(await core.ask('firstScreen', whole, { lang, attributes }));
  return singleScript(screens, template);
}

/**
 * The files that the script loads only when they are needed: the extras, the core that draws the
 * picture, and the module that reports errors.
 */
const LATER = /^(extras|core|doctor)(-[\da-f]{8})?\.(js|wasm)$/;

/**
 * A ZIP file with a page that shows the scorecard, the script, the files that it loads later, and
 * the JSON for further editing.
 */
export async function pageZip(document, look, core, words) {
  const name = nameOf(document);
  const script = await scriptOf(document, look, core);
  return zip({
    'index.html': htmlPage({ document, look, script: `${name}.js`, words }),
    [`${name}.js`]: script,
    [`${name}.json`]: json(document),
    ...(await folder('', LATER)),
  });
}

/**
 * A ZIP file with the package's folder and the questionnaire, for a site that is built from files.
 */
export async function siteZip(document) {
  return zip({ [`${nameOf(document)}.json`]: json(document), ...(await folder('scorecard/')) });
}

/**
 * A ZIP file that WordPress accepts as a plugin, with the questionnaire in it. `php` is the
 * plugin's script.
 */
export async function pluginZip(document, php) {
  return zip({
    [`${PLUGIN}/${PLUGIN}.php`]: php,
    [`${PLUGIN}/${nameOf(document)}.json`]: json(document),
    ...(await folder(`${PLUGIN}/scorecard/`)),
  });
}

/** The tag that shows the questionnaire of that plugin in the language `lang`. */
export const pluginTag = (document, look, lang) =>
  tagOf({ document, look, lang, src: `/wp-content/plugins/${PLUGIN}/${nameOf(document)}.json` });

const json = (document) => `${JSON.stringify(document, null, 2)}\n`;

function withoutElsewhere({ translations, ...document }) {
  if (!translations) return document;
  const inside = Object.entries(translations).filter(([, it]) => typeof it !== 'string');
  return { ...document, translations: Object.fromEntries(inside) };
}

function zip(files) {
  const bytes = Object.entries(files).map(([name, it]) => [name, typeof it === 'string' ? strToU8(it) : it]);
  return zipSync(Object.fromEntries(bytes));
}

/** The files of the package that a site needs, with `prefix` before their paths. */
async function folder(prefix, wanted = NEEDED) {
  const { files } = JSON.parse(await textAt('scorecard/integrity.json'));
  const names = Object.keys(files).filter((it) => wanted.test(it));
  const got = await Promise.all(names.map(async (name) => [prefix + name, await bytesAt(`scorecard/${name}`)]));
  return Object.fromEntries(got);
}

async function answerOf(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer;
}
const textAt = async (address) => (await answerOf(address)).text();
const bytesAt = async (address) => new Uint8Array(await (await answerOf(address)).arrayBuffer());
