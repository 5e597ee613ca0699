/**
 * Keeps an author's accent apart from the page it stands on: marks in it must differ from what is behind them
 * by 3:1 (WCAG 2.2, 1.4.11), whatever the colour scheme. Knows colours; what is drawn in the accent, the style
 * sheet knows. Loaded only where an author sets an accent.
 */

/** The least contrast of a mark. */
const LEAST = 3;
const NAME = '<misconception-scorecard> --scorecard-accent';

/**
 * Sets `--ms-corrected` on `panel` where the author's accent will not do as it is: to the widget's own where it is no
 * colour, to what is seen of it where it lets the page through or is the text's, and darker or lighter than that
 * as far as is needed to tell it from the page. `tells`: says so in the console.
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
  // Black and white are equally far from a luminance of 0.18.
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

/** To what a screen can show. */
const rounded = (colour) => colour.map((part) => Math.round(part * 255) / 255);

/**
 * A colour, and whether it is the same wherever it is used: not translucent, nor made of the text's.
 *
 * @returns {[number[], boolean]}
 */
function solid(probe, value) {
  const colour = read(probe, value);
  return [colour, colour[3] === 1 && !/currentcolor/i.test(value)];
}

/** A CSS colour as red, green, blue and alpha, each 0 to 1. */
function read(probe, colour) {
  probe.style.color = `color(from ${colour} srgb r g b / alpha)`;
  const [red, green, blue, alpha = 1] = getComputedStyle(probe)
    .color.match(/-?[\d.]+(e-?\d+)?/g)
    .map(Number);
  return [red, green, blue, alpha];
}

/** What is painted behind `panel`, as red, green and blue; pictures are not seen. */
function background(panel, probe) {
  const layers = [];
  for (let node = panel; node; node = node.assignedSlot ?? node.parentElement ?? node.getRootNode().host) {
    layers.push(getComputedStyle(node).backgroundColor);
  }
  // The sheet that all pages stand on is white or, where they say that they are dark, black.
  probe.style.colorScheme = getComputedStyle(document.documentElement).colorScheme;
  layers.push('Canvas');
  return layers.reduceRight((below, layer) => over(below, read(probe, layer)), [1, 1, 1]);
}

const over = (below, /** @type {number[]} */ [red, green, blue, alpha]) =>
  [red, green, blue].map((part, index) => Math.min(1, Math.max(0, part)) * alpha + below[index] * (1 - alpha));

/** Relative luminance and contrast, as WCAG 2.2 defines them. */
function luminance(colour) {
  const [red, green, blue] = colour.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one, other) {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}
