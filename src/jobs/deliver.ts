import { z } from 'zod';
import type { DeliveryOutcome } from '../domain/delivery/outcome.ts';
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

const Payload = z.object({ workspaceId: z.string(), deliveryId: z.uuid() });

/** The queue's count of this job's tries. */
type Tries = {
  readonly job: { readonly attempts: number; readonly max_attempts: number; readonly priority: number };
};

/** What the messages of one workspace are sent with. */
type DeliverParts = ServiceDeps & {
  readonly sender: Sender;
  readonly people: People;
  readonly line: Line;
  readonly log: Log;
  readonly workspace: Pick<Workspace, 'id' | 'logChannel' | 'secretariat'>;
};

type DeliverJobDeps = Pick<ServiceDeps, 'db'> & {
  readonly log: Log;
  /** Undefined for a workspace that this process does not serve. */
  readonly partsOf: (workspaceId: string) => Promise<DeliverParts | undefined>;
};

/**
 * What is to be told of a message that was given up, or that can't be changed: the secretariat of its channel, where that is why,
 * and 運用ログ.
 */
const tellOfFailed = async (
  deps: DeliverParts,
  { workspaceId, deliveryId }: z.output<typeof Payload>,
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
  { workspaceId, deliveryId }: z.output<typeof Payload>,
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

/** The job of one delivery. It throws when the message is to be tried again; the queue waits longer each time. */
export const deliverJob =
  ({ db, log, partsOf }: DeliverJobDeps) =>
  async (payload: unknown, { job }: Tries): Promise<void> => {
    const target = Payload.parse(payload);
    const deps = await partsOf(target.workspaceId);
    if (deps === undefined) {
      // Never sent with another workspace's token: it goes to where its own process takes it.
      log.error(target, 'delivery of another workspace');
      return putBack({ db }, target);
    }
    const turn = deps.line.enter(target.deliveryId);
    if (turn === undefined) return putBack(deps, target, { priority: job.priority });
    const isLastTry = job.attempts >= job.max_attempts;
    const outcome = await deliver(
      { ...deps, write: deliveryPages, nothingMore: noMorePage() },
      { ...target, isLastTry, isHopeless: turn.isLast },
    ).catch((error: unknown) => {
      turn.end('nothing');
      throw error;
    });
    const place = turn.end(shownBy(outcome), outcome.isPost);
    if (outcome.kind === 'outage') {
      deps.log.warn({ ...target, problem: outcome.problem }, 'delivery waits for Slack');
      return putBack(deps, target, { priority: place === 'front' ? FRONT : job.priority });
    }
    if (outcome.kind === 'again') {
      deps.log.warn({ ...target, problem: outcome.problem }, 'delivery to be tried again');
      throw new Error(`delivery ${target.deliveryId}: ${outcome.problem}`);
    }
    if (outcome.kind === 'later') {
      await putBack(deps, target, { afterMs: outcome.afterMs });
      return deps.log.info({ ...target, afterMs: outcome.afterMs }, 'delivery waits as Slack asks');
    }
    if (outcome.kind === 'postponed')
      return deps.log.info({ ...target, until: outcome.until }, 'delivery waits for office hours');
    if (outcome.state === 'unshown') await tellUnshown(deps, target.workspaceId, target.deliveryId);
    const isFailed = outcome.state === 'dead' || outcome.state === 'unshown';
    if (isFailed) await tellOfFailed(deps, target, outcome.problem ?? '');
    const level = isFailed ? 'error' : 'info';
    deps.log[level]({ ...target, state: outcome.state, problem: outcome.problem }, 'delivery done');
  };
