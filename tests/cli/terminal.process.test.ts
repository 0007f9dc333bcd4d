import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type IPty, spawn } from '@lydell/node-pty';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { createLog, openRecord } from '../../src/deps.ts';
import { createTestDatabase } from '../support/database.ts';
import { urlOf } from '../support/practice.ts';
import { asPeopleStart } from '../support/program.ts';
import type { Environment } from './run.ts';

vi.setConfig({ testTimeout: 120_000 });

const README = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
/** What the README says that a terminal shows: what npm writes, and what the program does. */
const [, byNpm = '', shown = ''] =
  /端末には、次のように出ます.*?\n```\n(?<byNpm>> [^\n]+\n> [^\n]+)\n\n(?<shown>.+?)\n```/su.exec(README) ??
  [];

let folder: string;
let running: IPty | undefined;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'kyodo-terminal-'));
});
afterEach(() => {
  running?.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

/** `kyodo start` as somebody starts it at a terminal. */
const startAtTerminal = (environment: Environment) => {
  const pty = spawn(process.execPath, [...asPeopleStart, 'start'], {
    cwd: folder,
    cols: 200,
    env: { ...environment, PORT: '0' },
  });
  running = pty;
  let screen = '';
  pty.onData((text) => {
    screen += text;
  });
  const ended = new Promise<number>((resolve) => {
    pty.onExit(({ exitCode }) => {
      running = undefined;
      resolve(exitCode);
    });
  });
  return { screen: () => screen.replaceAll('\r\n', '\n'), press: (keys: string) => pty.write(keys), ended };
};

const CTRL_C = '\u0003';
const until = (holds: () => void) => vi.waitFor(holds, { timeout: 90_000, interval: 50 });

test('a first start at a terminal, up to Ctrl+C, is as the README shows it', async () => {
  const { name, version, scripts } = manifest;
  expect(byNpm).toBe(`> ${name}@${version} start\n> ${scripts.start}`);
  const terminal = startAtTerminal({});
  await until(() => expect(terminal.screen()).toContain('実在の個人情報を入力しないでください。\n'));
  terminal.press(CTRL_C);
  expect(await terminal.ended).toBe(0);
  const said = terminal
    .screen()
    .replace(/127\.0\.0\.1:\d+/u, '127.0.0.1:3000')
    .replace(`${folder}/data`, '/home/midori/kyodo-bot/data');
  expect(said.trimEnd()).toBe(shown);
});

/** A bot at a terminal that finds no Slack, until Ctrl+C; what the terminal showed. */
const withoutSlack = async (more: Environment): Promise<string> => {
  const database = await createTestDatabase();
  const terminal = startAtTerminal({
    SLACK_BOT_TOKEN: 'xoxb-1',
    SLACK_SIGNING_SECRET: '0123456789',
    SLACK_API_URL: 'https://nowhere.invalid/api/',
    DATABASE_URL: urlOf(database.connection).replace('@', ':geheim@'),
    ...more,
  });
  await until(() => expect(terminal.screen()).toContain('waiting for Slack'));
  terminal.press(CTRL_C);
  expect(await terminal.ended).toBe(0);
  await database.drop();
  // Lines of JSON go to the terminal by themselves, and may come a moment later.
  const said = terminal.screen().replaceAll(/(?:\{"|\[\d\d:).*\n/gu, '');
  expect(said).toBe(
    '協DOボットを起動しています…\n^C\n終わっています…\n終わりました。もう一度起動すると、続きから使えます。\n',
  );
  expect(terminal.screen()).not.toContain('geheim');
  return terminal.screen();
};

test('at a terminal the bot tells what is wrong in a readable line, without the password of its database', async () => {
  expect(await withoutSlack({})).toMatch(
    /^\[\d\d:\d\d:\d\d\] 注意: waiting for Slack \{.*Slackのホスト名「nowhere\.invalid」が見つかりません/mu,
  );
});

test('there the log is of JSON where that is wanted, with all that it has elsewhere', async () => {
  const shown = await withoutSlack({ LOG_FORMAT: 'json' });
  expect(shown).toMatch(/^\{"level":40,.*"msg":"waiting for Slack"\}$/mu);
  expect(shown).toMatch(/^\{"level":30,.*"msg":"listening"\}$/mu);
});

test('a first start makes no statement fail', async () => {
  const told: string[] = [];
  const log = createLog('debug', { write: (line) => void told.push(line) });
  const { close } = await openRecord({ databaseUrl: undefined, dataDir: path.join(folder, 'data') }, log);
  await close();
  expect(told.filter((line) => line.includes('ready to accept connections'))).toHaveLength(1);
  expect(told.filter((line) => /ERROR|"level":[456]0/u.test(line))).toEqual([]);
});
