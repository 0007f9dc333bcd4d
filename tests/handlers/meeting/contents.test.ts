import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { trusted } from '../../../src/domain/actor.ts';
import { localDate } from '../../../src/domain/calendar/local-date.ts';
import { succeed } from '../../../src/domain/result.ts';
import type { Message } from '../../../src/sandbox/driver/messages-read.ts';
import { type Practice, SECRETARY, STAFF, startPractice } from '../../support/practice.ts';
import { type Seat, seat } from '../../support/seats.ts';
import { ONLY_MEMBER, ONLY_RECORDER } from '../forgery.ts';
import {
  answerTo,
  auditOf,
  bodyId,
  meetingIds,
  pressToOpen,
  recordByForm,
  send,
  WORKSPACE,
  withDatabase,
} from '../steps.ts';

const MEMBER = 'U0MEMBER';
const OTHER_MEMBER = 'U0OTHERMEMBER';
const RECORDER = 'U0RECORDER';
const PROMOTER = 'U0PROMOTER';
const CHIEF = 'U0CHIEF';
const NAMES: Readonly<Record<string, string>> = {
  [MEMBER]: '委員 一子',
  [OTHER_MEMBER]: '委員 二郎',
  [RECORDER]: '推進 三子',
  [PROMOTER]: '推進 四郎',
  [CHIEF]: '主任 五子',
};
const PEOPLE = Object.entries(NAMES).map(([id, real_name]) => ({ id, real_name }));

const inDepartment = (slackId: string, section: string, role: Seat['role'] = 'promoter'): Seat => {
  const name = NAMES[slackId] ?? slackId;
  return { slackId, name, role, department: '市民協働部', section };
};

let practice: Practice;
let bySecretary: string;
let byPromoter: string;

/** Makes people members of the body `name`. */
const join = async (name: string, slackId: string): Promise<void> => {
  const body = await bodyId(practice, name);
  const at = practice.clock.now();
  const act = { actor: trusted(WORKSPACE, 'cli:test', 'cli'), action: 'test', at } as const;
  await withDatabase(practice, (db) =>
    db.act(act, async (record) => {
      const [personId, memberId] = [crypto.randomUUID(), crypto.randomUUID()];
      const facts = { slackId, email: null, name: NAMES[slackId] ?? slackId };
      await record.people.create([{ ...facts, id: personId }], at);
      const membership = {
        bodyId: body,
        personId,
        title: '総務部長',
        office: 'member' as const,
        position: 1,
      };
      const term = { startsOn: localDate('2026-04-01'), endsOn: null };
      await record.bodyMembers.create(
        memberId,
        { ...membership, ...term, copiedTo: [], proxies: [] },
        { by: SECRETARY, at },
      );
      return succeed(null);
    }),
  );
};

