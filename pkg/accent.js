/**
 * Keeps an author's accent apart from the page it stands on: marks in it must differ from what is behind them
 * by 3:1 (WCAG 2.2, 1.4.11), whatever the colour scheme. Knows colours; what is drawn in the accent, the style
 * sheet knows. Loaded only where an author sets an accent.
 */

/** The least contrast of a mark. */
const LEAST = 3;
const NAME = '<misconception-scorecard> --scorecard-accent';

/**
 * Sets `--ms-corrected` on `panel` where its accent is no colour or cannot be told from the page: to the widget's
 * own accent, or to the author's made darker or lighter as far as is needed. `tells`: says so in the console.
 */
export default function keepContrast(panel, tells) {
  const correct = (shown, why) => {
    panel.style.setProperty('--ms-corrected', shown);
    if (tells) console.warn(`${NAME} ${why}. Shown as ${shown}`);
  };
  panel.style.removeProperty('--ms-corrected');
  const value = getComputedStyle(panel).getPropertyValue('--scorecard-accent');
  if (!CSS.supports('color', value)) return correct('var(--ms-own)', `is not a colour: ${value}`);
  const probe = document.createElement('i');
  panel.append(probe);
  const behind = background(panel, probe);
  const accent = over(behind, read(probe, value));
  probe.remove();
  const reached = (colour) => contrast(colour, behind) >= LEAST;
  if (reached(accent)) return;
  // Black and white are equally far from a luminance of 0.18.
  const end = luminance(behind) > 0.18 ? 0 : 1;
  let colour = accent;
  for (let share = 0.02; share <= 1 && !reached(colour); share += 0.02) {
    colour = accent.map((part) => part + (end - part) * share);
  }
  const shown = `rgb(${colour.map((part) => Math.round(part * 255)).join(' ')})`;
  correct(shown, `has a contrast of ${contrast(accent, behind).toFixed(2)}:1 with the page; ${LEAST}:1 is needed`);
}

/** A CSS colour as red, green, blue and alpha, each 0 to 1. */
function read(probe, colour) {
  probe.style.color = `color(from ${colour} srgb r g b / alpha)`;
  const [red, green, blue, alpha = 1] = getComputedStyle(probe).color.match(/-?[\d.]+(e-?\d+)?/g).map(Number);
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

const over = (below, [red, green, blue, alpha]) =>
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
