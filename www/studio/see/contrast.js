/**
 * The contrast of two colours, as WCAG 2 defines it. Knows how a browser reads a colour; must not
 * know which parts of the widget have that colour.
 */

/** The contrast ratio of two colours, 1 to 21, or undefined if one of them is not a colour. */
export function contrast(one, other) {
  const [a, b] = [one, other].map(luminance);
  if (a === undefined || b === undefined) return undefined;
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** The colour as `#rrggbb`, or undefined if it is not a colour. */
export function hexOf(colour) {
  const channels = colour && channelsOf(colour);
  return channels && `#${channels.map((it) => it.toString(16).padStart(2, '0')).join('')}`;
}

function luminance(colour) {
  const channels = channelsOf(colour);
  if (!channels) return undefined;
  const [red, green, blue] = channels.map((it) => {
    const share = it / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The red, green and blue of a colour, as a canvas paints it. */
function channelsOf(colour) {
  if (!CSS.supports('color', colour)) return undefined;
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3);
}
