import { expect, test } from 'vitest';
import { itemYearsLater, matterOf } from '../../../src/domain/schedule/matter.ts';

const NAMES = ['協働推進本部会議', '本部会議', '協働推進本部会議幹事会', '幹事会', ''];
const item = (text: string) => ({ text, kind: null });

test.each([
  ['協働推進本部会議幹事会の年間スケジュールについて', '協働推進本部会議の年間スケジュールについて', true],
  ['令和4年度実施状況報告書について', '令和5年度 実施状況報告書(案)について', true],
  [
    '市民公益活動推進委員会の評価・意見に対する市の調査・検討について',
    '市民公益活動推進委員会の評価、意見に対する市の調査検討について',
    true,
  ],
  ['協働推進計画（案）に関すること', '協働推進計画について', true],
  ['予算について(令和7年度)', '令和7年度予算について', true],
  ['予算（令和7年度）（案）について', '令和8年度予算について', true],
  ['予算について(令和7年度分)', '令和7年度予算について', false],
  ['協働推進本部会議の年間スケジュールについて', '協働推進本部会議の委員について', false],
  ['実施状況報告書について', '実施状況報告書の公表について', false],
])('%s and %s: the same matter is %s', (one, other, same) => {
  expect(matterOf(item(one), NAMES) === matterOf(item(other), NAMES)).toBe(same);
});

test('a 案件 that is nothing but names and the words all end with is about nothing that could be compared', () => {
  expect(matterOf(item('令和5年度協働推進本部会議について'), NAMES)).toBeUndefined();
});

test.each([
  ['令和4年度実施状況報告書について', '令和5年度実施状況報告書について'],
  ['令和元年度と令和２年度の比較', '令和2年度と令和3年度の比較'],
  ['平成30年度の記録', '平成30年度の記録'],
  ['3か年計画について', '3か年計画について'],
])('%s is called %s a year later', (text, later) => {
  expect(itemYearsLater(item(text), 1).text).toBe(later);
});
