import type { WorkspaceRecord } from '../db/database.ts';
import { trusted } from '../domain/actor.ts';
import { todayInTokyo } from '../domain/calendar/local-date.ts';
import { type DeliveryKind, meetingSubject, trainingSubject } from '../domain/delivery.ts';
import { type Held, isAskedBy, isToAsk } from '../domain/held.ts';
import { succeed } from '../domain/result.ts';
import { calendarOf } from '../domain/settings.ts';
import type { ServiceDeps } from './service-deps.ts';

/** What is entered before its day: where it is kept, and how it is asked about. */
type Asked = {
  readonly kind: Extract<DeliveryKind, 'held-asked' | 'training-held-asked'>;
  readonly subjectOf: (id: string) => string;
  readonly tableOf: (record: WorkspaceRecord) => {
    readonly toAsk: () => Promise<readonly (Held & { readonly id: string; readonly recordedBy: string })[]>;
    readonly findToChange: (id: string) => Promise<Held | undefined>;
    readonly markHeldAsked: (id: string, at: Date) => Promise<void>;
  };
};

const ASKED: readonly Asked[] = [
  { kind: 'held-asked', subjectOf: meetingSubject, tableOf: ({ meetings }) => meetings },
  { kind: 'training-held-asked', subjectOf: trainingSubject, tableOf: ({ trainings }) => trainings },
];

const ask = async (
  { clock, db }: ServiceDeps,
  workspaceId: string,
  { kind, subjectOf, tableOf }: Asked,
): Promise<number> => {
  const at = clock.now();
  const today = todayInTokyo(at);
  const calendar = calendarOf(await db.record(workspaceId).settings.read());
  const actor = trusted(workspaceId, 'job:remind', 'job');
  const due = (await tableOf(db.record(workspaceId)).toAsk()).filter((held) =>
    isAskedBy(held, calendar, today),
  );
  for (const { id, recordedBy } of due) {
    const subject = subjectOf(id);
    await db.act({ actor, action: 'ask-whether-held', at, subject }, async (record) => {
      // Somebody may have changed it since it was listed.
      const held = await tableOf(record).findToChange(id);
      if (held === undefined || !isToAsk(held) || !isAskedBy(held, calendar, today)) return succeed(null);
      await tableOf(record).markHeldAsked(id, at);
      await record.deliveries.plan(
        { key: `${kind}:${id}:${today}`, kind, recipient: recordedBy, subject },
        at,
      );
      await record.audit({ subject });
      return succeed(null);
    });
  }
  return due.length;
};

/**
 * Asks, once each, those who entered a meeting or training before its day whether it took place: on the working day after
 * its last day. E.g. entered for Thu 2023-08-10, it is asked about on Mon 14 Aug. Gives the number asked.
 */
export const askWhetherHeld = async (deps: ServiceDeps, workspaceId: string): Promise<number> => {
  let asked = 0;
  for (const each of ASKED) asked += await ask(deps, workspaceId, each);
  return asked;
};
