import { createServer, type RequestListener, type ServerResponse } from 'node:http';
import type { Readiness } from './readiness.ts';

export type HttpServer = { readonly url: string; readonly stop: () => Promise<void> };

/** What one who connects may take. */
export type HttpLimits = {
  /** Milliseconds for the headers of a request, and for all of it, from the connection on. */
  readonly headersMs: number;
  readonly requestMs: number;
  /** How often it is looked whether those are over. */
  readonly lookEveryMs: number;
  /** Open at once; more are hung up on. */
  readonly connections: number;
};

/** Slack sends a request at once and waits three seconds for its answer; 1,000 people at work need a few dozen connections. */
const LIMITS: HttpLimits = { headersMs: 5000, requestMs: 10_000, lookEveryMs: 1000, connections: 250 };

type Options = {
  readonly host: string;
  readonly port: number;
  readonly ready: Readiness;
  /** Answers POST /slack/events; without it that path is not there. */
  readonly slack: RequestListener | undefined;
  /** What answers GET of a path besides; none unless told. */
  readonly page?: (path: string) => RequestListener | undefined;
  /** Hears of each connection that was hung up on because there were too many. */
  readonly hungUp: () => void;
  readonly limits?: HttpLimits;
};

const STOP_WITHIN_MS = 8000;

const sendJson = (response: ServerResponse, status: number, body: unknown): void => {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(body));
};

const sendReadiness = async (response: ServerResponse, ready: Readiness): Promise<void> => {
  const told = await ready();
  sendJson(response, told.ready ? 200 : 503, told);
};

/**
 * Serves /healthz, /readyz and Slack's requests on `port` (0: any free one). `stop` takes no new requests and lets
 * running ones finish, for at most eight seconds.
 */
export const startHttpServer = async ({
  host,
  port,
  ready,
  slack,
  page,
  hungUp,
  limits = LIMITS,
}: Options): Promise<HttpServer> => {
  const server = createServer(
    {
      headersTimeout: limits.headersMs,
      requestTimeout: limits.requestMs,
      connectionsCheckingInterval: limits.lookEveryMs,
    },
    (request, response) => {
      const [path = '/'] = (request.url ?? '/').split('?', 1);
      if (request.method === 'GET' && path === '/healthz') return sendJson(response, 200, { up: true });
      if (request.method === 'GET' && path === '/readyz') return void sendReadiness(response, ready);
      const answer = request.method === 'GET' ? page?.(path) : undefined;
      if (answer !== undefined) return answer(request, response);
      if (request.method !== 'POST' || path !== '/slack/events' || slack === undefined)
        return sendJson(response, 404, { error: 'not found' });
      slack(request, response);
    },
  );
  server.maxConnections = limits.connections;
  server.on('drop', hungUp);
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
