import { readFileSync } from 'node:fs';
import { afterAll, expect, test, vi } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { asPeopleStart } from '../support/program.ts';
import { endProcesses, kyodoProcess, launch } from './process.ts';
import { cleanUp, csvFile, HEADERS, kyodo } from './run.ts';

// A process takes its time to start on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

afterAll(() => {
  endProcesses();
  cleanUp();
});

test.concurrent.each<[string, readonly string[]]>([
  ['wrong usage', ['raport']],
  ['a refused input', ['import', 'meetings', 'not-there.csv']],
  ['the help', ['--help']],
])('%s is the same in a process of its own', async (_what, words) => {
  expect(await kyodoProcess(words)).toEqual(await kyodo(words));
});

test('what is said is read to its end through a pipe, however much it is and however slowly', async () => {
  const bad = Array.from({ length: 3000 }, (_, index) => [
    '幹事会',
    '対面',
    `${index}日ごろ`,
    '',
    '年間予定',
  ]);
  const { child, ended, err } = launch(['import', 'meetings', csvFile([HEADERS, ...bad])], {});
  // Nobody reads on for now: the pipe is full, and the process waits, or has ended without the rest.
  const isAsleep = (): boolean => /\) S /u.test(readFileSync(`/proc/${child.pid}/stat`, 'utf8'));
  const isHeldUp = (): boolean =>
    child.stderr.readableLength >= child.stderr.readableHighWaterMark && isAsleep();
  child.stderr.pause();
  child.stdout.resume();
  await expect.poll(() => child.exitCode !== null || isHeldUp(), { timeout: 60_000 }).toBe(true);
  child.stderr.resume();
  expect(await ended).toBe(1);
  expect(err()).toMatch(/^3001行目.*\n[^\n]*何も取り込/mu);
  expect(err().split('\n').length).toBeGreaterThan(3000);
});

test('what people start is what every test of a process starts', () => {
  expect(manifest.scripts).toMatchObject({
    start: 'exec node --max-old-space-size=1024 src/cli/kyodo.mjs start',
    kyodo: 'node src/cli/kyodo.mjs',
  });
  expect(asPeopleStart).toEqual([
    '--max-old-space-size=1024',
    expect.stringMatching(/\/src\/cli\/kyodo\.mjs$/u),
  ]);
});
