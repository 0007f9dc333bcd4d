import type { AgendaItem } from '../meeting/agenda.ts';
import { plainWords } from '../occasion/same-day.ts';

/** The year of a plan or report is another one each time: 令和5年度, R5, 2023年度. */
const YEAR = /(?:(?:令和|平成|[RH])(?:元|\d{1,2})(?:年度?)?|\d{4}年度?)/gu;
/** What Japanese 案件 end with, whatever they are about. */
const ENDING = /(?:\((?:案|素案)\)|について|に関する(?:こと|件)|の件)+$/u;
/** What is left of a year that stood in brackets. */
const EMPTY_BRACKETS = /\(\)/gu;
const MARKS = /[、。,.・「」『』\-―〜~]/gu;

/**
 * What a 案件 is about, without the names of bodies, years and the words that all of them end with: so that 協働推進本部会議幹事会の年間スケジュールについて and
 * 協働推進本部会議の年間スケジュールについて are one. Undefined where nothing is left. `names` are those of all bodies, 略称 too.
 */
export const matterOf = ({ text }: AgendaItem, names: readonly string[]): string | undefined => {
  const longestFirst = names
    .map(plainWords)
    .filter((name) => name !== '')
    .toSorted((one, other) => other.length - one.length);
  const words = longestFirst.reduce(
    (left, name) => left.replaceAll(name, ''),
    plainWords(text).replaceAll(YEAR, ''),
  );
  const matter = words
    .replaceAll(EMPTY_BRACKETS, '')
    .replaceAll(MARKS, '')
    .replace(ENDING, '')
    .replace(/^の+/u, '');
  return matter === '' ? undefined : matter;
};

/** What all 案件 of a meeting are about. */
export const mattersOf = (items: readonly AgendaItem[], names: readonly string[]): ReadonlySet<string> =>
  new Set(items.flatMap((item) => matterOf(item, names) ?? []));

/** Whether they have one in common. */
export const shareMatter = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
  [...one].some((matter) => other.has(matter));

const YEAR_NAMED = /(令和)(元|[0-9０-９]{1,2})(年度)/gu;

/**
 * A 案件 as it is called so many years later: the fiscal years it names go on with it. E.g. one year on, 令和4年度実施状況報告書について is
 * 令和5年度実施状況報告書について. Years of earlier eras stay as they are.
 */
export const itemYearsLater = (item: AgendaItem, years: number): AgendaItem => ({
  ...item,
  text: item.text.replaceAll(YEAR_NAMED, (named: string, era: string, number: string, end: string) => {
    const later = (number === '元' ? 1 : Number(number.normalize('NFKC'))) + years;
    return later < 1 ? named : `${era}${later === 1 ? '元' : later}${end}`;
  }),
});
