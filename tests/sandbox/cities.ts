import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import type { SandboxOptions } from '../../src/sandbox/sandbox-options.ts';

/** Two cities by themselves, whose people and channels have the same ids, and two wards of one organisation, E0TOSHI. */
export const startCities = (options: Partial<SandboxOptions> = {}): Promise<Sandbox> =>
  startSandbox({
    patience: 200,
    enterprises: [{ id: 'E0TOSHI', name: '都市', domain: 'toshi', botToken: 'xoxb-toshi' }],
    workspaces: [
      {
        team: { id: 'T0SAKURA', name: '桜市' },
        botToken: 'xoxb-sakura',
        people: [
          { id: 'U0JIMU', real_name: '桜 花子', email: 'jimu@sakura.example' },
          { id: 'U0SAKURA', real_name: '桜 一郎' },
        ],
        channels: [{ id: 'C0ZEN', name: '桜市全庁' }],
      },
      {
        team: { id: 'T0KAEDE', name: '楓市' },
        botToken: 'xoxb-kaede',
        people: [{ id: 'U0JIMU', real_name: '楓 花子', email: 'jimu@kaede.example' }],
        channels: [
          { id: 'C0ZEN', name: '楓市全庁' },
          { id: 'C0KAEDE', name: '楓の会' },
        ],
      },
      {
        team: { id: 'T0KITA', name: '北区' },
        enterprise: 'E0TOSHI',
        people: [
          { id: 'U0KENMU', real_name: '兼務 太郎' },
          { id: 'U0KITA', real_name: '北 一子', email: 'kita@toshi.example' },
        ],
        channels: [{ id: 'C0KITA', name: '北区全庁' }],
      },
      {
        team: { id: 'T0MINAMI', name: '南区' },
        enterprise: 'E0TOSHI',
        people: [
          { id: 'U0KENMU', real_name: '兼務 太郎' },
          { id: 'U0MINAMI', real_name: '南 一子' },
        ],
        channels: [{ id: 'C0MINAMI', name: '南区全庁' }],
      },
      { team: { id: 'T0MADA', name: '未導入市' }, people: [{ id: 'U0MADA' }] },
    ],
    ...options,
  });

const Answer = z.looseObject({ ok: z.boolean(), error: z.string().optional() });

/** Calls the Web API with a token; gives what Slack answers, and the HTTP status. */
export const call = async (
  { apiUrl }: Sandbox,
  token: string,
  method: string,
  args: object = {},
): Promise<z.infer<typeof Answer> & { readonly status: number }> => {
  const response = await fetch(`${apiUrl}${method}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(args),
  });
  return { ...Answer.parse(await response.json()), status: response.status };
};

/** Takes what Slack sends and acknowledges all of it. */
export type Listener = {
  readonly url: string;
  /** The bodies so far, as they were meant: forms and payloads unpacked. */
  readonly heard: readonly Readonly<Record<string, unknown>>[];
  stop(): Promise<void>;
};

const unpacked = (type: string, body: string): Readonly<Record<string, unknown>> => {
  if (type.includes('json')) return z.looseObject({}).parse(JSON.parse(body));
  const form = Object.fromEntries(new URLSearchParams(body));
  return form.payload === undefined ? form : z.looseObject({}).parse(JSON.parse(form.payload));
};

const portOf = (server: Server): number => z.custom<AddressInfo>().parse(server.address()).port;

/** A bot that only listens. */
export const startListener = async (slack: Sandbox): Promise<Listener> => {
  const heard: Readonly<Record<string, unknown>>[] = [];
  const server = createServer(async (request, response) => {
    const body = await text(request);
    heard.push(unpacked(request.headers['content-type'] ?? '', body));
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${portOf(server)}`;
  slack.connectHttp({ url });
  return {
    url,
    heard,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
};
