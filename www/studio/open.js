/**
 * Opens texts from outside: a file, a drop, a paste, an example. Knows what to tell the author
 * about each; the modules that recognise and read each kind are loaded only when they are needed.
 */
import { contentOfDraft } from './keep/backup.js';
import { contentOf, newId, recordOf } from './keep/record.js';
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
      if (found.kind === 'drafts') return await takeAll(found.drafts, what);
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

  /** Opens the draft of a backup. Several drafts are put into the list. */
  async function takeAll(drafts, what) {
    const contents = drafts.map(contentOfDraft);
    page.imported(undefined);
    if (contents.length === 1) {
      const hadBefore = store.get().id !== null;
      open(contents[0]);
      return say(t.said.opened(what, hadBefore), hadBefore);
    }
    for (const content of contents) await page.keeper.put(recordOf({ id: newId(), ...content }));
    say(t.said.tookAll(drafts.length));
  }
}

/** Why a file called `name` was not opened, by the error's message. */
export const unread = (name, message) => (message === TOO_LARGE ? t.said.tooLarge(name) : t.said.unread(name, message));

/** The text of a file. For a ZIP file of the studio, its questionnaire; for a Word document, its paragraphs. */
async function textOfFile(file) {
  const text = await readFile(file);
  if (!text.startsWith('PK')) return text;
  const bytes = new Uint8Array(await file.arrayBuffer());
  const [{ wordText }, { scorecardInZip }] = await Promise.all([import('./import/word.js'), import('./import/own.js')]);
  return scorecardInZip(bytes) ?? (wordText(bytes) || text);
}
