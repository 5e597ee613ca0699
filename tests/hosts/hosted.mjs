/**
 * Builds and serves a host for one visit. Knows when it is built, started and stopped; must not
 * know what it shows.
 */
import { build } from './build.mjs';
import { serve } from './serve.mjs';

/** Builds and serves a host while `visit` runs, which gets its URL. */
export async function hosted(browser, host, visit) {
  const site = await serve(host, await build(host), `${browser.url}/collector.js`);
  try {
    await visit(site.url);
  } finally {
    // Leaves the page, so that pending requests of this host do not disturb the next one.
    await browser.visit('/blank');
    await site.close();
  }
}
