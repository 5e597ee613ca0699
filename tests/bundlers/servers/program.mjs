/**
 * A program for Deno and Bun. Uses the core, and imports the tag's definition, which must do
 * nothing without a page.
 */
import 'misconception-scorecard/define';
import { evaluate, picture } from 'misconception-scorecard/core';
import mine from '../app/mine.json' with { type: 'json' };

const scorecard = evaluate(mine, { 'salt-1': { agreement: 5 }, 'salt-2': { agreement: 1 } });
const isDrawn = picture(scorecard, { questionnaire: mine }).startsWith('<svg');
console.log(JSON.stringify([scorecard.verdicts.map((it) => it.verdict), isDrawn]));
