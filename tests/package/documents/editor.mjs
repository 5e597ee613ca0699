/**
 * An editor as authors use it: VS Code's language service for JSON, with the schema. In texts, ‸
 * marks the cursor. Knows how to ask an editor; must not know the expected answers.
 */
import service from 'vscode-json-languageservice';

const FOLDER = 'https://example.org/questionnaires/';
const SCHEMA = new URL('questionnaire.schema.json', FOLDER).href;

/**
 * An editor that finds `schema` (a string) by the key "$schema", and with `isForAll` by the file's
 * name too.
 */
export function editor(schema, { isForAll = true } = {}) {
  const language = service.getLanguageService({
    workspaceContext: { resolveRelativePath: (path, from) => new URL(path, from).href },
    schemaRequestService: async (address) => {
      if (address !== SCHEMA) throw new Error(`There is nothing at ${address}`);
      return schema;
    },
  });
  language.configure({ validate: true, schemas: isForAll ? [{ uri: SCHEMA, fileMatch: ['*.json'] }] : [] });

  function opened(marked) {
    const offset = Math.max(0, marked.indexOf('‸'));
    const document = service.TextDocument.create(`${FOLDER}mine.json`, 'json', 1, marked.replace('‸', ''));
    return [document, document.positionAt(offset), language.parseJSONDocument(document)];
  }

  return {
    /** The completions at the cursor. */
    async offers(marked) {
      const { items } = await language.doComplete(...opened(marked));
      return items;
    },
    /** The hover text at the cursor, without Markdown's escapes. */
    async tells(marked) {
      const { contents } = await language.doHover(...opened(marked));
      return contents.join('\n').replace(/\\([^\w\s])/g, '$1');
    },
    /** The problems: the line, counted from 1, the underlined text, and the message. */
    async underlines(text) {
      const [document, , parsed] = opened(text);
      const problems = await language.doValidation(document, parsed);
      return problems.map(({ range, message }) => [range.start.line + 1, document.getText(range), message]);
    },
  };
}
