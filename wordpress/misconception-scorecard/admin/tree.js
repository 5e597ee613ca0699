/**
 * First screens as trees that PHP prints: `[name, attributes, nodes]` or a text. Knows the tag that `renderToString` gives; what is on
 * the screen is the core's. The build uses it for the built-in questionnaire, the editor's browser for all others.
 */

/** The choices that change a first screen, as PHP names them: layout, order, feedback. */
const VARIANTS = ['paged', 'list'].flatMap((layout) =>
  ['interleaved', 'author'].flatMap((order) => ['end', 'each'].map((feedback) => ({ layout, order, feedback }))),
);

/** The nodes as a tree; comments are left out. */
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
 * What stands in a page for `questionnaire` in `lang`: `{ plain, screens, variants }`. `render` is the core's `renderToString`, `parse` makes
 * a document of HTML.
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

/** The languages that a questionnaire has in itself, its own first. */
export function languagesOf({ lang = 'en', translations = {} }) {
  const inside = Object.entries(translations).filter(([, it]) => typeof it === 'object' && it !== null);
  return [...new Set([lang, ...inside.map(([name]) => name)])];
}
