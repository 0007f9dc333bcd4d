import { PrismaPg } from '@prisma/adapter-pg';
import { type Prisma, PrismaClient } from './generated/client.ts';

/** How to reach a PostgreSQL: a URL, or the socket directory of the embedded one. */
export type Connection =
  | { readonly connectionString: string }
  | { readonly host: string; readonly port: number; readonly user: string; readonly database: string };

/** Prisma inside or outside a transaction. */
export type Prismatic = Prisma.TransactionClient;

/** A Prisma client over `connection`. Errors of idle connections are handed to `onError` instead of ending the process. */
export const createPrisma = (connection: Connection, onError: (error: Error) => void): PrismaClient =>
  new PrismaClient({
    adapter: new PrismaPg({ ...connection, max: 10 }, { onPoolError: onError, onConnectionError: onError }),
    // Longer formats print what people typed into the log.
    errorFormat: 'minimal',
    transactionOptions: { timeout: 10_000, maxWait: 5_000 },
  });
