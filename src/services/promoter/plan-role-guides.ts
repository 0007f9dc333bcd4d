import { trusted } from '../../domain/actor.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import { guidesOn } from '../../domain/morning/plan.ts';
import { joinParts } from '../../domain/parts.ts';
import { succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** How many guides were planned, and whose waits: for an account, or until they are back. */
export type PlannedGuides = {
  readonly guides: number;
  readonly guidesWithoutSlack: number;
  readonly guidesAway: number;
};

/** A city may appoint all at once. */
const WITHIN_MS = 60_000;

/**
 * Plans 協働推進員の役割のご案内, once each, for new promoters whose confirmed appointment has begun. E.g. one from Sat 2026-10-10
 * leaves on Tue 13 October: Mon 12 is スポーツの日.
 */
export const planRoleGuides = async (
  { clock, db }: ServiceDeps,
  workspaceId: string,
  run: string,
): Promise<PlannedGuides> => {
  const at = clock.now();
  const today = todayInTokyo(at);
  const actor = trusted(workspaceId, 'job:remind', 'job');
  const act = { actor, action: 'plan-role-guide', at, withinMs: WITHIN_MS } as const;
  const planned = await db.act<PlannedGuides, never>(act, async (record) => {
    await record.appointments.lock();
    const appointments = await record.appointments.wantingGuide(today);
    const { sent, withoutSlack, away } = guidesOn(
      { appointments, away: await record.awayPeriods.notOver(today) },
      today,
    );
    for (const { id, person } of sent) {
      const subject = subjectOf('appointment', id);
      await record.appointments.put(id, { guidePlannedAt: at });
      await record.deliveries.plan(
        {
          key: joinParts('role-guide', id),
          kind: 'role-guide',
          recipient: person.slackId ?? '',
          subject,
          lines: [{ kind: 'guide', ref: subject }],
          run,
        },
        at,
      );
      await record.audit({ subject });
    }
    return succeed({ guides: sent.length, guidesWithoutSlack: withoutSlack, guidesAway: away });
  });
  if (!planned.ok) throw new Error('guides that may not be planned');
  return planned.value;
};
