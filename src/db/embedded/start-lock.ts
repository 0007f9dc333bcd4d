import { once } from 'node:events';
import { createConnection, createServer, type Server, type Socket } from 'node:net';
import { errorCode } from './problem.ts';

/** Linux forgets this name when its process ends, however it ends; no file is left behind that could be stale. */
const addressOf = (name: string): string => `\0kyodo-bot-${name}`;

const listen = async (address: string): Promise<Server> => {
  const server = createServer();
  server.listen({ path: address });
  await once(server, 'listening');
  return server;
};

/** Waits until the process that holds `address` lets it go or ends. */
const holderGone = (address: string, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const line = createConnection({ path: address });
    const giveUp = (): void => {
      line.destroy();
      reject(signal.reason);
    };
    signal.addEventListener('abort', giveUp);
    line.on('error', () => {});
    line.once('close', () => {
      signal.removeEventListener('abort', giveUp);
      resolve();
    });
    line.resume();
  });

/**
 * Runs `action` while no other process of this machine runs one under the same `name`; waits for its turn at most `limitMs`,
 * then throws a TimeoutError. `action` is told whether it really is alone: only Linux has the means, and elsewhere
 * PostgreSQL's own lock file must settle who comes first, which it does for all but two starts over a stale one.
 */
export const withStartLock = async <T>(
  name: string,
  limitMs: number,
  action: (alone: boolean) => Promise<T>,
): Promise<T> => {
  if (process.platform !== 'linux') return action(false);
  const address = addressOf(name);
  const signal = AbortSignal.timeout(limitMs);
  for (;;) {
    let server: Server;
    try {
      server = await listen(address);
    } catch (error) {
      if (errorCode(error) !== 'EADDRINUSE') return action(false);
      await holderGone(address, signal);
      continue;
    }
    const waiting = new Set<Socket>();
    server.on('connection', (socket) => {
      waiting.add(socket);
      socket.on('error', () => {});
    });
    try {
      return await action(true);
    } finally {
      server.close();
      for (const socket of waiting) socket.destroy();
    }
  }
};
