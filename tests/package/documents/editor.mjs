/**
 * An editor as authors have it: the language service of VS Code, with the schema beside the questionnaire. Texts mark
 * the place of the cursor by ‸. Knows what an editor is asked; not what it should say.
 */
import service from 'vscode-json-languageservice';

const FOLDER = 'https://example.org/questionnaires/';
const SCHEMA = new URL('questionnaire.schema.json', FOLDER).href;

/** An editor that finds `schema`, a text, by the key "$schema", and by the file's name where `isForAll`. */
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
    /** What is offered at the cursor. */
    async offers(marked) {
      const { items } = await language.doComplete(...opened(marked));
      return items;
    },
    /** What is told of what is under the cursor, without the signs of Markdown. */
    async tells(marked) {
      const { contents } = await language.doHover(...opened(marked));
      return contents.join('\n').replace(/\\([^\w\s])/g, '$1');
    },
    /** What is underlined: the line, counted from 1, the text there and the message. */
    async underlines(text) {
      const [document, , parsed] = opened(text);
      const problems = await language.doValidation(document, parsed);
      return problems.map(({ range, message }) => [range.start.line + 1, document.getText(range), message]);
    },
  };
}
