/**
 * Reads and writes texts outside the page: files, drops, pastes, examples, downloads. Knows files
 * and URLs; must not know what the texts mean.
 */
import { isBackup } from './backup.js';

/**
 * The largest file that is read, in bytes. A questionnaire has at most 1 MB; a far larger file is
 * something else and would only freeze the page.
 */
const MOST = 4e6;
/** The message of the error for a file that is too large. */
export const TOO_LARGE = 'too large';

/** The text of a file. Throws an error if it is too large or cannot be read. */
export async function readFile(file) {
  // A backup may be as large as the drafts in it.
  if (file.size > MOST && !isBackup(await file.slice(0, 200).text())) throw new Error(TOO_LARGE);
  return withoutMark(await file.text());
}

/** The text of an example. Throws an error if it cannot be loaded. */
export async function readExample(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(String(answer.status));
  return withoutMark(await answer.text());
}

const withoutMark = (text) => text.replace(/^\uFEFF/, '');

/** Lets files be dropped anywhere on the page; calls `take(file)` with the first one. */
export function acceptDrops(take) {
  const hasFiles = ({ dataTransfer }) => dataTransfer?.types.includes('Files');
  // Captures the events before the editor, which would insert the file's text at the pointer.
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

/** Lets text be pasted when no field has the focus; calls `take(text)`. */
export function acceptPastes(take) {
  addEventListener('paste', (event) => {
    const target = /** @type {Element} */ (event.composedPath()[0]);
    if (event.defaultPrevented || target.closest?.('input, textarea, select, [contenteditable]')) return;
    const text = event.clipboardData?.getData('text/plain');
    if (text?.trim()) take(text);
  });
}

/** Offers `text` as a download called `name`. */
export function save(text, name) {
  const link = document.createElement('a');
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.href = address;
  link.download = name;
  link.click();
  // Some browsers begin to read the URL only later, so it must stay valid for a while.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
