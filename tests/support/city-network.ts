import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import {
  type AddressInfo,
  connect,
  createServer as createLine,
  type Server as NetServer,
  type Socket,
} from 'node:net';
import type { Duplex } from 'node:stream';
import { createServer as createTlsLine } from 'node:tls';
import { CITY_AUTHORITY } from './city-authority.ts';

const listen = async (server: NetServer): Promise<number> => {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return (server.address() as AddressInfo).port;
};

const closing = (server: NetServer) => {
  const open = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket)).on('error', () => undefined);
  });
  return () => {
    for (const socket of open) socket.destroy();
    server.close();
  };
};

const join = (one: Duplex, other: Duplex): void => {
  one.on('error', () => other.destroy()).on('close', () => other.destroy());
  other.on('error', () => one.destroy()).on('close', () => one.destroy());
  one.pipe(other).pipe(one);
};

/** How a proxy answers who asks it for a tunnel: it makes one, or says a status, or nothing at all. */
type Answer = 'tunnel' | 'silence' | number;

export type CityProxy = {
  /** Host and port. */
  readonly host: string;
  /** To where it has led, in the order of asking. */
  readonly led: () => readonly string[];
  /** How often it was asked with another login than its own, or none. */
  readonly turnedAway: () => number;
  /** Lead who asks for this host and port to that port of this machine, in the place of its own. */
  readonly lead: (host: string, port: number) => void;
  readonly stop: () => void;
};

/** A proxy that makes tunnels for who has its login; over TLS with the certificate of the city's authority when told. */
export const startCityProxy = async ({
  login,
  answer = 'tunnel',
  overTls = false,
}: {
  /** `user:password`; none is asked for without. */
  readonly login?: string;
  readonly answer?: Answer;
  readonly overTls?: boolean;
} = {}): Promise<CityProxy> => {
  const server: Server = overTls ? createTlsServer(CITY_AUTHORITY) : createServer();
  const led: string[] = [];
  const inside = new Map<string, number>();
  let turnedAway = 0;
  const wanted = login && `Basic ${Buffer.from(login).toString('base64')}`;
  server.on('connect', ({ url = '', headers }: IncomingMessage, asking: Duplex) => {
    asking.on('error', () => undefined);
    const say = (status: number): void =>
      void asking.end(`HTTP/1.1 ${status} Nothing\r\nContent-Length: 0\r\n\r\n`);
    if (wanted !== undefined && headers['proxy-authorization'] !== wanted) {
      turnedAway += 1;
      return say(407);
    }
    if (answer === 'silence') return;
    if (answer !== 'tunnel') return say(answer);
    led.push(url);
    const onward = connect(inside.get(url) ?? Number(new URL(`http://${url}`).port), '127.0.0.1');
    onward.on('error', () => asking.destroy());
    onward.once('connect', () => {
      asking.write('HTTP/1.1 200 Connection established\r\n\r\n');
      join(asking, onward);
    });
  });
  const stop = closing(server);
  const port = await listen(server);
  return {
    host: `127.0.0.1:${port}`,
    led: () => led,
    turnedAway: () => turnedAway,
    lead: (to, at) => void inside.set(to, at),
    stop,
  };
};

/**
 * What stands before Slack: TLS with a certificate of the city's authority, as in a city that looks into what goes by, and only for what comes
 * through the proxy. Whoever comes to its address by another way is cut.
 */
export const startWall = async (
  { lead }: Pick<CityProxy, 'lead'>,
  /** A port of this machine: Slack's. */
  behind: () => number,
): Promise<{
  /** Its address as the bot is to have it. */
  readonly url: string;
  /** How many came by another way. */
  readonly direct: () => number;
  readonly stop: () => void;
}> => {
  let direct = 0;
  const gate = createTlsLine(CITY_AUTHORITY, (line) => join(line, connect(behind(), '127.0.0.1')));
  gate.on('tlsClientError', () => undefined);
  const guard = createLine((socket) => {
    direct += 1;
    socket.destroy();
  });
  const stops = [closing(gate), closing(guard)];
  const host = `localhost:${await listen(guard)}`;
  lead(host, await listen(gate));
  return {
    url: `https://${host}`,
    direct: () => direct,
    stop: () => {
      for (const stop of stops) stop();
    },
  };
};
