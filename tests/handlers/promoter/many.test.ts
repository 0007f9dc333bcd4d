import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Message } from '../../../src/sandbox/driver/messages-read.ts';
import { type Practice, STAFF, startPractice } from '../../support/practice.ts';
import type { RosterLine } from '../../support/promoters.ts';
import { openRegistration, PROMOTER, rosterOf, startWithRoster } from './steps.ts';

/** The roster, the form and the Home tab with nothing and with very much. */

let practice: Practice;
/** Starts before the tests of a group, and looks after them at what Slack would have refused. */
const during = (start: () => Promise<Practice>): void => {
  beforeAll(async () => {
    practice = await start();
  });
  afterAll(async () => {
    expect(practice.slack.refusals).toEqual([]);
    await practice.stop();
  });
};

const LONG = '長'.repeat(40);
const numbers = (most: number): readonly number[] => Array.from({ length: most }, (_, index) => index);

/** 1,000 promoters in 200 sections of 20 departments, all with long names. */
const THOUSAND: readonly RosterLine[] = numbers(1000).map((index) => ({
  department: `${LONG}部${Math.floor(index / 50)}`,
  section: `${LONG}課${Math.floor(index / 5)}`,
  name: `${LONG} ${index}`,
  role: index % 50 === 0 ? 'chief' : 'promoter',
  ...(index % 7 === 0 ? { startsOn: '2026-10-01' } : {}),
}));

/** Every page of a list as it is turned in place. */
const allPages = async (person: Practice['secretary']): Promise<readonly Message[]> => {
  const pages = [await rosterOf(person)];
  for (;;) {
    const last = pages.at(-1);
    if (last === undefined || !last.buttons.includes('次のページ')) return pages;
    await person.press('次のページ', { in: last });
    const number = `${pages.length + 1}/`;
    pages.push(
      await practice.slack.until(({ ts, plain }) => ts === last.ts && plain.includes(`\n${number}`)),
    );
  }
};

