import { afterAll, expect, test, vi } from 'vitest';
import { openEmbedded } from '../../src/db/embedded/embedded.ts';
import { endProcesses, startPracticeProcess } from './process.ts';
import {
  cleanUp,
  csvFile,
  emptyDirectory,
  HEADERS,
  kyodo,
  MEETINGS_2023,
  ROWS_2023,
  tableRows,
} from './run.ts';

// A command opens and closes the database, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

afterAll(() => {
  endProcesses();
  cleanUp();
});

const readiness = async (url: string): Promise<unknown> => (await fetch(url)).status;

test('commands work beside a running bot, and after it was killed, on the same embedded database', async () => {
  const environment = { DATA_DIR: emptyDirectory(), LOG_LEVEL: 'silent' };
  const bot = await startPracticeProcess(environment, ['sandbox', '--empty']);
  expect(bot.url).toMatch(/^http:\/\/127\.0\.0\.1:\d{2,5}$/u);
  expect(await readiness(bot.url)).toBe(200);

  const file = csvFile([HEADERS, ...MEETINGS_2023]);
  const imported = await kyodo(['import', 'meetings', file], environment);
  expect(imported).toMatchObject({ exit: 0, err: '' });
  const [report, doctor] = await Promise.all([
    kyodo(['report', '2023'], environment),
    kyodo(['doctor'], environment),
  ]);
  expect({ exit: report.exit, rows: tableRows(report.out) }).toEqual({ exit: 0, rows: ROWS_2023 });
  expect({ exit: doctor.exit, err: doctor.err }).toEqual({ exit: 0, err: '' });
  expect(await readiness(bot.url)).toBe(200);

  await bot.kill();
  const after = await kyodo(['report', '2023'], environment);
  expect({ exit: after.exit, out: after.out }).toEqual({ exit: 0, out: report.out });

  const server = await openEmbedded(environment.DATA_DIR);
  expect(await server.release()).toBe(true);
});

test('a bot asked to stop ends with 0 and leaves its record to the commands', {
  timeout: 120_000,
}, async () => {
  const environment = { DATA_DIR: emptyDirectory(), LOG_LEVEL: 'silent' };
  const bot = await startPracticeProcess(environment, ['sandbox', '--empty']);
  expect(await bot.stop()).toBe(0);
  const { exit, out } = await kyodo(['report', '2023'], environment);
  expect({ exit, rows: tableRows(out) }).toEqual({ exit: 0, rows: [] });
  expect(out).toContain('#### 協働推進本部会議\n\n(未記録)');
});

test('a port that is taken ends with 3 and says how to go on', async () => {
  const environment = { DATA_DIR: emptyDirectory(), LOG_LEVEL: 'silent' };
  const bot = await startPracticeProcess(environment, ['sandbox', '--empty']);
  const { port } = new URL(bot.url);
  const second = await kyodo(['start'], { DATA_DIR: emptyDirectory(), LOG_LEVEL: 'silent', PORT: port });
  expect(second).toEqual({
    exit: 3,
    out: '',
    err: `ポート${port}は使用中です。動いている協DOボットを終了するか、PORT に別の番号を指定してください。\n`,
  });
  expect(await bot.stop()).toBe(0);
});
