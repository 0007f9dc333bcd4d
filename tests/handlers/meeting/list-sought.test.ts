import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Practice, STAFF, startPractice } from '../../support/practice.ts';
import { answerTo, recordByForm } from '../steps.ts';

let practice: Practice;
beforeAll(async () => {
  practice = await startPractice({ now: '2026-11-24T10:00:00+09:00' });
  await recordByForm(practice, { 開催日: '2023-08-10', 案件: '令和5年度の案件' });
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

test.each([
  ['一覧 幹事会', '令和8年度', '幹事会', ['協働推進本部会議幹事会', 'まだ記録がありません。']],
  ['本部会議幹事会 R5', '令和5年度', '本部会議幹事会', ['協働推進本部会議幹事会', 'まだ記録がありません。']],
  ['２０２３ 成案化', '令和5年度', '成案化', ['協働事業成案化検討会議', 'まだ記録がありません。']],
  [
    '一覧 協働推進 本部 令和５年度',
    '令和5年度',
    '協働推進 本部',
    [
      '協働推進本部会議',
      'No 1 令和5年8月10日',
      '(1)令和5年度の案件',
      '協働推進本部会議幹事会',
      'まだ記録がありません。',
    ],
  ],
])('「%s」 shows the meetings of what is called so alone', async (typed, year, words, rows) => {
  const { plain } = await answerTo(practice.slack.person(STAFF), '/kyodo-meeting', typed);
  expect(plain.split('\n')).toEqual([
    `${year}の会議`,
    `「${words}」を含む名前のものを表示しています。`,
    ...rows,
  ]);
});

test('of a body that is not there is answered with the one that was probably meant', async () => {
  const staff = practice.slack.person(STAFF);
  expect((await answerTo(staff, '/kyodo-meeting', '一覧 協働推進本都会議')).plain.split('\n')).toEqual([
    '令和8年度の会議',
    '「協働推進本都会議」を含む名前のものはありません。',
    '「協働推進本部会議」のことでしょうか。',
  ]);
  expect((await answerTo(staff, '/kyodo-meeting', '一覧 <!channel>')).plain.split('\n')[1]).toBe(
    '「<!channel>」を含む名前のものはありません。',
  );
  expect((await answerTo(staff, '/kyodo-meeting', '協働推進本都会議')).plain).toContain(
    '「/kyodo-meeting 協働推進本部会議」のことでしょうか。',
  );
});
