import type { Button, KnownBlock } from '@slack/types';
import { type FiscalYear, isOfferedFiscalYear } from '../domain/calendar/fiscal-year.ts';
import type { LocalDate } from '../domain/calendar/local-date.ts';
import { joinParts } from '../domain/parts.ts';
import { type Sought, wantedPart } from '../domain/person/sought.ts';
import { PAGE_BUTTON, pageText, YEAR_BUTTON } from '../texts/paging.ts';
import { button, buttons, header, note } from './blocks.ts';
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

/** Which page of how many is shown, both counted from 1. */
type Shown = { readonly shown: number; readonly pages: number };

/** A page past the end shows the last one. */
const shownOf = (page: number, pages: number): Shown => ({
  shown: Math.min(Math.max(page, 1), Math.max(pages, 1)),
  pages: Math.max(pages, 1),
});

/** One page of units under their headings. */
export type Page = Shown & { readonly blocks: readonly KnownBlock[] };

/** The page asked for, of `most` units at most. A heading that goes on from the page before is written by `continued`. */
export const pageOf = (
  units: readonly Unit[],
  page: number,
  continued: (heading: string) => string = pageText.continued,
  most = Number.POSITIVE_INFINITY,
): Page => {
  const pages = pagesOf(units, most);
  const at = shownOf(page, pages.length);
  const here = pages[at.shown - 1] ?? [];
  const last = pages[at.shown - 2]?.at(-1)?.heading;
  const headingAt = (index: number): readonly KnownBlock[] => {
    const heading = here[index]?.heading ?? '';
    if (index > 0) return here[index - 1]?.heading === heading ? [] : [header(heading)];
    return [header(heading === last ? continued(heading) : heading)];
  };
  return {
    ...at,
    blocks: here.flatMap(({ blocks }, index) => [...headingAt(index), ...blocks]),
  };
};

/** Items in parts of `most`, in order; the last part may have fewer. */
export const inParts = <Item>(items: readonly Item[], most: number): readonly (readonly Item[])[] =>
  Array.from({ length: Math.ceil(items.length / most) }, (_, part) =>
    items.slice(part * most, (part + 1) * most),
  );

/** The rows of the page asked for, where each page has `most` of them, whatever their length. */
export const rowsOfPage = <Row>(
  rows: readonly Row[],
  page: number,
  most: number,
): Shown & { readonly rows: readonly Row[] } => {
  const at = shownOf(page, Math.ceil(rows.length / most));
  return { ...at, rows: rows.slice((at.shown - 1) * most, at.shown * most) };
};

/** Says which page it is, of several. */
export const pageNote = ({ shown, pages }: Shown): readonly KnownBlock[] =>
  pages === 1 ? [] : [note(pageText.page(shown, pages))];

/**
 * 前のページ and 次のページ, as far as there are such, of the list whose actions begin with `list`, e.g. `body-list.next`.
 * `valueFor` is what they carry for a page. `ending` ends their actions where one feature has two lists.
 */
export const turnButtons = (
  list: string,
  { shown, pages }: Shown,
  valueFor: (page: number) => string = String,
  ending = '',
): readonly Button[] => [
  ...(shown > 1 ? [button(`${list}.previous${ending}`, PAGE_BUTTON.previous, valueFor(shown - 1))] : []),
  ...(shown < pages ? [button(`${list}.next${ending}`, PAGE_BUTTON.next, valueFor(shown + 1))] : []),
];

/** A page of the list of a year or day, with what is looked for in it, as buttons carry it. E.g. `2026:梅香:2`. */
export const wantedPage = (of: FiscalYear | LocalDate, { words }: Sought, page: number): string =>
  joinParts(wantedPart({ of, words }), page);

/** A list of a fiscal year, as it stands on `today`, and what was looked for in it. */
type ListOfYear = { readonly year: FiscalYear; readonly today: LocalDate; readonly sought: Sought };

/**
 * What leads on from one page of the list of a fiscal year: its other pages, and the years before and after it, as far as they can be
 * typed. The actions begin with `list`, e.g. `meeting-list.next-year`; all of them carry a year, what is looked for, and a page.
 */
export const yearListButtons = (
  list: string,
  here: Shown,
  { year, today, sought }: ListOfYear,
): readonly KnownBlock[] => {
  const to = (way: 'previous' | 'next', other: FiscalYear): readonly Button[] =>
    isOfferedFiscalYear(other, today)
      ? [button(`${list}.${way}-year`, YEAR_BUTTON[way], wantedPage(other, sought, 1))]
      : [];
  return buttons('pages', [
    ...turnButtons(list, here, (page) => wantedPage(year, sought, page)),
    ...to('previous', year - 1),
    ...to('next', year + 1),
  ]);
};
