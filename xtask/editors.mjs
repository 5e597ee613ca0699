/**
 * Writes what editors read about the element: web-types for JetBrains editors and HTML data for VS
 * Code. Knows both formats; the facts come from pkg/custom-elements.json. Run by the build as `node
 * xtask/editors.mjs FOLDER`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const read = (name) => JSON.parse(readFileSync(new URL(`../pkg/${name}`, import.meta.url), 'utf8'));
const { version, name: packageName } = read('package.json');
const [element] = read('custom-elements.json').modules[0].declarations;
const [folder] = process.argv.slice(2);
if (!folder) throw new Error('node xtask/editors.mjs FOLDER');

/** The values in the text of a type such as `'paged' | 'list'`. */
const valuesOf = (type) => [...(type?.text ?? '').matchAll(/'([^']*)'/g)].map(([, value]) => value);
const described = ({ name, description }) => ({ name, description });

const htmlData = {
  version: 1.1,
  tags: [
    {
      name: element.tagName,
      description: element.description,
      attributes: element.attributes.map(({ name, description, type }) => {
        const values = valuesOf(type).map((value) => ({ name: value }));
        return { name, description, ...(values.length > 0 && { values }) };
      }),
    },
  ],
};

const webTypes = {
  $schema: 'https://json.schemastore.org/web-types',
  name: packageName,
  version,
  'js-types-syntax': 'typescript',
  'description-markup': 'none',
  contributions: {
    html: {
      elements: [
        {
          ...described({ ...element, name: element.tagName }),
          attributes: element.attributes.map(({ name, description, type, default: value }) => ({
            name,
            description,
            value: { type: type.text, ...(value && { default: value }) },
          })),
          slots: element.slots.map(described),
          js: {
            properties: element.members
              .filter(({ kind }) => kind === 'field')
              .map(({ name, description, type, readonly }) => ({
                name,
                description,
                type: type.text,
                ...(readonly && { 'read-only': true }),
              })),
            events: element.events.map(({ name, description, type }) => ({ name, description, type: type.text })),
          },
          css: {
            properties: element.cssProperties.map(described),
            parts: element.cssParts.map(described),
          },
        },
      ],
    },
  },
};

for (const [name, data] of Object.entries({ 'html-data.json': htmlData, 'web-types.json': webTypes })) {
  writeFileSync(path.join(folder, name), `${JSON.stringify(data, null, 2)}\n`);
}
