/**
 * Where a text comes from and goes to: a file, something dropped on the page, an example, a download. Knows files
 * and addresses; what is in them is somebody else's business.
 */

/** A questionnaire is at most 1 MB; a file far above that is another one, and would only freeze the page. */
const MOST = 4e6;

/** The text of a file; throws what can be told to the author. */
export async function readFile(file) {
  if (file.size > MOST) {
    throw new Error(`“${file.name}” is too large to be a questionnaire. It may be 1 MB at most.`);
  }
  return withoutMark(await file.text());
}

/** The text of an example; throws what can be told to the author. */
export async function readExample(address) {
  const answer = await fetch(address).catch(() => undefined);
  if (!answer?.ok) throw new Error('This example could not be loaded. What you have written is as it was.');
  return withoutMark(await answer.text());
}

const withoutMark = (text) => text.replace(/^\uFEFF/, '');

/** Lets files be dropped anywhere on the page; `take(file)` gets the first. */
export function acceptDrops(take) {
  const hasFiles = ({ dataTransfer }) => dataTransfer?.types.includes('Files');
  // The editor would put the text where the pointer is.
  const options = { capture: true };
  addEventListener(
    'dragover',
    (event) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      document.documentElement.classList.add('dropping');
    },
    options,
  );
  addEventListener(
    'dragleave',
    (event) => {
      if (!event.relatedTarget) document.documentElement.classList.remove('dropping');
    },
    options,
  );
  addEventListener(
    'drop',
    (event) => {
      document.documentElement.classList.remove('dropping');
      if (!hasFiles(event)) return;
      event.preventDefault();
      event.stopPropagation();
      if (event.dataTransfer.files[0]) take(event.dataTransfer.files[0]);
    },
    options,
  );
}

/** Lets text be pasted where no field has the focus; `take(text)` gets it. */
export function acceptPastes(take) {
  addEventListener('paste', (event) => {
    const target = /** @type {Element} */ (event.composedPath()[0]);
    if (event.defaultPrevented || target.closest?.('input, textarea, select, [contenteditable]')) return;
    const text = event.clipboardData?.getData('text/plain');
    if (text?.trim()) take(text);
  });
}

/** Hands `text` to the browser as a download called `name`. */
export function save(text, name) {
  const link = document.createElement('a');
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.href = address;
  link.download = name;
  link.click();
  // Not at once: some browsers only begin to read it now.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
