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
  readonly wait: (ms: number) => Promise<void>;
  readonly limits?: HttpLimits;
};

/** From the first word on that it stops. */
const STOP_WITHIN_MS = 8000;
/**
 * So long it serves on while it says that it is not ready: who looks every second or two, as a load balancer does, has seen it then and
 * sends its requests elsewhere.
 */
const NOTICE_MS = 4000;
/** Who has heard within so many milliseconds that it is ready may still believe it. */
const WATCHED_MS = 60_000;

const sendJson = (response: ServerResponse, status: number, body: unknown): void => {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(body));
};

/** Whoever keeps a connection must not send another request by it just when it is closed. */
const lastOf = (response: ServerResponse): void => {
  if (!response.headersSent) response.setHeader('connection', 'close');
};

/** What /readyz says while it stops. */
const STOPPING: Awaited<ReturnType<Readiness>> = { ready: false, stopping: true };

/**
 * Serves /healthz, /readyz and Slack's requests on `port` (0: any free one). `stop` says first that it is not ready, where Slack's requests
 * come by somebody who asks; then it takes no new requests and lets running ones finish: eight seconds in all at most.
 */
export const startHttpServer = async ({
  host,
  port,
  ready,
  slack,
  page,
  hungUp,
  wait,
  limits = LIMITS,
}: Options): Promise<HttpServer> => {
  const underWay = new Set<ServerResponse>();
  let isStopping = false;
  let heardReadyAt = Number.NEGATIVE_INFINITY;
  const sendReadiness = async (response: ServerResponse): Promise<void> => {
    const told = isStopping ? STOPPING : await ready();
    if (told.ready) heardReadyAt = performance.now();
    sendJson(response, told.ready ? 200 : 503, told);
  };
  const server = createServer(
    {
      headersTimeout: limits.headersMs,
      requestTimeout: limits.requestMs,
      connectionsCheckingInterval: limits.lookEveryMs,
    },
    (request, response) => {
      underWay.add(response);
      response.once('close', () => underWay.delete(response));
      if (isStopping) lastOf(response);
      const [path = '/'] = (request.url ?? '/').split('?', 1);
      if (request.method === 'GET' && path === '/healthz') return sendJson(response, 200, { up: true });
      if (request.method === 'GET' && path === '/readyz') return void sendReadiness(response);
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
    stop: async () => {
      isStopping = true;
      for (const response of underWay) lastOf(response);
      const timer = setTimeout(() => server.closeAllConnections(), STOP_WITHIN_MS);
      const isWatched = slack !== undefined && performance.now() - heardReadyAt < WATCHED_MS;
      if (isWatched) await wait(NOTICE_MS);
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
      });
      clearTimeout(timer);
    },
  };
};
