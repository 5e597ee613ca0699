/**
 * A host that is there for the length of a visit. Knows when it is built, served and gone; not what is to be seen.
 */
import { build } from './build.mjs';
import { serve } from './serve.mjs';

/** Builds and serves a host for the length of `visit`, which gets its address. */
export async function hosted(browser, host, visit) {
  const site = await serve(host, await build(host), `${browser.url}/collector.js`);
  try {
    await visit(site.url);
  } finally {
    // What is still on its way to the old page must not meet the next one.
    await browser.visit('/blank');
    await site.close();
  }
}
