import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  PRACTICE_CHANNELS,
  PRACTICE_MEMBERS,
  PRACTICE_PEOPLE,
  PRACTICE_SECRETARY,
  PRACTICE_TEAM,
} from '../../src/cli/practice-people.ts';
import { practiceAccounts, promotersAmong, readPracticeRoster } from '../../src/cli/practice-roster.ts';
import { beginPracticeRecord } from '../../src/cli/sample-past.ts';
import { enterSampleYear } from '../../src/cli/sample-year.ts';
import { createTestDatabase } from '../support/database.ts';
import { linesUnder, rowsUnder, wordsOf } from '../support/handover.ts';
import { createTestClock, type Practice, startPractice } from '../support/practice.ts';
import type { ReadDocument } from '../support/read-document.ts';
import { readFile } from '../support/read-file.ts';
import { sentFile } from '../support/sent-file.ts';
import { countOf } from './steps.ts';

/** 引継資料(事務局) of the practice workspace as it opens: fiscal 2023 on, and the year under way as people entered it. */

const NOW = '2026-11-24T10:00:00+09:00';

let practice: Practice;
let read: ReadDocument;
beforeAll(async () => {
  const database = await createTestDatabase();
  const roster = readPracticeRoster();
  const people = [...PRACTICE_PEOPLE, ...practiceAccounts(roster, PRACTICE_PEOPLE)];
  await beginPracticeRecord(
    { clock: createTestClock(NOW), db: database.db },
    { roster, accounts: [...promotersAmong(people, roster), ...PRACTICE_MEMBERS] },
  );
  practice = await startPractice({
    now: NOW,
    database,
    team: PRACTICE_TEAM,
    people,
    channels: PRACTICE_CHANNELS,
    secretariat: [PRACTICE_SECRETARY.toLowerCase()],
  });
  await enterSampleYear(practice.slack, new Date(NOW));
  const form = await (await practice.slack.person('U0FUKUSHI1').command('/kyodo', '不在')).opened();
  await form.fill({ 開始日: '2027-01-16', 終了日: '2027-01-17' });
  expect((await form.submit()).errors).toEqual({});
  await practice.slack.person(PRACTICE_SECRETARY).command('/kyodo', '引継');
  const sent = await practice.slack.dm(PRACTICE_SECRETARY).next(({ files }) => files.length > 0);
  read = await readFile((await sentFile(practice, sent)).bytes, 'docx');
}, 120_000);
afterAll(() => practice.stop());

test('every open thing of it is in the file, as PostgreSQL counts them', async () => {
  const counted = await Promise.all(
    [
      `inquiry where state in ('open', 'closed')`,
      `inquiry where state = 'draft'`,
      `written_meeting where state in ('open', 'closed')`,
      `written_meeting where state = 'draft'`,
      `newsletter_issue where state in ('draft', 'scheduled', 'late')`,
      `article where withdrawn_at is null and id not in (select article_id from issue_article)`,
      `action_item where outcome is null`,
      `appointment where confirmed_at is null and cancelled_at is null and ends_on >= '2026-11-24'`,
      `section where not exists (
        select 1 from appointment a where a.section_id = section.id and a.confirmed_at is not null and a.cancelled_at is null
          and '2026-11-24' between a.starts_on and a.ends_on)`,
      `opinion where cancelled_at is null`,
    ].map((rows) => countOf(practice, rows)),
  );
  expect(counted).toEqual([
    rowsUnder(read, '照会').length,
    rowsUnder(read, '照会の下書き').length,
    rowsUnder(read, '書面開催').length,
    rowsUnder(read, '書面開催の下書き').length,
    rowsUnder(read, 'きょうどう通信').length,
    linesUnder(read, 'どの号にも入っていない記事').length,
    rowsUnder(read, '対応事項').length,
    rowsUnder(read, '未確認の選任').length,
    linesUnder(read, '未選任の課・室等').length,
    rowsUnder(read, '評価・意見').length,
  ]);
  expect(counted.reduce((sum, each) => sum + each, 0)).toBeGreaterThan(3);
});

test('nothing of who is 不在 is in it, though somebody is', async () => {
  expect(await countOf(practice, 'away_period')).toBeGreaterThan(0);
  const unsaid = ['不在', '令和9年1月16日', '令和9年1月17日'];
  expect(unsaid.filter((words) => wordsOf(read).includes(words))).toEqual([]);
});
