/**
 * Writes the real names and hashes of the built files into a page's snippets, which say HASH. Knows integrity.json; without
 * it the snippets stay as they are.
 */
const answer = await fetch('scorecard/integrity.json');
const { files: hashes = {} } = answer.ok ? await answer.json() : {};
const files = Object.entries(hashes);

/** A file whose name has a hash in it: `scorecard-HASH.wasm`. */
function named(all, start, end) {
  const [found] = files.find(([name]) => name.startsWith(`${start}-`) && name.endsWith(`.${end}`)) ?? [all];
  return found;
}

for (const code of document.querySelectorAll('pre code')) {
  // Where a line has a file and a hash, it is that file's.
  code.textContent = code.textContent
    .replace(/([\w-]+)-HASH\.(\w+)/g, named)
    .replace(/\/([\w.-]+)": "sha384-HASH"/g, (all, name) => all.replace('sha384-HASH', hashes[name] ?? 'sha384-HASH'));
  const [, entry] = /\/dist\/([\w.]+)"/.exec(code.textContent) ?? [];
  const [, hash = 'sha384-HASH'] = files.find(([name]) => name === entry) ?? [];
  code.textContent = code.textContent.replace('sha384-HASH', hash);
}
