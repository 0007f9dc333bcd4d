import type { KnownBlock } from '@slack/types';
import { header } from './blocks.ts';

/** What stays together on a page, under a heading; `length` is the characters of its text. */
export type Unit = {
  readonly heading: string;
  readonly blocks: readonly KnownBlock[];
  readonly length: number;
};

/** Of Slack's 50 blocks and 10,000 characters a message, so many are for units and their headings. */
const MOST_BLOCKS = 42;
const MOST_CHARACTERS = 8500;

/** Units by page, in order, as many on each as fit. */
const pagesOf = (units: readonly Unit[]): readonly (readonly Unit[])[] => {
  const pages: Unit[][] = [];
  let [blocks, characters] = [0, 0];
  for (const unit of units) {
    const page = pages.at(-1);
    const headed = page?.at(-1)?.heading === unit.heading ? 0 : 1;
    const length = unit.length + headed * unit.heading.length;
    const fits =
      blocks + headed + unit.blocks.length <= MOST_BLOCKS && characters + length <= MOST_CHARACTERS;
    if (page === undefined || !fits) {
      pages.push([unit]);
      [blocks, characters] = [unit.blocks.length + 1, unit.length + unit.heading.length];
    } else {
      page.push(unit);
      [blocks, characters] = [blocks + headed + unit.blocks.length, characters + length];
    }
  }
  return pages;
};

/** One page of units under their headings, counted from 1; a page past the end shows the last one. */
export type Page = { readonly shown: number; readonly pages: number; readonly blocks: readonly KnownBlock[] };

/** The page asked for. A heading that goes on from the page before is written by `continued`. */
export const pageOf = (
  units: readonly Unit[],
  page: number,
  continued: (heading: string) => string,
): Page => {
  const pages = pagesOf(units);
  const shown = Math.min(Math.max(page, 1), Math.max(pages.length, 1));
  const here = pages[shown - 1] ?? [];
  const last = pages[shown - 2]?.at(-1)?.heading;
  const headingAt = (index: number): readonly KnownBlock[] => {
    const heading = here[index]?.heading ?? '';
    if (index > 0) return here[index - 1]?.heading === heading ? [] : [header(heading)];
    return [header(heading === last ? continued(heading) : heading)];
  };
  return {
    shown,
    pages: Math.max(pages.length, 1),
    blocks: here.flatMap(({ blocks }, index) => [...headingAt(index), ...blocks]),
  };
};
