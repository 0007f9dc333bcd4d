import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { Prisma, PrismaClient } from './generated/client.ts';
import { type NameOf, ownStatements, type Statement } from './own-statements.ts';

/** In milliseconds: how long a transaction may wait for a connection, and how long it may take. */
export type TransactionLimits = { readonly maxWait?: number; readonly timeout?: number };

/** Runs work in one transaction, which is taken back when the work throws. */
export type RunTransaction = <T>(
  work: (transaction: Prisma.TransactionClient) => Promise<T>,
  limits?: TransactionLimits,
) => Promise<T>;

const LIMITS = { maxWait: 5_000, timeout: 10_000 } as const;

/** A transaction found no connection in time, took too long, or was not kept. */
class TransactionError extends Error {
  override readonly name = 'TransactionError';
}

/** How a pool hands out a connection to who does not wait for a promise. */
type Taking = Parameters<pg.Pool['connect']>[0];

const nothing = (): void => undefined;

/** The connection of the transaction in which Prisma is to ask, while it begins one of its own. */
const lent = new AsyncLocalStorage<pg.PoolClient>();

const BOUNDS: readonly string[] = ['BEGIN', 'COMMIT', 'ROLLBACK'];
const NO_ROWS = { fields: [], rows: [], rowCount: 0 } as const;

/** A connection that is in a transaction already: what Prisma says to begin and to end its own goes nowhere. */
const withoutBounds = (client: pg.PoolClient): pg.PoolClient => {
  const query = async (statement: pg.QueryConfig): Promise<unknown> =>
    BOUNDS.includes(statement.text) ? NO_ROWS : client.query(statement);
  const own = new Map<string | symbol, unknown>([
    ['query', query],
    ['release', nothing],
  ]);
  return new Proxy(client, { get: (target, name) => own.get(name) ?? Reflect.get(target, name) });
};

/** A pool that gives Prisma the connection of the transaction in which it is asked. */
export class LendingPool extends pg.Pool {
  override connect(): Promise<pg.PoolClient>;
  override connect(callback: Taking): void;
  override connect(callback?: Taking): unknown {
    if (callback !== undefined) return super.connect(callback);
    const client = lent.getStore();
    return client === undefined ? super.connect() : Promise.resolve(withoutBounds(client));
  }
}

/** What a transaction is handed to be written last. */
const lastOf = new WeakMap<Prisma.TransactionClient, Promise<unknown>[]>();

/**
 * Hands a transaction what is written last in it and not waited for: statements that are sent at once go out before COMMIT, and the
 * transaction fails with them. What asks before it writes would come too late, and fails it as well.
 */
export const atLast = (
  transaction: Prisma.TransactionClient,
  ...writes: readonly Promise<unknown>[]
): void => {
  for (const write of writes) write.catch(nothing);
  lastOf.get(transaction)?.push(...writes);
};

/** What `promise` gives, if it does in so many milliseconds. */
const within = async <T>(ms: number, promise: Promise<T>, late: string): Promise<T> => {
  const settled = new AbortController();
  const expired = pause(ms, undefined, { signal: settled.signal }).then(() => {
    throw new TransactionError(late);
  });
  try {
    return await Promise.race([promise, expired]);
  } finally {
    settled.abort();
  }
};

const connectionOf = async (pool: pg.Pool, withinMs: number): Promise<pg.PoolClient> => {
  const connected = pool.connect();
  try {
    return await within(withinMs, connected, 'no connection was free in time');
  } catch (error) {
    // One that comes after all goes back.
    connected.then((client) => client.release(), nothing);
    throw error;
  }
};

/**
 * Prisma inside a transaction of ours, from the first question that is asked of a table on; `end` waits for it. What it begins and
 * ends is nothing of its own.
 */
