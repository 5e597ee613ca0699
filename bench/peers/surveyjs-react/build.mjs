/** The React renderer needs another version of survey-core than the vanilla renderer. */
export const options = { alias: { 'survey-core': 'survey-core-v3' } };
