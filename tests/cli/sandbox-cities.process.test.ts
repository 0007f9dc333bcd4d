import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { endProcesses, type PracticeProcess, startPracticeProcess } from './process.ts';
import { cleanUp, emptyDirectory, kyodo } from './run.ts';

// Real processes over an embedded database, one after the other on one record.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const environment = { DATA_DIR: emptyDirectory(), LOG_LEVEL: 'silent' };
let running: PracticeProcess;
const start = async (): Promise<void> => {
  running = await startPracticeProcess(environment, ['sandbox', '--cities', '3']);
};
beforeAll(start);
afterAll(() => {
  endProcesses();
  cleanUp();
});

const Directory = z.looseObject({ workspaces: z.array(z.object({ id: z.string(), name: z.string() })) });
const State = z.looseObject({
  channels: z.array(
    z.looseObject({ name: z.string(), messages: z.array(z.looseObject({ text: z.string() })) }),
  ),
});

/** What the bot has told somebody in one city. */
const told = async (team: string, person: string): Promise<readonly string[]> => {
  const state = await fetch(`${running.url}/sandbox/state?team=${team}&person=${person}`);
  const { channels } = State.parse(await state.json());
  return channels.find(({ name }) => name === '協DOボット')?.messages.map(({ text }) => text) ?? [];
};

const say = async (team: string, person: string, channel: string, text: string): Promise<unknown> => {
  const answer = await fetch(`${running.url}/sandbox/command?team=${team}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ person, channel, text }),
  });
  return answer.json();
};

const auditOf = async (team: string): Promise<readonly string[]> =>
  (await kyodo(['audit', '--json', '--workspace', team], environment)).out.trim().split('\n');

test('three cities and an organisation of two wards open, each with meetings of its own', async () => {
  const directory = Directory.parse(await (await fetch(`${running.url}/sandbox/people`)).json());
  expect(directory.workspaces.map(({ name }) => name)).toEqual([
    '練習用ワークスペース',
    'みなも市(練習用)',
    'あかね市(練習用)',
    'ひがしの区(練習用)',
    'にしの区(練習用)',
  ]);
  const expectRecorded = (team: string, person: string, body: string) =>
    expect
      .poll(() => told(team, person), { timeout: 30_000 })
      .toEqual([expect.stringContaining(`記録しました:${body}`)]);
  await expectRecorded('T0MINAMO', 'U0MINAMO1', 'みなも市民協働会議');
  await expectRecorded('T0AKANE', 'U0AKANE1', 'あかね協働推進会議');
  // The same person in two wards.
  await expectRecorded('T0HIGASHINO', 'U0KENMU1', 'ひがしの区協働会議');
  await expectRecorded('T0NISHINO', 'U0KENMU1', 'にしの区協働会議');
});

test('another start goes on with all of them, and enters nothing twice', async () => {
  const lines = await auditOf('T0NISHINO');
  expect(lines.join('\n')).toContain('にしの区協働会議');
  expect(await running.stop()).toBe(0);
  await start();
  expect(await auditOf('T0NISHINO')).toEqual(lines);
  expect(await say('T0NISHINO', 'U0KENMU1', 'D0KENMU10NISHINO', '/kyodo-meeting 一覧')).toEqual({ ok: true });
  await expect.poll(() => told('T0NISHINO', 'U0KENMU1')).toEqual([expect.stringContaining('会議')]);
});

test('fewer cities than the record has are refused, until it begins anew', async () => {
  expect(await running.stop()).toBe(0);
  expect(await kyodo(['sandbox', '--cities', '2'], { ...environment, PORT: '0' })).toEqual({
    exit: 1,
    out: '',
    err: 'この記録には、ほかの練習用の市もあります。--cities でそのときの数を指定するか、--reset を付けて最初から始めてください。\n',
  });
  running = await startPracticeProcess(environment, ['sandbox', '--reset', '--empty']);
  const directory = Directory.parse(await (await fetch(`${running.url}/sandbox/people`)).json());
  expect(directory.workspaces).toHaveLength(1);
  expect(await running.stop()).toBe(0);
});

test.each([
  ['9', '市の数「9」は指定できません。1から6までの数を指定してください。'],
  ['two', '市の数「two」は指定できません。1から6までの数を指定してください。'],
])('--cities %s is refused', async (typed, err) => {
  expect(await kyodo(['sandbox', '--cities', typed], environment)).toEqual({
    exit: 2,
    out: '',
    err: `${err}\n`,
  });
});

test('several cities are not served over sockets', async () => {
  expect(await kyodo(['sandbox', '--cities', '2', '--transport', 'socket'], environment)).toEqual({
    exit: 2,
    out: '',
    err: '市が2つ以上のときのつなぎ方は、http だけです。\n',
  });
});
