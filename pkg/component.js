/**
 * What the components for React and Vue share: the tag, its events, and HTML that `renderToString`
 * has made. This file knows no framework.
 */
export const NAME = 'misconception-scorecard';

/** For each event, the name of the component's handler property. */
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

/** The attributes of the tag for the properties of a component. Handlers are left out. */
export function attributesFor(/** @type {any} */ { className, debug, ...rest }) {
  const names = Object.keys(rest).filter((name) => !Object.values(handlerNames).includes(name));
  const attributes = Object.fromEntries(names.map((name) => [name, rest[name]]));
  // React before 19 writes properties of custom elements as they are: `className` as an attribute,
  // and `debug` as `true`.
  if (className !== undefined) attributes.class = className;
  if (debug !== undefined && debug !== false) attributes.debug = debug === true ? '' : debug;
  return attributes;
}

const TAG = new RegExp(`^\\s*<${NAME}([^>]*)>([^]*)</${NAME}>\\s*$`);
const SIGNS = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' };

/**
 * Parses the tag that `renderToString` has made: its attributes, and the HTML inside. Throws a
 * `TypeError` for any other HTML.
 */
export function partsOf(html) {
  const [whole, attributes, inside] = TAG.exec(html) ?? [];
  if (whole === undefined)
    throw new TypeError(`html is what renderToString gives: one <${NAME}> and nothing around it`);
  const written = [...attributes.matchAll(/([\w:.-]+)="([^"]*)"/g)];
  const plain = (value) => value.replace(/&(lt|gt|quot|amp);/g, (sign) => SIGNS[sign]);
  return { attributes: Object.fromEntries(written.map(([, name, value]) => [name, plain(value)])), inside };
}

/** Sets a property of the element. If that throws, logs the error; nothing has changed then. */
export function take(element, name, value) {
  try {
    element[name] = value;
  } catch (error) {
    console.error(`<${NAME}> value not accepted: ${error.message}`);
  }
}

/**
 * Calls `tell` with the last event about the start, if it was dispatched before the component could
 * listen: the tag and the script may have been in the page before the component.
 */
export function tellLate(element, tell) {
  const { state } = element;
  if (state !== 'shown' && state !== 'failed') return;
  element.ready.then(
    (detail) => tell(new CustomEvent('scorecard-ready', { detail })),
    ({ code, message, problems }) => tell(new CustomEvent('scorecard-failed', { detail: { code, message, problems } })),
  );
}
