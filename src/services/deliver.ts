import type { WorkspaceRecord } from '../db/database.ts';
import { todayInTokyo } from '../domain/calendar/local-date.ts';
import { isOfficeHours, nextOpening } from '../domain/calendar/office-hours.ts';
import { type Delivery, type DeliveryContent, isStillTrue } from '../domain/delivery.ts';
import { calendarOf } from '../domain/settings.ts';
import { isOutage } from '../domain/slack-error.ts';
import { deliverySubject, unshownSubjects } from '../domain/unshown.ts';
import type { FailedCall } from '../slack/errors.ts';
import type { SlackMessage } from '../slack/message.ts';
import type { People } from '../slack/people.ts';
import type { Posted, Sender } from '../slack/sender.ts';
import type { ServiceDeps } from './service-deps.ts';

/** How a delivery job ended; `again` is to be tried again. */
export type DeliveryOutcome =
  | {
      readonly kind: 'done';
      /** `unshown`: it was posted, and Slack does not take its present state. */
      readonly state: 'sent' | 'dropped' | 'dead' | 'unshown';
      readonly problem?: string;
    }
  | { readonly kind: 'again'; readonly problem: string }
  /** Slack is not there, for this message as for all others: it waits with them, which is no try. */
  | { readonly kind: 'outage'; readonly problem: string }
  /** Slack asks to wait: it is tried again after that, which is no try. */
  | { readonly kind: 'later'; readonly afterMs: number }
  /** It leaves by itself at that time. */
  | { readonly kind: 'postponed'; readonly until: Date };

type DeliverDeps = ServiceDeps & {
  readonly sender: Sender;
  readonly people: People;
  readonly write: (content: DeliveryContent) => SlackMessage;
};

type Target = { readonly workspaceId: string; readonly deliveryId: string };

/** One delivery at work. */
type Work = {
  readonly deps: DeliverDeps;
  readonly record: WorkspaceRecord;
  readonly delivery: Delivery;
  /** Where the message stands in whose thread it is to go. */
  readonly thread?: Posted;
};

const again = (problem: string): DeliveryOutcome => ({ kind: 'again', problem });

/** What a call that was not carried out leads to. */
const afterFailure = (call: FailedCall, prefix = ''): DeliveryOutcome => {
  if (call.kind === 'later' && call.retryAfterMs !== undefined)
    return { kind: 'later', afterMs: call.retryAfterMs };
  return { kind: isOutage(call) ? 'outage' : 'again', problem: `${prefix}${call.problem}` };
};

/** Finds out what became of an earlier try; how it goes on when that can't be seen now. */
const settle = async ({ deps, record, delivery, thread }: Work): Promise<DeliveryOutcome | undefined> => {
  const { id, recipient, sendingAt } = delivery;
  const looked = await deps.sender.find(recipient, id, sendingAt ?? deps.clock.now(), thread);
  if (looked.kind !== 'found' && looked.kind !== 'absent') return afterFailure(looked, 'history: ');
  // What was posted then is of an older state, or may be: it is written anew.
  if (looked.kind === 'found') await record.deliveries.markSent(id, looked, 0);
  else await record.deliveries.backToPlanned(id);
  return undefined;
};

const drop = async ({ record, delivery }: Work, problem: string | null): Promise<DeliveryOutcome> => {
  await record.deliveries.end(delivery.id, 'dropped', problem);
  return { kind: 'done', state: 'dropped', ...(problem === null ? {} : { problem }) };
};

const giveUp = async ({ record, delivery }: Work, problem: string): Promise<DeliveryOutcome> => {
  await record.deliveries.end(delivery.id, 'dead', problem);
  return { kind: 'done', state: 'dead', problem };
};

/** What nobody has just asked for by a form or button leaves in office hours only. */
const OWN_ACCOUNT: readonly Delivery['kind'][] = [
  'morning',
  'inquiry-returned',
  'delegate-asked',
  'role-guide',
  'training-lag',
  'newsletter-asked',
  'channel-trouble',
  'job-report',
  'failure-noted',
];
const isOwnAccount = ({ kind }: Delivery): boolean => OWN_ACCOUNT.includes(kind);

/**
 * Slack takes a message to a deactivated account and shows it to nobody. Of people in the record that is known from Slack's own
 * events and the daily look at everybody; others are asked for.
 */
const isReachable = async ({
  deps,
  record,
  delivery: { recipient },
}: Work): Promise<boolean | FailedCall> => {
  if (!/^[UW]/u.test(recipient)) return true;
  const known = await record.people.findBySlackId(recipient);
  if (known !== undefined) return known.deactivatedAt === null;
  return deps.people.find(recipient).then((person) => person?.isMember === true, deps.sender.failure);
};

/** Posts what was never posted, unless it has become untrue. */
const post = async (work: Work): Promise<DeliveryOutcome> => {
  const { deps, record, delivery } = work;
  const now = deps.clock.now();
  const content = await record.contentOf(delivery, now);
  if (content === undefined || !isStillTrue(content)) return drop(work, null);
  const calendar = calendarOf(await record.settings.read());
  if (isOwnAccount(delivery) && !isOfficeHours(now, calendar)) {
    const until = nextOpening(now, calendar);
    await record.deliveries.postpone(delivery.id, until);
    return { kind: 'postponed', until };
  }
  const reachable = await isReachable(work);
  if (reachable === false) return drop(work, 'recipient is no member');
  if (reachable !== true) return afterFailure(reachable, 'recipient: ');
  const message = deps.write(content);
  if (!(await record.deliveries.startSending(delivery.id, now))) return again('not planned any more');
  const outcome = await deps.sender.post(delivery.recipient, delivery.id, message, work.thread);
  switch (outcome.kind) {
    case 'sent':
      await record.deliveries.markSent(delivery.id, outcome, delivery.wanted);
      return { kind: 'done', state: 'sent' };
    case 'later':
      await record.deliveries.backToPlanned(delivery.id);
      return afterFailure(outcome);
    case 'unknown':
      return afterFailure(outcome);
    case 'too-long':
    case 'refused':
      return giveUp(work, outcome.problem);
  }
};

