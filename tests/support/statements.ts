import pg from 'pg';
import { vi } from 'vitest';
import { PLANNING } from '../../src/jobs/queue.ts';
import type { Practice } from './practice.ts';

/** The queue's look for jobs is its own, with how its connections plan it, and what begins and ends a transaction asks nothing; what plans jobs is the bot's. */
const ASKS_NOTHING = /^\s*(?:begin|commit|rollback|savepoint|release|listen|set time zone)\b/iu;
const isOfTheQueue = (text: string): boolean =>
  text === PLANNING || (/graphile_worker/u.test(text) && !/graphile_worker(?:_runs)?\.add_jobs/u.test(text));

const textOf = (query: unknown): string => {
  if (typeof query === 'string') return query;
  return typeof query === 'object' && query !== null && 'text' in query ? String(query.text) : '';
};

/** Until nothing is under way: no job waits for its turn and no run of a job of the clock is open. Asked past the counting. */
const untilQuiet = async ({ database }: Pick<Practice, 'database'>, query: pg.Client['query']) => {
  const client = new pg.Client(database.connection);
  await client.connect();
  try {
    const look = async (): Promise<number> => {
      const { rows } = await Reflect.apply(query, client, [
        `select (select count(*) from graphile_worker._private_jobs) + (select count(*) from graphile_worker_runs._private_jobs)
          + (select count(*) from job_slot where finished_at is null) as open`,
      ]);
      return Number(rows[0].open);
    };
    await vi.waitFor(
      async () => {
        if ((await look()) > 0) throw new Error('something is still under way');
      },
      { timeout: 10_000, interval: 10 },
    );
  } finally {
    await client.end();
  }
};

/** Gives every statement that this process sends to PostgreSQL while `work` is done. */
export const statementsDuring = async (
  work: (query: pg.Client['query']) => Promise<unknown>,
): Promise<readonly string[]> => {
  const { query } = pg.Client.prototype;
  const statements: string[] = [];
  const counting = function (this: pg.Client, ...given: readonly unknown[]): unknown {
    const text = textOf(given[0]);
    if (!ASKS_NOTHING.test(text) && !isOfTheQueue(text)) statements.push(text.replace(/\s+/gu, ' ').trim());
    return Reflect.apply(query, this, given);
  };
  Reflect.set(pg.Client.prototype, 'query', counting);
  try {
    await work(query);
  } finally {
    Reflect.set(pg.Client.prototype, 'query', query);
  }
  return statements;
};

/** Gives every statement that the bot sends to PostgreSQL while `work` is done and until nothing is under way any more. */
export const statementsOf = async (
  practice: Pick<Practice, 'database'>,
  work: () => Promise<unknown>,
): Promise<readonly string[]> => {
  await untilQuiet(practice, pg.Client.prototype.query);
  return statementsDuring(async (query) => {
    await work();
    await untilQuiet(practice, query);
  });
};

/** What was asked, the most often asked first, each in one line. */
export const printStatements = (statements: readonly string[]): string => {
  const counts = new Map<string, number>();
  for (const text of statements) {
    const shown = text
      .replaceAll(/"(?:public|t\d+)"\./gu, '')
      .replaceAll('"', '')
      .slice(0, 230);
    counts.set(shown, (counts.get(shown) ?? 0) + 1);
  }
  return [...counts]
    .toSorted(([, one], [, other]) => other - one)
    .map(([text, count]) => `${String(count).padStart(4)} × ${text}`)
    .join('\n');
};
