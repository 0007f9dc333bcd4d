import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { bundled } from '../../src/cli/bundle.mjs';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { asPeopleStart, NODE_WORDS } from './program.ts';

const STARTED = /^(?:(?:協DOボットを起動し|練習用ワークスペースを開き)ました:)?(?<url>http:\S+)$/u;
const SHIFTED = await bundled('bench/shifted-bot.ts');

/** A bot in a process of its own. */
export type BotProcess = {
  /** Where it serves, once it has said so; rejects when it ended before. */
  readonly url: Promise<string>;
  /** What it has written so far, log lines included. */
  readonly output: () => { readonly out: string; readonly err: string };
  readonly signal: (signal: NodeJS.Signals) => void;
  readonly pid: number;
  /** Its exit status; null when it was killed. */
  readonly ended: Promise<number | null>;
};

const running = new Set<ChildProcess>();

/** `kyodo start`, or the bot by a clock that stands so many milliseconds ahead. */
const wordsOf = (environment: Readonly<Record<string, string>>, ahead: number): readonly string[] =>
  ahead === 0
    ? [...asPeopleStart, 'start']
    : [...NODE_WORDS, SHIFTED, String(ahead), JSON.stringify(environment)];

/**
 * Starts `kyodo start` with these variables and no others; without tokens it is the practice workspace. With `ahead` its clock is so many
 * milliseconds ahead of the machine's.
 */
export const startBotProcess = (environment: Readonly<Record<string, string>>, ahead = 0): BotProcess => {
  // A directory without .env: the settings of whoever runs the tests must not get in.
  const cwd = mkdtempSync(path.join(tmpdir(), 'kyodo-cwd-'));
  const child = spawn(process.execPath, [...wordsOf(environment, ahead)], {
    cwd,
    env: { ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  let out = '';
  let err = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  const ended = once(child, 'close').then((): number | null => {
    running.delete(child);
    rmSync(cwd, { recursive: true, force: true });
    return child.exitCode;
  });
  const url = new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      out += `${line}\n`;
      const started = STARTED.exec(line)?.groups?.url;
      if (started !== undefined) resolve(started);
    });
    void ended.then((status) => reject(new Error(`the bot ended with ${status}: ${err}${out}`)));
  });
  // Those who wait for its end do not ask for its address.
  url.catch(() => undefined);
  return {
    url,
    output: () => ({ out, err }),
    signal: (signal) => void child.kill(signal),
    pid: child.pid ?? 0,
    ended,
  };
};

/** Starts one whose Slack is `slack`, and has Slack send its requests there. */
export const startBotFor = async (
  slack: Sandbox,
  environment: Readonly<Record<string, string>>,
): Promise<BotProcess> => {
  const bot = startBotProcess({
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_SIGNING_SECRET: slack.signingSecret,
    SLACK_API_URL: slack.apiUrl,
    SECRETARIAT: 'jimukyoku@city.example',
    PORT: '0',
    ...environment,
  });
  slack.connectHttp({ url: await bot.url });
  return bot;
};

/** Ends what a failed test left running. */
export const killBotProcesses = (): void => {
  for (const child of running) child.kill('SIGKILL');
};
