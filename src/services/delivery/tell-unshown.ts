import { trusted } from '../../domain/actor.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import { writerOf } from '../../domain/delivery/content.ts';
import type { DeliveryKind } from '../../domain/delivery/delivery.ts';
import { unshownSubjects } from '../../domain/delivery/unshown.ts';
import { joinParts } from '../../domain/parts.ts';
import { succeed } from '../../domain/result.ts';
import { readDeliveryContent } from '../../queries/delivery.ts';
import { type SecretariatDeps, secretariatOf } from '../secretariat.ts';
import type { ServiceDeps } from '../service-deps.ts';

type TellDeps = ServiceDeps & SecretariatDeps;

/** What only says how something else went: the Home tab has it, and nobody is told. */
const NOT_TOLD: readonly DeliveryKind[] = ['job-report', 'failure-noted'];

/**
 * Tells who hears of it that a message at Slack says what is no longer so: the secretariat in one message a day for all of them,
 * and its writer once for each state that it shows.
 */
export const tellUnshown = async (deps: TellDeps, workspaceId: string, deliveryId: string): Promise<void> => {
  const { clock, db } = deps;
  const at = clock.now();
  const record = db.record(workspaceId);
  const delivery = await record.deliveries.find(deliveryId);
  if (delivery === undefined || NOT_TOLD.includes(delivery.kind)) return;
  const told = await secretariatOf(deps, await record.settings.read());
  const content = await readDeliveryContent({ ...record, secretariatNow: async () => told }, delivery, at);
  const writer = content && writerOf(content);
  const day = todayInTokyo(at);
  const subjects = unshownSubjects(deliveryId, day);
  const notes = [
    ...told.map((recipient) => ({
      key: joinParts('update-refused', day, recipient),
      subject: subjects.secretariat,
      recipient,
    })),
    ...(writer === undefined || told.includes(writer)
      ? []
      : [
          {
            key: joinParts('update-refused', deliveryId, delivery.shown, writer),
            subject: subjects.writer,
            recipient: writer,
          },
        ]),
  ];
  const actor = trusted(workspaceId, 'job:tell-unshown', 'job');
  await db.act<null, never>({ actor, action: 'tell-unshown', at }, async ({ deliveries }) => {
    await deliveries.planAll(
      notes.map((note) => ({ ...note, kind: 'update-refused' })),
      at,
    );
    for (const subject of Object.values(subjects)) await deliveries.refresh(subject);
    return succeed(null);
  });
};
