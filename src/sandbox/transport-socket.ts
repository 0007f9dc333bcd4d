import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';
import type { Refusals } from './refusals.ts';
import { type BotAnswer, type Carrier, type Delivery, unanswered } from './transport.ts';

const Ack = z.looseObject({ envelope_id: z.string(), payload: z.unknown().optional() });

const envelopeTypes = { command: 'slash_commands', interaction: 'interactive', event: 'events_api' } as const;

/** Slack drops an ack of 20 KB or more without a word. */
const ackTooLong = 20_000;

export type SocketSide = {
  readonly carry: Carrier;
  /** How many connections are open. */
  connections(): number;
  /** A new address; it lets one connection in. */
  issueUrl(): string;
  /** Asks every connection to go away and come back, as Slack does every few hours. */
  refresh(): void;
  /** Closes every connection as the protocol wants it; cuts those that do not answer. */
  stop(): Promise<void>;
};

/** Milliseconds that the other side has to say goodbye. */
const farewell = 500;

const leave = (socket: WebSocket): Promise<void> =>
  new Promise((resolve) => {
    const cut = setTimeout(() => socket.terminate(), farewell);
    socket.once('close', () => {
      clearTimeout(cut);
      resolve();
    });
    socket.close(1001);
  });

export type SocketParts = {
  /** The ws: address of the server. */
  readonly base: () => string;
  readonly appId: string;
  /** Makes tickets and envelope ids. */
  readonly token: () => string;
  readonly refusals: Refusals;
  /** Milliseconds an ack is waited for. */
  readonly ackPatience: number;
};

/** Socket Mode on `server`, at /socket/…, each address good for one connection. */
export const createSocketSide = (
  server: Server,
  { base, appId, token, refusals, ackPatience }: SocketParts,
): SocketSide => {
  const sockets = new WebSocketServer({ noServer: true });
  const tickets = new Set<string>();
  const waiting = new Map<string, (answer: BotAnswer) => void>();

  const take = (data: string): void => {
    if (Buffer.byteLength(data) >= ackTooLong) {
      const message = `[ERROR] an ack must be less than ${ackTooLong} bytes`;
      refusals.note('ack over a socket', [{ code: 'ack_too_large', message }]);
      return;
    }
    const ack = Ack.safeParse(JSON.parse(data));
    if (ack.success) waiting.get(ack.data.envelope_id)?.({ status: 200, body: ack.data.payload ?? '' });
  };
  const greet = (socket: WebSocket): void => {
    const ping = setInterval(() => socket.ping(), 10_000);
    socket.on('message', (data) => take(String(data)));
    socket.on('close', () => clearInterval(ping));
    // A broken connection closes by itself; without a listener it would end the process.
    socket.on('error', () => socket.terminate());
    const hello = {
      type: 'hello',
      num_connections: sockets.clients.size,
      connection_info: { app_id: appId },
    };
    socket.send(JSON.stringify(hello));
  };
  server.on('upgrade', (request: IncomingMessage, connection: Duplex, head: Buffer) => {
    if (tickets.delete(request.url ?? '')) sockets.handleUpgrade(request, connection, head, greet);
    else connection.destroy();
  });

  const envelope = (id: string, { kind, body }: Delivery, retryNum: number): string =>
    JSON.stringify({
      envelope_id: id,
      type: envelopeTypes[kind],
      payload: body,
      accepts_response_payload: kind !== 'event',
      ...(kind === 'event' ? { retry_attempt: retryNum, retry_reason: retryNum > 0 ? 'timeout' : '' } : {}),
    });

  return {
    carry: (delivery, { retryNum }) => {
      const open = [...sockets.clients].find((socket) => socket.readyState === socket.OPEN);
      if (open === undefined) return Promise.resolve(unanswered);
      const id = token();
      return new Promise((resolve) => {
        const settle = (answer: BotAnswer): void => {
          clearTimeout(timer);
          waiting.delete(id);
          resolve(answer);
        };
        const timer = setTimeout(() => settle(unanswered), ackPatience);
        waiting.set(id, settle);
        open.send(envelope(id, delivery, retryNum));
      });
    },
    connections: () => sockets.clients.size,
    issueUrl: () => {
      const path = `/socket/${token()}`;
      tickets.add(path);
      return `${base()}${path}`;
    },
    refresh: () => {
      const disconnect = JSON.stringify({ type: 'disconnect', reason: 'refresh_requested' });
      for (const socket of sockets.clients) socket.send(disconnect);
    },
    stop: async () => {
      await Promise.all([...sockets.clients].map(leave));
      sockets.close();
    },
  };
};
