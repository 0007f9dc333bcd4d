import { describe, expect, test } from 'vitest';
import {
  plannedIn,
  type RunReport,
  type RunTally,
  readRun,
  runOf,
} from '../../../src/domain/delivery/run-report.ts';
import { failureNotedMessage, jobReportMessage } from '../../../src/views/delivery/job-report.ts';

const SLOT = new Date('2026-11-24T09:00:00+09:00');
const NONE: RunTally = { sent: 0, retried: 0, waiting: 0, dropped: {}, dead: 0 };

const textOf = (tally: Partial<RunTally>, counts: RunReport['counts'] = {}, name = 'remind'): string =>
  jobReportMessage({ name, slot: SLOT, counts, tally: { ...NONE, ...tally } }).text;

describe('what 運用ログ is told of a run', () => {
  test.each<[string, Partial<RunTally>, RunReport['counts'], string]>([
    ['nothing', {}, {}, '送るものはありません'],
    ['all sent', { sent: 37 }, { messages: 37 }, '送信37件、失敗0件'],
    [
      'some left out, on the plan and on the way',
      { sent: 37, dropped: { settled: 2 } },
      { messages: 39, skippedAway: 3, skippedWithoutSlack: 0 },
      '送信37件、見送り5件(不在3・回答済み2)、失敗0件',
    ],
    ['under way', { sent: 20, waiting: 17 }, { messages: 37 }, '送信中 20/37件、失敗0件'],
    ['given up', { sent: 36, dead: 1 }, { messages: 37 }, '送信36件、失敗1件'],
    ['after an outage', { sent: 37, retried: 12 }, { messages: 37 }, '送信37件(うち再試行12件)、失敗0件'],
    [
      'an account closed since',
      { dropped: { 'recipient is no member': 1 } },
      { messages: 1 },
      '送信0件、見送り1件(アカウントの停止1)、失敗0件',
    ],
    [
      'nobody to be told',
      {},
      { skippedAway: 1, skippedDeactivated: 2 },
      '送るものはありません、見送り3件(不在1・アカウントの停止2)',
    ],
  ])('%s', (_what, tally, counts, words) => {
    expect(textOf(tally, counts)).toBe(`朝の通知 9:00 ${words}`);
  });

  test('a job that sends nothing tells what it counted', () => {
    expect(textOf({}, { changed: 2, deactivated: 1 }, 'check-people')).toBe(
      '職員の確認 9:00 職員の変更2件、うちアカウントの停止1件',
    );
    expect(textOf({}, { changed: 0, deactivated: 0 }, 'check-people')).toBe('職員の確認 9:00 変更なし');
  });
});

test('a failure is told by its id, several by their number and the id of the first', () => {
  const told = (count: number) =>
    failureNotedMessage({ kind: 'failure-noted', what: 'job', id: '1a2b3c4d', count }).text;
  expect([told(1), told(12)]).toEqual([
    '定時の処理を1件、行えませんでした。(受付番号 1a2b3c4d)',
    '定時の処理を12件、行えませんでした。(最初の受付番号 1a2b3c4d)',
  ]);
});

test('the name of a run says its job and slot, and counts all of its messages', () => {
  expect(readRun(runOf('remind', SLOT))).toEqual({ name: 'remind', slot: SLOT });
  expect(readRun('remind')).toBeUndefined();
  expect(plannedIn({ sent: 3, retried: 2, waiting: 2, dropped: { settled: 1 }, dead: 1 })).toBe(7);
});
