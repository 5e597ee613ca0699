/**
 * What the components for React and Vue share. Knows the tag, its events, and HTML that `renderToString` has made; no
 * framework.
 */
export const NAME = 'misconception-scorecard';

/** By event: the property that a component has for it. */
export const handlerNames = Object.fromEntries(
  [
    'ready',
    'started',
    'answered',
    'completed',
    'disputed',
    'suggested',
    'reset',
    'restored',
    'shared',
    'sent',
    'unsent',
    'withdrawn',
    'failed',
  ].map((name) => [`scorecard-${name}`, `on${name[0].toUpperCase()}${name.slice(1)}`]),
);

/** The attributes of the tag, of what a component was given. */
export function attributesFor(/** @type {any} */ { className, debug, ...rest }) {
  const names = Object.keys(rest).filter((name) => !Object.values(handlerNames).includes(name));
  const attributes = Object.fromEntries(names.map((name) => [name, rest[name]]));
  // React before 19 writes both as they are.
  if (className !== undefined) attributes.class = className;
  if (debug !== undefined && debug !== false) attributes.debug = debug === true ? '' : debug;
  return attributes;
}

const TAG = new RegExp(`^\\s*<${NAME}([^>]*)>([^]*)</${NAME}>\\s*$`);
const SIGNS = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' };

/** The tag that `renderToString` has made: its attributes, and what is inside. */
export function partsOf(html) {
  const [whole, attributes, inside] = TAG.exec(html) ?? [];
  if (whole === undefined)
    throw new TypeError(`html is what renderToString gives: one <${NAME}> and nothing around it`);
  const written = [...attributes.matchAll(/([\w:.-]+)="([^"]*)"/g)];
  const plain = (value) => value.replace(/&(lt|gt|quot|amp);/g, (sign) => SIGNS[sign]);
  return { attributes: Object.fromEntries(written.map(([, name, value]) => [name, plain(value)])), inside };
}

/** Sets a property; what does not fit is told, and changes nothing. */
export function take(element, name, value) {
  try {
    element[name] = value;
  } catch (error) {
    console.error(`<${NAME}> not taken: ${error.message}`);
  }
}

/** Tells `tell` what was told before anybody listened: where the page had the tag, and the script, before the component. */
export function tellLate(element, tell) {
  const { state } = element;
  if (state !== 'shown' && state !== 'failed') return;
  element.ready.then(
    (detail) => tell(new CustomEvent('scorecard-ready', { detail })),
    ({ code, message, problems }) => tell(new CustomEvent('scorecard-failed', { detail: { code, message, problems } })),
  );
}
