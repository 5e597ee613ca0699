/**
 * Starts a WordPress on this machine with the plugin and a post that contains the block, until it
 * is stopped: `node xtask/wordpress/demo.mjs PORT`. Prints its URL and who may log in. How a site
 * is made is in site.mjs.
 */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { pack } from './pack.mjs';
import { makeSite, USUAL, PASSWORD, startSite } from './site.mjs';

const [, , port = '8081'] = process.argv;
const TOP = fileURLToPath(new URL('../../', import.meta.url));
const { folder: plugin, zip } = await pack();
console.log(`Installing WordPress ${USUAL} ...`);
const folder = makeSite({ folder: path.join(TOP, 'target/wordpress/demo'), plugin });
const site = await startSite(folder, { port: Number(port) });
const link =
  site.evaluate(`$id = wp_insert_post(['post_title' => 'What do you believe?', 'post_content' => '<!-- wp:misconception-scorecard/scorecard /-->', 'post_status' => 'publish', 'post_author' => 1]);
  return get_permalink($id);`);
console.log(`
The post:  ${link}
The admin: ${site.url}/wp-admin/
Login:     administrator, editor, author or contributor
Password:  ${PASSWORD}
The ZIP:   ${zip}

Nothing goes out from it: Akismet's server is played, and takes for spam what has the word spam in it. Ctrl+C ends it.`);
for (const name of ['SIGINT', 'SIGTERM']) process.once(name, () => site.close().then(() => process.exit(0)));
