/**
 * What the tests of `check` share: a stand-in for the core, problems as the core reports them, and
 * the built-in questionnaire.
 */
import { readFileSync } from 'node:fs';

export const HABITS = { random: null };
export const well = { ok: true, problems: [], habits: HABITS };
export const builtIn = readFileSync(new URL('../../questionnaires/social-media.en.json', import.meta.url), 'utf8');

/** A core that reports `problems` for every document and records its calls. */
export function coreThatSays(...problems) {
  const core = (...given) => {
    core.calls.push(given);
    return { problems, habits: HABITS };
  };
  core.calls = [];
  return core;
}

export const error = (code, pointer, more) => ({
  severity: 'error',
  code,
  pointer,
  message: 'M.',
  remedy: 'R.',
  ...more,
});

/** The part of `source` that a problem marks. */
export const marked = (source, { offset, length }) => source.slice(offset, offset + length);
