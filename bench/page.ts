import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { App, HTTPReceiver } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { Browser, Page } from 'playwright-core';
import { startBot } from '../src/main.ts';
import { type Sandbox, startSandbox } from '../src/sandbox/sandbox.ts';
import { startBotProcess } from '../tests/support/bot-process.ts';
import { openChromium } from '../tests/support/chromium.ts';
import { quantile } from './quantile.ts';

/**
 * How quick the practice workspace is to a person in a browser: from the moment its server listens to a page that takes
 * commands, with the sample record, and from Enter after a command to its form on the screen, beside a bare Bolt app that opens the very same
 * form in the very same page.
 */

const PAGE_READY_MS = 2000;
const FORM_SHOWN_MS = 300;
const STARTS = 3;
const WARM_UP = 5;
const ROUNDS = 40;
const SECRETARY = 'U0SECRETARY';
const PAGE_DIRECTORY = fileURLToPath(new URL('../src/sandbox/page/dist', import.meta.url));
const COMMAND = '/kyodo-meeting';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
};

/** Resolves when something listens on `port`. */
const listening = async (port: number): Promise<void> => {
  for (;;) {
    const socket = connect(port, '127.0.0.1');
    const isOpen = await new Promise<boolean>((resolve) => {
      socket.once('connect', () => resolve(true));
      socket.once('error', () => resolve(false));
    });
    socket.destroy();
    if (isOpen) return;
    await pause(5);
  }
};

/** Starts the practice workspace as `npm start` does, on an empty disk; gives the milliseconds from its listening to its page. */
const pageAfterStart = async (browser: Browser): Promise<number> => {
  const directory = mkdtempSync(path.join(tmpdir(), 'kyodo-bench-'));
  const port = await freePort();
  const practice = startBotProcess({ PORT: String(port), DATA_DIR: directory });
  const page = await browser.newPage();
  await listening(port);
  const begun = performance.now();
  await page.goto(`http://127.0.0.1:${port}/`);
  await page.getByLabel('メッセージやコマンドを入力').waitFor();
  const took = performance.now() - begun;
  await page.close();
  practice.signal('SIGTERM');
  await practice.ended;
  rmSync(directory, { recursive: true, force: true });
  return took;
};

/** Measured in the page itself: from the Enter to the next picture that has the form. */
const WATCH = `(() => {
  let sent = 0;
  window.shownAfter = new Promise((resolve) => {
    addEventListener('keydown', ({ key }) => { if (key === 'Enter') sent = performance.now(); }, { capture: true, once: true });
    new MutationObserver((_, observer) => {
      if (document.querySelector('dialog[open] h2') === null) return;
      observer.disconnect();
      requestAnimationFrame(() => resolve(performance.now() - sent));
    }).observe(document, { childList: true, subtree: true, attributes: true });
  });
})()`;

const formAfterEnter = async (page: Page): Promise<number> => {
  await page.keyboard.type(COMMAND);
  await page.evaluate(WATCH);
  await page.keyboard.press('Enter');
  const took = await page.evaluate<number>('window.shownAfter');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  return took;
};

const openWorkspace = (): Promise<Sandbox> =>
  startSandbox({
    people: [{ id: SECRETARY, real_name: '事務 局子' }],
    channels: [{ id: 'C0KYODO', name: '協働推進' }],
    pageDirectory: PAGE_DIRECTORY,
  });

const openPage = async (browser: Browser, slack: Sandbox): Promise<Page> => {
  const page = await browser.newPage();
  await page.goto(`${slack.url}/?person=${SECRETARY}`);
  await page.getByLabel('メッセージやコマンドを入力').waitFor();
  return page;
};

/** The form as the real bot sends it, without what only Slack adds. */
const formOf = ({ calls }: Sandbox): ModalView => {
  const opened = calls.findLast(({ method }) => method === 'views.open')?.args.view;
  return typeof opened === 'string' ? JSON.parse(opened) : (opened as ModalView);
};

const startBareBolt = async ({ signingSecret, botToken, apiUrl }: Sandbox, view: ModalView) => {
  const receiver = new HTTPReceiver({ signingSecret });
  const app = new App({ receiver, token: botToken, clientOptions: { slackApiUrl: apiUrl } });
  app.command(COMMAND, async ({ ack, client, body }) => {
    await ack();
    await client.views.open({ trigger_id: body.trigger_id, view });
  });
  const server = createServer(receiver.requestListener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, stop: () => server.close() };
};

const browser = await openChromium();
const starts: number[] = [];
for (let start = 0; start < STARTS; start += 1) starts.push(await pageAfterStart(browser));

const directory = mkdtempSync(path.join(tmpdir(), 'kyodo-bench-'));
const [slack, bareSlack] = [await openWorkspace(), await openWorkspace()];
const bot = await startBot({
  slack: { mode: 'http', botToken: slack.botToken, signingSecret: slack.signingSecret },
  slackApiUrl: slack.apiUrl,
  databaseUrl: undefined,
  dataDir: directory,
  port: 0,
  host: '127.0.0.1',
  secretariat: [SECRETARY.toLowerCase()],
  logLevel: 'silent',
});
slack.connectHttp({ url: bot.url });
const page = await openPage(browser, slack);
await formAfterEnter(page);
const bare = await startBareBolt(bareSlack, formOf(slack));
bareSlack.connectHttp({ url: bare.url });
const barePage = await openPage(browser, bareSlack);

const took: number[] = [];
const bareTook: number[] = [];
// They take turns, so that whatever else the machine does falls on both alike.
for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
  const [ours, plain] = [await formAfterEnter(page), await formAfterEnter(barePage)];
  if (round < WARM_UP) continue;
  took.push(ours);
  bareTook.push(plain);
}

await browser.close();
bare.stop();
await bot.stop();
await slack.stop();
await bareSlack.stop();
rmSync(directory, { recursive: true, force: true });

const [ready, shown, bareShown] = [quantile(starts, 0.5), quantile(took, 0.5), quantile(bareTook, 0.5)];
say(`page ready after the server listens: ${starts.map(Math.round).join(', ')} ms (limit ${PAGE_READY_MS})`);
say(
  `${COMMAND} to its form on the screen: median ${Math.round(shown)} ms, 95 % within ${Math.round(quantile(took, 0.95))} ms ` +
    `(limit ${FORM_SHOWN_MS}); bare Bolt with the same form ${Math.round(bareShown)} ms: ${(shown / bareShown).toFixed(1)} times`,
);
process.exitCode = ready < PAGE_READY_MS && shown < FORM_SHOWN_MS ? 0 : 1;
