/**
 * What the tests of the schema share: the schema, and documents as authors write them. Must not
 * know which documents are right.
 */
import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import { check } from '../../pkg/dist/core.js';
import { tokens } from './documents/base.mjs';

export const SCHEMA_TEXT = readFileSync(new URL('../../pkg/dist/questionnaire.schema.json', import.meta.url), 'utf8');
export const SCHEMA = JSON.parse(SCHEMA_TEXT);
export const ajv = new Ajv({ strict: false, unicodeRegExp: true });
export const accepts = ajv.compile(SCHEMA);
export const today = '2026-11-23';

export const written = (document) => JSON.stringify(document, null, 2);
export const errorsOf = (source) => check(source, { today }).problems.filter(({ severity }) => severity === 'error');
export const named = ({ code, pointer }) => `${code} ${pointer}`;

/** The value at `pointer`, in an array that is empty if there is none. */
export function found(document, pointer) {
  return tokens(pointer).reduce(
    ([part], token) => (part !== null && typeof part === 'object' && Object.hasOwn(part, token) ? [part[token]] : []),
    [document],
  );
}
