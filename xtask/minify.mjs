/**
 * Makes scripts smaller in their place: `node minify.mjs FILE...`. Knows what a minifier may take for granted here;
 * esbuild has bundled and minified them already, and leaves 3 % that this finds.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import swc from '@swc/wasm';

/** Chromium may compile everything while the script is still coming: nearly all of it is called at once. */
const HINT = '//# allFunctionsCalledOnLoad\n';

for (const file of process.argv.slice(2)) {
  const source = readFileSync(file, 'utf8');
  const isModule = !file.includes('standalone');
  const { code } = swc.minifySync(source, {
    module: isModule,
    ecma: 2022,
    compress: { passes: 3, ecma: 2022 },
    mangle: true,
    // A classic script is read in the page's encoding, whatever that is.
    format: { comments: false, ascii_only: !isModule },
  });
  writeFileSync(file, `${/scorecard\.|element/.test(file) ? HINT : ''}${code}\n`);
}
