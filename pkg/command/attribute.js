/**
 * How an attribute of the tag is written on a command line. Knows no names.
 */

/** `name=value`, or `name` alone for one that is empty, as `[name, value]`. */
export function asAttribute(text) {
  const [, name, value] = /^([^=]*)(?:=([^]*))?$/.exec(text);
  return [name, value ?? true];
}
