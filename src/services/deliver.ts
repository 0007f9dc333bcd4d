import type { WorkspaceRecord } from '../db/database.ts';
import type { Body } from '../domain/body.ts';
import { type LocalDate, todayInTokyo } from '../domain/calendar/local-date.ts';
import type { Delivery } from '../domain/delivery.ts';
import { type Meeting, type MeetingStanding, standingOf } from '../domain/meeting.ts';
import type { SlackMessage } from '../slack/message.ts';
import type { Posted, Sender } from '../slack/sender.ts';
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

type DeliverDeps = ServiceDeps & {
  readonly sender: Sender;
  readonly write: (content: DeliveryContent) => SlackMessage;
};

type Target = { readonly workspaceId: string; readonly deliveryId: string };

/** One delivery at work. */
type Work = { readonly deps: DeliverDeps; readonly record: WorkspaceRecord; readonly delivery: Delivery };

const again = (problem: string): DeliveryOutcome => ({ kind: 'again', problem });

/** Finds out what became of an earlier try; the problem when that can't be seen now. */
const settle = async ({ deps, record, delivery }: Work): Promise<string | undefined> => {
  const looked = await deps.sender.find(delivery.recipient, delivery.id);
  if (looked.kind !== 'found' && looked.kind !== 'absent') return `history: ${looked.kind}`;
  // What was posted then is of an older state, or may be: it is written anew.
  if (looked.kind === 'found') await record.deliveries.markSent(delivery.id, looked, 0);
  else await record.deliveries.backToPlanned(delivery.id);
  return undefined;
};

const drop = async ({ record, delivery }: Work): Promise<DeliveryOutcome> => {
  await record.deliveries.end(delivery.id, 'dropped', null);
  return { kind: 'done', state: 'dropped' };
};

const giveUp = async ({ record, delivery }: Work, problem: string): Promise<DeliveryOutcome> => {
  await record.deliveries.end(delivery.id, 'dead', problem);
  return { kind: 'done', state: 'dead', problem };
};

/** Posts what was never posted, unless it has become untrue. */
const post = async (work: Work): Promise<DeliveryOutcome> => {
  const { deps, record, delivery } = work;
  const now = deps.clock.now();
  const content = await contentOf(record, delivery, todayInTokyo(now));
  if (content === undefined || !isStillTrue(content)) return drop(work);
  const message = deps.write(content);
  if (!(await record.deliveries.startSending(delivery.id, now))) return again('not planned any more');
  const outcome = await deps.sender.post(delivery.recipient, delivery.id, message);
  switch (outcome.kind) {
    case 'sent':
      await record.deliveries.markSent(delivery.id, outcome, delivery.wanted);
      return { kind: 'done', state: 'sent' };
    case 'later':
      await record.deliveries.backToPlanned(delivery.id);
      return again('rate limited');
    case 'unknown':
      return again(outcome.problem);
    case 'refused':
      return giveUp(work, outcome.problem);
  }
};

/** Has what was posted show the present state. */
const show = async ({ deps, record, delivery }: Work, posted: Posted): Promise<DeliveryOutcome> => {
  if (delivery.shown >= delivery.wanted) return { kind: 'done', state: 'sent' };
  const content = await contentOf(record, delivery, todayInTokyo(deps.clock.now()));
  if (content === undefined) return { kind: 'done', state: 'sent' };
  const outcome = await deps.sender.update(posted, deps.write(content));
  if (outcome.kind === 'later' || outcome.kind === 'unknown') return again(outcome.kind);
  await record.deliveries.markShown(delivery.id, delivery.wanted);
  return { kind: 'done', state: 'sent', ...(outcome.kind === 'refused' ? { problem: outcome.problem } : {}) };
};

const bring = async (deps: DeliverDeps, { workspaceId, deliveryId }: Target): Promise<DeliveryOutcome> => {
  const record = deps.db.record(workspaceId);
  const delivery = await record.deliveries.find(deliveryId);
  if (delivery === undefined) return { kind: 'done', state: 'dropped' };
  const work: Work = { deps, record, delivery };
  switch (delivery.state) {
    case 'dropped':
    case 'dead':
      return { kind: 'done', state: delivery.state };
    case 'sending': {
      const problem = await settle(work);
      return problem === undefined ? bring(deps, { workspaceId, deliveryId }) : again(problem);
    }
    case 'planned':
    case 'sent':
      return delivery.posted === null ? post(work) : show(work, delivery.posted);
  }
};

/**
 * Brings one message at Slack to the present state of the record: posts it, settles an earlier try of unknown outcome by
 * looking for it in the channel's history, or updates what was posted. Never posts twice. What the last try could not
 * post is given up (dead).
 */
export const deliver = async (
  deps: DeliverDeps,
  { isLastTry, ...target }: Target & { readonly isLastTry: boolean },
): Promise<DeliveryOutcome> => {
  const outcome = await bring(deps, target);
  if (outcome.kind === 'done' || !isLastTry) return outcome;
  const record = deps.db.record(target.workspaceId);
  const delivery = await record.deliveries.find(target.deliveryId);
  return delivery === undefined || delivery.posted !== null
    ? outcome
    : giveUp({ deps, record, delivery }, outcome.problem);
};
