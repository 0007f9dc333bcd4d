import { trusted } from '../domain/actor.ts';
import { audienceOf } from '../domain/attendance.ts';
import { currentFiscalYear } from '../domain/calendar/fiscal-year.ts';
import { todayInTokyo } from '../domain/calendar/local-date.ts';
import { trainingSubject } from '../domain/delivery.ts';
import { isTakenBack } from '../domain/own-attendance.ts';
import { firstDayOfRecord, hasBegun } from '../domain/record-date.ts';
import { succeed } from '../domain/result.ts';
import { calendarOf } from '../domain/settings.ts';
import type { TrainingSession } from '../domain/training.ts';
import { isVideoAskedOn } from '../domain/video-confirmation.ts';
import type { ServiceDeps } from './service-deps.ts';

/** Hundreds of people may be asked at once; nobody waits for it. */
const PLAN_WITHIN_MS = 60_000;

/** Plans what is asked today about one session; gives how many are asked. */
const planOne = async (
  { clock, db }: ServiceDeps,
  workspaceId: string,
  { id }: TrainingSession,
): Promise<number> => {
  const at = clock.now();
  const today = todayInTokyo(at);
  const subject = trainingSubject(id);
  const actor = trusted(workspaceId, 'job:remind', 'job');
  const act = { actor, action: 'plan-video-confirmations', at, subject, withinMs: PLAN_WITHIN_MS };
  const planned = await db.act<number, never>(act, async (record) => {
    const session = await record.trainings.findToAttend({ id });
    if (session === undefined || session.cancelled !== null) return succeed(0);
    const firstDay = firstDayOfRecord(session.date);
    const invitees = await record.trainings.inviteesOf(id);
    const appointments = await record.appointments.between(firstDay, firstDay);
    const audience = audienceOf(session, invitees, appointments);
    const calendar = calendarOf(await record.settings.read());
    const away = await record.awayPeriods.notOver(firstDay);
    const recorded = await record.attendances.ofSession(id);
    const events = await record.attendances.eventsOfSession(id);
    const settled = new Set(
      recorded
        .map(({ personId }) => personId)
        .filter((personId) => !isTakenBack({ events: events.filter((one) => one.personId === personId) })),
    );
    const recipients = (await record.people.all())
      .filter((person) => audience.has(person.id) && !settled.has(person.id))
      .filter(({ deactivatedAt }) => deactivatedAt === null)
      .filter((person) =>
        isVideoAskedOn(
          today,
          session.date,
          away.filter(({ personId }) => personId === person.id),
          calendar,
        ),
      )
      .flatMap(({ slackId }) => slackId ?? []);
    for (const recipient of recipients)
      await record.deliveries.plan(
        { key: `video-to-confirm:${id}:${recipient}:${today}`, kind: 'video-to-confirm', recipient, subject },
        at,
      );
    if (recipients.length > 0) await record.audit({ subject, after: { asked: recipients } });
    return succeed(recipients.length);
  });
  return planned.ok ? planned.value : 0;
};

/**
 * 受講の確認: asks the 対象者 of confirmed video trainings, who have Slack and of whom nothing is recorded, whether they have
 * watched it, 7 and 1 working days before its last day. Gives the number asked.
 */
export const planVideoConfirmations = async (deps: ServiceDeps, workspaceId: string): Promise<number> => {
  const today = todayInTokyo(deps.clock.now());
  const sessions = await deps.db.record(workspaceId).trainings.ofYear(currentFiscalYear(today));
  const open = sessions.filter(
    ({ way, confirmedAt, date }) => way === 'video' && confirmedAt !== null && hasBegun(date, today),
  );
  let asked = 0;
  for (const session of open) asked += await planOne(deps, workspaceId, session);
  return asked;
};
