import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Message } from '../../../src/sandbox/driver/messages-read.ts';
import { readCalendar } from '../../support/calendar-file.ts';
import { readDocx } from '../../support/docx.ts';
import { type Practice, STAFF, startPractice } from '../../support/practice.ts';
import { readXlsx } from '../../support/read-xlsx.ts';
import { sentFile } from '../../support/sent-file.ts';
import { answerTo, recordByForm } from '../steps.ts';

/** ファイルを受け取る: from the list to a file in one's messages with the bot. */

let practice: Practice;
beforeAll(async () => {
  practice = await startPractice({ now: '2026-11-24T10:00:00+09:00' });
  await recordByForm(practice, { 開催日: '2026-10-01', 案件: '<script>|=cmd 髙﨑 🎉', 場所: '秘密の部屋' });
  await recordByForm(practice, { 開催日: '2026-12-10', 案件: '年度末の案件' });
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

/** The question in which format, as somebody of the staff is asked it. */
const asked = async (): Promise<Message> => {
  const staff = practice.slack.person(STAFF);
  await staff.press('ファイルを受け取る', { in: await answerTo(staff, '/kyodo-meeting', '年間') });
  return staff.nextAnswer();
};

const take = async (format: string) => {
  const staff = practice.slack.person(STAFF);
  const question = await asked();
  await staff.press(format, { in: question });
  const message = await practice.slack.dm(STAFF).next(({ files }) => files.length > 0);
  const { plain } = await practice.slack.until(({ ts, edited }) => ts === question.ts && edited);
  return { ...(await sentFile(practice, message)), words: message.plain, plain };
};

test('asks in which format', async () => {
  const question = await asked();
  expect([question.plain.split('\n').slice(0, 2), question.buttons, question.ephemeral]).toEqual([
    [
      'ファイルを受け取る',
      '令和8年度の年間スケジュールを、どの形式で受け取りますか。ファイルは、協DOボットとのダイレクトメッセージにお送りします。',
    ],
    ['ワード(docx)', 'エクセル(xlsx)', '予定表(ics)', 'テキスト(md)'],
    true,
  ]);
});

test('a Word file comes with the year’s dates, and no place of a meeting', async () => {
  const { name, bytes, words, plain } = await take('ワード(docx)');
  expect([name, words, plain]).toEqual([
    '年間スケジュール_令和8年度.docx',
    '令和8年度年間スケジュールです。',
    '送信しました\n令和8年度年間スケジュールを、協DOボットとのダイレクトメッセージにお送りしました。',
  ]);
  const { blocks } = await readDocx(bytes);
  expect(blocks).toContainEqual({
    heads: [['月', '会議体・研修', '日付', '案件・内容', '予定/実施']],
    rows: [
      [
        '令和8年10月',
        '協働推進本部会議',
        '令和8年10月1日(木)',
        '(1)<script>|=cmd 髙﨑 🎉\n開催方法:対面',
        '実施',
      ],
      ['令和8年12月', '協働推進本部会議', '令和8年12月10日(木)', '(1)年度末の案件\n開催方法:対面', '予定'],
    ],
  });
  expect(JSON.stringify(blocks)).not.toContain('秘密');
});

test('a spreadsheet comes with the same rows, and its days as days', async () => {
  const { name, bytes } = await take('エクセル(xlsx)');
  const { sheets } = await readXlsx(bytes);
  const rows = sheets.flatMap((sheet) => sheet.rows);
  expect(name).toBe('年間スケジュール_令和8年度.xlsx');
  expect(rows).toContainEqual(expect.arrayContaining(['令和8年10月1日(木)', '2026-10-01', '実施']));
  expect(rows).toContainEqual(expect.arrayContaining(['令和8年12月10日(木)', '2026-12-10', '予定']));
  expect(JSON.stringify(rows)).not.toContain('秘密');
});

test('a calendar comes with an event for each date, and no place of a meeting', async () => {
  const { name, bytes, text } = await take('予定表(ics)');
  const { events, faults } = readCalendar(bytes);
  expect([name, faults, events.map(({ summary, first, location }) => [summary, first, location])]).toEqual([
    '年間スケジュール_令和8年度.ics',
    [],
    [
      ['協働推進本部会議', '2026-10-01', null],
      ['協働推進本部会議', '2026-12-10', null],
    ],
  ]);
  expect(text).not.toContain('秘密');
});

test('a text comes', async () => {
  const { name, text } = await take('テキスト(md)');
  expect([name, text.includes('年度末の案件'), text.includes('秘密')]).toEqual([
    '年間スケジュール_令和8年度.md',
    true,
    false,
  ]);
});
