import type { WorkspaceRecord } from '../db/database.ts';
import type { ReportDelivery } from '../db/reports.ts';
import type { FiscalYear } from '../domain/calendar/fiscal-year.ts';

/** A report that was given out: when last, to whom, as the record calls them, and what it said. */
export type GivenOut = {
  readonly delivery: ReportDelivery;
  readonly name: string | undefined;
  readonly content: unknown;
};

/** What says the same as now is two at most, with and without 前年度との比較: among so many is one that says anything else. */
const MOST_READ = 4;

/** What was given out of a year's report, the newest first: the last few, each content once. */
export const readGivenOut = async (
  { people, reports }: Pick<WorkspaceRecord, 'people' | 'reports'>,
  year: FiscalYear,
): Promise<readonly GivenOut[]> => {
  const given = (await reports.ofYear(year))
    .slice(0, MOST_READ)
    .flatMap(({ id, deliveries: [delivery] }) => (delivery === undefined ? [] : [{ id, delivery }]));
  const names = await people.namesOf(given.map(({ delivery }) => delivery.givenTo));
  return Promise.all(
    given.map(async ({ id, delivery }) => ({
      delivery,
      name: names.get(delivery.givenTo),
      content: await reports.contentOf(id),
    })),
  );
};
