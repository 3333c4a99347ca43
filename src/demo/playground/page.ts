/** Where the page's own files are, below the gateway's front door. */
export const PLAYGROUND_PATH = '/playground';

/** The style element that GraphiQL 4.1.2 writes while a dialog is open, to keep the page behind it from scrolling. */
const DIALOG_STYLE_HASH = 'sha256-nzTgYzXYDNe6BAHiiI7NNlfK8n/auuOAhh2t92YvuXo=';

/**
 * Everything comes from here and nothing may be inline, but for one style element of GraphiQL's, known by its hash. Fonts and icons are
 * data: URLs inside GraphiQL's style sheet.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  `style-src 'self' '${DIALOG_STYLE_HASH}'`,
  "font-src 'self' data:",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const script = (name: string): string => `<script src="${PLAYGROUND_PATH}/${name}" defer></script>`;

/** The playground's page. */
export const PLAYGROUND_PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Tandem playground</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${PLAYGROUND_PATH}/graphiql.css">
<link rel="stylesheet" href="${PLAYGROUND_PATH}/page.css">
${['react.js', 'react-dom.js', 'graphiql.js', 'page.js'].map(script).join('\n')}
</head>
<body><div id="playground">Loading…</div></body>
</html>
`;

/** What our page adds to GraphiQL's style sheet. */
export const PAGE_STYLE = `html, body, #playground { height: 100%; margin: 0; }
`;
