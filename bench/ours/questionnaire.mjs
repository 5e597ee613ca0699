/**
 * The benchmark's content as a questionnaire of this widget, with one misconception per statement.
 */
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
    // The content has one explanation per statement, but a refutation needs two parts.
    refutation: { fact: explain, whyWrong: explain },
  })),
};
