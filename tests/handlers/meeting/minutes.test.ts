import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { trusted } from '../../../src/domain/actor.ts';
import { localDate } from '../../../src/domain/calendar/local-date.ts';
import { succeed } from '../../../src/domain/result.ts';
import type { Message } from '../../../src/sandbox/driver/messages-read.ts';
import { readDocx } from '../../support/docx.ts';
import { type Practice, SECRETARY, STAFF, startPractice } from '../../support/practice.ts';
import { sentFile } from '../../support/sent-file.ts';
import { ONLY_MEMBER, ONLY_SECRETARIAT } from '../forgery.ts';
import {
  answerTo,
  auditOf,
  bodyId,
  meetingIds,
  pressToOpen,
  recordByForm,
  rowsOf,
  send,
  WORKSPACE,
  withDatabase,
} from '../steps.ts';

/** 会議録: from the buttons to the file in somebody's messages, and back out of it. */

const MEMBER = 'U0MEMBER';
const GUEST = 'U0VISITOR';
const BODY = '協働推進本部会議';
const DRAFT = '会議録(案)_本部会議_令和8年10月1日.docx';
const CONFIRMED = '会議録_本部会議_令和8年10月1日.docx';

let practice: Practice;
let told: Message;
let meeting: string;

/** The members of 本部会議, in an order that is none of their names, and one whose term ended the day before the meeting. */
const joinAll = async (): Promise<void> => {
  const body = await bodyId(practice, BODY);
  const at = practice.clock.now();
  const act = { actor: trusted(WORKSPACE, 'cli:test', 'cli'), action: 'test', at } as const;
  const members = [
    ['副市長', '前任 五郎', null, 'viceChair', localDate('2026-09-30')],
    ['副市長', '髙田 一郎', null, 'chair'],
    ['総務部長', '委員 一子', MEMBER, 'member'],
    ['福祉部長', '架空 花子', null, 'member'],
    ['環境部長', '架空 太郎', null, 'member'],
  ] as const;
  await withDatabase(practice, (db) =>
    db.act(act, async (record) => {
      for (const [index, [title, name, slackId, office, endsOn = null]] of members.entries()) {
        const personId = crypto.randomUUID();
        await record.people.create([{ id: personId, slackId, email: null, name }], at);
        const facts = { bodyId: body, personId, title, office, position: index + 1 };
        const term = { startsOn: localDate('2026-04-01'), endsOn, copiedTo: [], proxies: [] };
        await record.bodyMembers.create(crypto.randomUUID(), { ...facts, ...term }, { by: SECRETARY, at });
      }
      return succeed(null);
    }),
  );
};

