import type { Log } from '../domain/log.ts';
import { isOutage, saysTokenEnded } from '../domain/slack/error.ts';
import type { Hold, MachineTime } from '../slack/pace.ts';
import type { Sender } from '../slack/sender.ts';

/** What one message has shown of Slack: that it answers, that it does not, or nothing. */
export type Shown = 'answers' | 'outage' | 'nothing';

/** One message's turn on the line. */
export type Turn = {
  /** It has failed for six hours in which Slack answered otherwise: its own fault, if it fails again. */
  readonly isLast: boolean;
  /**
   * What it has shown, and whether a post has shown it, or another of Slack's calls. After an outage: whether it is tried again before
   * those that were not tried yet, or after them.
   */
  readonly end: (shown: Shown, isPost?: boolean) => 'front' | 'back';
};

/**
 * The line to Slack, a circuit breaker, one for all messages of the workspace. When a call fails because Slack is not there, nothing is taken from the
 * queue any more: a probe that changes nothing asks again and again, then one message goes, and then all of them. Where posts have failed
 * only a post that gets through has them all go: Slack may look into histories and change messages, and take none.
 */
export type Line = {
  /** Whether a message may be taken from the queue now. To be asked often: it is also what has the next probe made. */
  readonly isOpen: () => boolean;
  /** A message's turn; undefined when it has to stay in the queue. */
  readonly enter: (deliveryId: string) => Turn | undefined;
};

/** Between probes: soon at first, for most faults are single ones. */
const PROBE_AFTER_MS = [500, 1000, 2000, 5000] as const;
/** How long Slack may refuse one message while it answers otherwise, before the message is given up. */
const OWN_FAULT_MS = 6 * 3_600_000;
/**
 * What was tried may have been posted and must be looked for afterwards, and Slack allows few looks a minute. So no more than so many
 * messages are left unclear in an outage, and of the rest only one in so many tries (every five minutes): it may be those alone that fail.
 */
const MOST_TRIED = 15;
const ANOTHER_AFTER_TRIES = 60;

type Outage = {
  readonly since: number;
  /** Waiting for the next probe, due for it, asking, answered by the probe, or trying a message. */
  phase: 'waiting' | 'due' | 'asking' | 'answered' | 'trying';
  isOfPosts: boolean;
  probes: number;
  tries: number;
};

type LineDeps = {
  readonly machine: MachineTime;
  readonly sender: Pick<Sender, 'probe'>;
  readonly log: Log;
  /** Told when the line is closed. */
  readonly hold?: Hold;
  /** Told by Slack's word that the token serves no more; without it, as where a token may be mended, that is an outage like others. */
  readonly tokenEnded?: (word: string) => Promise<void>;
};

export const createLine = ({ machine, sender, log, hold, tokenEnded }: LineDeps): Line => {
  let outage: Outage | undefined;
  let unansweredAt = Number.NEGATIVE_INFINITY;
  /** Since when messages have failed that are under way. */
  const failing = new Map<string, number>();

  const close = (present: Outage, phase: 'waiting' | 'trying'): void => {
    present.phase = phase;
    hold?.(['slack'], () => (isOpen() ? 0 : Number.POSITIVE_INFINITY));
  };
  const wait = (present: Outage): void => {
    close(present, 'waiting');
    const ms = PROBE_AFTER_MS[Math.min(present.probes, PROBE_AFTER_MS.length - 1)] ?? 0;
    present.probes += 1;
    const due = (): void => {
      present.phase = 'due';
    };
    void machine.wait(ms).then(due, due);
  };
  const ask = async (present: Outage): Promise<void> => {
    present.phase = 'asking';
    const call = await sender.probe();
    if (tokenEnded !== undefined && call.kind === 'later' && saysTokenEnded(call.problem)) {
      await tokenEnded(call.problem);
      outage = undefined;
    } else if (isOutage(call)) {
      unansweredAt = machine.now();
      wait(present);
    } else present.phase = 'answered';
  };
  const begin = (): Outage => {
    outage = { since: machine.now(), phase: 'waiting', isOfPosts: false, probes: 0, tries: 0 };
    log.warn({}, 'Slack does not answer: messages wait');
    wait(outage);
    return outage;
  };
  const isOpen = (): boolean => {
    if (outage?.phase === 'due') void ask(outage);
    return outage === undefined || outage.phase === 'answered';
  };
  /** How a try went while Slack is held to be away. */
  const tried = (present: Outage, shown: Shown, isPost: boolean): void => {
    if (shown === 'outage') {
      present.isOfPosts ||= isPost;
      present.tries += 1;
      wait(present);
    } else if (shown === 'nothing' || (present.isOfPosts && !isPost)) present.phase = 'answered';
    else {
      outage = undefined;
      log.info(
        { afterMs: Math.round(machine.now() - present.since) },
        'Slack answers again: messages go out',
      );
    }
  };
  return {
    isOpen,
    enter: (deliveryId) => {
      if (!isOpen()) return undefined;
      const present = outage;
      if (present !== undefined) close(present, 'trying');
      const failingFrom = Math.max(failing.get(deliveryId) ?? Number.POSITIVE_INFINITY, unansweredAt);
      return {
        isLast: machine.now() - failingFrom >= OWN_FAULT_MS,
        end: (shown, isPost = false) => {
          if (shown === 'outage') failing.set(deliveryId, failing.get(deliveryId) ?? machine.now());
          else failing.delete(deliveryId);
          if (present !== undefined) tried(present, shown, isPost);
          else if (shown === 'outage') (outage ?? begin()).isOfPosts ||= isPost;
          const tries = present?.tries ?? 0;
          return failing.size <= MOST_TRIED || tries % ANOTHER_AFTER_TRIES === 0 ? 'back' : 'front';
        },
      };
    },
  };
};