const prismaWithin = (prisma: PrismaClient, client: pg.PoolClient, timeout: number) => {
  let ended: Promise<unknown> | undefined;
  let finish = nothing;
  const finished = new Promise<void>((resolve) => {
    finish = resolve;
  });
  let begun: Promise<Prisma.TransactionClient> | undefined;
  const begin = (): Promise<Prisma.TransactionClient> =>
    new Promise((resolve, reject) => {
      const work = async (transaction: Prisma.TransactionClient): Promise<void> => {
        resolve(transaction);
        await finished;
      };
      ended = lent.run(client, () => prisma.$transaction(work, { timeout: 2 * timeout })).catch(reject);
    });
  return {
    get: (): Promise<Prisma.TransactionClient> => {
      begun ??= begin();
      return begun;
    },
    end: async (): Promise<void> => {
      finish();
      await ended;
    },
  };
};

/** The tables of a client, whose questions are asked of another that is fetched for the first of them. */
const tablesOf =
  (prisma: Prisma.TransactionClient, within: () => Promise<Prisma.TransactionClient>) =>
  (name: string | symbol) => {
    const table: unknown = Reflect.get(prisma, name);
    if (typeof table !== 'object' || table === null) return table;
    return new Proxy(table, {
      get:
        (_, verb) =>
        async (...asked: readonly unknown[]): Promise<unknown> => {
          const own = Reflect.get(await within(), name);
          return Reflect.apply(Reflect.get(own, verb), own, asked);
        },
    });
  };

/** Has what is said to a connection in this turn of the event loop go out in one write: each takes as long as a small statement. */
const writeTogether = ({ connection: { stream } }: pg.Client): void => {
  stream.cork();
  process.nextTick(() => stream.uncork());
};

/**
 * Transactions over the pool's connections. BEGIN goes out with the first statement, and COMMIT with the last of those that nobody waits
 * for: when one of them fails, the transaction has failed.
 */
export const transactionsOver =
  (pool: pg.Pool, prisma: PrismaClient, nameOf: NameOf, onError: (error: Error) => void): RunTransaction =>
  async (work, { maxWait = LIMITS.maxWait, timeout = LIMITS.timeout } = {}) => {
    const client = await connectionOf(pool, maxWait);
    client.on('error', onError);
    const pending = new Set<Promise<void>>();
    const failures: unknown[] = [];
    const last: Promise<unknown>[] = [];
    let isOver = false;
    const goOn = (): void => {
      if (isOver) throw new TransactionError('the transaction is over');
    };
    const ask = <T>(query: () => Promise<T>): Promise<T> => {
      goOn();
      writeTogether(client);
      const answer = query();
      const settled = answer.then(nothing, (error: unknown) => void failures.push(error));
      pending.add(settled);
      void settled.then(() => pending.delete(settled));
      return answer;
    };
    const own = ownStatements(async (statement: Statement) => ask(() => client.query(statement)), nameOf);
    const byPrisma = prismaWithin(prisma, client, timeout);
    const tableOf = tablesOf(prisma, async () => {
      // The connection may be another's by then.
      goOn();
      return byPrisma.get();
    });
    const transaction = new Proxy<Prisma.TransactionClient>(prisma, {
      get: (_, name) => own.get(name) ?? tableOf(name),
    });
    lastOf.set(transaction, last);
    const end = async (bound: 'commit' | 'rollback'): Promise<string> => {
      isOver = true;
      await byPrisma.end();
      writeTogether(client);
      return (await client.query(bound)).command;
    };
    const giveBack = (broken?: Error): void => {
      client.removeListener('error', onError);
      client.release(broken);
    };
    void ask(() => client.query('begin'));
    try {
      const result = await within(timeout, work(transaction), 'the transaction took too long');
      // Whatever waits for no answer has said what it has to say by then.
      if (last.length > 0) await new Promise<void>((resolve) => process.nextTick(resolve));
      const [ended] = await Promise.all([end('commit'), ...pending]);
      if (failures.length > 0) throw failures[0];
      await Promise.all(last);
      if (ended !== 'COMMIT') throw new TransactionError('the transaction was not kept');
      giveBack();
      return result;
    } catch (error) {
      const ended = isOver ? Promise.resolve() : end('rollback');
      const over = ended.then(() => giveBack(), giveBack);
      // What still waits for a lock is not waited for.
      if (!(error instanceof TransactionError)) await over;
      throw error;
    }
  };
