import type { KnownBlock } from '@slack/types';
import { header } from './blocks.ts';
import { jsonLength } from './measure.ts';

/** What stays together on a page, under a heading; `length` is the characters of its text. */
export type Unit = {
  readonly heading: string;
  readonly blocks: readonly KnownBlock[];
  readonly length: number;
};

/** Of Slack's 50 blocks, 10,000 characters and about 13,000 of JSON a message, so many are for units and their headings. */
const MOST_BLOCKS = 42;
const MOST_CHARACTERS = 8500;
const MOST_JSON = 10_500;

/** Units by page, in order, as many on each as fit, and not more than `most`. */
const pagesOf = (units: readonly Unit[], most: number): readonly (readonly Unit[])[] => {
  const pages: Unit[][] = [];
  let [blocks, characters, json] = [0, 0, 0];
  for (const unit of units) {
    const page = pages.at(-1);
    const headed = page?.at(-1)?.heading === unit.heading ? 0 : 1;
    const length = unit.length + headed * unit.heading.length;
    const travels = jsonLength(unit.blocks) + headed * jsonLength(header(unit.heading));
    const fits =
      blocks + headed + unit.blocks.length <= MOST_BLOCKS &&
      characters + length <= MOST_CHARACTERS &&
      json + travels <= MOST_JSON &&
      (page?.length ?? 0) < most;
    if (page === undefined || !fits) {
      pages.push([unit]);
      [blocks, characters, json] = [unit.blocks.length + 1, unit.length + unit.heading.length, travels];
    } else {
      page.push(unit);
      [blocks, characters, json] = [
        blocks + headed + unit.blocks.length,
        characters + length,
        json + travels,
      ];
    }
  }
  return pages;
};

/** One page of units under their headings, counted from 1; a page past the end shows the last one. */
export type Page = { readonly shown: number; readonly pages: number; readonly blocks: readonly KnownBlock[] };

/** The page asked for, of `most` units at most. A heading that goes on from the page before is written by `continued`. */
export const pageOf = (
  units: readonly Unit[],
  page: number,
  continued: (heading: string) => string,
  most = Number.POSITIVE_INFINITY,
): Page => {
  const pages = pagesOf(units, most);
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
