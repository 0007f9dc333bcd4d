import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { readMoment } from '../../src/cli/job.ts';
import type { Database } from '../../src/db/database.ts';
import { todayInTokyo } from '../../src/domain/calendar/local-date.ts';
import { STANDARD_CALENDAR } from '../../src/domain/calendar/working-day.ts';
import { startSandbox } from '../../src/sandbox/sandbox.ts';
import { prepareWorkspace } from '../../src/services/settings/prepare-workspace.ts';
import { putInquiry } from '../support/asked-inquiries.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { ask } from '../support/desk.ts';
import { urlOf } from '../support/practice.ts';
import { putRoster } from '../support/promoters.ts';
import { cleanUp, kyodo } from './run.ts';

// A command opens and closes the database, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const TEAM = 'T0PRACTICE';

let database: TestDatabase;
let db: Database;
let environment: Readonly<Record<string, string>>;

beforeAll(async () => {
  database = await createTestDatabase();
  db = database.db;
  environment = { DATABASE_URL: urlOf(database.connection) };
  const at = new Date('2026-10-01T09:00:00+09:00');
  await prepareWorkspace({ clock: { now: () => at }, db }, TEAM);
  await putRoster(
    db,
    TEAM,
    [
      {
        department: '福祉部',
        section: '福祉課',
        name: '青空 そら',
        slackId: 'U0SORA',
        startsOn: '2026-11-01',
      },
      { department: '福祉部', section: '長寿課', name: '未利用 六郎', startsOn: '2026-11-01' },
    ],
    at,
  );
  await ask(database, 'update appointment set guide_wanted = true');
});
afterAll(async () => {
  cleanUp();
  await database.drop();
});

/** How much of the record a job could have changed. */
const counts = async () =>
  (
    await ask(
      database,
      `select (select count(*)::int from appointment) as appointments, (select count(*)::int from delivery) as deliveries,
         (select count(guide_planned_at)::int from appointment) as planned,
         (select count(*)::int from audit_line where action <> 'put-roster') as lines,
         (select count(*)::int from graphile_worker._private_jobs) as jobs`,
    )
  )[0];

test.each([
  ['2026-11-24T09:00', '2026-11-24T00:00:00.000Z'],
  ['2026-11-24T09:00:30', '2026-11-24T00:00:00.000Z'],
  ['2026-11-24T00:00Z', '2026-11-24T00:00:00.000Z'],
  ['2026-11-24T01:00:00+01:00', '2026-11-24T00:00:00.000Z'],
  ['2026-11-24', undefined],
  ['2026-11-31T09:00', undefined],
  ['2026-02-30T09:00Z', undefined],
  ['2026-11-24T25:00', undefined],
  ['2026-11-24T24:00', undefined],
  ['2026-11-24T25:00Z', undefined],
  ['あした', undefined],
])('the time %s is %s', (text, moment) => {
  expect(readMoment(text)?.toISOString()).toBe(moment);
});

test('a forecast says day by day what will be sent to whom, and changes nothing', async () => {
  const before = await counts();
  const inquiry = await putInquiry(db, TEAM, new Date(), {
    audience: 'everyone',
    dueOn: STANDARD_CALENDAR.addWorkingDays(todayInTokyo(new Date()), 2),
  });
  await ask(database, 'update appointment set guide_wanted = false');
  const { exit, out, err } = await kyodo(['forecast', '--days', '14'], environment);
  await ask(database, 'update appointment set guide_wanted = true');
  await ask(database, 'delete from inquiry where id = $1', [inquiry]);
  expect([exit, err]).toEqual([0, '']);
  expect(out).toContain('これから14日間に、ボットからお送りする予定のものです');
  expect(out).toContain('・回答・確認のお願い(照会への回答1件) → 青空 そら');
  expect(out).toMatch(/令和\d+年\d+月\d+日\([月火水木金]\) \d+通/u);
  expect(await counts()).toEqual(before);
});

test('where a restored record waits for the choice, a forecast and a job say so, and plan nothing', async () => {
  await ask(
    database,
    `insert into restoration (workspace_id, as_of, restored_at, restored_by) values ($1, '2026-11-24T09:59+09', now(), 'cli:kyodo')`,
    [TEAM],
  );
  const before = await counts();
  const said =
    'この記録は、令和8年11月24日(火) 9:59に書き出したものを戻したものです。事務局の人がホームの「戻した記録」で、送るか送らないかを選ぶまで、決まった仕事は休み、ボットからは何も送りません。\n';
  expect(await kyodo(['forecast'], environment)).toEqual({ exit: 0, out: said, err: '' });
  for (const words of [[], ['--dry-run']])
    expect(await kyodo(['job', 'remind', '--at', '2026-11-24T09:00', ...words], environment)).toEqual({
      exit: 1,
      out: '',
      err: said,
    });
  expect(await counts()).toEqual(before);
  await ask(database, 'delete from restoration');
});

