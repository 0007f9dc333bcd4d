import type { WorkspaceRecord } from '../../db/database.ts';
import type { Body } from '../../domain/body/body.ts';
import { fiscalYearOf } from '../../domain/calendar/fiscal-year.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import { printMeetingDate } from '../../domain/meeting/print.ts';
import { printRecordDate } from '../../domain/occasion/date.ts';
import { standingOf } from '../../domain/occasion/standing.ts';
import { joinParts } from '../../domain/parts.ts';
import { may, scopeOf } from '../../domain/permission.ts';
import type { Found } from '../../domain/search/found.ts';
import { factsOfYear, namedInYears } from '../../domain/search/query.ts';
import type { SearchReading } from './reading.ts';

const namesOfBody = ({ name, shortName }: Body): readonly string[] => [name, shortName];

/** 会議: what everybody may read of them, and of those whose contents the reader sees 決定事項・要点. */
export const readFoundMeetings = async (
  record: Pick<WorkspaceRecord, 'bodies' | 'search'>,
  { actor, query, now }: SearchReading,
): Promise<readonly Found[]> => {
  const bodies = await record.bodies.histories();
  const found = await record.search.meetings(query, {
    contents: scopeOf(actor, 'see-contents'),
    named: namedInYears(bodies, namesOfBody),
    untoldAfter: may(actor, 'manage-written-meeting') ? null : now,
  });
  const today = todayInTokyo(now);
  return found.map(({ id, at, bodyId, fiscalYear, note, place, items, decisions, ...meeting }) => {
    const body = factsOfYear(bodies, bodyId, fiscalYear);
    return {
      kind: 'meeting',
      id,
      at,
      name: body?.name ?? '',
      beside: printMeetingDate({ ...meeting, note }),
      mark: standingOf({ ...meeting, cancelled: null }, today),
      texts: [...items, decisions, place, note, body?.shortName ?? ''],
      opens: { by: 'meeting', value: joinParts(id, fiscalYear) },
    };
  });
};

/** 書面開催 without a result: as the list of meetings has them, and to the secretariat those that nobody was asked yet. */
export const readFoundWritten = async (
  record: Pick<WorkspaceRecord, 'bodies' | 'search'>,
  { actor, query, now }: SearchReading,
): Promise<readonly Found[]> => {
  const manages = may(actor, 'manage-written-meeting');
  const bodies = await record.bodies.histories();
  const found = await record.search.written(query, {
    askedBy: manages ? null : todayInTokyo(now),
    named: namedInYears(bodies, namesOfBody),
  });
  return found.map(({ id, at, bodyId, state, dueOn, items }) => {
    const year = fiscalYearOf(dueOn);
    const body = factsOfYear(bodies, bodyId, year);
    const date = { kind: 'until', day: dueOn } as const;
    const byManager = state === 'draft' ? 'written-draft' : 'written-progress';
    return {
      kind: 'written',
      id,
      at,
      name: body?.name ?? '',
      beside: printMeetingDate({ date, note: '', way: 'written' }),
      mark: state === 'draft' ? 'draft' : 'settled',
      texts: [...items, body?.shortName ?? ''],
      opens: manages ? { by: byManager, value: id } : { by: 'meeting', value: joinParts(id, year) },
    };
  });
};

/** 研修: what everybody may read of them. */
export const readFoundTrainings = async (
  record: Pick<WorkspaceRecord, 'programmes' | 'search'>,
  { query, now }: SearchReading,
): Promise<readonly Found[]> => {
  const programmes = await record.programmes.histories();
  const found = await record.search.trainings(
    query,
    namedInYears(programmes, ({ name }) => [name]),
  );
  const today = todayInTokyo(now);
  return found.map(
    ({ id, at, programmeId, otherName, fiscalYear, place, lecturer, content, ...session }) => ({
      kind: 'training',
      id,
      at,
      name: programmeId === null ? otherName : (factsOfYear(programmes, programmeId, fiscalYear)?.name ?? ''),
      beside: printRecordDate(session.date),
      mark: standingOf({ ...session, cancelled: null }, today),
      texts: [content, lecturer, place],
      opens: { by: 'training', value: joinParts(id, fiscalYear) },
    }),
  );
};
