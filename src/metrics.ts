import type { RequestListener } from 'node:http';
import { Gauge, Registry } from 'prom-client';
import type { Database } from './db/database.ts';
import type { Log } from './domain/log.ts';

/** What answers GET /metrics: figures of the record, in Prometheus' text. They are read when they are asked for. */
export const createMetrics = (db: Pick<Database, 'workspaces'>, log: Log): RequestListener => {
  const registry = new Registry();
  registry.registerMetric(
    new Gauge({
      name: 'kyodo_workspaces',
      help: 'Workspaces of the record: served, or set aside because their installation has ended',
      labelNames: ['state'],
      registers: [],
      collect: async function collect() {
        const all = await db.workspaces.served();
        const aside = all.filter(({ installation }) => installation?.ended !== undefined).length;
        this.set({ state: 'set_aside' }, aside);
        this.set({ state: 'served' }, all.length - aside);
      },
    }),
  );
  return (_request, response) => {
    registry.metrics().then(
      (text) => {
        response.writeHead(200, { 'content-type': registry.contentType });
        response.end(text);
      },
      (error: unknown) => {
        log.warn({ err: error }, 'metrics could not be read');
        response.writeHead(503).end();
      },
    );
  };
};
