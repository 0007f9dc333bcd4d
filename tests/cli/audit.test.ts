import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { sinceOf } from '../../src/cli/audit.ts';
import { CommandEnd } from '../../src/cli/output.ts';
import type { Database } from '../../src/db/database.ts';
import { plainStaff, trusted } from '../../src/domain/actor.ts';
import { refuse, succeed } from '../../src/domain/result.ts';
import type { Subject } from '../../src/domain/subject.ts';
import { findActors } from '../../src/services/find-actors.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { fillWorkspace } from '../support/full-workspace/full-workspace.ts';
import { AT, ID, MARK, SLACK_ID } from '../support/full-workspace/names.ts';
import { urlOf } from '../support/practice.ts';
import { cleanUp, kyodo } from './run.ts';

// A command opens and closes the database, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const WORKSPACE = 'T0CITY';

let database: TestDatabase;
let db: Database;
beforeAll(async () => {
  database = await createTestDatabase();
  db = database.db;
  await fillWorkspace(db, WORKSPACE);
  const write = (
    actor: Parameters<typeof db.act>[0]['actor'],
    action: string,
    at: string,
    subject: Subject,
  ) =>
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
});
afterAll(async () => {
  cleanUp();
  await database.drop();
});

const audit = (...words: readonly string[]) =>
  kyodo(['audit', '--workspace', WORKSPACE, ...words], { DATABASE_URL: urlOf(database.connection) });

const WHO = `${MARK}花子(${SLACK_ID})`;
const EDIT = `2026-11-25 00:00\t${WHO}\tSlack\t会議の記録を編集\t会議:${MARK}会議 令和8年11月24日\t理由:日付の [31m誤り\n`;
const REFUSED = `2026-11-26 09:00\t${WHO}\tSlack\t設定を保存(権限がないためお断り)\t設定\n`;

test('lines since a day by one person are printed a line each, oldest first', async () => {
  const asked = ['--since', '令和8年11月25日(水)', '--actor', `${MARK} 花子`];
  expect(await audit(...asked)).toEqual({ exit: 0, out: EDIT + REFUSED, err: '' });
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
    names: {
      [SLACK_ID]: `${MARK}花子`,
      [`meeting:${ID.meeting}`]: `${MARK}会議 令和8年11月24日`,
    },
  });
});

test('--since of no day is wrong usage', async () => {
  expect(await audit('--since', '先月')).toEqual({
    exit: 2,
    out: '',
    err: '「先月」を日時として読み取れません。2026-11-01、令和8年11月1日、2026-11-01T09:00 のように指定してください。\n',
  });
});

test.each([
  ['2026-11-25', '2026-11-24T15:00:00.000Z'],
  ['令和8年11月25日', '2026-11-24T15:00:00.000Z'],
  ['R8.11.25', '2026-11-24T15:00:00.000Z'],
  ['2026-11-25T00:01', '2026-11-24T15:01:00.000Z'],
  ['2026-11-25T14:59:00Z', '2026-11-25T14:59:00.000Z'],
])('--since %s is %s', (typed, since) => {
  expect(sinceOf(typed).toISOString()).toBe(since);
});

test.each(['2026-02-30', '2026-11-25T25:00', '令和8年11月25日(月)', '', '11月'])(
  '--since 「%s」 is no day',
  (typed) => {
    expect(() => sinceOf(typed)).toThrow(CommandEnd);
  },
);

test.each<[string, readonly string[]]>([
  [SLACK_ID, [SLACK_ID]],
  ['cli:tanaka', ['cli:tanaka']],
  ['job:check-people', ['job:check-people']],
  ['TAKETORI@city.example', [SLACK_ID]],
  [`${MARK}花子`, [SLACK_ID]],
  [`${MARK}　花子`, [SLACK_ID]],
])('--actor %s means %o', async (typed, ids) => {
  const secretary = trusted(WORKSPACE, 'cli:test', 'cli');
  const deps = { clock: { now: () => AT }, db };
  expect(await findActors(deps, typed, secretary)).toEqual({ ok: true, value: ids });
});

test('--actor of somebody unknown is refused', async () => {
  expect(await audit('--actor', '存在 しない')).toEqual({
    exit: 1,
    out: '',
    err: '「存在 しない」という方は記録にいません。氏名、メールアドレス、SlackのユーザーIDのどれかを指定してください。\n',
  });
});
