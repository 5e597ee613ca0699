/**
 * The text of a Word document. Knows where its paragraphs are; must not know how they look.
 */
import { strFromU8, unzipSync } from 'fflate';
import { plainText } from './quiz.js';

const TEXT = 'word/document.xml';
/** The largest text that is read, in bytes: a longer document is not a list of beliefs. */
const MOST = 5e6;

/**
 * The paragraphs of a document, one per line, or undefined if these bytes are not a Word document.
 */
export function wordText(bytes) {
  try {
    const files = unzipSync(bytes, { filter: ({ name, originalSize }) => name === TEXT && originalSize < MOST });
    if (!files[TEXT]) return undefined;
    const paragraphs = strFromU8(files[TEXT]).match(/<w:p[ >][^]*?<\/w:p>/g) ?? [];
    const texts = paragraphs.map((it) =>
      plainText((it.match(/<w:(t|tab|br)\b[^>]*>([^<]*)/g) ?? []).map(run).join('')),
    );
    return texts.filter(Boolean).join('\n');
  } catch {
    return undefined;
  }
}

const run = (tag) => (tag.startsWith('<w:t>') || tag.startsWith('<w:t ') ? tag.replace(/^<[^>]*>/, '') : ' ');
