import { withoutBadLetters } from '../domain/bad-letters.ts';
import { ADDRESS } from '../domain/web-address.ts';

/** Text for a place in HTML or XML, whether between tags or in an attribute's quotes. */
export const escapeMarkup = (text: string): string =>
  withoutBadLetters(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');

/** A link to an address that begins with http; anything else stays text. */
export const linkTo = (url: string, words: string): string =>
  /^https?:\/\//u.test(url)
    ? `<a href="${escapeMarkup(url)}">${escapeMarkup(words)}</a>`
    : escapeMarkup(words);

/** A line of what was typed, its addresses as links. */
export const withLinks = (line: string): string => {
  let html = '';
  let from = 0;
  for (const { 0: url, index } of line.matchAll(ADDRESS)) {
    html += escapeMarkup(line.slice(from, index)) + linkTo(url, url);
    from = index + url.length;
  }
  return html + escapeMarkup(line.slice(from));
};

/** What was typed as paragraphs: an empty line begins a new one, other line breaks stay, addresses become links. */
export const paragraphs = (text: string): string =>
  text
    .split(/\r\n|\r|\n/u)
    .map((line) => line.trimEnd())
    .join('\n')
    .split(/\n{2,}/u)
    .filter((part) => part.trim() !== '')
    .map((part) => `<p>${part.split('\n').map(withLinks).join('<br>\n')}</p>`)
    .join('\n');

/** What was typed as a list, an item each; nothing where there is none. */
export const list = (items: readonly string[]): string =>
  items.length === 0
    ? ''
    : `<ul>\n${items.map((item) => `<li>${escapeMarkup(item)}</li>`).join('\n')}\n</ul>`;
