/**
 * Makes a picture of a scorecard to save: loads the headless core, which draws an SVG, and paints
 * that on a canvas. This file knows what browsers and a page's policy may forbid; the core decides
 * what is on the picture.
 */
import { assetUrl } from '../loading/fetch.js';

const [WIDTH, HEIGHT] = [1200, 630];
const SVG = 'image/svg+xml';

/** A PNG, or the SVG if a PNG cannot be made. Rejects if the core cannot be loaded. */
export async function paint(scorecard, questionnaire, assets) {
  const core = await (assets ? import(assetUrl('core.js', assets).href) : import('./core.js'));
  await core.ready();
  const { lang } = questionnaire;
  const svg = core.picture(scorecard, { questionnaire, lang, width: WIDTH, height: HEIGHT, address: location.host });
  const drawing = new Blob([svg], { type: SVG });
  // A content security policy that allows `blob:` mostly allows `data:` too, but now and then only
  // one of the two.
  return (
    (await painted(`data:${SVG},${encodeURIComponent(svg)}`)) ??
    (await painted(URL.createObjectURL(drawing))) ??
    drawing
  );
}

/**
 * The drawing at this URL as a PNG. Undefined if the policy forbids the URL, or the browser the
 * canvas.
 */
async function painted(address) {
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = Object.assign(document.createElement('canvas'), { width: WIDTH, height: HEIGHT });
    const context = canvas.getContext('2d');
    context.drawImage(image, 0, 0, WIDTH, HEIGHT);
    if (!isTrue(context.getImageData(0, 0, WIDTH, HEIGHT).data)) return undefined;
    return (await new Promise((done) => canvas.toBlob(done, 'image/png'))) ?? undefined;
  } catch {
    return undefined;
  } finally {
    URL.revokeObjectURL(address);
  }
}

/**
 * Whether the canvas has a light background with something dark on it. Against fingerprinting, some
 * browsers return noise or a blank canvas.
 */
function isTrue(data) {
  const corners = [0, WIDTH - 1, (HEIGHT - 1) * WIDTH, HEIGHT * WIDTH - 1];
  const isLight = (pixel) => data.slice(pixel * 4, pixel * 4 + 4).every((value) => value > 240);
  return corners.every(isLight) && data.some((value) => value < 64);
}
