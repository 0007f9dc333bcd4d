/** An address that GitHub makes a link of by itself, as far as it may reach. */
const ADDRESS = /(?:https?:\/\/|ftp:\/\/|www\.)\S+(?: +$)?/giu;
/** What would begin a list, a rule or an underline: `- `, `+ `, `---`, `===`, but not -5 or +81. */
const BEGINNING = /^(?:[-+](?=[\s-]|$)|=)/u;
/** What would begin a numbered list: `1. `, `12) `, but not 1.5 or 06-0000. */
const NUMBERED = /^(\d+)([.)])(?=\s|$)/u;
const SIGNS = /[\\`*_[\]<>|~#&!$]/gu;

/** What makes a link of it, wherever it is: another may stand within the first. */
const LINKING = /:(?=\/\/)|(?<=www)\./giu;

/**
 * Within a link a sign that is escaped would be shown with its `\`, and a space at the end as the sign it is written as: such an
 * address stays text, since what makes a link is escaped.
 */
const bareAddress = (address: string): string =>
  address.search(SIGNS) === -1 && !address.endsWith(' ')
    ? address
    : address.replace(SIGNS, '\\$&').replace(LINKING, '\\$&');

const bare = (text: string): string => {
  let escaped = '';
  let from = 0;
  for (const { 0: address, index } of text.matchAll(ADDRESS)) {
    escaped += text.slice(from, index).replace(SIGNS, '\\$&') + bareAddress(address);
    from = index + address.length;
  }
  return escaped + text.slice(from).replace(SIGNS, '\\$&');
};

/**
 * A line of typed text as Markdown shows it letter by letter: every sign that Markdown or HTML would read is escaped, and so are
 * those that make a list, a rule or an underlined heading at the beginning (`- `, `+ `, `1. `, `---`, `===`). Spaces at its ends,
 * which would be dropped, are written as signs.
 */
export const escapeMarkdown = (line: string): string =>
  bare(line)
    .replace(BEGINNING, '\\$&')
    .replace(NUMBERED, '$1\\$2')
    .replace(/^ +| +$/gu, (spaces) => '&#32;'.repeat(spaces.length));
