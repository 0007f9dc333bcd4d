import type { RichTextBlock, RichTextElement, RichTextList, RichTextSection } from '@slack/types';
import { emojiCode } from '../domain/emoji-code.ts';
import { shorten } from '../domain/letters.ts';
import { ADDRESS } from '../domain/web-address.ts';

/** A web address inside what was typed, or an emoji by its name. */
const ADDRESS_OR_EMOJI = new RegExp(`(${ADDRESS.source})|${emojiCode()}`, 'gu');

/**
 * What a person typed as leaves of a rich text, of which Slack reads nothing: neither mentions nor formatting. Addresses
 * become links and emoji names emoji.
 */
export const typedText = (text: string): RichTextElement[] => {
  const leaves: RichTextElement[] = [];
  let from = 0;
  for (const match of text.matchAll(ADDRESS_OR_EMOJI)) {
    if (match.index > from) leaves.push({ type: 'text', text: text.slice(from, match.index) });
    const [whole, url, emoji = ''] = match;
    leaves.push(url === undefined ? { type: 'emoji', name: emoji } : { type: 'link', url });
    from = match.index + whole.length;
  }
  if (from < text.length) leaves.push({ type: 'text', text: text.slice(from) });
  return leaves;
};

/** How long the elements of one text may be as JSON: where addresses and emoji would make them longer, they stay plain words. */
const MOST_LEAVES = 5000;

/** The same, or the words alone where that would be longer than `most` as it travels. */
export const leavesOf = (text: string, most = MOST_LEAVES): RichTextElement[] => {
  const leaves = typedText(text);
  return leaves.length <= 1 || JSON.stringify(leaves).length <= most ? leaves : [{ type: 'text', text }];
};

/** At most `most` characters of it, as one block. */
export const typedBlock = (text: string, most = 3000): RichTextBlock => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements: leavesOf(shorten(text, most)) }],
});

/** A list of such. */
export const typedList = (items: readonly RichTextElement[][]): RichTextBlock => {
  const elements: RichTextSection[] = items.map((leaves) => ({
    type: 'rich_text_section',
    elements: leaves,
  }));
  const list: RichTextList = { type: 'rich_text_list', style: 'bullet', elements };
  return { type: 'rich_text', elements: [list] };
};
