import { trusted } from '../../domain/actor.ts';
import { isOfficeHours, nextOpening } from '../../domain/calendar/office-hours.ts';
import type { WorkingCalendar } from '../../domain/calendar/working-day.ts';
import type { FailedWhat } from '../../domain/delivery/content.ts';
import { joinParts } from '../../domain/parts.ts';
import { succeed } from '../../domain/result.ts';
import { calendarOf, logChannelOf } from '../../domain/settings.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { Workspace } from '../identify.ts';
import type { ServiceDeps } from '../service-deps.ts';

const MINUTE_MS = 60_000;

type NoteDeps = ServiceDeps & { readonly workspace: Pick<Workspace, 'id' | 'logChannel'> };

/** When what fails at `now` is told: at the end of the minute, so that it is told together; outside of office hours, then. */
const toldAt = (now: Date, calendar: WorkingCalendar): Date => {
  const minute = new Date((Math.floor(now.getTime() / MINUTE_MS) + 1) * MINUTE_MS);
  return isOfficeHours(minute, calendar) ? minute : nextOpening(minute, calendar);
};

/**
 * Tells 運用ログ that something failed; where none is set, nobody. All of one kind that fails in a minute is one message, with how
 * many they were and the id under which the log has the first.
 */
export const noteFailure = async (
  { clock, db, workspace }: NoteDeps,
  { id, what }: { readonly id: string; readonly what: FailedWhat },
): Promise<void> => {
  const { id: workspaceId, logChannel } = workspace;
  const settings = await db.record(workspaceId).settings.read();
  const channel = logChannelOf(settings, logChannel);
  if (channel === null) return;
  const at = clock.now();
  const notBefore = toldAt(at, calendarOf(settings));
  const key = joinParts('failure', what, notBefore.toISOString());
  const actor = trusted(workspaceId, 'job:note-failure', 'job');
  await db.act<null, never>({ actor, action: 'note-failure', at }, async ({ deliveries }) => {
    const subject = subjectOf('failure', id, what);
    await deliveries.plan({ key, kind: 'failure-noted', recipient: channel, subject, notBefore }, at);
    await deliveries.countUp(key);
    return succeed(null);
  });
};
