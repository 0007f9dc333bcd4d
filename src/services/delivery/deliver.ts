import type { WorkspaceRecord } from '../../db/database.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import { closedUntil } from '../../domain/calendar/office-hours.ts';
import { type DeliveryContent, isStillTrue } from '../../domain/delivery/content.ts';
import { type Delivery, isOwnAccount } from '../../domain/delivery/delivery.ts';
import { afterFailure, again, type DeliveryOutcome, isToComeAgain } from '../../domain/delivery/outcome.ts';
import { unshownSubjects } from '../../domain/delivery/unshown.ts';
import { calendarOf } from '../../domain/settings.ts';
import { partsOf, subjectOf } from '../../domain/subject.ts';
import { readDeliveryContent, type Sources } from '../../queries/delivery.ts';
import type { FailedCall } from '../../slack/errors.ts';
import type { SlackMessage } from '../../slack/message.ts';
import type { People } from '../../slack/people.ts';
import type { Posted, Sender } from '../../slack/sender.ts';
import { type SecretariatDeps, secretariatOf } from '../secretariat.ts';
import type { ServiceDeps } from '../service-deps.ts';

type DeliverDeps = ServiceDeps &
  SecretariatDeps & {
    readonly people: Pick<People, 'find'>;
    readonly sender: Sender;
    /** The pages of a message, each of which Slack takes: at least so many, where it can be divided so often. */
    readonly write: (content: DeliveryContent, atLeast: number) => readonly SlackMessage[];
    /** What a page says that there was, and is not any more. */
    readonly nothingMore: SlackMessage;
  };

type Work = {
  readonly deps: DeliverDeps;
  readonly record: WorkspaceRecord & Sources;
  readonly delivery: Delivery;
  /** Where the message stands in whose thread it is to go. */
  readonly thread?: Posted;
};

const recordOf = (deps: DeliverDeps, workspaceId: string): Work['record'] => ({
  ...deps.db.record(workspaceId),
  secretariatNow: (settings) => secretariatOf(deps, settings),
});

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

const endAs =
  (state: 'dropped' | 'dead') =>
  async ({ record, delivery }: Work, problem: string | null): Promise<DeliveryOutcome> => {
    await record.deliveries.end(delivery.id, state, problem);
    return { kind: 'done', state, ...(problem === null ? {} : { problem }) };
  };
const [drop, giveUp] = [endAs('dropped'), endAs('dead')];

/** Slack takes a message to a deactivated account and shows it to nobody: the record knows of them, others are asked for. */
const isReachable = async ({ deps, record, delivery }: Work): Promise<boolean | FailedCall> => {
  const { recipient } = delivery;
  if (!/^[UW]/u.test(recipient)) return true;
  const known = await record.people.findBySlackId(recipient);
  if (known !== undefined) return known.deactivatedAt === null;
  return deps.people.find(recipient).then((person) => person?.isMember === true, deps.sender.failure);
};

/** What a message says: one page of the whole, which is that of the message it continues where it continues one (`base`). */
type Said = {
  readonly base: string;
  readonly whole: DeliveryContent;
  readonly page: number;
  readonly pages: readonly SlackMessage[];
};

const sayingOf = async ({ deps, record, delivery }: Work, content: DeliveryContent): Promise<Said> => {
  const isContinued = content.kind === 'continued';
  const whole = isContinued ? content.of : content;
  const [base] = partsOf('continues', delivery.subject) ?? [delivery.id];
  const pages = deps.write(whole, 1 + (await record.deliveries.countContinued(base)));
  return { base, whole, page: isContinued ? content.page : 1, pages };
};

/** Slack finds it too long: it goes on in one message more, and all of them are written anew. False where it can't be divided. */
const divide = async ({ deps, record }: Work, { base, whole, pages }: Said): Promise<boolean> => {
  const first = await record.deliveries.find(base);
  const divided = deps.write(whole, pages.length + 1).length;
  if (first === undefined || divided <= pages.length) return false;
  await record.deliveries.continueTo(first, divided, deps.clock.now());
  await record.deliveries.refreshContinued(base, true);
  return true;
};

/** What was settled before is in a message only once it was posted: where that moves its pages, it is written anew. */
const goOnFrom = async ({ deps, record, delivery }: Work, posted: Posted, said: Said): Promise<void> => {
  const content = await readDeliveryContent(record, { ...delivery, posted }, deps.clock.now());
  const pages = content === undefined ? [] : deps.write(content, said.pages.length);
  if (JSON.stringify(pages) !== JSON.stringify(said.pages))
    await record.deliveries.refreshContinued(delivery.id, true);
};

