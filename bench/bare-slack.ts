import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';

/** Who types commands from now on: how often, to which bots, in which workspaces. */
export type Typing = {
  readonly everyMs: number;
  readonly urls: readonly string[];
  readonly signingSecret: string;
  readonly teams: readonly string[];
  readonly person: string;
};

/** What came of it so far. */
export type Tally = {
  /** Messages that were posted, and in how many workspaces. */
  readonly posted: number;
  readonly workspaces: number;
  /** Milliseconds from each command to its form. */
  readonly opened: readonly number[];
  /** Commands whose form has not come. */
  readonly open: number;
  /** Calls of the Web API by their method. */
  readonly calls: Readonly<Record<string, number>>;
};

/**
 * Slack's side of a thousand workspaces with as little work as possible, in a process of its own: it answers every call at once, counts
 * posts by token, and types commands when it is told. It prints its address.
 */
const posts = new Map<string, number>();
const calls = new Map<string, number>();
const asked = new Map<string, number>();
const opened: number[] = [];
let stopTyping = new AbortController();
let made = 0;

/** A prime: every city has its turn before one has two, and neighbours do not follow each other. */
const STRIDE = 7919;

/** A workspace's token ends in its id. */
const teamOf = (token: string): string => token.slice(token.lastIndexOf('-') + 1);
const tokenOf = ({ headers }: IncomingMessage): string =>
  headers.authorization?.slice('Bearer '.length) ?? '';

const ANSWERS: Readonly<Record<string, (form: URLSearchParams, token: string) => object>> = {
  'auth.test': (_form, token) => ({ team_id: teamOf(token), user_id: 'U0BOT', bot_id: 'B0BOT' }),
  'chat.postMessage': (form, token) => {
    posts.set(token, (posts.get(token) ?? 0) + 1);
    made += 1;
    const ts = `1800000000.${String(made).padStart(6, '0')}`;
    return { channel: `D${form.get('channel')}`, ts, message: { ts } };
  },
  'conversations.open': (form) => ({ channel: { id: `D${form.get('users')}` } }),
  'users.info': (form, token) => ({
    user: {
      id: form.get('user'),
      team_id: teamOf(token),
      real_name: '協働 推進',
      deleted: false,
      profile: {},
    },
  }),
  'views.open': (form) => {
    const trigger = form.get('trigger_id') ?? '';
    const begun = asked.get(trigger);
    if (begun !== undefined) opened.push(performance.now() - begun);
    asked.delete(trigger);
    return { view: { id: `V${trigger}`, hash: '1', type: 'modal' } };
  },
};

const type = async ({ urls, signingSecret, teams, person }: Typing, count: number): Promise<void> => {
  const trigger = `trigger.${performance.now()}.${count}`;
  const team = teams[(count * STRIDE) % teams.length] ?? '';
  const body = new URLSearchParams({
    command: '/kyodo-meeting',
    text: '',
    team_id: team,
    team_domain: 'city',
    user_id: person,
    user_name: 'jimukyoku',
    channel_id: 'C0GENERAL',
    channel_name: 'general',
    api_app_id: 'A0KYODOBOT',
    trigger_id: trigger,
    response_url: `${slackUrl}/answers`,
  }).toString();
  const timestamp = String(Math.floor(Date.now() / 1000));
  const digest = createHmac('sha256', signingSecret).update(`v0:${timestamp}:${body}`).digest('hex');
  asked.set(trigger, performance.now());
  await fetch(`${urls[count % urls.length]}/slack/events`, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': `v0=${digest}`,
    },
    body,
  }).then((response) => response.text());
};

/** Commands at a steady beat, whether or not those before them were answered. */
const keepTyping = async (typing: Typing, { signal }: AbortController): Promise<void> => {
  for (let count = 0; !signal.aborted; count += 1) {
    type(typing, count).catch(() => undefined);
    await pause(typing.everyMs);
  }
};

const tally = (): Tally => ({
  posted: made,
  workspaces: posts.size,
  opened,
  open: asked.size,
  calls: Object.fromEntries(calls),
});

const server = createServer(async (request, response) => {
  const body = await text(request);
  const [, room = '', method = ''] = request.url?.split('/') ?? [];
  const answer = (): object => {
    if (room === 'tally') return tally();
    if (room === 'typing') {
      stopTyping.abort();
      stopTyping = new AbortController();
      const typing: Typing | null = JSON.parse(body);
      if (typing !== null) void keepTyping(typing, stopTyping);
      return {};
    }
    calls.set(method, (calls.get(method) ?? 0) + 1);
    return { ok: true, ...ANSWERS[method]?.(new URLSearchParams(body), tokenOf(request)) };
  };
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer()));
});
server.listen(0, '127.0.0.1');
await new Promise((resolve) => server.once('listening', resolve));
const { port } = server.address() as AddressInfo;
const slackUrl = `http://127.0.0.1:${port}`;
process.stdout.write(`${slackUrl}\n`);
