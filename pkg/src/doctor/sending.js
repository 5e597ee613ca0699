/**
 * Explains why an endpoint does not get what readers send, and which line to add where. The
 * outcomes are those of pkg/src/sending/post.js. This file requests no URL itself.
 */
import { forbidden } from './addresses.js';

/**
 * The message about a document that was refused, or got no response: `{ code, line, endpoint }`.
 */
export function unsent({ code, line, endpoint }) {
  const url = new URL(endpoint, document.baseURI);
  const { href, origin } = url;
  const own = location.origin === 'null' ? '*' : location.origin;
  if (code === 'policy') {
    return forbidden(`sending answers to\n${href}`, 'connect-src', origin === location.origin ? `'self'` : origin);
  }
  if (code === 'mixedContent') {
    return `A page over https cannot send answers over http:\n${href}\nWrite\nendpoint="${href.replace('http:', 'https:')}"`;
  }
  if (code === 'noAnswer') {
    return `There was no response that this page may read to what a reader sent to\n${href}
It is kept and will be sent again. If the server is running, let it add the header
Access-Control-Allow-Origin: ${own}`;
  }
  const remedies = {
    origin: `It accepts nothing from pages of ${own}. Add to its settings\n${line ?? own}`,
    unknownQuestionnaire: 'It does not know this questionnaire. Add it there, with this id.',
    otherVersion: 'It has another version of this questionnaire. Add this one too.',
    http404: 'There is nothing at this URL. Check it.',
    http405: 'This URL does not accept POST. Check it.',
  };
  return `What a reader has sent was refused (${code}) by\n${href}\n${remedies[code] ?? 'See the log of the server.'}`;
}
