import { Agent, createServer, type ServerResponse, request as send } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A load balancer before several bots: each request goes to the next of those that say they are ready. */
export type Balancer = {
  readonly url: string;
  /** Has a bot be asked whether it is ready, and get requests while it is. */
  readonly add: (url: string) => void;
  readonly remove: (url: string) => void;
  /** How many bots are ready, as far as it knows. */
  readonly ready: () => number;
  /** Requests answered so far, by the status of their answer. */
  readonly answered: () => ReadonlyMap<number, number>;
  /** What became of requests that got no answer. */
  readonly unanswered: readonly string[];
  readonly stop: () => Promise<void>;
};

const LOOK_EVERY_MS = 1000;

export const startBalancer = async (): Promise<Balancer> => {
  const bots = new Map<string, boolean>();
  const answered = new Map<number, number>();
  const unanswered: string[] = [];
  const agent = new Agent({ keepAlive: true });
  let turn = 0;
  const look = async (url: string): Promise<void> => {
    const isReady = await fetch(`${url}/readyz`).then(
      ({ status }) => status === 200,
      () => false,
    );
    if (bots.has(url)) bots.set(url, isReady);
  };
  const timer = setInterval(() => [...bots.keys()].map(look), LOOK_EVERY_MS);
  const fail = (response: ServerResponse, why: string): void => {
    unanswered.push(why);
    response.writeHead(502).end();
  };
  const server = createServer((request, response) => {
    const ready = [...bots].flatMap(([url, isReady]) => (isReady ? [url] : []));
    turn += 1;
    const bot = ready[turn % ready.length];
    if (bot === undefined) return fail(response, 'no bot is ready');
    const { method, headers, url = '' } = request;
    const forwarded = send(new URL(url, bot), { method: method ?? 'GET', headers, agent }, (answer) => {
      const { statusCode = 0 } = answer;
      answered.set(statusCode, (answered.get(statusCode) ?? 0) + 1);
      response.writeHead(statusCode, { 'content-type': answer.headers['content-type'] ?? 'text/plain' });
      answer.pipe(response);
    });
    forwarded.on('error', (error) => fail(response, `${bot}: ${error.message}`));
    request.pipe(forwarded);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    add: (url) => {
      bots.set(url, false);
      void look(url);
    },
    remove: (url) => void bots.delete(url),
    ready: () => [...bots.values()].filter(Boolean).length,
    answered: () => answered,
    unanswered,
    stop: async () => {
      clearInterval(timer);
      agent.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
