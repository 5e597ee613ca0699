/**
 * The page around every entry but the static one: what a browser needs and nothing to look at. Knows no widget.
 */
import { TITLE } from './content.mjs';

/** The page with these lines of HTML in its head and body. */
export const page = ({ head, body }) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${TITLE}</title>
<link rel="icon" href="data:,">
${head}
</head>
<body>
${body}
</body>
</html>
`;
