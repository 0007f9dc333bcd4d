import { z } from 'zod';
import { DELIVER_INSTALLED, needOf } from '../domain/delivery/delivery.ts';
import { afterFailure, type DeliveryOutcome } from '../domain/delivery/outcome.ts';
import type { Log } from '../domain/log.ts';
import { isOfChannel } from '../domain/slack/error.ts';
import { deliver } from '../services/delivery/deliver.ts';
import { noteFailure } from '../services/delivery/note-failure.ts';
import { tellUnshown } from '../services/delivery/tell-unshown.ts';
import type { Workspace } from '../services/identify.ts';
import { setChannelAside } from '../services/newsletter/guard.ts';
import type { ServiceDeps } from '../services/service-deps.ts';
import type { People } from '../slack/people.ts';
import type { Sender } from '../slack/sender.ts';
import { deliveryPages } from '../views/delivery/deliveries.ts';
import { noMorePage } from '../views/measure.ts';
import type { Line, Shown } from './line.ts';
import type { TaskHelpers } from './queue.ts';

/** Jobs of an earlier version do not say to whom. */
const Payload = z.object({ workspaceId: z.string(), deliveryId: z.uuid(), recipient: z.string().optional() });
type Target = Omit<z.output<typeof Payload>, 'recipient'>;

/** What the messages of one workspace are sent with. */
type DeliverParts = ServiceDeps & {
  readonly sender: Sender;
  readonly people: People;
  readonly line: Line;
  readonly workspace: Pick<Workspace, 'id' | 'logChannel' | 'secretariat'>;
  /** Sets the workspace aside, by Slack's word that its token serves no more; none where the token is the operator's to mend. */
  readonly tokenEnded?: (word: string) => Promise<void>;
};

type DeliverJobDeps = Pick<ServiceDeps, 'db'> & {
  readonly log: Log;
  /** Undefined for a workspace that this process does not serve. */
  readonly partsOf: (workspaceId: string) => Promise<DeliverParts | undefined>;
};

/** What the queue gives: of the job the count of its tries and what it needs. */
type Given = Omit<TaskHelpers, 'job'> & {
  readonly job: Pick<
    TaskHelpers['job'],
    'task_identifier' | 'attempts' | 'max_attempts' | 'priority' | 'flags'
  >;
};

/**
 * What is to be told of a message that was given up, or that can't be changed: the secretariat of its channel, where that is why,
 * and 運用ログ.
 */
const tellOfFailed = async (
  deps: DeliverParts,
  { workspaceId, deliveryId }: Target,
  word: string,
): Promise<void> => {
  const delivery = await deps.db.record(workspaceId).deliveries.find(deliveryId);
  if (delivery === undefined) return;
  const { kind, recipient } = delivery;
  if (isOfChannel(word, recipient)) await setChannelAside(deps, workspaceId, { channel: recipient, word });
  // What is told of a failure is not told of when it fails itself.
  if (kind !== 'job-report' && kind !== 'failure-noted')
    await noteFailure(deps, { id: deliveryId, what: 'delivery' });
};

/** Before all that waits. */
const FRONT = -1;

/** Back into the queue, with fresh tries: what has happened was no fault of the message's. */
const putBack = async (
  { db }: Pick<ServiceDeps, 'db'>,
  { workspaceId, deliveryId }: Target,
  { afterMs = 0, priority }: { readonly afterMs?: number; readonly priority?: number } = {},
): Promise<void> => {
  const { deliveries } = db.record(workspaceId);
  const delivery = await deliveries.find(deliveryId);
  if (delivery !== undefined) await deliveries.retryAfter(delivery, afterMs, priority);
};

const shownBy = (outcome: DeliveryOutcome): Shown => {
  if (outcome.kind === 'outage') return 'outage';
  return outcome.kind === 'later' || (outcome.kind === 'done' && outcome.state === 'sent')
    ? 'answers'
    : 'nothing';
};

/** A recipient who is another job's just now is asked for again after this. */
const CLAIMED_MS = 250;

