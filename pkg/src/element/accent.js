/**
 * Corrects an author's accent colour if marks in it could not be told from the page behind them:
 * WCAG 2.2 (1.4.11) asks for a contrast of 3:1, in every colour scheme. This file knows colours;
 * the style sheet knows what is drawn in the accent. Loaded only if an author sets an accent.
 */

/** The least contrast of a mark with what is behind it, as a ratio to 1. */
const LEAST = 3;
const NAME = '<misconception-scorecard> --scorecard-accent';

/**
 * Sets `--ms-corrected` on `panel` if the author's accent cannot be used as it is.
 *
 * - It is not a colour: the widget's own accent.
 * - It is translucent, or derived from the text colour: the opaque colour that readers see.
 * - Its contrast is too low: darker or lighter, by as little as gives `LEAST`.
 *
 * `tells`: writes a warning to the console.
 */
export default function keepContrast(panel, tells) {
  if (!panel.isConnected) return;
  panel.style.removeProperty('--ms-corrected');
  const value = getComputedStyle(panel).getPropertyValue('--scorecard-accent').trim();
  if (!value) return;
  const probe = document.createElement('i');
  panel.append(probe);
  const isColour = CSS.supports('color', value);
  const [accent, isPlain] = solid(probe, isColour ? value : 'currentColor');
  const behind = background(panel, probe);
  const seen = over(behind, accent);
  probe.remove();
  // Black and white have the same contrast with a background of luminance 0.18.
  const end = luminance(behind) > 0.18 ? 0 : 1;
  let colour = seen;
  for (let share = 0.02; share <= 1 && contrast(colour, behind) < LEAST; share += 0.02) {
    colour = rounded(seen.map((part) => part + (end - part) * share));
  }
  if (isColour && isPlain && colour === seen) return;
  const shown = `rgb(${rounded(colour)
    .map((part) => part * 255)
    .join(' ')})`;
  panel.style.setProperty('--ms-corrected', shown);
  if (!tells) return;
  if (!isColour) console.warn(`${NAME} is not a colour: ${value}. The widget’s own is shown`);
  else if (colour !== seen) {
    const was = contrast(seen, behind).toFixed(2);
    console.warn(`${NAME} has a contrast of ${was}:1 with the page; ${LEAST}:1 is needed. Shown as ${shown}`);
  }
}

/** Rounds each part to the 256 steps that a screen can show. */
const rounded = (colour) => colour.map((part) => Math.round(part * 255) / 255);

/**
 * A colour, and whether it is the same wherever it is used: neither translucent nor derived from
 * the text colour.
 *
 * @returns {[number[], boolean]}
 */
function solid(probe, value) {
  const colour = read(probe, value);
  return [colour, colour[3] === 1 && !/currentcolor/i.test(value)];
}

/**
 * A CSS colour as red, green, blue and alpha in sRGB. Alpha is in 0..1; the others may lie outside
 * it if the colour is beyond sRGB.
 */
function read(probe, colour) {
  probe.style.color = `color(from ${colour} srgb r g b / alpha)`;
  const [red, green, blue, alpha = 1] = getComputedStyle(probe)
    .color.match(/-?[\d.]+(e-?\d+)?/g)
    .map(Number);
  return [red, green, blue, alpha];
}

/**
 * The colour behind `panel`, as red, green and blue in 0..1. Background images are not considered.
 */
function background(panel, probe) {
  const layers = [];
  for (let node = panel; node; node = node.assignedSlot ?? node.parentElement ?? node.getRootNode().host) {
    layers.push(getComputedStyle(node).backgroundColor);
  }
  // The canvas behind every page is white, or black if the page declares a dark colour scheme.
  probe.style.colorScheme = getComputedStyle(document.documentElement).colorScheme;
  layers.push('Canvas');
  return layers.reduceRight((below, layer) => over(below, read(probe, layer)), [1, 1, 1]);
}

const over = (below, /** @type {number[]} */ [red, green, blue, alpha]) =>
  [red, green, blue].map((part, index) => Math.min(1, Math.max(0, part)) * alpha + below[index] * (1 - alpha));

/** Relative luminance and contrast ratio, as WCAG 2.2 defines them. */
function luminance(colour) {
  const [red, green, blue] = colour.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one, other) {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}
