/** A piece of running text. Nothing here is ever turned into HTML text: the page makes elements from it. */
export type Inline =
  | { readonly kind: 'text' | 'code'; readonly text: string }
  | { readonly kind: 'bold' | 'italic' | 'strike'; readonly children: readonly Inline[] }
  | { readonly kind: 'link'; readonly url: string; readonly label: string }
  | { readonly kind: 'mention'; readonly sign: '@' | '#'; readonly id: string; readonly label?: string };

/** A stretch of lines. */
export type Paragraph =
  | { readonly kind: 'plain' | 'quote'; readonly children: readonly Inline[] }
  | { readonly kind: 'preformatted'; readonly text: string };

const styles = { '*': 'bold', _: 'italic', '~': 'strike' } as const;

/**
 * Angle brackets, code, then * _ ~ which count only between characters that are neither letters nor digits: Slack leaves
 * 「会議*名*」 as it is, because Japanese letters stand right beside the star.
 */
const marks = /<([^<>\n]+)>|`([^`\n]+)`|(?<![\p{L}\p{N}])([*_~])(?=\S)([^\n]*?\S)\3(?![\p{L}\p{N}])/gu;

const decoded = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

const bracketed = (inside: string): Inline => {
  const bar = inside.indexOf('|');
  const target = bar < 0 ? inside : inside.slice(0, bar);
  const label = bar < 0 ? undefined : decoded(inside.slice(bar + 1));
  const sign = target.charAt(0);
  if (sign === '@' || sign === '#')
    return { kind: 'mention', sign, id: target.slice(1), ...(label ? { label } : {}) };
  if (sign === '!') return { kind: 'text', text: label ?? `@${target.slice(1)}` };
  const url = decoded(target);
  if (/^(https?:|mailto:)/.test(url)) return { kind: 'link', url, label: label ?? url };
  return { kind: 'text', text: label ?? url };
};

const parseInline = (text: string): readonly Inline[] => {
  const pieces: Inline[] = [];
  let from = 0;
  const plain = (to: number): void => {
    if (to > from) pieces.push({ kind: 'text', text: decoded(text.slice(from, to)) });
  };
  for (const match of text.matchAll(marks)) {
    const [whole, bracket, code, mark, styled] = match;
    plain(match.index);
    if (bracket !== undefined) pieces.push(bracketed(bracket));
    else if (code !== undefined) pieces.push({ kind: 'code', text: decoded(code) });
    else if (mark === '*' || mark === '_' || mark === '~')
      pieces.push({ kind: styles[mark], children: parseInline(styled ?? '') });
    from = match.index + whole.length;
  }
  plain(text.length);
  return pieces;
};

const quoted = /^(&gt;|>) ?/;

const parseLines = (text: string): readonly Paragraph[] => {
  const paragraphs: { kind: 'plain' | 'quote'; lines: string[] }[] = [];
  for (const line of text.split('\n')) {
    const kind = quoted.test(line) ? 'quote' : 'plain';
    const last = paragraphs.at(-1);
    const bare = kind === 'quote' ? line.replace(quoted, '') : line;
    if (last?.kind === kind) last.lines.push(bare);
    else paragraphs.push({ kind, lines: [bare] });
  }
  return paragraphs.map(({ kind, lines }) => ({ kind, children: parseInline(lines.join('\n')) }));
};

/**
 * Reads Slack's mrkdwn: *bold*, _italic_, ~struck~, `code`, ```blocks```, > quotes, <url|label>, <@U1>, <#C1|name> and the
 * entities &amp; &lt; &gt;. Never fails: what is not a mark stays text. Newlines stay in the text.
 * E.g. `期限は *8月10日* です` gives 期限は, bold 8月10日, です.
 */
export const parseMrkdwn = (text: string): readonly Paragraph[] =>
  text.split('```').flatMap((part, index, parts): readonly Paragraph[] => {
    if (index % 2 === 1 && index < parts.length - 1)
      return [{ kind: 'preformatted', text: decoded(part.replace(/^\n|\n$/g, '')) }];
    const lines = index % 2 === 1 ? `\`\`\`${part}` : part;
    return lines.trim() === '' ? [] : parseLines(lines.replace(/^\n|\n$/g, ''));
  });
