import type { KnownBlock } from '@slack/types';
import type { SlackMessage } from '../slack/message.ts';
import { continuedText } from '../texts/continued.ts';
import { note } from './blocks.ts';
import { typedBlock } from './typed-text.ts';

/**
 * What a page may hold: Slack takes 50 blocks, 10,000 characters of text, and it seems about 16,000 of JSON, whose limit is not
 * documented.
 */
const MOST_BLOCKS = 47;
const MOST_TEXT = 10_000;
const MOST_JSON = 13_000;
/** What a page bears besides its blocks: which of how many it is. */
const MARK = 200;
/** Smaller pages are not asked for. */
const LEAST_JSON = 400;

/** How long blocks are as they travel. */
export const jsonLength = (blocks: unknown): number => JSON.stringify(blocks).length;

/** How many characters of text they have together. */
export const textLength = (blocks: readonly KnownBlock[]): number => {
  let sum = 0;
  JSON.stringify(blocks, (name, value) => {
    if (name === 'text' && typeof value === 'string') sum += value.length;
    return value;
  });
  return sum;
};

/** What a view may hold beside what else is in it: Slack takes 100 blocks and 250 KB. */
const MOST_VIEW_BLOCKS = 90;
const MOST_VIEW_BYTES = 220_000;

/** Whether Slack takes them in one view, with some room for the rest of it. */
export const fitsOneView = (blocks: readonly KnownBlock[]): boolean =>
  blocks.length <= MOST_VIEW_BLOCKS &&
  new TextEncoder().encode(JSON.stringify(blocks)).length < MOST_VIEW_BYTES;

/** Blocks that stay together: buttons with what they belong to, a heading with what is under it. */
const together = (blocks: readonly KnownBlock[]): readonly (readonly KnownBlock[])[] => {
  const units: KnownBlock[][] = [];
  for (const block of blocks) {
    const last = units.at(-1);
    const isHeaded = last?.length === 1 && last[0]?.type === 'header';
    if (last !== undefined && (block.type === 'actions' || isHeaded)) last.push(block);
    else units.push([block]);
  }
  return units;
};

/** Whether Slack takes them as one message; `spare` characters are left for what is to come to them. */
export const fitsOneMessage = (blocks: readonly KnownBlock[], mostJson = MOST_JSON, spare = 0): boolean =>
  blocks.length <= MOST_BLOCKS &&
  textLength(blocks) < MOST_TEXT - spare &&
  jsonLength(blocks) < mostJson - spare;

const packed = (
  units: readonly (readonly KnownBlock[])[],
  mostJson: number,
): readonly (readonly KnownBlock[])[] => {
  const pages: (readonly KnownBlock[])[] = [];
  for (const unit of units) {
    const wider = [...(pages.at(-1) ?? []), ...unit];
    if (pages.length > 0 && fitsOneMessage(wider, mostJson, MARK)) pages[pages.length - 1] = wider;
    else pages.push(unit);
  }
  return pages;
};

/**
 * A message as the pages that Slack takes one by one, in order: at least `atLeast` where it can be divided so often. A message that
 * fits is its one page.
 */
export const pagesOfMessage = ({ text, blocks }: SlackMessage, atLeast = 1): readonly SlackMessage[] => {
  const units = together(blocks);
  let [mostJson, pages] = [MOST_JSON, packed(units, MOST_JSON)];
  while (pages.length < atLeast && mostJson > LEAST_JSON) {
    mostJson *= 0.8;
    pages = packed(units, mostJson);
  }
  if (pages.length <= 1) return [{ text, blocks }];
  return pages.map((page, index) =>
    index === 0
      ? { text, blocks: [...page, note(continuedText.goesOn(1, pages.length))] }
      : {
          text: continuedText.fallback(text, index + 1),
          blocks: [note(continuedText.page(index + 1, pages.length)), ...page],
        },
  );
};

/** In the place of a page that there was, and is not any more. */
export const noMorePage = (): SlackMessage => ({
  text: continuedText.nothingMore,
  // Rich text may take the place of everything, while nothing else may take its own.
  blocks: [typedBlock(continuedText.nothingMore)],
});
