const ESCAPED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const ADDRESS_OR_SIGN = /https?:\/\/[^\s<>|「」『』()()、。]+|[&<>]/gu;

const escaped = (text: string): string => text.replaceAll(/[&<>]/gu, (sign) => ESCAPED[sign] ?? sign);

/** What a person typed as Slack keeps it: `A & B https://example.jp` becomes `A &amp; B <https://example.jp>`. */
export const asTyped = (text: string): string =>
  text.replaceAll(ADDRESS_OR_SIGN, (found) => (found.length > 1 ? `<${escaped(found)}>` : escaped(found)));
