import type { Inline } from './mrkdwn.ts';

/** A line or a list of standard Markdown. */
export type MarkdownPart =
  | { readonly kind: 'heading' | 'line' | 'quote'; readonly children: readonly Inline[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Inline[])[] }
  | { readonly kind: 'rule' };

const marks = /\*\*(.+?)\*\*|~~(.+?)~~|`([^`]+)`|\[([^\]]+)\]\((https?:[^)\s]+)\)|\*(\S(?:.*?\S)?)\*/g;

const parseInline = (text: string): readonly Inline[] => {
  const pieces: Inline[] = [];
  let from = 0;
  for (const match of text.matchAll(marks)) {
    const [whole, bold, strike, code, label, url, italic] = match;
    if (match.index > from) pieces.push({ kind: 'text', text: text.slice(from, match.index) });
    if (bold !== undefined) pieces.push({ kind: 'bold', children: parseInline(bold) });
    else if (strike !== undefined) pieces.push({ kind: 'strike', children: parseInline(strike) });
    else if (code !== undefined) pieces.push({ kind: 'code', text: code });
    else if (label !== undefined && url !== undefined) pieces.push({ kind: 'link', url, label });
    else if (italic !== undefined) pieces.push({ kind: 'italic', children: parseInline(italic) });
    from = match.index + whole.length;
  }
  if (from < text.length) pieces.push({ kind: 'text', text: text.slice(from) });
  return pieces;
};

const parseLine = (line: string): MarkdownPart => {
  const [, mark, rest] = /^(#{1,6} |> ?|[-*+] |\d+[.)] )(.*)$/.exec(line) ?? [];
  if (/^(-{3,}|\*{3,})$/.test(line)) return { kind: 'rule' };
  const children = parseInline(rest ?? line);
  if (mark === undefined) return { kind: 'line', children };
  if (mark.startsWith('#')) return { kind: 'heading', children };
  if (mark.startsWith('>')) return { kind: 'quote', children };
  return { kind: 'list', ordered: /\d/.test(mark), items: [children] };
};

/**
 * Reads the simple part of Markdown that a markdown block carries: headings, lists, quotes, rules, bold, italic, strike,
 * code and links. Empty lines are dropped; what is not a mark stays text.
 */
export const parseMarkdown = (text: string): readonly MarkdownPart[] => {
  const parts: MarkdownPart[] = [];
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue;
    const part = parseLine(line.trim());
    const last = parts.at(-1);
    if (part.kind === 'list' && last?.kind === 'list' && last.ordered === part.ordered)
      parts[parts.length - 1] = { ...last, items: [...last.items, ...part.items] };
    else parts.push(part);
  }
  return parts;
};