/** The job of one delivery whose recipient is its own, with a turn kept for it if it is to post. */
const bring = async (
  deps: DeliverParts & { readonly log: Log },
  target: Target,
  { job: { attempts, max_attempts, priority }, lookIn }: Given,
): Promise<void> => {
  const turn = deps.line.enter(target.deliveryId);
  if (turn === undefined) return putBack(deps, target, { priority });
  const outcome = await deliver(
    { ...deps, write: deliveryPages, nothingMore: noMorePage() },
    { ...target, isLastTry: attempts >= max_attempts, isHopeless: turn.isLast },
  ).catch((error: unknown): DeliveryOutcome => {
    // Slack has whoever asks about people wait: so does the message, and not the worker.
    const call = deps.sender.failure(error);
    if (call.kind === 'later') return afterFailure(call);
    turn.end('nothing');
    throw error;
  });
  const ended = outcome.kind === 'outage' ? deps.sender.tokenEnded() : undefined;
  if (ended !== undefined && deps.tokenEnded !== undefined) {
    turn.end('nothing');
    return deps.tokenEnded(ended);
  }
  const place = turn.end(shownBy(outcome), outcome.isPost);
  if (outcome.kind === 'outage') {
    deps.log.warn({ ...target, problem: outcome.problem }, 'delivery waits for Slack');
    return putBack(deps, target, { priority: place === 'front' ? FRONT : priority });
  }
  if (outcome.kind === 'again') {
    deps.log.warn({ ...target, problem: outcome.problem }, 'delivery to be tried again');
    throw new Error(`delivery ${target.deliveryId}: ${outcome.problem}`);
  }
  if (outcome.kind === 'early') {
    await putBack(deps, target, { afterMs: outcome.afterMs, priority });
    return lookIn(outcome.afterMs);
  }
  if (outcome.kind === 'later') {
    await putBack(deps, target, { afterMs: outcome.afterMs });
    return deps.log.info({ ...target, afterMs: outcome.afterMs }, 'delivery waits as Slack asks');
  }
  if (outcome.kind === 'held') return deps.log.info(target, 'delivery is held since the record was restored');
  if (outcome.kind === 'postponed')
    return deps.log.info({ ...target, until: outcome.until }, 'delivery waits for office hours');
  if (outcome.state === 'unshown') await tellUnshown(deps, target.workspaceId, target.deliveryId);
  const isFailed = outcome.state === 'dead' || outcome.state === 'unshown';
  if (isFailed) await tellOfFailed(deps, target, outcome.problem ?? '');
  const level = isFailed ? 'error' : 'info';
  deps.log[level]({ ...target, state: outcome.state, problem: outcome.problem }, 'delivery done');
};

/**
 * The job of one delivery. It throws when the message is to be tried again; the queue waits longer each time. It waits for nothing:
 * what can't go out yet is put back.
 */
export const deliverJob =
  ({ db, log, partsOf }: DeliverJobDeps) =>
  async (payload: unknown, given: Given): Promise<void> => {
    const { recipient: told, ...target } = Payload.parse(payload);
    const { workspaceId, deliveryId } = target;
    const parts = await partsOf(workspaceId);
    if (parts === undefined) {
      // It stays planned, and gets a job when its workspace is taken up again.
      if (given.job.task_identifier === DELIVER_INSTALLED)
        return log.info(target, 'delivery of a workspace that is set aside');
      // Never sent with this workspace's token: it goes to where its own process takes it.
      log.error(target, 'delivery of another workspace');
      return putBack({ db }, target);
    }
    const recipient = told ?? (await db.record(workspaceId).deliveries.find(deliveryId))?.recipient ?? '';
    const later = async (afterMs: number): Promise<void> => {
      await putBack(parts, target, { afterMs, priority: given.job.priority });
      given.lookIn(afterMs);
    };
    const release = await given.claim(needOf(workspaceId, 'to', recipient));
    if (release === undefined) return later(CLAIMED_MS);
    try {
      if (given.job.flags?.[needOf(workspaceId, 'post')] !== true)
        return await bring({ ...parts, log }, target, given);
      const kept = parts.sender.reserve(recipient, deliveryId);
      if (kept.kind === 'early') return await later(kept.retryAfterMs);
      return await bring({ ...parts, log }, target, given).finally(kept.giveBack);
    } finally {
      await release();
    }
  };