test.each(['0', '367', 'たくさん'])('a forecast of %s days is refused', async (days) => {
  expect(await kyodo(['forecast', '--days', days], environment)).toMatchObject({
    exit: 2,
    err: `日数「${days}」を読み取れません。1から366までの数を指定してください。\n`,
  });
});

test('a dry run says what would be sent to whom and what is passed over, and changes nothing', async () => {
  const before = await counts();
  expect(await kyodo(['job', 'remind', '--at', '2026-11-24T09:00', '--dry-run'], environment)).toEqual({
    exit: 0,
    err: '',
    out: [
      'remind を令和8年11月24日(火) 9:00に実行すると、次のとおりです(確認だけで、何も変えていません)。',
      '・役割のご案内:1件',
      '・役割のご案内の見送り(Slack未利用):1件',
      '・役割のご案内の見送り(不在):0件',
      '・回答・確認のお願い:0件',
      '・見送り(不在):0件',
      '・見送り(Slack未利用。協働推進員(主任)・事務局にお知らせ):0件',
      '・見送り(アカウントの停止。協働推進員(主任)・事務局にお知らせ):0件',
      'お送りするもの',
      '・協働推進員の役割のご案内 → 青空 そら',
      '',
    ].join('\n'),
  });
  expect(await counts()).toEqual(before);
});

test('a dry run of the rollover counts, and a run does what it counted, once', async () => {
  const at = ['--at', '2027-03-01T09:00'];
  const before = await counts();
  const dry = await kyodo(['job', 'roster-rollover', ...at, '--dry-run'], environment);
  expect(dry.out).toContain('・次年度の名簿への写し(未確認):2件\n');
  expect(dry.out).toContain('送るものはありません。\n');
  expect(await counts()).toEqual(before);
  const run = await kyodo(['job', 'roster-rollover', ...at], environment);
  expect(run).toMatchObject({ exit: 0, err: '' });
  expect(run.out).toContain('roster-rollover を令和9年3月1日(月) 9:00のものとして実行しました。\n');
  expect(run.out).toContain('・次年度の名簿への写し(未確認):2件\n');
  const again = await kyodo(['job', 'roster-rollover', ...at], environment);
  expect(again.out).toContain('・次年度の名簿への写し(未確認):0件\n');
  expect(await counts()).toMatchObject({ appointments: 4 });
});

test('a run plans what leaves through the bot', async () => {
  const { exit, out } = await kyodo(['job', 'remind', '--at', '2026-11-24T09:00'], environment);
  expect([exit, out.includes('お送りするものは、動いているボットから送られます。')]).toEqual([0, true]);
  expect(await ask(database, 'select kind, recipient, state from delivery')).toEqual([
    { kind: 'role-guide', recipient: 'U0SORA', state: 'planned' },
  ]);
});

test('at a time that is not the job’s nothing is done', async () => {
  const before = await counts();
  expect(await kyodo(['job', 'remind', '--at', '2026-11-22T09:00'], environment)).toEqual({
    exit: 0,
    err: '',
    out: 'remind は、令和8年11月22日(日) 9:00に実行するものではありません。何もしませんでした。\n',
  });
  expect(await counts()).toEqual(before);
});

test('check-people asks Slack, or says what is missing', async () => {
  const words = ['job', 'check-people', '--at', '2026-11-24T06:00'];
  expect(await kyodo(words, environment)).toEqual({
    exit: 1,
    out: '',
    err: 'check-people はSlackに接続して動きます。SLACK_BOT_TOKEN などを設定してから実行してください。\n',
  });
  const slack = await startSandbox({ people: [{ id: 'U0SORA', real_name: '緑川 そら', deleted: true }] });
  const tokens = {
    SLACK_API_URL: slack.apiUrl,
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_SIGNING_SECRET: slack.signingSecret,
  };
  const { exit, out } = await kyodo(words, { ...environment, ...tokens });
  await slack.stop();
  expect([exit, out.split('\n').filter((line) => line.startsWith('・'))]).toEqual([
    0,
    ['・職員の変更:1件', '・うちアカウントの停止:1件'],
  ]);
  expect(
    await ask(database, `select name from person where slack_id = 'U0SORA' and deactivated_at is not null`),
  ).toEqual([{ name: '青空 そら' }]);
});

test.each([
  [
    ['job', 'remnd'],
    'ジョブ「remnd」はありません。次のどれかを指定してください:connect-people、close-written-meetings、remind、training-lag、retention、post-newsletter、newsletter-draft、check-channels、check-people、roster-rollover\n',
  ],
  [
    ['job', 'remind', '--at', 'あした'],
    '時刻「あした」を読み取れません。2026-11-24T09:00 や 2026-11-24T09:00:00+09:00 のように指定してください。\n',
  ],
])('%j is wrong usage', async (words, err) => {
  expect(await kyodo(words)).toEqual({ exit: 2, out: '', err });
});
