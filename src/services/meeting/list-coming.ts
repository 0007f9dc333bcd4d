import type { Actor } from '../../domain/actor.ts';
import type { Body } from '../../domain/body/body.ts';
import { currentFiscalYear } from '../../domain/calendar/fiscal-year.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import type { Meeting } from '../../domain/meeting/meeting.ts';
import { standingOf } from '../../domain/occasion/standing.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** A meeting that was entered before its day. */
export type ComingMeeting = { readonly meeting: Meeting; readonly body: Body };

/** Meetings to come (予定) of this fiscal year and the next, by first day. Everybody may read of them. */
export const listComingMeetings = async (
  { clock, db }: ServiceDeps,
  actor: Pick<Actor, 'workspaceId'>,
): Promise<readonly ComingMeeting[]> => {
  const today = todayInTokyo(clock.now());
  const record = db.record(actor.workspaceId);
  const pending = await record.meetings.pending(today);
  const year = currentFiscalYear(today);
  const years = await Promise.all(
    [year, year + 1].map(async (each) => {
      const bodies = await record.bodies.nameable(each);
      return pending
        .filter((meeting) => meeting.fiscalYear === each && standingOf(meeting, today) === 'planned')
        .flatMap((meeting) => {
          const body = bodies.find(({ id }) => id === meeting.bodyId);
          return body === undefined ? [] : [{ meeting, body }];
        });
    }),
  );
  return years.flat();
};
