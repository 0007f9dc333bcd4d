import { createHmac } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { App, HTTPReceiver } from '@slack/bolt';
import { createDatabase } from '../src/db/database.ts';
import { openEmbedded } from '../src/db/embedded/embedded.ts';
import { fiscalYearOf } from '../src/domain/calendar/fiscal-year.ts';
import { todayInTokyo } from '../src/domain/calendar/local-date.ts';
import { startBot } from '../src/main.ts';
import { startSandbox } from '../src/sandbox/sandbox.ts';
import { quantile } from './quantile.ts';

/**
 * What a reception code costs a full hall: 300 people type it within ten seconds. Measured is the time from Slack's signed
 * request to the answer at its response_url, through the real bot and the embedded PostgreSQL, beside a bare Bolt app that
 * answers the same command at the same moments.
 */

const SECRETARY = 'U0SECRETARY';
const PEOPLE = 300;
const WITHIN_MS = 10_000;
const WARM_UP = 10;

const listen = async (server: Server): Promise<string> => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

/** Where answers come in: `next` waits for that of one request. */
const openAnswers = async () => {
  const waiting = new Map<string, (answer: string) => void>();
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      response.writeHead(200).end('ok');
      waiting.get(request.url ?? '')?.(body);
    });
  });
  const url = await listen(server);
  return {
    url,
    next: (id: string) => new Promise<string>((resolve) => waiting.set(`/${id}`, resolve)),
    stop: () => server.close(),
  };
};

const startBareBolt = async (signingSecret: string) => {
  const receiver = new HTTPReceiver({ signingSecret });
  const app = new App({ receiver, authorize: async () => ({ botToken: 'xoxb-bare', botId: 'B0BARE' }) });
  app.command('/kyodo-training', async ({ ack, respond }) => {
    await ack();
    await respond({ response_type: 'ephemeral', text: 'recorded' });
  });
  const server = createServer(receiver.requestListener);
  return { url: `${await listen(server)}/slack/events`, stop: () => server.close() };
};

const directory = mkdtempSync(path.join(tmpdir(), 'kyodo-bench-'));
const personOf = (index: number): string => `U0CROWD${String(index).padStart(4, '0')}`;
const slack = await startSandbox({
  people: [
    { id: SECRETARY, real_name: '事務 局子' },
    ...Array.from({ length: WARM_UP + PEOPLE }, (_, index) => ({
      id: personOf(index),
      real_name: `受講 ${index}`,
      email: `crowd${index}@city.example`,
    })),
  ],
});
const { botToken, signingSecret } = slack;
const bot = await startBot({
  slack: { mode: 'http', botToken, signingSecret },
  slackApiUrl: slack.apiUrl,
  databaseUrl: undefined,
  dataDir: directory,
  port: 0,
  host: '127.0.0.1',
  secretariat: [SECRETARY.toLowerCase()],
  logLevel: 'silent',
});
slack.connectHttp({ url: bot.url });
const bare = await startBareBolt(signingSecret);
const answers = await openAnswers();
const embedded = await openEmbedded(directory);
const db = createDatabase(embedded.connection, () => undefined);

const today = todayInTokyo(new Date());
const secretary = slack.person(SECRETARY);
await secretary.command('/kyodo-training');
const form = await secretary.nextForm();
await form.fill({ 研修: '協働推進員研修', 実施方法: '集合', 開催日: today, 受付: ['受付コードを発行する'] });
await form.submit();
const { plain } = await slack.dm(SECRETARY).next();
const code = /(\d{3}-\d{3})/u.exec(plain)?.[1] ?? '';

/** Types the code as one person; gives the milliseconds to the answer. */
const checkIn = async (url: string, name: string, index: number): Promise<number> => {
  const id = `${name}${index}`;
  const body = new URLSearchParams({
    token: 'none',
    team_id: slack.team.id,
    team_domain: slack.team.domain,
    channel_id: 'D0BENCH',
    channel_name: 'directmessage',
    user_id: personOf(index),
    user_name: personOf(index),
    command: '/kyodo-training',
    text: `受付 ${code}`,
    api_app_id: 'A0KYODOBOT',
    is_enterprise_install: 'false',
    response_url: `${answers.url}/${id}`,
    trigger_id: '1.2.3',
  }).toString();
  const timestamp = String(Math.floor(Date.now() / 1000));
  const digest = createHmac('sha256', signingSecret).update(`v0:${timestamp}:${body}`).digest('hex');
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    'x-slack-request-timestamp': timestamp,
    'x-slack-signature': `v0=${digest}`,
  };
  const answered = answers.next(id);
  const begun = performance.now();
  const response = await fetch(url, { method: 'POST', headers, body });
  if (response.status !== 200) throw new Error(`${response.status} ${await response.text()}`);
  await answered;
  return performance.now() - begun;
};

const targets = [
  { name: 'check in (bot)', url: `${bot.url}/slack/events` },
  { name: 'answer only (bare Bolt)', url: bare.url },
];
for (let index = 0; index < WARM_UP; index += 1)
  for (const { url, name } of targets) await checkIn(url, `warm-${name.length}-`, index);

const begun = performance.now();
const took = await Promise.all(
  targets.map(({ url, name }) =>
    Promise.all(
      Array.from({ length: PEOPLE }, async (_, index) => {
        await pause((index * WITHIN_MS) / PEOPLE);
        return checkIn(url, `${name.length}-`, WARM_UP + index);
      }),
    ),
  ),
);
const lasted = performance.now() - begun;
for (const [index, { name }] of targets.entries()) {
  const values = took[index] ?? [];
  const [median, late, worst] = [0.5, 0.99, 1].map((share) => quantile(values, share).toFixed(1).padStart(7));
  process.stdout.write(
    `${name.padEnd(26)} median ${median} ms   99 % within ${late} ms   all within ${worst} ms\n`,
  );
}
const record = db.record(slack.team.id);
const [session] = await record.trainings.ofYear(fiscalYearOf(today));
const recorded = session === undefined ? [] : await record.attendances.ofSession(session.id);
process.stdout.write(
  `${PEOPLE} people in ${(lasted / 1000).toFixed(1)} s; ${recorded.length - WARM_UP} attendances beside ${WARM_UP} of the warm-up\n`,
);

bare.stop();
answers.stop();
await db.close();
await bot.stop();
await embedded.release();
await slack.stop();
rmSync(directory, { recursive: true, force: true });
process.exit(0);
