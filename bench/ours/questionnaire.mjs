/** The content as a questionnaire of this widget: each statement is one misconception. */
import { ITEMS, TITLE } from '../shared/content.mjs';

export const questionnaire = {
  format: '1.0',
  id: 'bench',
  version: '1',
  lang: 'en',
  title: TITLE,
  scale: { points: 5, dontKnow: false },
  misconceptions: ITEMS.map(({ id, statement, explain }) => ({
    id,
    name: statement,
    statements: [{ id: `${id}-1`, text: statement, key: 'myth' }],
    // The others have one explanation; a refutation asks for two things.
    refutation: { fact: explain, whyWrong: explain },
  })),
};
