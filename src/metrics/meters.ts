import { Counter, Histogram, Registry } from 'prom-client';
import type { FailedFor } from '../handlers/error-boundary.ts';
import type { RefusedFor } from '../http-mode/refused.ts';
import type { Took } from '../requests/take.ts';
import type { HeardCall } from '../slack/heard-calls.ts';

/** What a process counts as it goes: numbers alone, by labels of few words each. */
export type Meters = {
  readonly registry: Registry;
  readonly request: Took;
  readonly refused: (why: RefusedFor) => void;
  readonly failed: (why: FailedFor) => void;
  readonly slackCall: HeardCall;
};

/** In seconds: Slack waits three for an acknowledgement. */
const ACKNOWLEDGED_WITHIN = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3, 10];
const ANSWERED_WITHIN = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Told from the beginning, with 0: who watches would not see the first one grow. */
const REFUSED: Readonly<Record<RefusedFor, 0>> = {
  timestamp: 0,
  signature: 0,
  length: 0,
  'broken-off': 0,
  connection: 0,
};
const FAILED: Readonly<Record<FailedFor, 0>> = { failed: 0, 'no-room': 0, 'too-late': 0 };

/** A registry of their own, not the library's: two bots in one process have figures of their own. */
export const createMeters = (): Meters => {
  const registry = new Registry();
  const registers = [registry];
  const requests = new Histogram({
    name: 'kyodo_request_seconds',
    help: 'Requests of Slack by kind and by what became of them, with the seconds until they were acknowledged',
    labelNames: ['kind', 'outcome'],
    buckets: ACKNOWLEDGED_WITHIN,
    registers,
  });
  const refused = new Counter({
    name: 'kyodo_requests_refused_total',
    help: 'Requests that nobody looked into, by reason',
    labelNames: ['reason'],
    registers,
  });
  const failed = new Counter({
    name: 'kyodo_request_failures_total',
    help: 'Requests whose work came to nothing, by reason',
    labelNames: ['reason'],
    registers,
  });
  const calls = new Histogram({
    name: 'kyodo_slack_call_seconds',
    help: 'Calls to Slack by method and by what became of them, with the seconds they took',
    labelNames: ['method', 'outcome'],
    buckets: ANSWERED_WITHIN,
    registers,
  });
  for (const [reason, none] of Object.entries(REFUSED)) refused.inc({ reason }, none);
  for (const [reason, none] of Object.entries(FAILED)) failed.inc({ reason }, none);
  return {
    registry,
    request: (kind, outcome, seconds) => requests.observe({ kind, outcome }, seconds),
    refused: (reason) => refused.inc({ reason }),
    failed: (reason) => failed.inc({ reason }),
    slackCall: (method, outcome, seconds) => calls.observe({ method, outcome }, seconds),
  };
};
