import { firstDayOf, lastDayOf } from '../domain/calendar/fiscal-year.ts';
import type { NamedInYears, SearchQuery } from '../domain/search/query.ts';
import { Prisma } from './generated/client.ts';

// Of what a search is put together from, for each kind.

/** Every word holds. */
export const each = (words: readonly string[], holds: (word: string) => Prisma.Sql): Prisma.Sql =>
  words.length === 0
    ? Prisma.sql`false`
    : Prisma.sql`(${Prisma.join(
        words.map((word) => Prisma.sql`(${holds(word)})`),
        ' and ',
      )})`;

/** The day a row counts by is in the year that is looked for. */
export const inYear = ({ year }: SearchQuery, day: Prisma.Sql): Prisma.Sql =>
  year === null
    ? Prisma.sql`true`
    : Prisma.sql`${day} between ${firstDayOf(year)}::date and ${lastDayOf(year)}::date`;

/** It comes after the last one that was shown. */
export const following = ({ after }: SearchQuery, at: Prisma.Sql, id: Prisma.Sql): Prisma.Sql =>
  after === null
    ? Prisma.sql`true`
    : Prisma.sql`(${at} < ${after.at}::float8 or (${at} = ${after.at}::float8 and ${id} > ${after.id}::uuid))`;

/** What is called so in a year, by its id. */
export const calledSo = (named: NamedInYears, word: string, id: Prisma.Sql, year: Prisma.Sql): Prisma.Sql => {
  const spans = named(word);
  if (spans.length === 0) return Prisma.sql`false`;
  return Prisma.sql`exists (
    select 1 from unnest(${spans.map((span) => span.id)}::uuid[], ${spans.map(({ first }) => first)}::int[],
      ${spans.map(({ last }) => last)}::int[]) named(id, first, last)
    where named.id = ${id} and ${year} between named.first and named.last)`;
};

/** A moment or day in milliseconds, as it is ordered by. */
export const msOf = (moment: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`(extract(epoch from ${moment}) * 1000)::float8`;

/** Its own fiscal year is the one that is looked for. */
export const ofYear = ({ year }: SearchQuery, table: string): Prisma.Sql =>
  year === null ? Prisma.sql`true` : Prisma.sql`${Prisma.raw(table)}.fiscal_year = ${year}::int`;
