import { PrismaPg } from '@prisma/adapter-pg';
import { type Prisma, PrismaClient } from './generated/client.ts';
import { type NameOf, ownStatements } from './own-statements.ts';
import { LendingPool, type RunTransaction, transactionsOver } from './own-transaction.ts';

/** How to reach a PostgreSQL: a URL, or the socket directory of the embedded one; and what the connection is called there, if anything. */
export type Connection = { readonly application_name?: string } & (
  | { readonly connectionString: string }
  | { readonly host: string; readonly port: number; readonly user: string; readonly database: string }
);

/** What the connections of a bot with the token of a workspace are called. */
export const servingName = (workspaceId: string): string => `kyodo-bot ${workspaceId}`;

/**
 * The same, called so that the database knows that a bot is at work with the token of a workspace: nothing has to be put back when
 * it dies.
 */
export const servingConnection = (connection: Connection, workspaceId: string): Connection => ({
  ...connection,
  application_name: servingName(workspaceId),
});

/** Prisma inside or outside a transaction. */
export type Prismatic = Prisma.TransactionClient;

/** How many connections a process takes at most: for what people wait for, and for all else, of which the queue has five at once. */
export const CONNECTIONS = { ofRequests: 10, inBackground: 6 } as const;

/** A connection keeps so many statements at most; those beyond, as of lists of every length, have no name. */
const MOST_PREPARED = 400;

/** Names statements by their text, so that PostgreSQL reads and plans each once a connection and not each time. */
const createStatementNames = (): NameOf => {
  const names = new Map<string, string>();
  return ({ sql }) => {
    if (!names.has(sql) && names.size < MOST_PREPARED) names.set(sql, `kyodo ${names.size}`);
    return names.get(sql) ?? '';
  };
};

/** Prisma as the record has it: our own statements and transactions go to PostgreSQL without the way through it. */
export type Client = Prismatic & {
  readonly $transaction: RunTransaction;
  readonly $disconnect: () => Promise<void>;
  readonly $connections: () => Connections;
};

/** How many connections a process has just now, how many of them nobody uses, and how many wait for one. */
export type Connections = { readonly open: number; readonly idle: number; readonly awaited: number };

/**
 * A client over `connection` with at most so many `connections`, opened when they are needed. Errors of idle ones are handed to `onError`
 * instead of ending the process.
 */
export const createPrisma = (
  connection: Connection,
  onError: (error: Error) => void,
  connections: number,
): Client => {
  const pool = new LendingPool({
    ...connection,
    max: connections,
    // What is asked at the same moment over one connection goes out together, and its answers come back together.
    pipeline: true,
    // Prisma writes and reads moments by the clock of UTC, whatever time the database keeps.
    onConnect: (client) => client.query("set time zone 'UTC'"),
  });
  pool.on('error', onError);
  const nameOf = createStatementNames();
  const prisma = new PrismaClient({
    adapter: new PrismaPg(pool, {
      onPoolError: onError,
      onConnectionError: onError,
      statementNameGenerator: nameOf,
      disposeExternalPool: true,
    }),
    // Longer formats print what people typed into the log.
    errorFormat: 'minimal',
  });
  const own = new Map<string | symbol, unknown>([
    ...ownStatements((statement) => pool.query(statement), nameOf),
    ['$transaction', transactionsOver(pool, prisma, nameOf, onError)],
  ]);
  const $connections = (): Connections => ({
    open: pool.totalCount,
    idle: pool.idleCount,
    awaited: pool.waitingCount,
  });
  return new Proxy(Object.assign(prisma, { $connections }), {
    get: (target, name) => own.get(name) ?? Reflect.get(target, name),
  });
};
