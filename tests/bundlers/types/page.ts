/**
 * The element in TypeScript: its properties, methods and events, also on the document. Knows the
 * types only.
 */
import { type MisconceptionScorecard, type QuestionnaireInput, define } from 'misconception-scorecard';
import module from 'misconception-scorecard/core.wasm';
import { evaluate, ready } from 'misconception-scorecard/core';
import 'misconception-scorecard/define';
import mine from '../app/mine.json' with { type: 'json' };

define();
const element: MisconceptionScorecard = document.createElement('misconception-scorecard');
// An imported JSON file needs no cast.
element.questionnaire = mine;
const given: QuestionnaireInput = mine;
evaluate(given, { 'salt-1': { agreement: 1 } });
element.answers = { 'salt-1': { agreement: 'dontKnow' } };
element.addEventListener('scorecard-completed', ({ detail }) => console.log(detail.headline.held));
document.body.addEventListener('scorecard-completed', ({ detail }) => console.log(detail.headline.held));
window.addEventListener('scorecard-completed', ({ detail }) => console.log(detail.headline.held));
document.addEventListener('scorecard-completed', ({ detail }) => console.log(detail.headline.held));
document.addEventListener('scorecard-failed', ({ detail }) => console.log(detail.problems[0]?.pointer));
element.ready.then(({ id, version, lang }) => console.log(id + version + lang));
if (element.state === 'failed') console.log(element.problems.map((it) => it.code));
ready(module);
ready(fetch('/core.wasm').then((it) => it.arrayBuffer()));
// @ts-expect-error no such layout
element.layout = 'grid';
// @ts-expect-error it is read-only
element.state = 'shown';
// @ts-expect-error no such state
if (element.state === 'done') define();
// @ts-expect-error without a title
element.questionnaire = { format: '1.0' };
