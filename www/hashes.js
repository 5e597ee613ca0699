/**
 * Replaces the word HASH in a page's code snippets by the real file names and hashes. They come
 * from integrity.json; without that file, the snippets stay as they are.
 */
const answer = await fetch('scorecard/integrity.json');
const { files: hashes = {} } = answer.ok ? await answer.json() : {};
const files = Object.entries(hashes);

/** Finds a file whose name contains a hash, such as `scorecard-HASH.wasm`. */
function named(all, start, end) {
  const [found] = files.find(([name]) => name.startsWith(`${start}-`) && name.endsWith(`.${end}`)) ?? [all];
  return found;
}

for (const code of document.querySelectorAll('pre code')) {
  // If a line has a file name and a hash, the hash is that file's.
  code.textContent = code.textContent
    .replace(/([\w-]+)-HASH\.(\w+)/g, named)
    .replace(/\/([\w.-]+)": "sha384-HASH"/g, (all, name) => all.replace('sha384-HASH', hashes[name] ?? 'sha384-HASH'));
  const [, entry] = /\/dist\/([\w.]+)"/.exec(code.textContent) ?? [];
  const [, hash = 'sha384-HASH'] = files.find(([name]) => name === entry) ?? [];
  code.textContent = code.textContent.replace('sha384-HASH', hash);
}
