import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';
import type { Refusals } from '../refusals.ts';
import type { Reception, Sockets, SocketTimes } from '../sockets.ts';
import { createEnvelopes, type Way } from './envelopes.ts';
import type { Carrier } from './transport.ts';

const Ack = z.looseObject({ envelope_id: z.string(), payload: z.unknown().optional() });

/** Slack drops an ack of 20 KB or more without a word. */
const ackTooLong = 20_000;

/** An app has so many connections at most; the next is told to leave. */
const mostConnections = 10;

export type SocketSide = Sockets & {
  readonly carry: Carrier;
  /** A new address; it lets one connection in. */
  issueUrl(): string;
  /** Closes every connection as the protocol wants it; cuts those that do not answer. */
  stop(): Promise<void>;
};

/** Slack's words when it asks a connection to leave. */
type LeaveReason = 'warning' | 'refresh_requested' | 'too_many_websockets' | 'link_disabled';

/** A close frame: the other side answers it, and waits for the line to be cut. */
const goodbye = Buffer.from([0x88, 0x02, 0x03, 0xe8]);

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
  readonly times?: SocketTimes | undefined;
};

type Connection = Way & {
  readonly socket: WebSocket;
  /** What lies under it. */
  readonly line: Duplex;
  /** Was asked to come anew: it is sent nothing while there is another. */
  leaving: boolean;
  hung: boolean;
  /** Was told goodbye, and its line not cut. */
  parted: boolean;
  /** Whether anything came since the last ping. */
  alive: boolean;
};

/** Socket Mode on `server`, at /socket/…, each address good for one connection. */
export const createSocketSide = (
  server: Server,
  { base, appId, token, refusals, ackPatience, times = {} }: SocketParts,
): SocketSide => {
  const { pingEvery = 10_000, leaveAfter = 5_000 } = times;
  const sockets = new WebSocketServer({ noServer: true });
  const tickets = new Set<string>();
  const connections = new Set<Connection>();
  const receptions: Reception[] = [];
  const acks: string[] = [];
  let turn = 0;
  let opened = 0;
  let most = 0;

  const open = (): readonly Connection[] =>
    [...connections].filter(({ socket, parted }) => !parted && socket.readyState === socket.OPEN);
  /** The open connections in turn, and those that were asked to leave only when there are no others. */
  const nextWays = (): readonly Connection[] => {
    const staying = open().filter(({ leaving }) => !leaving);
    const usable = staying.length > 0 ? staying : open();
    turn += 1;
    const first = turn % Math.max(usable.length, 1);
    return [...usable.slice(first), ...usable.slice(0, first)];
  };
  const envelopes = createEnvelopes({
    isConnected: () => open().length > 0,
    nextWays,
    token,
    ackPatience,
  });

  const take = (connection: Connection, data: string): void => {
    if (connection.hung) return;
    connection.alive = true;
    if (Buffer.byteLength(data) >= ackTooLong) {
      const message = `[ERROR] an ack must be less than ${ackTooLong} bytes`;
      refusals.note('ack over a socket', [{ code: 'ack_too_large', message }]);
      return;
    }
    const ack = Ack.safeParse(JSON.parse(data));
    if (!ack.success) return;
    acks.push(ack.data.envelope_id);
    envelopes.acknowledged(connection, ack.data.envelope_id, ack.data.payload);
  };
  const askIfAlive = (connection: Connection): void => {
    if (connection.alive) connection.socket.ping();
    else connection.socket.terminate();
    connection.alive = false;
  };
  const say = ({ send }: Connection, reason: LeaveReason): void =>
    send(JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'practice' } }));
  const greet = (socket: WebSocket, line: Duplex): void => {
    const send = (text: string): void => socket.send(text);
    const connection: Connection = {
      socket,
      line,
      send,
      leaving: false,
      hung: false,
      parted: false,
      alive: true,
    };
    connections.add(connection);
    opened += 1;
    most = Math.max(most, connections.size);
    const ping = setInterval(() => askIfAlive(connection), pingEvery);
    socket.on('message', (data) => take(connection, String(data)));
    socket.on('pong', () => {
      if (!connection.hung) connection.alive = true;
    });
    socket.on('close', () => {
      clearInterval(ping);
      connections.delete(connection);
      envelopes.closed(connection);
    });
    // A broken connection closes by itself; without a listener it would end the process.
    socket.on('error', () => socket.terminate());
    const reception =
      receptions.shift() ?? (connections.size > mostConnections ? 'too_many_websockets' : 'hello');
    if (reception === 'silence') return;
    if (reception === 'too_many_websockets' || reception === 'link_disabled') {
      say(connection, reception);
      socket.close(1000);
      return;
    }
    const hello = {
      type: 'hello',
      num_connections: connections.size,
      debug_info: { host: 'practice', approximate_connection_time: 18_060 },
      connection_info: { app_id: appId },
    };
    send(JSON.stringify(hello));
    if (reception === 'end') socket.close(1000);
    else envelopes.opened();
  };
  server.on('upgrade', (request: IncomingMessage, connection: Duplex, head: Buffer) => {
    if (tickets.delete(request.url ?? ''))
      sockets.handleUpgrade(request, connection, head, (socket) => greet(socket, connection));
    else connection.destroy();
  });

  const refresh = (connection: Connection): void => {
    connection.leaving = true;
    say(connection, 'refresh_requested');
    const closing = setTimeout(() => connection.socket.close(1000), leaveAfter);
    connection.socket.once('close', () => clearTimeout(closing));
  };
  const one = (which: number): readonly Connection[] => open().slice(which, which + 1);

  return {
    carry: envelopes.carry,
    connections: () => open().length,
    handedOn: envelopes.handedOn,
    issueUrl: () => {
      const path = `/socket/${token()}`;
      tickets.add(path);
      return `${base()}${path}`;
    },
    warn: () => {
      for (const connection of open()) say(connection, 'warning');
    },
    refresh: () => open().forEach(refresh),
    refreshOne: (which = 0) => one(which).forEach(refresh),
    cut: () => {
      for (const { socket } of open()) socket.terminate();
    },
    cutOne: (which = 0) => {
      for (const { socket } of one(which)) socket.terminate();
    },
    hangOne: (which = 0) => {
      for (const connection of one(which)) connection.hung = true;
    },
    farewellOne: (which = 0) => {
      for (const connection of one(which)) {
        connection.hung = true;
        connection.parted = true;
        // Its answer would end the line.
        connection.socket.pause();
        connection.line.write(goodbye);
        envelopes.closed(connection);
      }
    },
    disable: () => {
      for (const connection of open()) {
        say(connection, 'link_disabled');
        connection.socket.close(1000);
      }
    },
    receive: (how, times = 1) => {
      receptions.push(...Array.from({ length: times }, () => how));
    },
    seen: () => ({ opened, most }),
    send: (frame) => open()[0]?.socket.send(frame),
    acks: () => acks,
    stop: async () => {
      envelopes.stop();
      await Promise.all([...connections].map(({ socket }) => leave(socket)));
      sockets.close();
    },
  };
};
