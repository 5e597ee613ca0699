/**
 * Reads, writes and compares pictures, tile by tile. With a limit per picture, a whole word could
 * disappear from a large one; with a limit per tile, it cannot. Knows neither browser nor widget.
 *
 * A picture is `{ width, height, data }`, with four bytes per pixel: red, green, blue, alpha.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { convertIndexedToRgb, decode as decodePng, encode as encodePng } from 'fast-png';
import pixelmatch from 'pixelmatch';

/** The edge of a tile, in px. */
export const TILE = 64;
/**
 * How far a pixel's colour may differ, from 0 to 1 as pixelmatch counts; between greys this is 26
 * of 255. The same Chromium renders the same bytes every time. The tolerance is for the rounding in
 * stored pictures (4 of 255) and for other versions that smooth letters differently.
 */
const THRESHOLD = 0.1;
/** How many pixels of a tile may differ more. The smallest word measured, an "I", has 24. */
export const TOLERATED = 3;
/** Stored pictures have 32 shades each of red, green and blue. */
const SHADES = 32;

/** Reads a PNG: a screenshot, or a picture that `write` made. */
export function decode(bytes) {
  const png = decodePng(bytes);
  const { width, height } = png;
  const [channels, source] = png.palette ? [png.palette[0].length, convertIndexedToRgb(png)] : [png.channels, png.data];
  if (channels < 3 || source.length !== width * height * channels) throw new Error('a PNG of 8 bits, in colour');
  const data = new Uint8Array(width * height * 4).fill(255);
  for (let pixel = 0; pixel < width * height; pixel++) {
    for (let channel = 0; channel < channels; channel++) {
      data[pixel * 4 + channel] = source[pixel * channels + channel];
    }
  }
  return { width, height, data };
}

export const read = (path) => decode(readFileSync(path));

const rounded = (value) => Math.round((Math.round((value * (SHADES - 1)) / 255) * 255) / (SHADES - 1));

/**
 * Writes a picture to `folder/name.png`. A palette halves its size, and the rounding is invisible.
 */
export function write(folder, name, { width, height, data }) {
  const palette = [];
  const places = new Map();
  const indexes = new Uint8Array(width * height);
  for (let pixel = 0; pixel < indexes.length; pixel++) {
    const colour = [...data.subarray(pixel * 4, pixel * 4 + 3)].map(rounded);
    const key = colour.join();
    if (!places.has(key)) places.set(key, palette.push(colour) - 1);
    indexes[pixel] = places.get(key);
  }
  if (palette.length > 256) throw new Error(`${name} has ${palette.length} colours; a palette has room for 256`);
  mkdirSync(folder, { recursive: true });
  const bytes = encodePng({ width, height, data: indexes, channels: 1, depth: 8, palette }, { zlib: { level: 9 } });
  writeFileSync(`${folder}/${name}.png`, bytes);
}

/**
 * The differences between two pictures as an array of sentences, which is empty if they look the
 * same.
 */
export function compare(shown, expected) {
  const { width, height } = expected;
  if (shown.width !== width || shown.height !== height) {
    return [`${shown.width} x ${shown.height} px instead of ${width} x ${height}`];
  }
  const counts = new Map();
  const mask = match(shown, expected, { diffMask: true });
  for (let pixel = 0; pixel < width * height; pixel++) {
    if (mask[pixel * 4 + 3] === 0) continue;
    const [left, top] = [pixel % width, Math.floor(pixel / width)].map((it) => it - (it % TILE));
    const tile = `at ${left}, ${top}`;
    counts.set(tile, (counts.get(tile) ?? 0) + 1);
  }
  return [...counts].filter(([, count]) => count > TOLERATED).map(([tile, count]) => `${count} px ${tile}`);
}

/** The expected picture, faded, with the differences in red. */
export const differences = (shown, expected) => ({ ...expected, data: match(shown, expected) });

/** Smoothed edges count too: a thin letter consists of nothing else. */
function match(shown, { width, height, data }, more = {}) {
  const result = new Uint8Array(width * height * 4);
  pixelmatch(shown.data, data, result, width, height, { threshold: THRESHOLD, includeAA: true, ...more });
  return result;
}
