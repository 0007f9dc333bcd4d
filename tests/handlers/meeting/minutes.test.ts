import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Message } from '../../../src/sandbox/driver/messages-read.ts';
import { type Practice, SECRETARY, STAFF } from '../../support/practice.ts';
import { ONLY_MEMBER, ONLY_SECRETARIAT } from '../forgery.ts';
import { answerTo, auditOf, meetingIds, pressToOpen, recordByForm } from '../steps.ts';
import { BODY, DRAFT, holdMeeting, MEMBER, nextFile } from './held-meeting.ts';

/** 会議録: from the buttons to the file in somebody's messages, and who may have it. */

let practice: Practice;
let told: Message;
let meeting: string;

beforeAll(async () => {
  ({ practice, told, meeting } = await holdMeeting());
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

const listFor = (who: string): Promise<Message> =>
  answerTo(practice.slack.person(who), '/kyodo-meeting', '一覧');

const pressAction = async (who: string, action_id: string): Promise<Message> => {
  const person = practice.slack.person(who);
  const action = { type: 'button', block_id: 'pressed', action_id, value: meeting };
  await person.pressRaw({ in: await listFor(who), action });
  return person.nextAnswer();
};

test('the secretariat presses 会議録 below 記録しました, and the file comes with all that the record has', async () => {
  const { secretary } = practice;
  await secretary.press('会議録', { in: told });
  const { name, words, blocks, warnings } = await nextFile(practice, SECRETARY);
  expect([name, words, warnings]).toEqual([DRAFT, `${BODY} 令和8年10月1日の会議録(案)です。`, []]);
  expect(blocks).toEqual([
    '= 会議録(案)',
    {
      heads: [],
      rows: [
        ['会議名', BODY],
        ['日時', '令和8年10月1日(木) 10時から11時まで'],
        ['開催方法', '対面'],
        ['場所', '第一庁舎4階'],
      ],
    },
    '# 出席者',
    '出席2名、代理出席1名、欠席1名',
    {
      heads: [['役', '職名', '氏名', '出欠']],
      rows: [
        ['委員長', '副市長', '髙田 一郎', '出席'],
        ['委員', '総務部長', '委員 一子', '出席'],
        ['委員', '福祉部長', '架空 花子', '代理出席(福祉課長 田中三郎)'],
        ['委員', '環境部長', '架空 太郎', '欠席'],
      ],
    },
    { heads: [], rows: [['委員以外の出席者', '傍聴 三郎']] },
    '# 案件',
    {
      heads: [['No', '案件', '種別']],
      rows: [
        ['(1)', '年間予定について', '報告'],
        ['(2)', '<script>alert(1)</script> & 髙﨑 🎉', '審議'],
      ],
    },
    '# 決定事項・要点',
    '原案のとおり決定した。',
    '次回は12月とする。',
    '# 資料',
    '共有フォルダー',
  ]);
  const answer = await secretary.nextAnswer();
  expect([answer.plain.split('\n'), answer.buttons]).toEqual([
    [
      '送信しました',
      '会議録(案)を、協DOボットとのダイレクトメッセージにお送りしました。',
      '委員長の確認が済むまで、題・ファイル名・文書に(案)が付きます。',
    ],
    ['委員長確認済にする'],
  ]);
});

test('a member takes it from 内容を見る and from the list, and can confirm nothing', async () => {
  const person = practice.slack.person(MEMBER);
  const list = await listFor(MEMBER);
  const contents = await pressToOpen(person, '内容を見る', list);
  const answer = await (await contents.press('会議録')).opened();
  expect([(await nextFile(practice, MEMBER)).name, answer.title, answer.buttons]).toEqual([
    DRAFT,
    '送信しました',
    [],
  ]);
  await answer.close({ all: true });
  await person.press('会議録', { in: list });
  expect((await nextFile(practice, MEMBER)).name).toBe(DRAFT);
  expect((await person.nextAnswer()).buttons).toEqual([]);
});

describe('who may not', () => {
  test.each([
    ['staff take it', STAFF, 'meeting.minutes', ONLY_MEMBER, 'refused read-minutes'],
    ['a member confirm it', MEMBER, 'meeting.minutes.confirm', ONLY_SECRETARIAT, 'refused confirm-minutes'],
    [
      'a member take back',
      MEMBER,
      'meeting.minutes.take-back',
      ONLY_SECRETARIAT,
      'refused take-back-minutes',
    ],
  ])('%s: one polite sentence, and an audit line', async (_, who, action, sentence, line) => {
    expect((await pressAction(who, action)).plain).toBe(sentence);
    expect((await auditOf(practice, who)).at(-1)).toBe(line);
  });
});

test('a meeting that is still to come has no 会議録: no button, and a press of an older one is refused', async () => {
  const { secretary } = practice;
  const planned = await recordByForm(practice, { 開催日: '2027-02-01' });
  expect(planned.buttons).not.toContain('会議録');
  const id = (await meetingIds(practice)).find((one) => one !== meeting) ?? '';
  const action = { type: 'button', block_id: 'pressed', action_id: 'meeting.minutes', value: id };
  await secretary.pressRaw({ in: planned, action });
  expect((await secretary.nextAnswer()).plain).toBe(
    '会議録は、開催日(書面開催では回答期限の日)からお渡しできます。',
  );
});
