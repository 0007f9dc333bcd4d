import { z } from 'zod';
import { type BlockShape, elementsOf, optionsOf, TextShape } from '../workspace/shapes.ts';

/** The name shown for a user or channel id. */
export type NameOf = (id: string) => string;

const mention = (inside: string, nameOf: NameOf): string => {
  const [target = '', label] = inside.split('|');
  if (target.startsWith('@')) return `@${nameOf(target.slice(1))}`;
  if (target.startsWith('#')) return `#${label ?? nameOf(target.slice(1))}`;
  if (target.startsWith('!date^')) return label ?? target;
  if (target.startsWith('!')) return `@${label ?? target.slice(1)}`;
  return label ?? target;
};

const entities: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&' };
/** A mark counts only beside a space, a zero-width space or punctuation, as in Slack: `*協働*です` stays as typed. */
const styled = /(^|[\s\u200b\p{P}])([*_~`])(?!\s)([^*_~`\n]+)\2(?=$|[\s\u200b\p{P}])/gu;

/** mrkdwn as a person reads it: names for mentions, labels for links, no marks. E.g. `*期限* &lt;本日&gt;` is `期限 <本日>`. */
export const readMrkdwn = (text: string, nameOf: NameOf): string =>
  text
    .replace(/<([^<>]+)>/g, (_whole, inside: string) => mention(inside, nameOf))
    .replace(styled, '$1$3')
    .replaceAll('\u200b', '')
    .replace(/&(?:lt|gt|amp);/g, (entity) => entities[entity] ?? entity);

const readText = (text: TextShape, nameOf: NameOf): string =>
  text.type === 'mrkdwn' ? readMrkdwn(text.text, nameOf) : text.text;

const RichText = z.looseObject({
  type: z.string(),
  elements: z.array(z.unknown()).optional(),
  text: z.string().optional(),
  url: z.string().optional(),
  user_id: z.string().optional(),
  channel_id: z.string().optional(),
  name: z.string().optional(),
  fallback: z.string().optional(),
  range: z.string().optional(),
});

const readRichText = (value: unknown, nameOf: NameOf): string => {
  const node = RichText.parse(value);
  const inner = (node.elements ?? []).map((each) => readRichText(each, nameOf));
  switch (node.type) {
    case 'rich_text':
    case 'rich_text_list':
      return inner.join('\n');
    case 'user':
      return `@${nameOf(node.user_id ?? '')}`;
    case 'channel':
      return `#${nameOf(node.channel_id ?? '')}`;
    case 'emoji':
      return `:${node.name ?? ''}:`;
    case 'broadcast':
      return `@${node.range ?? ''}`;
    default:
      return node.text ?? node.url ?? node.fallback ?? inner.join('');
  }
};

const Table = z.looseObject({
  rows: z.array(z.array(z.looseObject({ type: z.string(), text: z.unknown() }))),
});

const readTable = (block: BlockShape, nameOf: NameOf): readonly string[] =>
  Table.parse(block).rows.map((row) =>
    row
      .map((cell) => (cell.type === 'rich_text' ? readRichText(cell, nameOf) : String(cell.text ?? '')))
      .join('\t'),
  );

const linesOf = (block: BlockShape, nameOf: NameOf): readonly string[] => {
  const texts = (values: readonly (TextShape | undefined)[]): readonly string[] =>
    values.flatMap((each) => (each === undefined ? [] : [readText(each, nameOf)]));
  switch (block.type) {
    case 'rich_text':
      return [readRichText(block, nameOf)];
    case 'table':
      return readTable(block, nameOf);
    case 'context':
      return texts((block.elements ?? []).map((each) => TextShape.safeParse(each).data));
    case 'input': {
      const open = ['radio_buttons', 'checkboxes'].includes(block.element?.type ?? '');
      const options = open && block.element !== undefined ? optionsOf(block.element) : [];
      const choices = options.flatMap((option) => [option.text, option.description]);
      return texts([block.label, ...choices, block.hint]);
    }
    default: {
      const text = typeof block.text === 'string' ? [readMrkdwn(block.text, nameOf)] : texts([block.text]);
      return [...text, ...texts(block.fields ?? [])];
    }
  }
};

/** All text of `blocks` as a person reads it, a line each, without what is written on buttons. */
export const readBlocks = (blocks: readonly BlockShape[], nameOf: NameOf): string =>
  blocks.flatMap((block) => linesOf(block, nameOf)).join('\n');

/** What is written on the buttons of `blocks` and in their overflow menus, in reading order. */
export const buttonsOf = (blocks: readonly BlockShape[]): readonly string[] =>
  elementsOf(blocks).flatMap(({ element }) => {
    if (element.type === 'overflow') return optionsOf(element).map(({ text }) => text.text);
    return element.type === 'button' && element.text !== undefined ? [element.text.text] : [];
  });
