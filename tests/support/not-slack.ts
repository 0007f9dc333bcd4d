import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';

/** How something that is not Slack, or Slack in trouble, answers: by the first part of the path. */
const ANSWERS: Readonly<Record<string, (response: ServerResponse) => void>> = {
  silent: () => undefined,
  cut: (response) => response.destroy(),
  login: (response) => response.writeHead(407, { 'proxy-authenticate': 'Basic realm="x"' }).end(),
  forbidden: (response) => response.writeHead(403).end('<html>blocked</html>'),
  portal: (response) => response.writeHead(302, { location: 'http://portal.example/' }).end(),
  page: (response) => response.end('<html>login</html>'),
  down: (response) => response.writeHead(503).end(),
  busy: (response) => response.writeHead(429, { 'retry-after': '30' }).end(),
};

export type NotSlack = {
  /** Its host with the port, and one at which nobody listens. */
  readonly host: string;
  readonly closed: string;
  /** How many connections there were. */
  readonly lines: () => number;
  readonly stop: () => void;
};

const listenAnywhere = async (answer: (path: string, response: ServerResponse) => void) => {
  const server = createServer((request, response) => answer(request.url ?? '', response));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return { server, host: `127.0.0.1:${port}` };
};

/** A server for each way in which Slack can't be asked; `http://HOST/word/` answers every call with Slack's error of that name. */
export const startNotSlack = async (): Promise<NotSlack> => {
  const { server, host } = await listenAnywhere((path, response) => {
    const how = path.split('/')[1] ?? '';
    const answer = ANSWERS[how];
    if (answer === undefined) response.end(JSON.stringify({ ok: false, error: how }));
    else answer(response);
  });
  const gone = await listenAnywhere(() => undefined);
  gone.server.close();
  let lines = 0;
  server.on('connection', () => {
    lines += 1;
  });
  return {
    host,
    lines: () => lines,
    closed: gone.host,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};
