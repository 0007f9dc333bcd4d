import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
  request as sendRequest,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import type { HostedWorkspace } from '../hosted-workspace.ts';
import { type ApiSide, serveAnswer, serveApi } from './api-server.ts';
import { serveConsent } from './consent-page.ts';
import { serveFile, servePicture, takeBytes } from './file-server.ts';
import { isLoopbackHost, sendJson } from './http-io.ts';
import { type PageMenu, servePage } from './page-api.ts';
import type { SharedTools } from './page-tools.ts';
import { sendFile } from './static-files.ts';

export type ServerParts = {
  readonly api: ApiSide;
  readonly menu: PageMenu;
  readonly tools: SharedTools;
  /** Where the built page is; without one only the interfaces answer. */
  readonly pageDirectory?: string;
  /** Where the bot listens, once it does. */
  readonly botUrl: () => string | undefined;
};

/** Belongs to the bot even in practice: its health, its numbers, and its own door. */
const botPaths = [
  '/healthz',
  '/readyz',
  '/metrics',
  '/slack/events',
  '/slack/install',
  '/slack/oauth_redirect',
];

/** Said while the bot starts, when the page is there already, and when it has gone. */
const notRunning = (response: ServerResponse): void =>
  sendJson(response, 503, { ok: false, problem: 'アプリが起動していません。' });

const passOn = (target: URL, request: IncomingMessage, response: ServerResponse): void => {
  const { method, headers } = request;
  const onward = sendRequest(target, { ...(method === undefined ? {} : { method }), headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  onward.on('error', () => notRunning(response));
  request.pipe(onward);
};

const route = async (
  parts: ServerParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  if (!isLoopbackHost(request.headers.host)) {
    return sendJson(response, 403, { ok: false, problem: 'このパソコンからだけ使えます。' });
  }
  const url = new URL(request.url ?? '/', `http://${request.headers.host}`);
  const [, area = '', rest = '', last = ''] = url.pathname.split('/');
  const { workspaces } = parts.api;
  const of = (team: string | null): HostedWorkspace | undefined =>
    workspaces.find(({ workspace }) => workspace.team.id === team);
  const bot = parts.botUrl();
  if (botPaths.includes(url.pathname))
    return bot === undefined
      ? notRunning(response)
      : passOn(new URL(url.pathname + url.search, bot), request, response);
  if (url.pathname === '/oauth/v2/authorize')
    return serveConsent(parts.api.oauth, workspaces, url, request, response);
  if (area === 'api') return serveApi(parts.api, rest, request, response);
  if (area === 'picture') return servePicture(parts.api, rest, response);
  if (area === 'files-pri') return serveFile(parts.api, url.pathname, request, response);
  // A page that was left open since another start may name a workspace that is gone.
  const shown = of(url.searchParams.get('team')) ?? workspaces[0];
  if (area === 'sandbox') return servePage(shown, parts, url, request, response);
  const hosted = of(rest);
  if (area === 'response' && hosted !== undefined) return serveAnswer(hosted, last, request, response);
  if (area === 'upload' && hosted !== undefined) return takeBytes(hosted, last, request, response);
  return sendFile(parts.pageDirectory, url.pathname, response);
};

/** Slack's side on one port: Web API, response urls, the practice page and its interface. It does not listen yet. */
export const createSandboxServer = (parts: ServerParts): Server =>
  createServer((request, response) => {
    route(parts, request, response).catch((cause: unknown) => {
      const wrong = cause instanceof z.ZodError;
      const detail = cause instanceof Error ? cause.message : String(cause);
      if (response.headersSent) response.destroy();
      else sendJson(response, wrong ? 400 : 500, { ok: false, error: 'internal_error', problem: detail });
    });
  });

/** Listens on 127.0.0.1 only; port 0 takes a free one. Gives the port; rejects when it is taken. */
export const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address: AddressInfo | string | null = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });

/** Milliseconds that answers under way have to finish; what waits for ever is cut then. */
const farewell = 300;

/** Stops listening, lets answers under way finish, then ends every connection. */
export const close = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), farewell);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
  });
