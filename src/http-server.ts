import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { Clock } from './domain/clock.ts';

/** What /readyz asks; each answers true or false and never throws. */
export type ReadyChecks = Readonly<Record<string, () => Promise<boolean>>>;

export type HttpServer = { readonly url: string; readonly stop: () => Promise<void> };

type Options = {
  readonly host: string;
  readonly port: number;
  readonly clock: Clock;
  readonly ready: ReadyChecks;
  /** Bolt, for POST /slack/events; without it that path is not there. */
  readonly slack: RequestListener | undefined;
};

const MOST_SKEW_SECONDS = 5 * 60;
const STOP_WITHIN_MS = 8000;

/** Bolt refuses old timestamps only; one from the future could be kept and replayed later. */
const isTimely = (request: IncomingMessage, clock: Clock): boolean => {
  const sent = Number(request.headers['x-slack-request-timestamp']);
  return Math.abs(clock.now().getTime() / 1000 - sent) <= MOST_SKEW_SECONDS;
};

const sendJson = (response: ServerResponse, status: number, body: unknown): void => {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(body));
};

const sendReadiness = async (response: ServerResponse, checks: ReadyChecks): Promise<void> => {
  const results = await Promise.all(
    Object.entries(checks).map(async ([name, check]) => [name, await check()] as const),
  );
  const isReady = results.every(([, passed]) => passed);
  sendJson(response, isReady ? 200 : 503, { ready: isReady, ...Object.fromEntries(results) });
};

/** Proxies may add a charset to the content type, which Bolt would take for an unknown type. */
const dropCharset = (request: IncomingMessage): void => {
  const type = request.headers['content-type'];
  if (type !== undefined) request.headers['content-type'] = type.split(';', 1)[0]?.trim() ?? type;
};

/**
 * Serves /healthz, /readyz and Slack's requests on `port` (0: any free one). `stop` takes no new requests and lets
 * running ones finish, for at most eight seconds.
 */
export const startHttpServer = async ({ host, port, clock, ready, slack }: Options): Promise<HttpServer> => {
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?', 1)[0];
    if (request.method === 'GET' && path === '/healthz') return sendJson(response, 200, { up: true });
    if (request.method === 'GET' && path === '/readyz') return void sendReadiness(response, ready);
    if (request.method !== 'POST' || path !== '/slack/events' || slack === undefined)
      return sendJson(response, 404, { error: 'not found' });
    if (!isTimely(request, clock)) return sendJson(response, 401, { error: 'timestamp' });
    dropCharset(request);
    slack(request, response);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const address = server.address();
  const heard = typeof address === 'object' && address !== null ? address.port : port;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${heard}`,
    stop: () =>
      new Promise((resolve) => {
        const timer = setTimeout(() => server.closeAllConnections(), STOP_WITHIN_MS);
        server.close(() => {
          clearTimeout(timer);
          resolve();
        });
        server.closeIdleConnections();
      }),
  };
};
