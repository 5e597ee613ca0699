/**
 * From a scorecard to a picture that can be saved: loads the core, has it draw, and paints that on a canvas. Knows what a
 * browser or a page's policy may forbid of it, and where the page is; not what is on the picture.
 */
import { assetUrl } from '../loading/fetch.js';

const [WIDTH, HEIGHT] = [1200, 630];
const SVG = 'image/svg+xml';

/** A PNG; where that cannot be had, the SVG it is made of. Throws where the core does not come. */
export async function paint(scorecard, questionnaire, assets) {
  const core = await (assets ? import(assetUrl('core.js', assets).href) : import('./core.js'));
  await core.ready();
  const { lang } = questionnaire;
  const svg = core.picture(scorecard, { questionnaire, lang, width: WIDTH, height: HEIGHT, address: location.host });
  const drawing = new Blob([svg], { type: SVG });
  // What is written out is seldom forbidden where an object's address is allowed, and now and then the other way round.
  return (
    (await painted(`data:${SVG},${encodeURIComponent(svg)}`)) ??
    (await painted(URL.createObjectURL(drawing))) ??
    drawing
  );
}

/** The drawing at this address as a PNG; undefined where the policy forbids the address, or the browser the canvas. */
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

/** Whether there is light paper with something dark on it: against being recognised, browsers give noise or nothing. */
function isTrue(data) {
  const corners = [0, WIDTH - 1, (HEIGHT - 1) * WIDTH, HEIGHT * WIDTH - 1];
  const isLight = (pixel) => data.slice(pixel * 4, pixel * 4 + 4).every((value) => value > 240);
  return corners.every(isLight) && data.some((value) => value < 64);
}
