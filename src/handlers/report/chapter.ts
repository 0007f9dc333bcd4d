import { type Chapter5, chapter5Of } from '../../documents/chapter5/model.ts';
import type { Actor } from '../../domain/actor.ts';
import type { FiscalYear } from '../../domain/calendar/fiscal-year.ts';
import { readChapter5 } from '../../services/read-chapter5.ts';
import type { LastGiven } from '../../services/report/open.ts';
import type { NamedGiven } from '../../views/report/report.ts';
import type { HandlerDeps } from '../types.ts';

/** Chapter 5 of a year as the record has it now. */
export const chapterOf = async (
  deps: HandlerDeps,
  year: FiscalYear,
  { workspaceId }: Actor,
): Promise<Chapter5> => chapter5Of(await readChapter5(deps, workspaceId, year));

/** What was given out last, with the name of who got it: one who is in no record, as Slack calls them. */
export const withName = async (
  { people }: Pick<HandlerDeps, 'people'>,
  given: LastGiven | undefined,
): Promise<NamedGiven | undefined> => {
  if (given === undefined) return undefined;
  const { givenTo } = given.delivery;
  return { ...given, name: given.name ?? (await people.find(givenTo))?.name ?? givenTo };
};