/** Posts what was never posted, unless it has become untrue. */
const post = async (work: Work): Promise<DeliveryOutcome> => {
  const { deps, record, delivery } = work;
  const now = deps.clock.now();
  const content = await readDeliveryContent(record, delivery, now);
  if (content === undefined || !isStillTrue(content)) return drop(work, null);
  const until = isOwnAccount(delivery)
    ? closedUntil(now, calendarOf(await record.settings.read()))
    : undefined;
  if (until !== undefined) {
    await record.deliveries.postpone(delivery.id, until);
    return { kind: 'postponed', until };
  }
  const reachable = await isReachable(work);
  if (reachable === false) return drop(work, 'recipient is no member');
  if (reachable !== true) return afterFailure(reachable, 'recipient: ');
  const said = await sayingOf(work, content);
  const message = said.pages[said.page - 1];
  if (message === undefined) return drop(work, null);
  if (said.page === 1) await record.deliveries.continueTo(delivery, said.pages.length, now);
  if (!(await record.deliveries.startSending(delivery.id, now))) return again('not planned any more');
  const outcome = await deps.sender.post(delivery.recipient, delivery.id, message, work.thread);
  switch (outcome.kind) {
    case 'sent':
      await record.deliveries.markSent(delivery.id, outcome, delivery.wanted);
      if (said.page === 1 && said.pages.length > 1) await goOnFrom(work, outcome, said);
      return { kind: 'done', state: 'sent', isPost: true };
    case 'too-long':
      await record.deliveries.backToPlanned(delivery.id);
      return (await divide(work, said)) ? bringAnew(work) : giveUp(work, outcome.problem);
    case 'early':
    case 'later':
      await record.deliveries.backToPlanned(delivery.id);
      return { ...afterFailure(outcome), isPost: true };
    case 'unknown':
      return { ...afterFailure(outcome), isPost: true };
    case 'refused':
      return giveUp(work, outcome.problem);
  }
};

/** Those who were told that a message shows what is no longer so read that it does not any more; so does a reply that corrects it. */
const tellShown = async ({ deps, record, delivery }: Work): Promise<void> => {
  if ((await record.deliveries.correctionOf(delivery.id)) !== undefined)
    await record.deliveries.refresh(subjectOf('delivery', delivery.id));
  if (delivery.problem === null) return;
  const told = unshownSubjects(delivery.id, todayInTokyo(deps.clock.now()));
  for (const subject of Object.values(told)) await record.deliveries.refresh(subject);
};

/** Slack does not take the present state of what was posted: a reply says it where there is one, else it is to be told of. */
const leaveUnshown = async ({ record, delivery }: Work, problem: string): Promise<DeliveryOutcome> => {
  if ((await record.deliveries.correctionOf(delivery.id)) !== undefined) {
    await record.deliveries.refresh(subjectOf('delivery', delivery.id));
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
  const content = await readDeliveryContent(record, delivery, deps.clock.now());
  if (content === undefined) return { kind: 'done', state: 'sent' };
  const said = await sayingOf(work, content);
  const outcome = await deps.sender.update(posted, said.pages[said.page - 1] ?? deps.nothingMore);
  if (isToComeAgain(outcome)) return afterFailure(outcome);
  if (outcome.kind === 'too-long' && (await divide(work, said))) return bringAnew(work);
  if (outcome.kind !== 'sent') return leaveUnshown(work, outcome.problem);
  await record.deliveries.markShown(delivery.id, delivery.wanted);
  if (said.page === 1) {
    await record.deliveries.continueTo(delivery, said.pages.length, deps.clock.now());
    await record.deliveries.refreshContinued(delivery.id, false);
  }
  await tellShown(work);
  return { kind: 'done', state: 'sent' };
};

const bring = async ({ deps, record, delivery }: Work): Promise<DeliveryOutcome> => {
  const root = delivery.threadOf === null ? undefined : await record.deliveries.find(delivery.threadOf);
  if (delivery.threadOf !== null && root?.posted == null) return again('its thread is not there yet');
  // What continues a message stands beside it, and in its thread only where that stands in one.
  const isBeside = root !== undefined && delivery.subject === subjectOf('continues', root.id);
  const thread = isBeside || root?.posted == null ? {} : { thread: root.posted };
  const work: Work = { deps, record, delivery, ...thread };
  switch (delivery.state) {
    case 'dropped':
    case 'dead':
      return { kind: 'done', state: delivery.state };
    case 'sending':
      return (await settle(work)) ?? bringAnew(work);
    case 'planned':
    case 'sent':
      return delivery.posted === null ? post(work) : show(work, delivery.posted);
  }
};

/** The same after its row has changed. */
const bringAnew = async ({ deps, record, delivery: { id } }: Work): Promise<DeliveryOutcome> => {
  const delivery = await record.deliveries.find(id);
  return delivery === undefined ? { kind: 'done', state: 'dropped' } : bring({ deps, record, delivery });
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
    workspaceId,
    deliveryId,
    isLastTry,
    isHopeless = false,
  }: {
    readonly workspaceId: string;
    readonly deliveryId: string;
    readonly isLastTry: boolean;
    readonly isHopeless?: boolean;
  },
): Promise<DeliveryOutcome> => {
  const record = recordOf(deps, workspaceId);
  const found = await record.deliveries.find(deliveryId);
  if (found?.held !== false) return found ? { kind: 'held' } : { kind: 'done', state: 'dropped' };
  const outcome = await bring({ deps, record, delivery: found }).catch((error: unknown) => {
    if (!isLastTry) throw error;
    return again(String(error));
  });
  const isOver = (outcome.kind === 'again' && isLastTry) || (outcome.kind === 'outage' && isHopeless);
  // The try may have posted it, as far as the record knows.
  const delivery = (isOver ? await record.deliveries.find(deliveryId) : undefined) ?? found;
  const end = isOver
    ? await (delivery.posted === null ? giveUp : leaveUnshown)({ deps, record, delivery }, outcome.problem)
    : outcome;
  if (end.kind === 'done') {
    await record.deliveries.nextInThread(delivery.threadOf ?? delivery.id);
    // When nothing of a run is under way any more, its report says so.
    if (delivery.run !== null && (await record.deliveries.isRunOver(delivery.run)))
      await record.deliveries.refresh(subjectOf('run', delivery.run));
  }
  return end;
};
