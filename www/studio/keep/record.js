/**
 * What a draft is: a state of the store as a record for the database, and the content that a JSON
 * text makes. Must not know where drafts are stored.
 */
import { token } from '../data/making.js';

export const newId = () => token() + token();

/** The content of a draft whose JSON is `text`, which may be invalid. */
export function contentOf(text, look = {}) {
  try {
    const document = JSON.parse(text);
    if (document && typeof document === 'object' && !Array.isArray(document)) return { document, text, look };
  } catch {
    // The content then has a text, but no questionnaire yet.
  }
  return { document: {}, text, look, isBroken: true };
}

/** The record of a state, with a revision of its own. */
export function recordOf({ id, ...content }) {
  const title = String(content.document?.title ?? '').trim();
  return { id, revision: token() + token(), title, changed: Date.now(), content };
}
