import { createServer, type RequestListener, type ServerResponse } from 'node:http';

/** What /readyz asks; each answers true or false and never throws. */
export type ReadyChecks = Readonly<Record<string, () => Promise<boolean>>>;

export type HttpServer = { readonly url: string; readonly stop: () => Promise<void> };

type Options = {
  readonly host: string;
  readonly port: number;
  readonly ready: ReadyChecks;
  /** Answers POST /slack/events; without it that path is not there. */
  readonly slack: RequestListener | undefined;
};

const STOP_WITHIN_MS = 8000;

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

/**
 * Serves /healthz, /readyz and Slack's requests on `port` (0: any free one). `stop` takes no new requests and lets
 * running ones finish, for at most eight seconds.
 */
export const startHttpServer = async ({ host, port, ready, slack }: Options): Promise<HttpServer> => {
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?', 1)[0];
    if (request.method === 'GET' && path === '/healthz') return sendJson(response, 200, { up: true });
    if (request.method === 'GET' && path === '/readyz') return void sendReadiness(response, ready);
    if (request.method !== 'POST' || path !== '/slack/events' || slack === undefined)
      return sendJson(response, 404, { error: 'not found' });
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
