/**
 * What a draft consists of: turns a state of the store into a record for the database, and a JSON
 * text into the content of a draft. Must not know where drafts are stored.
 */
import { token } from '../data/making.js';

export const newId = () => token() + token();

/** The content of a draft whose JSON is `text`, which may be invalid. */
export function contentOf(text, look = {}) {
  try {
    const document = JSON.parse(text);
    if (document && typeof document === 'object' && !Array.isArray(document)) return { document, text, look };
  } catch {
    // The text is not valid JSON, so the content has no questionnaire yet.
  }
  return { document: {}, text, look, isBroken: true };
}

/** The record of a state, with a revision of its own. */
export function recordOf({ id, ...content }) {
  const title = String(content.document?.title ?? '').trim();
  return { id, revision: token() + token(), title, changed: Date.now(), content };
}