const namesIn = (pages: readonly Message[]): readonly string[] =>
  pages.flatMap(({ plain }) =>
    [...plain.matchAll(/長 (\d+)(?=$|\(|\n)/gmu)].map(([, number = '']) => number),
  );

describe('nobody at all', () => {
  during(startPractice);

  test('is said to everybody, and the secretariat can begin', async () => {
    const lists = [await rosterOf(practice.slack.person(STAFF)), await rosterOf(practice.secretary)];
    expect(lists.map(({ plain, buttons }) => [plain.split('\n'), buttons])).toEqual([
      [['令和8年11月24日(火)の協働推進員', '協働推進員はまだ登録されていません。'], []],
      [
        ['令和8年11月24日(火)の協働推進員', '協働推進員はまだ登録されていません。'],
        ['推進員を登録', '名簿をCSVで受け取る'],
      ],
    ]);
    const form = await openRegistration(practice);
    expect([form.options('部局'), form.values.部局]).toEqual([['新しい部局'], '新しい部局']);
    await form.close();
    await practice.secretary.openHome();
    const home = await practice.secretary.homeUntil(({ text }) => text.includes('協DOボット'));
    expect(home.text).not.toContain('未選任');
  });
});

describe('a thousand promoters in two hundred sections', () => {
  during(() => startWithRoster([...THOUSAND, { department: '空部', section: '空課' }]));

  test('are read by staff in pages, everybody once, headings repeated', async () => {
    const pages = await allPages(practice.slack.person(STAFF));
    expect(
      namesIn(pages)
        .map(Number)
        .toSorted((a, b) => a - b),
    ).toEqual(numbers(1000));
    expect(pages[0]?.plain.split('\n').slice(0, 3)).toEqual([
      '令和8年11月24日(火)の協働推進員',
      '協働推進員1000名(協働推進員(主任)20名を含む)',
      `${LONG}部0`,
    ]);
    const headings = pages.map(({ plain }) => plain.split('\n')[2] ?? '');
    expect(headings.some((heading) => heading.endsWith('(続き)'))).toBe(true);
    expect(pages.every(({ plain }) => plain.length <= 10_000)).toBe(true);
  });

  test('are shown to the secretariat with buttons at each, 未選任 first', async () => {
    const first = await rosterOf(practice.secretary);
    const line = ['変更', '後任を登録', '記録を取り消す', 'この記録の変更'];
    expect([first.plain.split('\n').slice(2, 6), first.buttons]).toEqual([
      [
        '未選任(1課・室等)',
        '空部 空課',
        `${LONG}部0`,
        `${LONG}課0 協働推進員(主任) ${LONG} 0(令和8年10月1日(木)から)`,
      ],
      ['登録', ...namesIn([first]).flatMap(() => line), '次のページ', '推進員を登録', '名簿をCSVで受け取る'],
    ]);
    const turnTo = async (page: number): Promise<Message> => {
      const list = await rosterOf(practice.secretary);
      const value = `2026-11-24:${page}`;
      const action = { type: 'button', block_id: 'pages', action_id: 'promoter-list.next', value };
      await practice.secretary.pressRaw({ in: list, action });
      return practice.slack.until(({ ts, edited }) => ts === list.ts && edited);
    };
    const middle = await turnTo(25);
    expect(middle.buttons.filter((words) => words === '変更')).toHaveLength(namesIn([middle]).length);
    const last = await turnTo(9999);
    expect([namesIn([last]).at(-1), last.buttons.at(-3)]).toEqual(['999', '前のページ']);
  });
});

describe('more than a hundred departments', () => {
  during(() =>
    startWithRoster(numbers(230).map((index) => ({ department: `${LONG}部${index}`, section: '課' }))),
  );

  test('are all offered', async () => {
    const form = await openRegistration(practice);
    expect(form.options('部局')).toEqual([...numbers(230).map((index) => `${LONG}部${index}`), '新しい部局']);
    await form.fill({ 氏名: '最後 の人', 役割: '推進員', 部局: `${LONG}部229`, '課・室等': '課' });
    expect((await form.submit()).errors).toEqual({});
    await form.close();
  });

  test('have the one of the pressed section chosen', async () => {
    const list = await rosterOf(practice.secretary);
    const form = await (await practice.secretary.press('登録', { in: list })).opened();
    expect(form.values.部局).toBe(`${LONG}部0`);
    await form.close();
  });
});

/** So many lines of a text, from one on. */
const part = (text: string, from: string, lines: number): readonly string[] => {
  const all = text.split('\n');
  const start = all.indexOf(from);
  return start < 0 ? [] : all.slice(start, start + lines);
};

describe('the Home tab of the secretariat', () => {
  during(() =>
    startWithRoster([
      ...numbers(1000).map((index) => ({ department: '福祉部', section: `第${index}課` })),
      ...numbers(9).map((index) => ({
        department: '市民部',
        section: '市民課',
        name: `去った ${index}`,
        slackId: `U0GONE${index}`,
        deactivated: true as const,
      })),
      { department: '市民部', section: '市民課', name: '青空 そら', slackId: PROMOTER },
    ]),
  );

  test('shows the first of many gaps, and the way to the list', async () => {
    await practice.secretary.openHome();
    const home = await practice.secretary.homeUntil(({ text }) => text.includes('未選任'));
    expect(part(home.text, '未選任', 11)).toEqual([
      '未選任',
      '今日、協働推進員のいない課・室等が1000あります。',
      ...numbers(8).map((index) => `・福祉部 第${index}課`),
      'ほか992件',
    ]);
    expect(part(home.text, '後任の登録が必要な協働推進員', 11)).toEqual([
      '後任の登録が必要な協働推進員',
      'Slackのアカウントが停止された協働推進員が9名います。任期終了日を変更し、後任を登録してください。',
      ...numbers(8).map((index) => `・市民部 市民課 去った ${index}`),
      'ほか1件',
    ]);
    await home.press('協働推進員の一覧', { block: 'roster-gaps' });
    const list = await practice.secretary.nextForm();
    expect(list.text).toContain('令和8年11月24日(火)の協働推進員');
    await list.close();
  });
});

describe('the Home tab of a promoter', () => {
  during(() =>
    startWithRoster([
      { department: '市民部', section: '市民課', name: '青空 そら', slackId: PROMOTER },
      {
        department: '市民部',
        section: '総務課',
        name: '青空 そら',
        slackId: PROMOTER,
        role: 'chief',
        startsOn: '2026-10-01',
      },
      {
        department: '市民部',
        section: '来年課',
        name: '青空 そら',
        slackId: PROMOTER,
        startsOn: '2027-04-01',
      },
    ]),
  );

  test('shows their own term, and that of staff nothing of it', async () => {
    const promoter = practice.slack.person(PROMOTER);
    await promoter.openHome();
    const home = await promoter.homeUntil(({ text }) => text.includes('協DOボット'));
    expect(part(home.text, '協働推進員としての任期', 3)).toEqual([
      '協働推進員としての任期',
      '・市民部 市民課 協働推進員(令和8年4月1日(水)から令和9年3月31日(水)まで)',
      '・市民部 総務課 協働推進員(主任)(令和8年10月1日(木)から令和9年3月31日(水)まで)',
    ]);
    expect(home.text).not.toContain('令和9年4月1日');
    const staff = practice.slack.person(STAFF);
    await staff.openHome();
    const other = await staff.homeUntil(({ text }) => text.includes('協DOボット'));
    expect(['協働推進員としての任期', '未選任'].filter((words) => other.text.includes(words))).toEqual([]);
  });
});
