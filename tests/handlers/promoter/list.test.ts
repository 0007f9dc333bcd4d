import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { GUEST, type Practice, STAFF } from '../../support/practice.ts';
import { answerTo, auditOf } from '../steps.ts';
import { CHIEF, rosterOf, rowsShown, SMALL_ROSTER, startWithRoster } from './steps.ts';

const UNREADABLE =
  '年度または日付を読み取れませんでした。「令和5年度」「R5」「令和5年8月10日」「2023-08-10」のように入力してください。';
const WITHHELD = 'まだ始まっていない任期は、事務局と部局の協働推進員(主任)だけにお見せしています。';

let practice: Practice;
beforeAll(async () => {
  practice = await startWithRoster([
    ...SMALL_ROSTER,
    { department: '福祉部', section: '長寿課', name: '去った 人', deactivated: true, slackId: 'U0GONE' },
    { department: '福祉部', section: '障害課', name: '未だ 未', unconfirmed: true },
    {
      department: '市民協働部',
      section: '総務課',
      name: '来年 一',
      role: 'chief',
      startsOn: '2027-04-01',
    },
    { department: '福祉部', section: '福祉課', name: '来年 二', startsOn: '2027-04-01', unconfirmed: true },
  ]);
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

const TODAY = '令和8年11月24日(火)の協働推進員';
const STAFF_TODAY = [
  TODAY,
  '協働推進員4名(協働推進員(主任)1名を含む)',
  '市民協働部',
  '総務課 協働推進員(主任) 主任 一郎',
  'くらし支援課 未選任',
  '福祉部',
  '福祉課 青空 そら',
  '長寿課 去った 人',
  '長寿課 山道 あゆむ(令和8年10月1日(木)から)',
  '障害課 未選任',
];

describe('today’s roster', () => {
  test.each(['', '一覧', 'list', '一覧 令和8年度', 'ＬＩＳＴ　Ｒ８', '一覧 2026-11-24'])(
    'is read by staff after 「%s」, without a button',
    async (typed) => {
      const list = await answerTo(practice.slack.person(STAFF), '/kyodo-promoter', typed);
      expect([list.plain.split('\n'), list.buttons, list.ephemeral]).toEqual([STAFF_TODAY, [], true]);
    },
  );

  test('shows the secretariat 未選任 first, closed accounts, and what can be done at each line', async () => {
    const list = await rosterOf(practice.secretary);
    const line = ['変更', '後任を登録', '記録を取り消す', 'この記録の変更'];
    expect([list.plain.split('\n'), list.buttons]).toEqual([
      [
        TODAY,
        '協働推進員4名(協働推進員(主任)1名を含む)',
        '【後任の登録が必要】は、Slackのアカウントが停止された方です。',
        '未選任(2課・室等)',
        '市民協働部 くらし支援課',
        '福祉部 障害課',
        '福祉部 障害課 【未確認】 未だ 未',
        '市民協働部',
        '総務課 協働推進員(主任) 主任 一郎',
        '福祉部',
        '福祉課 青空 そら',
        '長寿課 去った 人 【後任の登録が必要】',
        '長寿課 山道 あゆむ(令和8年10月1日(木)から)',
      ],
      ['登録', '登録', ...line, ...line, ...line, ...line, ...line, '推進員を登録', '名簿をCSVで受け取る'],
    ]);
  });

  test('shows a 主任 no 未確認 of another department, and no button', async () => {
    const list = await rosterOf(practice.slack.person(CHIEF));
    expect([list.plain.split('\n'), list.buttons]).toEqual([STAFF_TODAY, []]);
  });

  test('is offered to staff by /kyodo as a button', async () => {
    const staff = practice.slack.person(STAFF);
    const menu = await answerTo(staff, '/kyodo');
    expect(menu.buttons.filter((words) => words.includes('推進員'))).toEqual(['協働推進員の一覧']);
    await staff.press('協働推進員の一覧', { in: menu });
    expect((await staff.nextAnswer()).plain.split('\n')).toEqual(STAFF_TODAY);
  });

  test('is not for guests', async () => {
    const answer = await answerTo(practice.slack.person(GUEST), '/kyodo-promoter', '一覧');
    expect([answer.plain, await auditOf(practice, GUEST)]).toEqual([
      '恐れ入りますが、このボットは市の職員のためのものです。',
      ['refused /kyodo-promoter'],
    ]);
  });
});

describe('the roster of a day gone by', () => {
  test('shows who held the sections then', async () => {
    const list = await rosterOf(practice.slack.person(STAFF), '令和8年9月30日');
    expect(list.plain.split('\n').slice(0, 2)).toEqual([
      '令和8年9月30日(水)の協働推進員',
      '協働推進員4名(協働推進員(主任)1名を含む)',
    ]);
    expect(rowsShown(list).slice(3)).toEqual([
      '福祉部',
      '福祉課 青空 そら',
      '長寿課 花園 さくら(令和8年9月30日(水)まで)',
      '長寿課 去った 人',
      '障害課 未選任',
    ]);
  });

  test.each(['令和5年度', 'R5', '令和5年4月1日', '2023-04-01'])(
    'says of 「%s」 that nothing is recorded',
    async (typed) => {
      const list = await rosterOf(practice.secretary, typed);
      expect([list.plain, list.buttons]).toEqual([
        '令和5年4月1日(土)の協働推進員\nこの日の協働推進員の記録はありません。',
        ['推進員を登録', '名簿をCSVで受け取る'],
      ]);
    },
  );

  test.each(['令和5年8月10日(金)', '令和5年2月30日', '平成32年度', '来年'])(
    'can not be read from 「%s」 and is answered with examples',
    async (typed) => {
      const answer = await rosterOf(practice.slack.person(STAFF), typed);
      expect([answer.plain, answer.buttons, answer.ephemeral]).toEqual([UNREADABLE, [], true]);
    },
  );
});

describe('the roster of a day to come', () => {
  test('keeps from staff what has not begun', async () => {
    const list = await rosterOf(practice.slack.person(STAFF), '令和9年度');
    expect(list.plain.split('\n')).toEqual(['令和9年4月1日(木)の協働推進員', WITHHELD]);
  });

  test('shows staff what has begun and still holds then', async () => {
    const list = await rosterOf(practice.slack.person(STAFF), '令和9年3月31日');
    expect(list.plain.split('\n')).toEqual([
      '令和9年3月31日(水)の協働推進員',
      '協働推進員4名(協働推進員(主任)1名を含む)',
      WITHHELD,
      '市民協働部',
      '総務課 協働推進員(主任) 主任 一郎',
      '福祉部',
      '福祉課 青空 そら',
      '長寿課 去った 人',
      '長寿課 山道 あゆむ(令和8年10月1日(木)から)',
    ]);
  });

  test('shows a 主任 the own department', async () => {
    const list = await rosterOf(practice.slack.person(CHIEF), 'R9');
    expect([list.plain.split('\n'), list.buttons]).toEqual([
      [
        '令和9年4月1日(木)の協働推進員',
        '協働推進員1名(協働推進員(主任)1名を含む)',
        WITHHELD,
        '市民協働部',
        '総務課 協働推進員(主任) 来年 一',
        'くらし支援課 未選任',
      ],
      [],
    ]);
  });

  test('shows the secretariat all, 未確認 with its mark', async () => {
    const list = await rosterOf(practice.secretary, '令和9年度');
    expect(list.plain.split('\n')).toEqual([
      '令和9年4月1日(木)の協働推進員',
      '協働推進員1名(協働推進員(主任)1名を含む)',
      '未選任(3課・室等)',
      '市民協働部 くらし支援課',
      '福祉部 長寿課',
      '福祉部 障害課',
      '市民協働部',
      '総務課 協働推進員(主任) 来年 一',
      '福祉部',
      '福祉課 【未確認】 来年 二',
    ]);
  });
});
