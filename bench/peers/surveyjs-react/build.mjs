/** The React renderer goes with another version of SurveyJS's core than the vanilla one. */
export const options = { alias: { 'survey-core': 'survey-core-v3' } };
