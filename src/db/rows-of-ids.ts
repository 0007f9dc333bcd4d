import type { FiscalYear } from '../domain/calendar/fiscal-year.ts';
import { groupBy } from '../domain/group-by.ts';
import { factsIn } from '../domain/yearly.ts';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;

/** Rows of these ids, each once; where none is mentioned nothing is asked. */
const readOf = async <Row>(
  ids: Iterable<string>,
  read: (ids: string[]) => Promise<readonly Row[]>,
): Promise<readonly Row[]> => {
  const wanted = [...new Set(ids)].filter((id) => UUID.test(id));
  return wanted.length === 0 ? [] : read(wanted);
};

/** The same by id. */
export const byId = async <Row extends { readonly id: string }>(
  ids: Iterable<string>,
  read: (ids: string[]) => Promise<readonly Row[]>,
): Promise<ReadonlyMap<string, Row>> => new Map((await readOf(ids, read)).map((row) => [row.id, row]));

/** The name that a row has in a year, of a kind that has one for each; rows are read oldest year first. */
export const yearly = async (
  ids: Iterable<string>,
  read: (
    ids: string[],
  ) => Promise<readonly { readonly id: string; readonly fiscalYear: FiscalYear; readonly name: string }[]>,
): Promise<(id: string, year: FiscalYear) => string> => {
  const years = groupBy(await readOf(ids, read), ({ id }) => id);
  return (id, year) => {
    const own = (years.get(id) ?? []).map(({ fiscalYear, name }) => ({ since: fiscalYear, name }));
    return factsIn(own, year)?.name ?? '';
  };
};
