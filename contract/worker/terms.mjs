/**
 * Prints the terms of a questionnaire for the worker's settings: `node contract/worker/terms.mjs
 * bees.json`.
 *
 * Knows the keys of format 1.0 on which the meaning of an answer depends, and their defaults. Must
 * not know how answers are scored. It expects a valid questionnaire: run `npx
 * misconception-scorecard check` first.
 */
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

/** The CRC-24 of OpenPGP (RFC 4880, section 6.1). */
function crc24(bytes) {
  let sum = 0xb704ce;
  for (const byte of bytes) {
    sum ^= byte << 16;
    for (let bit = 0; bit < 8; bit += 1) {
      sum <<= 1;
      if (sum & 0x1000000) sum ^= 0x1864cfb;
    }
  }
  return sum;
}

const text = (value) => [...new TextEncoder().encode(value), 0];
const number = (value) => [...new Uint8Array(new Float64Array([value]).buffer)];

/** The lowest and the highest level of certainty; null if certainty is not asked. */
function levels({ certainty }) {
  if (certainty === undefined) return null;
  const { levels = 4, from = 1, to = from + levels - 1 } = certainty;
  return [from, to];
}

/**
 * The checksum of everything on which the meaning of an answer depends; CONTRACT.md, section 9,
 * lists it.
 */
function shape(questionnaire, { id, version, points, certainty }) {
  const { held = 75, leaning = 62.5, unsure = 37.5 } = questionnaire.cutoffs ?? {};
  const statements = questionnaire.misconceptions.flatMap((misconception, index) =>
    misconception.statements.flatMap(({ id, key, weight = 1 }) => [
      ...text(id),
      key === 'fact' ? 1 : 0,
      ...number(weight),
      ...text(String(index)),
    ]),
  );
  const scales = [points, ...(certainty ?? []), held, leaning, unsure].flatMap(number);
  return crc24([...text(id), ...text(version), ...scales, ...statements])
    .toString(16)
    .padStart(6, '0');
}

/** The terms of a questionnaire, as CONTRACT.md, section 9, describes them. */
export function termsOf(questionnaire) {
  const { id, version, scale = {}, misconceptions } = questionnaire;
  const { points = 5, dontKnow = true } = scale;
  const certainty = levels(questionnaire);
  return {
    id,
    version,
    shape: shape(questionnaire, { id, version, points, certainty }),
    points,
    dontKnow,
    certainty,
    statements: misconceptions.flatMap(({ statements }) => statements.map((it) => it.id)),
    misconceptions: misconceptions.map((it) => it.id),
  };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [, , file] = process.argv;
  if (!file) throw new Error('Which questionnaire? node contract/worker/terms.mjs questionnaire.json');
  console.log(JSON.stringify(termsOf(JSON.parse(readFileSync(file, 'utf8'))), null, 2));
}
