/** Copies Form.io's own bundle, and writes a page that loads it before the form. */
import { cpSync, writeFileSync } from 'node:fs';
import { page } from '../../shared/page.mjs';

export default function build(out) {
  cpSync('node_modules/@formio/js/dist/formio.form.min.js', `${out}/formio.form.min.js`);
  const head = `<link rel="stylesheet" href="main.css">
<script src="formio.form.min.js" defer></script>
<script src="main.js" defer></script>`;
  writeFileSync(`${out}/index.html`, page({ head, body: '<div id="quiz"></div>' }));
}
