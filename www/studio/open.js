/**
 * Opens texts from outside: a file, a drop, a paste, an example. Knows what to tell the author
 * about each; the modules that recognise and read each kind are loaded only when they are needed.
 */
import { contentOf, newId } from './keep/record.js';
import { TOO_LARGE, readFile } from './keep/files.js';
import { page } from './desk.js';
import { t } from './texts/words.js';

/**
 * `open(content, place)` opens a content as a new draft; `say(text)` tells the author what was
 * done.
 */
export function createOpener({ store, open, say }) {
  return {
    take,
    takeFile: (file) => take(textOfFile(file), t.quoted(file.name), (message) => unread(file.name, message)),
  };

  /**
   * Opens the text that the promise `reading` resolves to; `what` is its name. `failed` makes of an
   * error's message what the author is told if that fails.
   */
  async function take(reading, what, failed = (message) => message) {
    try {
      const text = String(await reading);
      if (!text.trim()) return say(t.said.empty);
      const { recognise } = await import('./import/recognise.js');
      const found = /** @type {any} */ (recognise(text));
      if (found.kind === 'drafts') return takeAll(found.drafts);
      if (found.kind === 'strange') return say(t.kinds[found.as](what));
      if (found.kind === 'items' || found.kind === 'table') {
        say('');
        return page.showImport({ ...found, what });
      }
      page.imported(undefined);
      const hadBefore = store.get().id !== null;
      const content = contentOf(found.text);
      open(content, content.isBroken ? { view: 'json', section: 'about', at: undefined } : undefined);
      const mended = found.mended?.length > 0 ? ` ${t.import.mended(found.mended)}` : '';
      say(t.said.opened(what, hadBefore) + mended, hadBefore);
    } catch (error) {
      say(failed(error.message));
    }
  }

  async function takeAll(drafts) {
    for (const content of drafts) {
      const title = String(content.document?.title ?? '').trim();
      await page.keeper.put({ id: newId(), revision: newId(), title, changed: Date.now(), content });
    }
    say(t.said.tookAll(drafts.length));
  }
}

/** Why a file called `name` was not opened, by the error's message. */
export const unread = (name, message) => (message === TOO_LARGE ? t.said.tooLarge(name) : t.said.unread(name, message));

/** The text of a file. A Word document is converted first. */
async function textOfFile(file) {
  const text = await readFile(file);
  if (!text.startsWith('PK')) return text;
  const { wordText } = await import('./import/word.js');
  return wordText(new Uint8Array(await file.arrayBuffer())) || text;
}
