/**
 * The syntax of attributes on the command line. This file does not know which attributes there are.
 */

/**
 * Parses `name=value`, or `name` alone for an empty attribute, as `[name, value]`; the value of the
 * latter is true.
 */
export function asAttribute(text) {
  const [, name, value] = /^([^=]*)(?:=([^]*))?$/.exec(text);
  return [name, value ?? true];
}
