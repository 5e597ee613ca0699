/** Recognises files that are not text by their first bytes. It knows nothing of JSON. */

/**
 * A pattern for the first bytes, read as Latin-1, and what such a file is called.
 * @type {[RegExp, string][]}
 */
const KINDS = [
  [/^PK\x03\x04/, 'a compressed file, such as a Word (.docx), Excel (.xlsx) or zip file'],
  [/^\xd0\xcf\x11\xe0/, 'a file of an old version of Word or Excel (.doc, .xls)'],
  [/^%PDF-/, 'a PDF'],
  [/^(\x89PNG|\xff\xd8\xff|GIF8|RIFF....WEBP)/s, 'a picture'],
  [/^(\x1f\x8b|BZh|\xfd7zXZ|7z\xbc\xaf|\x28\xb5\x2f\xfd)/, 'a compressed file'],
];

/** How many bytes are examined. */
const LOOKED_AT = 4096;

/** What `bytes` are if they are not UTF-8 text, as `[phrase, remedy]`; undefined if they may be. */
export function kindOf(bytes) {
  const first = bytes.subarray(0, LOOKED_AT).toString('latin1');
  const [, kind] = KINDS.find(([mark]) => mark.test(first)) ?? [];
  if (kind) return [kind, 'Save its content as plain text in another file.'];
  // In UTF-16, which may come without a byte order mark, every second byte of Latin letters is 0.
  if (/^(\xff\xfe|\xfe\xff|\0[^\0]\0[^\0]|[^\0]\0[^\0]\0)/s.test(first)) return NOT_UTF8;
  if (first.includes('\0')) return ['not text: it contains bytes that do not occur in text', 'Name a text file.'];
  return undefined;
}

/**
 * The phrase and the remedy for text in another encoding.
 * @type {[string, string]}
 */
export const NOT_UTF8 = [
  'not saved as UTF-8, so its characters cannot be read',
  'Save it again in your editor with the encoding UTF-8.',
];
