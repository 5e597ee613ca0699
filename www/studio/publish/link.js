/**
 * Packs a whole draft into the fragment of a URL, the part after `#`, which browsers never send to
 * a server. Knows the packing: a version number, then gzip, whose checksum reveals a damaged link,
 * as URL-safe base64.
 */
const KIND = 'draft1.';
const ANY = /^draft(\d+)\./;

/** The fragment for a content, without its `#`. */
export async function pack({ document, look = {} }) {
  const text = JSON.stringify({ document, look });
  const packed = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  const bytes = new Uint8Array(await new Response(packed).arrayBuffer());
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return KIND + btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** Whether a fragment, without its `#`, contains a draft. */
export const isPacked = (fragment) => ANY.test(fragment);

/** The content in a fragment. Throws an error whose message is `newer` or `broken`. */
export async function unpack(fragment) {
  if (!fragment.startsWith(KIND)) throw new Error('newer');
  try {
    const binary = atob(fragment.slice(KIND.length).replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
    const { document, look } = JSON.parse(await new Response(stream).text());
    if (document === null || typeof document !== 'object' || Array.isArray(document)) throw new Error('no map');
    return { document, look: look ?? {} };
  } catch {
    throw new Error('broken');
  }
}
