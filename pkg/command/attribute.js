/** The syntax of attributes on the command line. Which attributes there are is not known here. */

/**
 * Parses `name=value`, or `name` alone for an empty attribute, as `[name, value]`; the value of the
 * latter is true.
 */
export function asAttribute(text) {
  const [, name, value] = /^([^=]*)(?:=([^]*))?$/.exec(text);
  return [name, value ?? true];
}
