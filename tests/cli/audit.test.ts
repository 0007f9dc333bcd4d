import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createDatabase } from '../../src/db/database.ts';
import { plainStaff, trusted } from '../../src/domain/actor.ts';
import { refuse, succeed } from '../../src/domain/result.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { fillWorkspace, ID, MARK, SLACK_ID } from '../support/full-workspace.ts';
import { urlOf } from '../support/practice.ts';
import { cleanUp, kyodo } from './run.ts';

// A command is a process of its own, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const WORKSPACE = 'T0CITY';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  const db = createDatabase(database.connection, () => undefined);
  await fillWorkspace(db, WORKSPACE);
  const write = (actor: Parameters<typeof db.act>[0]['actor'], action: string, at: string, subject: string) =>
    db.act({ actor, action, at: new Date(at) }, async (record) => {
      await record.audit({ subject, before: { a: 1 }, reason: '日付の\n\u001b[31m誤り' });
      return succeed(null);
    });
  const person = plainStaff(WORKSPACE, SLACK_ID);
  await write(person, 'edit-meeting', '2026-11-25T00:00:00+09:00', `meeting:${ID.meeting}`);
  await write(
    trusted(WORKSPACE, 'cli:tanaka', 'cli'),
    'import-meetings',
    '2026-11-25T23:59:00+09:00',
    `body:${ID.body}:2026`,
  );
  await db.act(
    {
      actor: person,
      action: 'save-settings',
      at: new Date('2026-11-26T09:00:00+09:00'),
      subject: 'settings',
    },
    async () => refuse({ kind: 'not-allowed' }),
  );
  await db.close();
});
afterAll(async () => {
  cleanUp();
  await database.drop();
});

const audit = (...words: readonly string[]) =>
  kyodo(['audit', '--workspace', WORKSPACE, ...words], { DATABASE_URL: urlOf(database.connection) });

const WHO = `${MARK}花子(${SLACK_ID})`;
const EDIT = `2026-11-25 00:00\t${WHO}\tSlack\t会議の記録を編集\t会議:${MARK}会議 令和8年11月24日\t理由:日付の [31m誤り\n`;
const IMPORT = `2026-11-25 23:59\tcli:tanaka\tコマンド\t会議をファイルから取込み\t会議体:${MARK}会議\t理由:日付の [31m誤り\n`;
const REFUSED = `2026-11-26 09:00\t${WHO}\tSlack\t設定を保存(権限がないためお断り)\t設定\n`;

test.concurrent.each<[string, readonly string[], string]>([
  ['since a day', ['--since', '2026-11-25'], EDIT + IMPORT + REFUSED],
  ['since a day in 和暦', ['--since', '令和8年11月26日(木)'], REFUSED],
  ['since a time, in Japan', ['--since', '2026-11-25T00:01'], IMPORT + REFUSED],
  ['since a time elsewhere', ['--since', '2026-11-25T14:59:00Z'], IMPORT + REFUSED],
  ['by one whose Slack id is given', ['--since', 'R8.11.25', '--actor', SLACK_ID], EDIT + REFUSED],
  ['by one who works at the command line', ['--actor', 'cli:tanaka'], IMPORT],
  ['by one whose address is given', ['--since', 'R8.11.26', '--actor', 'TAKETORI@city.example'], REFUSED],
  ['by one whose name is given, spaces apart', ['--since', 'R8.11.26', '--actor', `${MARK} 花子`], REFUSED],
  ['since a day on which nothing has happened yet', ['--since', '2099-01-01'], ''],
])('lines %s are printed, oldest first', async (_what, words, out) => {
  expect(await audit(...words)).toEqual({ exit: 0, out, err: '' });
});

test('everything is printed when nothing is asked, and as JSON with what was before and after', async () => {
  const { exit, out, err } = await audit('--json');
  const [first, second, ...rest] = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect({ exit, err, more: rest.length }).toEqual({ exit: 0, err: '', more: 2 });
  expect(first).toMatchObject({ action: 'fill', after: { items: MARK }, before: null });
  expect(second).toEqual({
    at: '2026-11-24T15:00:00.000Z',
    actor: SLACK_ID,
    actorName: `${MARK}花子`,
    via: 'slack',
    action: 'edit-meeting',
    subject: `meeting:${ID.meeting}`,
    subjectName: `${MARK}会議 令和8年11月24日`,
    reason: '日付の\n\u001b[31m誤り',
    before: { a: 1 },
    after: null,
  });
});

test.concurrent.each([
  [
    '2026-02-30',
    '「2026-02-30」を日時として読み取れません。2026-11-01、令和8年11月1日、2026-11-01T09:00 のように指定してください。',
  ],
  [
    '先月',
    '「先月」を日時として読み取れません。2026-11-01、令和8年11月1日、2026-11-01T09:00 のように指定してください。',
  ],
])('--since %s is wrong usage', async (since, sentence) => {
  expect(await audit('--since', since)).toEqual({ exit: 2, out: '', err: `${sentence}\n` });
});

test('--actor of somebody unknown is refused', async () => {
  expect(await audit('--actor', '存在 しない')).toEqual({
    exit: 1,
    out: '',
    err: '「存在 しない」という方は記録にいません。氏名、メールアドレス、SlackのユーザーIDのどれかを指定してください。\n',
  });
});
