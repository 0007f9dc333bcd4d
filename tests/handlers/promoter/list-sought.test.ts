import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Practice, STAFF } from '../../support/practice.ts';
import { answerTo } from '../steps.ts';
import { SMALL_ROSTER, startWithRoster } from './steps.ts';

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

/** What stands over the rows in which something was looked for. */
const sought = (words: string): string => `「${words}」を含む名前のものを表示しています。`;

describe('a name after the command', () => {
  const staff = (typed: string) => answerTo(practice.slack.person(STAFF), '/kyodo-promoter', typed);

  test.each([
    // A department, and a section: all who are there.
    [
      '福祉部',
      ['福祉課 青空 そら', '長寿課 去った 人', '長寿課 山道 あゆむ(令和8年10月1日(木)から)', '障害課 未選任'],
    ],
    ['長寿', ['長寿課 去った 人', '長寿課 山道 あゆむ(令和8年10月1日(木)から)']],
    ['障害課', ['障害課 未選任']],
    // A person by any part of the name, in either kana, of any width, and in old forms.
    ['青空', ['福祉課 青空 そら']],
    ['青空そら', ['福祉課 青空 そら']],
    ['ソラ', ['福祉課 青空 そら']],
    ['ｱﾕﾑ', ['長寿課 山道 あゆむ(令和8年10月1日(木)から)']],
    ['靑空', ['福祉課 青空 そら']],
    ['一覧 青空', ['福祉課 青空 そら']],
    ['Ｒ８ 青空', ['福祉課 青空 そら']],
    ['青空 そら 2026-11-24', ['福祉課 青空 そら']],
  ])('「%s」 shows who and what is called so', async (typed, rows) => {
    const { plain, buttons } = await staff(typed);
    const words = typed.normalize('NFKC').replace(/^(?:一覧|R8) | 2026-11-24$/gu, '');
    const lines = plain.split('\n');
    expect([lines.slice(0, 2), lines.filter((line) => rows.includes(line)), buttons]).toEqual([
      [TODAY, sought(words)],
      rows,
      [],
    ]);
    expect(lines.filter((line) => line.includes('課 '))).toEqual(rows);
  });

  test('of a day gone by shows who was there then', async () => {
    const { plain } = await staff('さくら 令和8年9月30日');
    expect(plain.split('\n')).toEqual([
      '令和8年9月30日(水)の協働推進員',
      sought('さくら'),
      '協働推進員1名(協働推進員(主任)0名を含む)',
      '福祉部',
      '長寿課 花園 さくら(令和8年9月30日(水)まで)',
    ]);
    expect((await staff('さくら')).plain).not.toContain('花園');
  });

  test('that nobody has is answered with the nearest, and with none where none is near', async () => {
    const near = (await staff('一覧 あおぞら')).plain;
    expect(near.split('\n')).toEqual([TODAY, '「あおぞら」を含む名前のものはありません。']);
    expect((await staff('一覧 長樹課')).plain.split('\n')).toEqual([
      TODAY,
      '「長樹課」を含む名前のものはありません。',
      '「長寿課」のことでしょうか。',
    ]);
    expect((await staff('長樹課')).plain.split('\n').slice(0, 2)).toEqual([
      '「長樹課」という使い方はありません。',
      '「/kyodo-promoter 長寿課」のことでしょうか。',
    ]);
  });

  test('that is nearly a word of the command is taken for the word, and the word itself goes before a name', async () => {
    expect((await staff('一欄')).plain).toContain(
      '「/kyodo-promoter 一覧 年度・日付・名前」のことでしょうか。',
    );
    const form = await (await practice.secretary.command('/kyodo-promoter', '登録')).opened();
    expect(form.title).toBe('推進員を登録');
    await form.close();
  });

  test('finds nobody whom the reader may not see, nor tells how they are called', async () => {
    expect((await staff('未だ')).plain).not.toContain('未だ 未');
    expect((await staff('末だ')).plain).not.toContain('未だ');
    expect((await staff('来年 R9')).plain).not.toContain('総務課');
    expect((await answerTo(practice.secretary, '/kyodo-promoter', '未だ')).plain).toContain(
      '障害課 【未確認】 未だ 未',
    );
  });
});
