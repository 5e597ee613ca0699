/** Makes a page as a server or site generator does, with the first screen in its HTML. */
import { renderToString } from 'misconception-scorecard/core';

const scorecard = renderToString(undefined, {
  lang: 'en',
  shadow: true,
  stylesheet: '/scorecard/scorecard.css',
});

export const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Nobody came for the bread</title>
<link rel="icon" href="data:,">
<script type="module" src="/scorecard/scorecard.en.js"></script>
</head>
<body>
<main>
<h1>Nobody came for the bread</h1>
${scorecard}
<p id="after">The customers had used the accounts as a door, not as a shop window.</p>
</main>
</body>
</html>
`;
