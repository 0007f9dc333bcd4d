import type { WorkspaceRecord } from '../db/database.ts';
import type { Body } from '../domain/body.ts';
import { type LocalDate, todayInTokyo } from '../domain/calendar/local-date.ts';
import type { Delivery } from '../domain/delivery.ts';
import { type Meeting, type MeetingStanding, standingOf } from '../domain/meeting.ts';
import type { SlackMessage } from '../slack/message.ts';
import type { Sender } from '../slack/sender.ts';
import type { ServiceDeps } from './service-deps.ts';

/** What a message says, read from the record at the moment of sending. */
export type DeliveryContent =
  | {
      readonly kind: 'meeting-recorded' | 'meeting-announced' | 'held-asked';
      readonly meeting: Meeting;
      readonly body: Body;
      readonly standing: MeetingStanding;
    }
  | {
      readonly kind: 'did-not-meet-recorded';
      readonly body: Body;
      readonly fiscalYear: number;
      readonly stands: boolean;
    };

/** How a delivery job ended; anything but `done` is to be tried again. */
export type DeliveryOutcome =
  | { readonly kind: 'done'; readonly state: 'sent' | 'dropped' | 'dead'; readonly problem?: string }
  | { readonly kind: 'again'; readonly problem: string };

const contentOf = async (
  record: WorkspaceRecord,
  { kind, subject }: Delivery,
  today: LocalDate,
): Promise<DeliveryContent | undefined> => {
  const [, id = '', year = ''] = subject.split(':');
  if (kind === 'did-not-meet-recorded') {
    const fiscalYear = Number(year);
    const body = await record.bodies.find(id, fiscalYear);
    const stands = (await record.didNotMeet.find(id, fiscalYear)) !== undefined;
    return body && { kind, body, fiscalYear, stands };
  }
  const meeting = await record.meetings.find(id);
  const body = meeting && (await record.bodies.find(meeting.bodyId, meeting.fiscalYear));
  return meeting && body && { kind, meeting, body, standing: standingOf(meeting, today) };
};

/** Whether a message that was never posted still has something to say. */
const isStillTrue = (content: DeliveryContent): boolean =>
  content.kind === 'did-not-meet-recorded' ? content.stands : content.standing !== 'cancelled';

/**
 * Brings one message at Slack to the present state of the record: posts it, settles an earlier try of unknown outcome by
 * looking for it in the channel's history, or updates what was posted. Never posts twice.
 */
export const deliver = async (
  deps: ServiceDeps & { readonly sender: Sender; readonly write: (content: DeliveryContent) => SlackMessage },
  { workspaceId, deliveryId }: { readonly workspaceId: string; readonly deliveryId: string },
): Promise<DeliveryOutcome> => {
  const { deliveries, ...record } = deps.db.record(workspaceId);
  const delivery = await deliveries.find(deliveryId);
  if (delivery === undefined || delivery.state === 'dropped') return { kind: 'done', state: 'dropped' };
  if (delivery.state === 'dead') return { kind: 'done', state: 'dead' };

  if (delivery.state === 'sending') {
    const looked = await deps.sender.find(delivery.recipient, deliveryId);
    if (looked.kind === 'found') await deliveries.markSent(deliveryId, looked, 0);
    else if (looked.kind === 'absent') await deliveries.backToPlanned(deliveryId);
    else return { kind: 'again', problem: `history: ${looked.kind}` };
    return deliver(deps, { workspaceId, deliveryId });
  }

  const now = deps.clock.now();
  const content = await contentOf({ ...record, deliveries }, delivery, todayInTokyo(now));
  if (delivery.posted === null) {
    if (content === undefined || !isStillTrue(content)) {
      await deliveries.end(deliveryId, 'dropped', null);
      return { kind: 'done', state: 'dropped' };
    }
    const message = deps.write(content);
    if (!(await deliveries.startSending(deliveryId, now)))
      return { kind: 'again', problem: 'not planned any more' };
    const outcome = await deps.sender.post(delivery.recipient, deliveryId, message);
    if (outcome.kind === 'sent') await deliveries.markSent(deliveryId, outcome, delivery.wanted);
    if (outcome.kind === 'later') await deliveries.backToPlanned(deliveryId);
    if (outcome.kind === 'refused') {
      await deliveries.end(deliveryId, 'dead', outcome.problem);
      return { kind: 'done', state: 'dead', problem: outcome.problem };
    }
    return outcome.kind === 'sent'
      ? { kind: 'done', state: 'sent' }
      : { kind: 'again', problem: outcome.kind === 'later' ? 'rate limited' : outcome.problem };
  }

  if (delivery.shown >= delivery.wanted || content === undefined) return { kind: 'done', state: 'sent' };
  const outcome = await deps.sender.update(delivery.posted, deps.write(content));
  if (outcome.kind === 'later' || outcome.kind === 'unknown') return { kind: 'again', problem: outcome.kind };
  await deliveries.markShown(deliveryId, delivery.wanted);
  return { kind: 'done', state: 'sent', ...(outcome.kind === 'refused' ? { problem: outcome.problem } : {}) };
};
