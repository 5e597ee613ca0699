/**
 * Splits each message of slip.js in two: what is wrong, and the remedy. The doctor shows a picture
 * of the line and needs only one sentence; a list of problems needs both. This file knows the
 * messages, and not where in a text they apply.
 */

/**
 * For messages that say only one of the two: how the message begins or ends, the remedy, and what
 * is wrong if the message does not say that.
 *
 * @type {[RegExp, string, string?][]}
 */
const REMEDIES = [
  [/a (.) is missing\.$/, 'Add the $1 at the end of what the bracket opens.'],
  [/^It is empty/, 'Put a questionnaire here: it begins with { and ends with }.', 'There is nothing here.'],
  [/^A (.) belongs here/, 'Add the $1 here, or delete the bracket that is one too many.'],
  [/^A value is/, 'Add one: a string in double quotes, a number, true, false, null, an array [ ] or an object { }.'],
  [/^A colon and a value/, 'Add both, as in "lang": "en".'],
  [/^A key with a value/, 'Put { before the key and } after its value.'],
  [/^A comma is/, 'Add a comma.'],
  [/^JSON allows no comma/, 'Delete this comma.', 'JSON allows no comma after the last item.'],
  [/^There is a comma too many/, 'Delete the comma, or add the value before it.'],
  [/^A decimal/, 'Replace the comma by a point.'],
  [/^A key in double quotes/, 'Write the key between two " and a colon after it.'],
  [/^A number is/, 'Write the number like that, or the string between two ".'],
  [/^A string needs/, 'Write the string between two ".'],
  [/^Write (\w+)/, 'Write $1.', 'The words true, false and null are written in lower case.'],
  [/^JSON needs/, 'Write " at both ends of the string.'],
  [/^JSON has no comments/, 'Delete this one, or make it a string under the key "$comment".', 'JSON has no comments.'],
  [/^This is HTML/, 'Leave only the JSON, without the page around it.'],
  [/^Save the file/, 'Save the file as UTF-8.', 'This file is not encoded as UTF-8.'],
  [/^This string does not end/, 'Add the " at the end of the string, or write \\n for the line break.'],
  [/^A backslash/, 'Write \\\\ for every \\ in the string.'],
];

/** What is wrong and what to do, for a message of slip.js. */
export function explained(what) {
  for (const [pattern, remedy, message = stopped(what)] of REMEDIES) {
    const found = pattern.exec(what);
    if (found) return { message, remedy: remedy.replace('$1', () => found[1]) };
  }
  const end = what.indexOf('. ') + 1;
  return { message: what.slice(0, end), remedy: stopped(what.slice(end + 1)) };
}

/** With a full stop at the end, unless the message ends in something to be typed. */
const stopped = (what) => (/[.\\"'’‚`´“”„«»‘]$/.test(what) ? what : `${what}.`);
