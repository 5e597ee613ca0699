/**
 * Opens what comes from elsewhere: a file, something dropped or pasted, an example. Knows what can be told of it; what it is, and how
 * each kind is read, is found out by what is loaded only for that.
 */
import { contentOf, newId } from './keep/keeper.js';
import { readFile } from './keep/files.js';
import { page } from './desk.js';
import { t } from './texts/words.js';

/** `open(content, place)` opens a content as a draft of its own, and `say(text)` tells what was done. */
export function createOpener({ store, open, say }) {
  return {
    take,
    takeFile: (file) => take(textOfFile(file), t.quoted(file.name), t.said.tooLarge(file.name)),
  };

  /** Opens what `reading` gives as a text and is called `what`; says `failed` where it does not come. */
  async function take(reading, what, failed = undefined) {
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
      say(t.said.opened(what, hadBefore) + mended);
    } catch (error) {
      say(failed ?? error.message);
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

/** The text of a file, also of a Word document. */
async function textOfFile(file) {
  const text = await readFile(file);
  if (!text.startsWith('PK')) return text;
  const { wordText } = await import('./import/word.js');
  return wordText(new Uint8Array(await file.arrayBuffer())) || text;
}
