import { readFileSync } from 'node:fs';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { PRACTICE_TEAM } from '../../src/cli/practice-people.ts';
import { repl } from '../../src/cli/repl.ts';
import { readConfig } from '../../src/config.ts';
import { localDate } from '../../src/domain/calendar/local-date.ts';
import { prepareWorkspace } from '../../src/services/settings/prepare-workspace.ts';
import { putInquiry } from '../support/asked-inquiries.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { ask } from '../support/desk.ts';
import { urlOf } from '../support/practice.ts';
import { putRoster } from '../support/promoters.ts';
import { cleanUp, csvFile, emptyDirectory, kyodo } from './run.ts';

// A command opens and closes the database, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

/** A Thursday on which nobody runs these tests: the practice clock stands there, and goes on. */
const THEN = new Date('2041-05-09T10:00:00+09:00');
/** Ten fiscal years after it, the last that can be named then. */
const LAST_YEAR = '2051';

let database: TestDatabase;
let environment: Readonly<Record<string, string>>;

beforeAll(async () => {
  database = await createTestDatabase();
  const { db } = database;
  environment = { DATABASE_URL: urlOf(database.connection) };
  await prepareWorkspace(
    { clock: { now: () => new Date('2026-10-01T09:00:00+09:00') }, db },
    PRACTICE_TEAM.id,
  );
  await db.record(PRACTICE_TEAM.id).clockAhead.put(THEN.getTime() - Date.now());
});
afterAll(async () => {
  cleanUp();
  await database.drop();
});

test('job runs as of now', async () => {
  expect((await kyodo(['job', 'remind', '--dry-run'], environment)).out).toContain(
    'remind を令和23年5月9日(木) 10:',
  );
});

test('report knows the years that can be named', async () => {
  expect(await kyodo(['report', LAST_YEAR], environment)).toMatchObject({ exit: 0 });
});

test('forecast begins with today', async () => {
  const { db } = database;
  await putRoster(
    db,
    PRACTICE_TEAM.id,
    [
      {
        department: '福祉部',
        section: '福祉課',
        name: '青空 そら',
        slackId: 'U0SORA',
        startsOn: '2041-04-01',
      },
    ],
    THEN,
  );
  await putInquiry(db, PRACTICE_TEAM.id, THEN, { audience: 'everyone', dueOn: localDate('2041-05-13') });
  const { out } = await kyodo(['forecast', '--days', '7'], environment);
  expect(out).toMatch(/^令和23年5月9日\(木\) 1通$/mu);
});

test('the archive of the newsletter says when it was written', async () => {
  const directory = emptyDirectory();
  await kyodo(['newsletter', 'export', directory], environment);
  expect(readFileSync(path.join(directory, 'feed.xml'), 'utf8')).toContain('<updated>2041-05-09T01:');
});

test('what is imported is recorded as of now', async () => {
  const file = csvFile([
    ['会議体', '開催方法', '開催日', '日付欄の注記', '案件'],
    ['本部会議', '書面開催', '令和23年5月1日', '', '年間スケジュールについて'],
  ]);
  expect(await kyodo(['import', 'meetings', file], environment)).toMatchObject({ exit: 0, err: '' });
  const [line] = await ask(database, "select max(at) as at from audit_line where action = 'import-meetings'");
  expect(JSON.stringify(line)).toContain('2041-05-09T01:');
});

test('repl says what day it is', async () => {
  const input = new PassThrough();
  const output = new PassThrough();
  const printed = text(output);
  input.end('today()\n.exit\n');
  await repl(readConfig(environment), { input, output }).finally(() => output.end());
  expect(await printed).toContain("'2041-05-09'");
});
