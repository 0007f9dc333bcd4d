import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { deliver } from '../../src/services/delivery/deliver.ts';
import { cancelOccasion } from '../../src/services/occasion/cancel.ts';
import { deliveryPages } from '../../src/views/delivery/deliveries.ts';
import { noMorePage } from '../../src/views/measure.ts';
import { ask, createKeptLog, type Desk, openDesk } from '../support/desk.ts';
import { runDueJobs } from '../support/jobs.ts';
import { SECRETARY } from '../support/practice.ts';
import { aSession } from '../support/training-desk.ts';

const NAME = '協働推進員研修';
const TITLE = '研修日程の確認のお願い';
const PLACE = '豊中市立文化芸術センター';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk('2023-04-03T10:00:00+09:00', [
    { id: 'U0ONE', real_name: '職員 一' },
    { id: 'U0TWO', real_name: '職員 二' },
    { id: 'U0OTHER', real_name: '職員 三' },
  ]);
});
afterEach(async () => {
  expect(desk.slack.refusals).toEqual([]);
  await desk.stop();
});

/** The moment comes, and the jobs are looked at; gives what the lag job said in the log. */
const at = async (now: string, secretariat: readonly string[] = ['jimukyoku@city.example']) => {
  desk.clock.set(`${now}+09:00`);
  const { clock, db, people, channels, workspaceId } = desk;
  const log = createKeptLog();
  await runDueJobs(desk.database, {
    clock,
    db,
    people,
    channels,
    log,
    workspace: { id: workspaceId, secretariat },
  });
  return log.lines.flatMap(({ event, data }) => {
    const told = Object.entries(data).find(([key]) => key === 'told')?.[1];
    return event === 'job done' && told !== undefined ? [told] : event === 'job failed' ? [data] : [];
  });
};

const planned = async (): Promise<readonly string[]> =>
  (await ask(desk.database, "select key from delivery where kind = 'training-lag' order by key")).map(
    ({ key }) => String(key),
  );

/** Posts what was planned. */
const post = async (): Promise<void> => {
  for (const key of await planned()) {
    const { id } = await desk.deliveryOf(key);
    await deliver(
      { ...desk, write: deliveryPages, nothingMore: noMorePage() },
      { workspaceId: desk.workspaceId, deliveryId: id, isLastTry: true },
    );
  }
};

const MORNINGS = ['2023-04-17T09:00:00', '2023-06-01T09:00:00', '2023-08-01T09:00:00'];
const KEYS = ['2023-04-17', '2023-06-01', '2023-08-01'].map((day) => `training-lag:2023:${day}:${SECRETARY}`);

test('with the training of 令和6年1月 the secretariat is told on 17 April, 1 June and 1 August, with 約9か月', async () => {
  await aSession(desk, NAME, '2024-01-01', { precision: 'month', place: PLACE, headCount: 92 });
  for (const now of ['2023-04-14T09:00:00', '2023-04-15T09:00:00', '2023-04-16T09:00:00'])
    expect(await at(now)).toEqual([]);
  for (const now of MORNINGS) expect([now, await at(now), await at(now)]).toEqual([now, [1], []]);
  for (const now of ['2023-04-18T09:00:00', '2023-08-02T09:00:00', '2024-03-29T09:00:00'])
    expect(await at(now)).toEqual([]);
  expect(await planned()).toEqual(KEYS);

  desk.clock.set('2023-08-01T09:00:00+09:00');
  await post();
  const messages = desk.slack.messages(SECRETARY);
  expect(messages).toHaveLength(3);
  expect(messages[0]).toMatchObject({
    plain: expect.stringMatching(
      new RegExp(
        `^${TITLE}\n令和5年度の協働推進員研修は、年度の後半の予定です。[^\n]+\n・令和6年1月 ${PLACE}\\(年度の初日から約9か月\\)\n[\\s\\S]*問合せ:事務局$`,
        'u',
      ),
    ),
    buttons: ['研修を記録', '研修の一覧'],
  });
});

test('while the training has no date it says so', async () => {
  expect(await at('2023-06-01T09:00:00')).toEqual([1]);
  await post();
  expect(desk.slack.messages(SECRETARY).map(({ plain }) => plain.split('\n')[1]?.slice(0, 32))).toEqual([
    '令和5年度の協働推進員研修の日程が、まだ記録されていません。新し',
  ]);
});

test('with a date in the first half nothing is sent', async () => {
  await aSession(desk, NAME, '2023-09-29');
  await aSession(desk, NAME, '2024-01-18');
  for (const now of MORNINGS) expect(await at(now)).toEqual([0]);
  expect(await planned()).toEqual([]);
});

test('another training in the first half does not help the promoters', async () => {
  await aSession(desk, '新規採用職員ステップ研修', '2023-05-10');
  expect(await at('2023-06-01T09:00:00')).toEqual([1]);
});

test('a date that comes between planning and sending keeps the message back', async () => {
  await at('2023-06-01T09:00:00');
  await aSession(desk, NAME, '2023-07-03');
  await post();
  expect(desk.slack.messages(SECRETARY)).toEqual([]);
});

test('a message that named a training cancelled since says then that no date is recorded', async () => {
  const id = await aSession(desk, NAME, '2024-01-18');
  await at('2023-06-01T09:00:00');
  await post();
  const sentence = () =>
    desk.slack.messages(SECRETARY).map(({ plain }) => plain.split('\n')[1]?.slice(0, 23));
  expect(sentence()).toEqual(['令和5年度の協働推進員研修は、年度の後半の予定']);
  const form = { key: 'cancel', draft: { reason: '講師の都合' } };
  expect((await cancelOccasion(desk, { kind: 'training', id }, form, desk.secretary)).ok).toBe(true);
  await post();
  expect(sentence()).toEqual(['令和5年度の協働推進員研修の日程が、まだ記録さ']);
});

test('of a morning that was missed the secretariat is told until 17:00, not later', async () => {
  expect(await at('2023-04-17T08:59:00')).toEqual([]);
  expect(await at('2023-04-17T16:59:00')).toEqual([1]);
  expect(await at('2023-06-01T17:00:00')).toEqual([]);
});

describe('who is told', () => {
  test('whom 設定 names, each once, and nobody of the environment', async () => {
    await desk.db.act({ actor: desk.secretary, action: 'test', at: desk.clock.now() }, async (record) => {
      const { revision: _, ...settings } = await record.settings.read();
      await record.settings.put({ ...settings, secretariat: ['U0ONE', 'U0TWO'] });
      return { ok: true, value: null };
    });
    expect(await at('2023-06-01T09:00:00')).toEqual([2]);
    expect(await planned()).toEqual([
      'training-lag:2023:2023-06-01:U0ONE',
      'training-lag:2023:2023-06-01:U0TWO',
    ]);
  });

  test('whom the environment names by id or address, an address that Slack does not know left out', async () => {
    const named = ['u0other', 'jimukyoku@city.example', SECRETARY.toLowerCase(), 'nobody@city.example'];
    expect(await at('2023-06-01T09:00:00', named)).toEqual([2]);
    expect(await planned()).toEqual([
      'training-lag:2023:2023-06-01:U0OTHER',
      `training-lag:2023:2023-06-01:${SECRETARY}`,
    ]);
  });

  test('nobody while there is no secretariat', async () => {
    expect(await at('2023-06-01T09:00:00', [])).toEqual([0]);
  });
});
