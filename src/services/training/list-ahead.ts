import type { WorkspaceRecord } from '../../db/database.ts';
import type { Actor } from '../../domain/actor.ts';
import { currentFiscalYear } from '../../domain/calendar/fiscal-year.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import { standingOf } from '../../domain/occasion/standing.ts';
import type { TrainingSession } from '../../domain/training/training.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** A session by its name. */
export type NamedTraining = { readonly session: TrainingSession; readonly name: string };

const withNames = async (
  record: WorkspaceRecord,
  sessions: readonly TrainingSession[],
): Promise<readonly NamedTraining[]> => {
  const years = [...new Set(sessions.map(({ fiscalYear }) => fiscalYear))];
  const names = new Map<string, string>();
  for (const year of years)
    for (const { id, name } of await record.programmes.nameable(year)) names.set(`${year} ${id}`, name);
  return sessions.map((session) => ({
    session,
    name: names.get(`${session.fiscalYear} ${session.programmeId}`) ?? session.otherName,
  }));
};

/** Trainings to come (予定) of this fiscal year and the next, by first day. Everybody may read of them. */
export const listComingTrainings = async (
  { clock, db }: ServiceDeps,
  { workspaceId }: Pick<Actor, 'workspaceId'>,
): Promise<readonly NamedTraining[]> => {
  const today = todayInTokyo(clock.now());
  const record = db.record(workspaceId);
  const year = currentFiscalYear(today);
  const pending = await record.trainings.pending(today);
  return withNames(
    record,
    pending.filter((session) => session.fiscalYear <= year + 1 && standingOf(session, today) === 'planned'),
  );
};
