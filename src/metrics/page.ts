import type { RequestListener } from 'node:http';
import { collectDefaultMetrics, Gauge, type Registry } from 'prom-client';
import type { Database } from '../db/database.ts';
import type { RecordFigures } from '../db/figures.ts';
import type { Clock } from '../domain/clock.ts';
import type { Log } from '../domain/log.ts';

type Parts = {
  readonly db: Pick<Database, 'workspaces' | 'figures' | 'connections'>;
  /** The pools of connections by name. */
  readonly pools: Readonly<Record<string, Pick<Database, 'connections'>>>;
  readonly clock: Clock;
  readonly log: Log;
};

/** For so long all who ask are told of one reading. */
const FRESH_MS = 1000;

type Reading = {
  readonly figures: RecordFigures;
  readonly setAside: number;
  readonly served: number;
};

/** Gauges of the record, each filled from the same reading. */
const createGauges = (registry: Registry, { pools, clock }: Pick<Parts, 'pools' | 'clock'>) => {
  const gauge = <Label extends string>(name: string, help: string, ...labelNames: readonly Label[]) =>
    new Gauge({ name, help, labelNames, registers: [registry] });
  const deliveries = gauge('kyodo_deliveries', 'Messages of the record by state', 'state');
  const oldest = gauge(
    'kyodo_delivery_oldest_waiting_seconds',
    'How long the message has waited that waits longest of those whose time has come; 0 where none waits',
  );
  const queued = gauge('kyodo_queue_jobs', 'Jobs in the queues by state', 'queue', 'state');
  const slot = gauge('kyodo_job_last_slot_timestamp_seconds', 'The last slot of a job that was run', 'name');
  const lag = gauge(
    'kyodo_job_lag_seconds',
    'How long after its last slot a job was done, at the slowest workspace',
    'name',
  );
  const unfinished = gauge('kyodo_job_runs_unfinished', 'Runs of a job that were begun and not done', 'name');
  const connections = gauge(
    'kyodo_database_connections',
    'Connections to the database by pool: open, idle, and awaited by somebody',
    'pool',
    'state',
  );
  const workspaces = gauge(
    'kyodo_workspaces',
    'Workspaces of the record: served, or set aside because their installation has ended',
    'state',
  );
  return ({ figures, setAside, served }: Reading): void => {
    for (const each of [slot, lag, unfinished]) each.reset();
    for (const { state, count } of figures.deliveries) deliveries.set({ state }, count);
    const waited =
      figures.oldestWaiting === undefined ? 0 : clock.now().getTime() - figures.oldestWaiting.getTime();
    oldest.set(Math.max(0, waited / 1000));
    for (const { queue, state, count } of figures.queued) queued.set({ queue, state }, count);
    for (const { job: name, slot: last, lag: seconds, unfinished: runs } of figures.jobs) {
      if (last !== null) slot.set({ name }, last.getTime() / 1000);
      if (seconds !== null) lag.set({ name }, seconds);
      unfinished.set({ name }, runs);
    }
    for (const [pool, { connections: of }] of Object.entries(pools))
      for (const [state, count] of Object.entries(of())) connections.set({ pool, state }, count);
    workspaces.set({ state: 'set_aside' }, setAside);
    workspaces.set({ state: 'served' }, served);
  };
};

/**
 * What answers GET /metrics: what this process has counted, and figures of the record, in Prometheus' text. The record is read when it is asked
 * for, at most once a second; who asks meanwhile is told the same. 503 where it can't be read.
 */
export const createMetricsPage = (registry: Registry, { db, pools, clock, log }: Parts): RequestListener => {
  const fill = createGauges(registry, { pools, clock });
  const read = async (): Promise<void> => {
    const [figures, all] = await Promise.all([db.figures(clock.now()), db.workspaces.served()]);
    const setAside = all.filter(({ installation }) => installation?.ended !== undefined).length;
    fill({ figures, setAside, served: all.length - setAside });
  };
  let last: { readonly at: number; readonly done: Promise<void> } | undefined;
  let hasProcess = false;
  const fresh = (): Promise<void> => {
    // Only where somebody asks: it watches the event loop from then on.
    if (!hasProcess) collectDefaultMetrics({ register: registry });
    hasProcess = true;
    const now = performance.now();
    if (last === undefined || now - last.at >= FRESH_MS) last = { at: now, done: read() };
    return last.done;
  };
  return (_request, response) => {
    fresh()
      .then(() => registry.metrics())
      .then(
        (text) => {
          response.writeHead(200, { 'content-type': registry.contentType });
          response.end(text);
        },
        (error: unknown) => {
          last = undefined;
          log.warn({ err: error }, 'metrics could not be read');
          response.writeHead(503).end();
        },
      );
  };
};
