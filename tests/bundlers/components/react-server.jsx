/**
 * The page of React as a server renders it. Knows the page, and the core for a first screen.
 */
import { renderToString } from 'react-dom/server';
import { renderToString as scorecardToString } from 'misconception-scorecard/core';
import { Page } from './react.jsx';

const given = JSON.parse(process.argv[2]);
if (given.prerender) given.html = scorecardToString(given.questionnaire, { shadow: true, attributes: given.prerender });
console.log(
  JSON.stringify([
    given,
    renderToString(
      <Page heard={[]} {...given}>
        {given.html ? undefined : <p>Questions belong here.</p>}
      </Page>,
    ),
  ]),
);
