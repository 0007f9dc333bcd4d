import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { installPage, type PageText } from '../texts/installation.ts';

const STYLE = `
:root { color-scheme: light dark; font-family: system-ui, sans-serif; line-height: 1.8; }
main { max-width: 36rem; margin: 12vh auto 0; padding: 0 1.5rem; }
h1 { font-size: 1.4rem; }
a { display: inline-block; margin-top: 1rem; padding: .6rem 1.4rem; border-radius: .4rem; background: #1f5a3d; color: #fff; text-decoration: none; }
`;

/** Nothing but this text and this style: no script, no picture, no frame, nothing from elsewhere. */
const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** What every page is sent with. Its address bears what Slack has given: nobody else is to hear of it, and nobody keeps it. */
const HEADERS: Readonly<Record<string, string>> = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': POLICY,
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
};

const SIGNS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replace(/[&<>"']/gu, (sign) => SIGNS[sign] ?? sign);

/** The page as HTML, with a button that leads to `href` where there is one. */
export const pageOf = ({ title, lines }: PageText, href?: string): string => `<!doctype html>
<html lang="ja">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escaped(title)}</h1>
${lines.map((line) => `<p>${escaped(line)}</p>`).join('\n')}
${href === undefined ? '' : `<a href="${escaped(href)}">${escaped(installPage.button)}</a>\n`}</main>
</body>
</html>
`;

/** Gives an answer the headers of a page, for whoever writes it. */
export const dressPage = (response: ServerResponse): void => {
  for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
};

/** Answers with a page. */
export const sendPage = (response: ServerResponse, status: number, html: string): void => {
  dressPage(response);
  response.writeHead(status);
  response.end(html);
};