beforeAll(async () => {
  practice = await startPractice({ people: PEOPLE });
  const { secretary, slack } = practice;
  await withDatabase(practice, (db) =>
    seat(db, WORKSPACE, [
      inDepartment(RECORDER, '市民課'),
      inDepartment(PROMOTER, '税務課'),
      inDepartment(CHIEF, '総務課', 'chief'),
    ]),
  );
  await join('協働推進本部会議', MEMBER);
  await join('協働推進本部会議幹事会', OTHER_MEMBER);

  const told = await recordByForm(practice, { 開催日: '2026-10-01' });
  const errors = await send(await pressToOpen(secretary, '内容を記録', told), {
    時刻: '10時から11時まで',
    出席者: [MEMBER, SECRETARY],
    Slack未利用の出席者: '総務部長 山田花子\n福祉部長 佐藤次郎',
    '欠席・代理出席': '豊中太郎 代理 総務課長 田中三郎',
    '決定事項・要点': '原案のとおり <!here> 決定',
    '資料・会議録の保存先': '共有フォルダー',
  });
  expect(errors).toEqual({});
  [bySecretary = ''] = await meetingIds(practice);

  const form = await (await slack.person(RECORDER).command('/kyodo-meeting')).opened();
  await form.fill({
    会議体: '協働事業成案化検討会議',
    開催方法: '対面',
    開催日: '2026-10-20',
    案件: '推進員の案件',
  });
  expect((await form.submit()).errors).toEqual({});
  const recorded = await slack.dm(RECORDER).next();
  const contents = await pressToOpen(slack.person(RECORDER), '内容を記録', recorded);
  expect(await send(contents, { '決定事項・要点': '推進員が書いた要点' })).toEqual({});
  byPromoter = (await meetingIds(practice)).find((id) => id !== bySecretary) ?? '';
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

const listFor = (person: string): Promise<Message> =>
  answerTo(practice.slack.person(person), '/kyodo-meeting', '一覧');

const SHOW = '内容を見る';
const MINUTES = '会議録';
const CHANGE = ['編集', '記録を取り消す'];
const RECORD = ['内容を記録', '編集', MINUTES, '記録を取り消す'];
const HISTORY = 'この記録の変更';

test.each<[string, string, readonly string[]]>([
  ['a member of the body', MEMBER, [SHOW, MINUTES]],
  ['a member of another body', OTHER_MEMBER, []],
  ['staff', STAFF, []],
  ['a promoter who recorded another one', RECORDER, RECORD],
  ['a promoter who recorded none', PROMOTER, []],
  ['the 主任 of the one who recorded: 編集, but not what was decided', CHIEF, CHANGE],
  [
    'the secretariat',
    SECRETARY,
    [...[...RECORD, HISTORY], ...['確認する', ...RECORD, HISTORY], ...['会議を記録', '開催なしを記録']],
  ],
])('the list has for %s the buttons', async (_who, person, buttons) => {
  const isOfYears = (words: string): boolean => words.endsWith('の年度');
  expect((await listFor(person)).buttons.filter((words) => !isOfYears(words))).toEqual(buttons);
});

test('a member reads when it was, who came and what was decided, and can change nothing', async () => {
  const form = await pressToOpen(practice.slack.person(MEMBER), SHOW, await listFor(MEMBER));
  expect([form.text.split('\n'), form.labels, form.buttons, form.submitText]).toEqual([
    [
      '会議の内容',
      '協働推進本部会議 令和8年10月1日',
      '時刻',
      '10時から11時まで',
      '出席者',
      '@委員 一子、@事務 局子',
      'Slack未利用の出席者',
      '総務部長 山田花子',
      '福祉部長 佐藤次郎',
      '欠席・代理出席',
      '豊中太郎 代理 総務課長 田中三郎',
      '決定事項・要点',
      '原案のとおり <!here> 決定',
      '資料・会議録の保存先',
      '共有フォルダー',
    ],
    [],
    [MINUTES],
    '',
  ]);
  await form.close();
});

describe('a forged press', () => {
  const forge = async (person: string, action: string, value: string) => {
    const driver = practice.slack.person(person);
    const known = (await auditOf(practice, person)).length;
    await driver.pressRaw({
      in: await listFor(person),
      action: { type: 'button', block_id: 'forged', action_id: action, value },
    });
    const answer = await driver.nextAnswer();
    return [answer.plain, answer.ephemeral, (await auditOf(practice, person)).slice(known)];
  };

  test.each([
    ['a member of another body', OTHER_MEMBER],
    ['staff', STAFF],
    ['a promoter who did not record it', PROMOTER],
    ['a promoter who recorded another', RECORDER],
    ['a 主任', CHIEF],
  ])('of 内容を見る by %s is refused politely and noted', async (_who, person) => {
    const refused = [ONLY_MEMBER, true, ['refused show-meeting-contents']];
    expect(await forge(person, 'meeting.contents.show', bySecretary)).toEqual(refused);
  });

  test('of 内容を見る of a meeting that is none says that it is gone', async () => {
    const [said, , lines] = await forge(MEMBER, 'meeting.contents.show', crypto.randomUUID());
    expect([said, lines]).toEqual([
      'この記録は、すでに取り消されています。一覧で今の状態をご確認ください。',
      [],
    ]);
  });

  test('of 内容を記録 by the 主任, who may not see what it would show, is refused and noted', async () => {
    expect(await forge(CHIEF, 'meeting.contents', byPromoter)).toEqual([
      ONLY_RECORDER,
      true,
      ['refused open-meeting'],
    ]);
  });
});

describe('a meeting that a promoter recorded, of a body with 記録できる人 協働推進員も', () => {
  test('is edited by the 主任 of their department, and stays 未確認', async () => {
    const form = await pressToOpen(practice.slack.person(CHIEF), '編集', await listFor(CHIEF));
    expect(await send(form, { 場所: '市役所', 変更の理由: '場所の追記' })).toEqual({});
    expect((await listFor(CHIEF)).plain).toContain('【未確認】令和8年10月20日\n(1)推進員の案件');
    expect((await auditOf(practice, CHIEF)).at(-1)).toBe('edit-meeting');
  });

  test('counts once the secretariat confirms it', async () => {
    await practice.secretary.press('確認する', { in: await listFor(SECRETARY) });
    const shown = await practice.slack.until(({ plain }) => plain.includes('No 1 令和8年10月20日'));
    expect(shown.buttons).not.toContain('確認する');
  });
});
