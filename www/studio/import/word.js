/**
 * The text of a Word document. Knows where its paragraphs are; nothing of how they look.
 */
import { strFromU8, unzipSync } from 'fflate';
import { plainText } from './quiz.js';

const TEXT = 'word/document.xml';
/** A document of so many bytes of text is no list of beliefs. */
const MOST = 5e6;

/** The paragraphs of a document, one a line; undefined where these bytes are none. */
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
