/**
 * The HTML page around every entry except the static one, with nothing visible of its own. Knows no
 * widget.
 */
import { TITLE } from './content.mjs';

/** The page with this HTML in its head and body. */
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