/** Those who were told that a message shows what is no longer so read that it does not any more; so does a reply that corrects it. */
const tellShown = async ({ deps, record, delivery }: Work): Promise<void> => {
  if ((await record.deliveries.correctionOf(delivery.id)) !== undefined)
    await record.deliveries.refresh(deliverySubject(delivery.id));
  if (delivery.problem === null) return;
  const { secretariat, writer } = unshownSubjects(delivery.id, todayInTokyo(deps.clock.now()));
  for (const subject of [secretariat, writer]) await record.deliveries.refresh(subject);
};

/** Slack does not take the present state of what was posted: a reply says it where there is one, else it is to be told of. */
const leaveUnshown = async ({ record, delivery }: Work, problem: string): Promise<DeliveryOutcome> => {
  if ((await record.deliveries.correctionOf(delivery.id)) !== undefined) {
    await record.deliveries.refresh(deliverySubject(delivery.id));
    return { kind: 'done', state: 'sent', problem };
  }
  // It tells of such messages itself, and would only tell of itself.
  if (delivery.kind === 'update-refused') return { kind: 'done', state: 'sent', problem };
  await record.deliveries.markUnshown(delivery.id, problem);
  return { kind: 'done', state: 'unshown', problem };
};

/** Has what was posted show the present state. */
const show = async (work: Work, posted: Posted): Promise<DeliveryOutcome> => {
  const { deps, record, delivery } = work;
  if (delivery.shown >= delivery.wanted) return { kind: 'done', state: 'sent' };
  const content = await record.contentOf(delivery, deps.clock.now());
  if (content === undefined) return { kind: 'done', state: 'sent' };
  const outcome = await deps.sender.update(posted, deps.write(content));
  if (outcome.kind === 'later' || outcome.kind === 'unknown') return afterFailure(outcome);
  if (outcome.kind !== 'sent') return leaveUnshown(work, outcome.problem);
  await record.deliveries.markShown(delivery.id, delivery.wanted);
  await tellShown(work);
  return { kind: 'done', state: 'sent' };
};

const bring = async (deps: DeliverDeps, { workspaceId, deliveryId }: Target): Promise<DeliveryOutcome> => {
  const record = deps.db.record(workspaceId);
  const delivery = await record.deliveries.find(deliveryId);
  if (delivery === undefined) return { kind: 'done', state: 'dropped' };
  const root = delivery.threadOf === null ? undefined : await record.deliveries.find(delivery.threadOf);
  if (delivery.threadOf !== null && root?.posted == null) return again('its thread is not there yet');
  const work: Work = { deps, record, delivery, ...(root?.posted == null ? {} : { thread: root.posted }) };
  switch (delivery.state) {
    case 'dropped':
    case 'dead':
      return { kind: 'done', state: delivery.state };
    case 'sending': {
      return (await settle(work)) ?? bring(deps, { workspaceId, deliveryId });
    }
    case 'planned':
    case 'sent':
      return delivery.posted === null ? post(work) : show(work, delivery.posted);
  }
};

/** Whether others may wait in its thread. */
const standsInThread = ({ kind, threadOf }: Delivery): boolean =>
  threadOf !== null || kind === 'newsletter-issue';

/** When nothing of a run is under way any more, its report says so. */
const reportEnd = async ({ deliveries }: WorkspaceRecord, run: string): Promise<void> => {
  if ((await deliveries.tallyOf(run)).waiting === 0) await deliveries.refresh(`run:${run}`);
};

/**
 * Brings one message at Slack to the present state of the record: posts it, settles an earlier try of unknown outcome by
 * looking for it in the channel's history, or updates what was posted. Never posts twice. What the last try could not
 * post is given up (dead), whatever stood in its way but an outage of Slack's, and what it could not update is `unshown`; before
 * that an unforeseen error is thrown on. `isHopeless`: an outage that is seen with this message only ends it too.
 */
export const deliver = async (
  deps: DeliverDeps,
  {
    isLastTry,
    isHopeless = false,
    ...target
  }: Target & { readonly isLastTry: boolean; readonly isHopeless?: boolean },
): Promise<DeliveryOutcome> => {
  const record = deps.db.record(target.workspaceId);
  const outcome = await bring(deps, target).catch((error: unknown) => {
    if (!isLastTry) throw error;
    return again(String(error));
  });
  const delivery = await record.deliveries.find(target.deliveryId);
  const isOver = (outcome.kind === 'again' && isLastTry) || (outcome.kind === 'outage' && isHopeless);
  const end =
    isOver && delivery !== undefined
      ? await (delivery.posted === null ? giveUp : leaveUnshown)({ deps, record, delivery }, outcome.problem)
      : outcome;
  if (end.kind === 'done' && delivery !== undefined) {
    if (standsInThread(delivery)) await record.deliveries.nextInThread(delivery.threadOf ?? delivery.id);
    if (delivery.run !== null) await reportEnd(record, delivery.run);
  }
  return end;
};