beforeAll(async () => {
  practice = await startPractice({
    people: [
      { id: MEMBER, real_name: '委員 一子' },
      { id: GUEST, real_name: '傍聴 三郎' },
    ],
  });
  await joinAll();
  told = await recordByForm(practice, {
    開催日: '2026-10-01',
    場所: '第一庁舎4階',
    案件: '年間予定について(報告)\n<script>alert(1)</script> & 髙﨑 🎉(審議)',
  });
  const errors = await send(await pressToOpen(practice.secretary, '内容を記録', told), {
    時刻: '10時から11時まで',
    出席者: [MEMBER, GUEST],
    Slack未利用の出席者: '副市長 髙田 一郎',
    '欠席・代理出席': '架空花子 代理 福祉課長 田中三郎\n架空太郎 欠席',
    '決定事項・要点': '原案のとおり決定した。\n次回は12月とする。',
    '資料・会議録の保存先': '共有フォルダー',
  });
  expect(errors).toEqual({});
  [meeting = ''] = await meetingIds(practice);
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

/** The next file of somebody's messages with the bot, read back. */
const nextFile = async (who: string) => {
  const sent = await practice.slack.dm(who).next(({ files }) => files.length > 0);
  const { name, bytes } = await sentFile(practice, sent);
  return { name, words: sent.plain, ...(await readDocx(bytes)) };
};

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
  const { name, words, blocks, warnings } = await nextFile(SECRETARY);
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
  expect([(await nextFile(MEMBER)).name, answer.title, answer.buttons]).toEqual([DRAFT, '送信しました', []]);
  await answer.close({ all: true });
  await person.press('会議録', { in: list });
  expect((await nextFile(MEMBER)).name).toBe(DRAFT);
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

describe('委員長確認済', () => {
  const standing = async () => {
    const [row] = await rowsOf(practice, 'select chair_confirmed_at, revision from meeting');
    return row?.chair_confirmed_at === null ? '案' : '確認済';
  };
  /** The answer to 会議録, below which it is confirmed. */
  const taken = async (): Promise<Message> => {
    await practice.secretary.press('会議録', { in: told });
    await nextFile(SECRETARY);
    return practice.secretary.nextAnswer();
  };
  /** Presses a button of that answer, and gives what stands in its place then. */
  const pressIn = async (answer: Message, action_id: string): Promise<Message> => {
    const action = { type: 'button', block_id: 'pressed', action_id, value: meeting };
    await practice.secretary.pressRaw({ in: answer, action });
    return practice.slack.until(({ ts, edited }) => ts === answer.ts && edited);
  };
  const confirm = async (): Promise<Message> => pressIn(await taken(), 'meeting.minutes.confirm');

  const lastLine = async () =>
    (
      await rowsOf(
        practice,
        `select action, before->'chairConfirmed' as before, after->'chairConfirmed' as after from audit_line
         where subject = $1 order by id desc limit 1`,
        [`meeting:${meeting}`],
      )
    )[0];

  test('one press takes (案) off the title, the head of the page and the name of the file; pressed twice it is the same', async () => {
    const [one, another] = [await taken(), await taken()];
    await pressIn(one, 'meeting.minutes.confirm');
    const confirmed = await pressIn(another, 'meeting.minutes.confirm');
    const [row] = await rowsOf(
      practice,
      `select count(*) as n from audit_line where action = 'confirm-minutes'`,
    );
    expect([await standing(), row?.n, await lastLine()]).toEqual([
      '確認済',
      '1',
      { action: 'confirm-minutes', before: false, after: true },
    ]);
    expect([
      confirmed.plain.replace(/令和8年11月24日\(火\) \d+:\d+/u, '(いつ)').split('\n'),
      confirmed.buttons,
    ]).toEqual([
      [
        '委員長確認済にしました',
        '(いつ)に委員長確認済にしました。会議録の(案)が外れます。',
        '会議の記録や内容を変えると、会議録は(案)に戻ります。',
      ],
      ['会議録', '取り消す'],
    ]);
    await practice.secretary.press('会議録', { in: confirmed });
    const { name, blocks, part } = await nextFile(SECRETARY);
    const sent = await practice.slack.until(
      ({ ts, plain }) => ts === confirmed.ts && plain.startsWith('送信しました'),
    );
    expect([sent.plain.split('\n').length, sent.buttons]).toEqual([2, ['委員長確認済を取り消す']]);
    expect([name, blocks[0], part('word/header1.xml').includes('(案)')]).toEqual([
      CONFIRMED,
      '= 会議録',
      false,
    ]);
  });

  test('it can be taken back below the file, and then that has (案) again', async () => {
    const { secretary } = practice;
    const answer = await taken();
    await secretary.press('委員長確認済を取り消す', { in: answer });
    const takenBack = await practice.slack.until(({ ts, edited }) => ts === answer.ts && edited);
    expect([await standing(), takenBack.plain.split('\n'), takenBack.buttons, await lastLine()]).toEqual([
      '案',
      ['取り消しました', '委員長確認済を取り消しました。会議録は(案)に戻りました。'],
      ['会議録', '委員長確認済にする'],
      { action: 'take-back-minutes', before: true, after: false },
    ]);
    await secretary.press('会議録', { in: takenBack });
    expect((await nextFile(SECRETARY)).name).toBe(DRAFT);
  });

  const NOTE = 'この会議の会議録は委員長確認済です。内容を変えて保存すると、会議録は(案)に戻ります。';

  test('a change of the contents makes it (案) again; the form says so, and saving without a change does not', async () => {
    const { secretary } = practice;
    const before = await pressToOpen(secretary, '内容を記録', told);
    expect(before.text).not.toContain(NOTE);
    await before.close();
    await confirm();
    const same = await pressToOpen(secretary, '内容を記録', told);
    expect(same.text).toContain(NOTE);
    expect(await send(same, {})).toEqual({});
    expect(await standing()).toBe('確認済');
    const changed = await pressToOpen(secretary, '内容を記録', told);
    expect(await send(changed, { '決定事項・要点': '修正のうえ決定した。' })).toEqual({});
    expect([await standing(), await lastLine()]).toEqual([
      '案',
      { action: 'record-meeting-contents', before: true, after: false },
    ]);
  });

  test('so does a change of 場所, in 会議を編集', async () => {
    const { secretary } = practice;
    await confirm();
    const same = await pressToOpen(secretary, '編集', told);
    expect(same.text).toContain(NOTE);
    expect(await send(same, {})).toEqual({});
    expect(await standing()).toBe('確認済');
    expect(await send(await pressToOpen(secretary, '編集', told), { 場所: '第二庁舎' })).toEqual({});
    expect([await standing(), await lastLine()]).toEqual([
      '案',
      { action: 'edit-meeting', before: true, after: false },
    ]);
  });

  test('a form that was opened before the chair confirmed is not kept over it', async () => {
    const form = await pressToOpen(practice.secretary, '内容を記録', told);
    await confirm();
    const errors = await send(form, { '決定事項・要点': '別のこと' });
    expect(Object.keys(errors)).toHaveLength(1);
    expect(await standing()).toBe('確認済');
    await form.close();
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
