import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Practice } from '../../support/practice.ts';
import { putRoster } from '../../support/promoters.ts';
import { ask, CHIEF, PROMOTER, pressAnywhere, startAskedCity } from '../asked-city.ts';
import { answerTo, rowsOf, WORKSPACE, withDatabase } from '../steps.ts';

/** 照会の状況: the list of a year, what is looked for in it, and the acts of its rows. */

let practice: Practice;
beforeAll(async () => {
  practice = await startAskedCity();
  await ask(practice, { title: '市民提案の事業調査' });
  await ask(practice, { title: '校区別データベースの確認' });
  // Of the year before, and over.
  await rowsOf(
    practice,
    `update inquiry set fiscal_year = 2025, state = 'closed' where title = '市民提案の事業調査' returning id`,
  );
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

const listed = async (typed: string, who = 'U0SECRETARY') => {
  const person = who === 'U0SECRETARY' ? practice.secretary : practice.slack.person(who);
  const answer = await answerTo(person, '/kyodo-inquiry', typed);
  return { answer, lines: answer.plain.split('\n') };
};

const LAST_YEAR = '令和7年度 第1号 市民提案の事業調査';
const THIS_YEAR = '令和8年度 第2号 校区別データベースの確認';

describe('the list', () => {
  test.each<[string, string, readonly string[], readonly string[]]>([
    ['状況', '令和8年度の照会', [THIS_YEAR], [LAST_YEAR]],
    ['状況 R7', '令和7年度の照会', [LAST_YEAR], [THIS_YEAR]],
    ['状況 校区別', '令和8年度の照会', [THIS_YEAR, '「校区別」を含む名前のものを表示しています。'], []],
    ['状況 ﾃﾞｰﾀﾍﾞｰｽ', '令和8年度の照会', [THIS_YEAR], []],
    ['状況 令和７年度 市民提案', '令和7年度の照会', [LAST_YEAR], [THIS_YEAR]],
    ['status 市民提案 2025', '令和7年度の照会', [LAST_YEAR], [THIS_YEAR]],
    [
      '状況 市民提案',
      '令和8年度の照会',
      ['「市民提案」を含む名前のものはありません。'],
      [THIS_YEAR, 'まだ照会がありません。'],
    ],
  ])('after 「%s」 is that of %s, with what is called so', async (typed, title, there, missing) => {
    const { lines } = await listed(typed);
    expect(lines[0]).toBe(title);
    expect(there.filter((line) => !lines.includes(line))).toEqual([]);
    expect(missing.filter((line) => lines.includes(line))).toEqual([]);
  });

  test('of what is called almost so names what was probably meant', async () => {
    expect((await listed('状況 校区別データーベースの確認')).lines).toContain(
      '「校区別データベースの確認」のことでしょうか。',
    );
  });

  test('of what may have been meant for a year and is none says how years are typed', async () => {
    expect((await listed('状況 9999')).lines[0]).toContain('年度');
    expect((await listed('状況 9999')).lines[0]).not.toContain('照会');
  });

  test('goes to the years beside it in place, and keeps what is looked for', async () => {
    const { answer } = await listed('状況 市民提案');
    await practice.secretary.press('前の年度', { in: answer });
    const before = await practice.slack.until(({ ts, edited }) => ts === answer.ts && edited);
    expect(before.plain.split('\n')).toEqual(
      expect.arrayContaining([
        '令和7年度の照会',
        '「市民提案」を含む名前のものを表示しています。',
        LAST_YEAR,
      ]),
    );
  });

  test('is not for those who oversee nothing, whatever is typed', async () => {
    for (const typed of ['状況', '状況 校区別', '状況 R7', '状況 2'])
      expect((await listed(typed, PROMOTER)).lines[0]).toContain('恐れ入りますが');
  });

  test('shows a 主任 what asks the department, with 状況 alone beside it', async () => {
    const { answer, lines } = await listed('状況 校区別', CHIEF);
    expect(lines).toContain(THIS_YEAR);
    expect(answer.buttons).toEqual(['状況', '前の年度', '次の年度']);
  });
});

describe('the menu of a row', () => {
  test('does what the buttons of 状況 do', async () => {
    const { answer } = await listed('状況');
    const form = await (await practice.secretary.press('編集', { in: answer })).opened();
    expect([form.title, form.values.件名]).toEqual(['照会を編集', '校区別データベースの確認']);
    await form.close({ all: true });
  });

  test('a change made from it is in the list that lies below at once', async () => {
    const list = await pressAnywhere(practice, 'U0SECRETARY', 'inquiry-list.open', 'new');
    const form = await (await list.press('編集')).opened();
    await form.fill({ 件名: '校区別の確認' });
    expect((await form.submit()).errors).toEqual({});
    await list.until(({ text }) => text.includes('第2号 校区別の確認'));
    await practice.secretary.form?.close({ all: true });
  });

  test('この記録の変更 shows the lines of that inquiry alone', async () => {
    const { answer } = await listed('状況');
    await practice.secretary.press('この記録の変更', { in: answer });
    const { plain } = await practice.secretary.nextAnswer();
    expect(plain).toMatch(/^変更の記録\n/u);
    expect(plain).toContain('校区別の確認');
    expect(plain).not.toContain('市民提案');
  });
});

describe('状況 of one that asks 600 sections', () => {
  test('turns its pages in place, and names every section', async () => {
    const sections = Array.from({ length: 600 }, (_, index) => ({
      department: `部局${index % 30}`,
      section: `課${index}番`.padEnd(60, '長'),
    }));
    await withDatabase(practice, (db) => putRoster(db, WORKSPACE, sections, practice.clock.now()));
    const inquiry = await ask(practice, { title: '全庁の調査' });
    const status = await pressAnywhere(practice, 'U0SECRETARY', 'inquiry-status.open', inquiry);
    const pages = Number(/1\/(\d+)ページ/u.exec(status.text)?.[1]);
    let seen = status.text;
    for (let page = 2; page <= pages; page += 1) {
      await status.press('次のページ');
      await status.until(({ text }) => text.includes(`\n${page}/${pages}ページ`));
      seen += status.text;
    }
    expect(new Set(seen.match(/課\d+番/gu)).size).toBe(600);
    expect(status.buttons).not.toContain('次のページ');
    await status.press('前のページ');
    await status.until(({ text }) => text.includes(`\n${pages - 1}/${pages}ページ`));
    await status.close({ all: true });
  });
});
