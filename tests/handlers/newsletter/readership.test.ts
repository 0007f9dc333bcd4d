import { afterAll, beforeAll, expect, test } from 'vitest';
import { publish, writeArticle } from '../../support/newsletter.ts';
import { type Practice, SECRETARY } from '../../support/practice.ts';
import { ELSEWHERE, PROMOTER, pressAnywhere, startAskedCity } from '../asked-city.ts';
import { rowsOf, send } from '../steps.ts';

let practice: Practice;
beforeAll(async () => {
  practice = await startAskedCity('2026-11-26T10:00:00+09:00');
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

const issue = async (見出し: string): Promise<string> => {
  await writeArticle(practice, PROMOTER, { 見出し });
  await publish(practice, { 記事: [`【好事例】${見出し}`], 投稿先: ['C0GENERAL'], 発行: '今すぐ発行' });
  const [newest] = await rowsOf(practice, 'select id from newsletter_issue order by created_at desc limit 1');
  return String(newest?.id);
};
const onHome = async (words: string) => {
  await practice.secretary.openHome();
  return practice.secretary.homeUntil(({ text }) => text.includes(words));
};
const statusOf = async (id: string): Promise<string> =>
  (await pressAnywhere(practice, SECRETARY, 'issue-status.open', id)).text;

test('まだ一人もいない課・室等 of an issue are those of its own day, whoever is appointed and whatever is closed afterwards', async () => {
  const first = await issue('秋の協働');
  const opening = await practice.slack.channel('C0GENERAL').until(({ threadTs }) => threadTs === undefined);
  await practice.slack.person(PROMOTER).press('読みました', { in: opening });
  await practice.slack.channel('C0GENERAL').until(({ plain }) => plain.includes('「読みました」1人'));
  // 福祉総務課, 高齢課 and 環境課; 児童課 and 公園課 have nobody.
  const HOME = '読みました1人、まだ一人もいない課・室等3件';
  const STATUS = '「読みました」1人。まだ一人も押していない課・室等は3件です。';
  await onHome(HOME);
  expect(await statusOf(first)).toContain(STATUS);

  practice.clock.set('2026-11-27T10:00:00+09:00');
  for (const [部局, 課] of [
    ['福祉部', '児童課'],
    ['環境部', '公園課'],
  ] as const) {
    const form = await (await practice.secretary.command('/kyodo-promoter', '登録')).opened();
    const vacant = { 部局, '課・室等': 課, 任期開始日: '2026-11-27' };
    expect(await send(form, { 氏名: `${課} の人`, 役割: '推進員', ...vacant })).toEqual({});
    await practice.secretary.form?.close({ all: true });
  }
  await rowsOf(
    practice,
    `update appointment set ends_on = '2026-11-27' where person_id = (select id from person where slack_id = $1)`,
    [ELSEWHERE],
  );
  await rowsOf(practice, `update section set ended_on = '2026-11-27' where name = '環境課'`);
  practice.clock.set('2026-12-01T10:00:00+09:00');
  await onHome(HOME);
  expect(await statusOf(first)).toContain(STATUS);

  const second = await issue('冬の協働');
  await onHome('読みました0人、まだ一人もいない課・室等5件');
  expect(await statusOf(second)).toContain('「読みました」0人。まだ一人も押していない課・室等は5件です。');
  expect(await statusOf(first)).toContain(STATUS);
});
