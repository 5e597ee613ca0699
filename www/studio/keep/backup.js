/**
 * Files with drafts in them: each with its questionnaire and its look. Knows their format; must not
 * know where they are saved.
 */
import { asMap } from '../data/pointers.js';
import { contentOf } from './record.js';

/** The key that marks such a file, with the version of its format. */
const MARK = 'misconceptionScorecardDrafts';

/** Whether a text that begins like this is such a file. */
export const isBackup = (start) => new RegExp(`^\\s*\\{\\s*"${MARK}"`).test(start);

/** The text of a file with these contents of drafts. */
export function backupOf(contents) {
  const drafts = contents.map(({ document, text, look }) => ({ document, text, look }));
  return `${JSON.stringify({ [MARK]: 1, drafts }, null, 2)}\n`;
}

/** The drafts in a parsed JSON value, or undefined if it is not such a file. */
export const draftsIn = (value) => (value?.[MARK] === 1 && Array.isArray(value.drafts) ? value.drafts : undefined);

/** The content of a draft from such a file. */
export function contentOfDraft(draft) {
  const { text, ...own } = asMap(draft);
  const [document, look] = [asMap(own.document), asMap(own.look)];
  if (typeof text !== 'string') return { document, text: undefined, look };
  const content = contentOf(text, look);
  // Of a text that is not JSON at the moment, the questionnaire before is kept too.
  return content.isBroken ? { ...content, document } : content;
}
