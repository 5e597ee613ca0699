/**
 * Turns first screens into trees that PHP prints: a node is a string or `[name, attributes,
 * nodes]`. Knows the tag that `renderToString` returns; what the screen shows is decided by the
 * core. The build uses this for the built-in questionnaire, the editor's browser for all others.
 */

/** The options that change a first screen, in the order of PHP's keys: layout, order, feedback. */
const VARIANTS = ['paged', 'list'].flatMap((layout) =>
  ['interleaved', 'author'].flatMap((order) => ['end', 'each'].map((feedback) => ({ layout, order, feedback }))),
);

/** The nodes as a tree, without comments. */
function treeOf(nodes) {
  const tree = [];
  for (const node of nodes) {
    if (node.nodeType === 3) tree.push(node.data);
    if (node.nodeType !== 1) continue;
    const attributes = Object.fromEntries([...node.attributes].map(({ name, value }) => [name, value]));
    tree.push([node.localName, attributes, treeOf(node.childNodes)]);
  }
  return tree;
}

/**
 * What a page shows of `questionnaire` in `lang`: `{ plain, screens, variants }`. `render` is the
 * core's `renderToString`; `parse` turns HTML into a document.
 */
export function drawn(render, parse, questionnaire, lang) {
  const screens = [];
  const variants = {};
  const texts = [];
  let plain = [];
  for (const attributes of VARIANTS) {
    const document = parse(render(questionnaire, { lang, shadow: true, attributes }));
    const tag = document.querySelector('misconception-scorecard');
    const template = tag.querySelector('template');
    const screen = treeOf(template.content.querySelector('.panel').childNodes);
    const text = JSON.stringify(screen);
    if (!texts.includes(text)) {
      texts.push(text);
      screens.push(screen);
    }
    variants[Object.values(attributes).join(' ')] = texts.indexOf(text);
    const shown = [...tag.childNodes].filter((it) => it.nodeType === 1 && !/^(template|script)$/.test(it.localName));
    plain = treeOf(shown);
  }
  return { plain, screens, variants };
}

/** The language tags that a questionnaire contains, its own first. */
export function languagesOf({ lang = 'en', translations = {} }) {
  const inside = Object.entries(translations).filter(([, it]) => typeof it === 'object' && it !== null);
  return [...new Set([lang, ...inside.map(([name]) => name)])];
}
