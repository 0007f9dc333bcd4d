import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Practice, SECRETARY, STAFF, startPractice } from '../../support/practice.ts';
import { actorOf, answerTo, bodyList, recordAs, recordByForm } from '../steps.ts';

const UNREADABLE =
  '年度を読み取れませんでした。「令和5年度」「R5」「5年度」「2023」のように入力してください。';

describe('the year that is listed', () => {
  let practice: Practice;
  beforeAll(async () => {
    practice = await startPractice({ now: '2026-11-24T10:00:00+09:00' });
    await recordByForm(practice, { 開催日: '2019-04-20', 案件: '平成の案件' });
    await recordByForm(practice, { 開催日: '2020-03-31', 案件: '令和の案件' });
    await recordByForm(practice, { 開催日: '2023-08-10', 案件: '令和5年度の案件' });
    await recordByForm(practice, { 開催日: '2026-04-01', 案件: '今年度の案件' });
  });
  afterAll(async () => {
    expect(practice.slack.refusals).toEqual([]);
    await practice.stop();
  });

  const of2019 = [
    '令和元年度の会議',
    '協働推進本部会議',
    'No 1 平成31年4月20日',
    '(1)平成の案件',
    'No 2 令和2年3月31日',
    '(1)令和の案件',
  ];
  const of2023 = ['令和5年度の会議', '協働推進本部会議', 'No 1 令和5年8月10日', '(1)令和5年度の案件'];
  const of2026 = ['令和8年度の会議', '協働推進本部会議', 'No 1 令和8年4月1日', '(1)今年度の案件'];

  test.each([
    ['一覧 令和元年度', of2019],
    ['一覧 平成31年度', of2019],
    ['一覧　令和元年度', of2019],
    ['list 2019', of2019],
    ['一覧 令和元', of2019],
    ['一覧 R1', of2019],
    ['一覧 H31', of2019],
    ['一覧 ２０２３年度', of2023],
    ['一覧 令和5年度', of2023],
    ['　一覧　　令和　５　年度　', of2023],
    ['一覧 R5', of2023],
    ['list r5', of2023],
    ['LIST 5年度', of2023],
    ['一覧 ５', of2023],
    ['ｌｉｓｔ 2023', of2023],
    ['一覧', of2026],
    ['list', of2026],
  ])('of 「%s」', async (typed, expected) => {
    const list = await answerTo(practice.secretary, '/kyodo-meeting', typed);
    expect(list.plain.split('\n').slice(0, expected.length)).toEqual(expected);
  });

  test('turns to the year before and the year after in place, from 平成元年度 to ten years ahead', async () => {
    const list = await answerTo(practice.secretary, '/kyodo-meeting', '一覧 令和2年度');
    const titleIs = (title: string) =>
      expect
        .poll(() => practice.secretary.answers.find(({ ts }) => ts === list.ts)?.plain.split('\n')[0])
        .toBe(title);
    await practice.secretary.press('前の年度', { in: list });
    await titleIs('令和元年度の会議');
    await practice.secretary.press('次の年度', { in: list });
    await titleIs('令和2年度の会議');
    const first = await answerTo(practice.secretary, '/kyodo-meeting', '一覧 平成元年度');
    const last = await answerTo(practice.secretary, '/kyodo-meeting', '一覧 令和18年度');
    expect([first, last].map(({ buttons }) => buttons.filter((words) => words.endsWith('年度')))).toEqual([
      ['次の年度'],
      ['前の年度'],
    ]);
  });

  test.each(['来年度', '令和0年度', '平成32年度', '昭和63年度', '1988', '2099', '令和5年度 令和6年度'])(
    'of 「一覧 %s」 can not be read and is answered with examples',
    async (typed) => {
      const answer = await answerTo(practice.secretary, '/kyodo-meeting', `一覧 ${typed}`);
      expect([answer.plain, answer.ephemeral, answer.buttons]).toEqual([UNREADABLE, true, []]);
    },
  );

  test.each([
    ['/kyodo-meeting', '議事録', '「議事録」という使い方はありません。'],
    ['/kyodo-meeting', 'Ｍｉｎｕｔｅｓ', '「Minutes」という使い方はありません。'],
    ['/kyodo-meeting', '<!here> 一覧', '「<!here>」という使い方はありません。'],
    ['/kyodo', '承認', '「承認」という使い方はありません。'],
  ])('%s %s is answered with what is not known of it', async (command, word, lead) => {
    const answer = await answerTo(practice.secretary, command, word);
    expect([answer.plain.split('\n')[0], answer.buttons]).toEqual([lead, []]);
  });

  test.each(['ヘルプ', 'ＨＥＬＰ', 'Help'])('/kyodo %s is answered with what can be typed', async (word) => {
    const answer = await answerTo(practice.secretary, '/kyodo', word);
    const lines = answer.plain.split('\n');
    expect(lines.slice(0, 2)).toEqual(['使い方', '全体']);
    expect(lines).toContain(
      '/kyodo-meeting 一覧 年度・会議体 … その年度の会議を表示します(年度を省くと今年度)',
    );
    expect(answer.buttons.slice(0, 3)).toEqual(['検索', '引継資料', '会議を記録']);
  });

  test('the help tells staff what the bot sends; /kyodo offers them the present year’s list', async () => {
    const staff = practice.slack.person(STAFF);
    const help = await answerTo(staff, '/kyodo', 'ヘルプ');
    const menu = await answerTo(staff, '/kyodo');
    const buttons = [
      '検索',
      '会議の一覧',
      '年間スケジュール',
      '研修の一覧',
      '記事を書く',
      '協働推進員の一覧',
      '評価・意見の一覧',
      '不在期間を登録',
    ];
    expect([help.plain.includes('\nお送りするもの:'), help.buttons, menu.buttons]).toEqual([
      true,
      buttons,
      buttons,
    ]);
    await staff.press('会議の一覧', { in: menu });
    expect((await staff.nextAnswer()).plain.split('\n')[0]).toBe('令和8年度の会議');
  });

  test.each(['none', '開催なし', 'NONE', '　開催なし'])('「%s」 opens 開催なしを記録', async (word) => {
    const form = await (await practice.secretary.command('/kyodo-meeting', word)).opened();
    expect(form.title).toBe('開催なしを記録');
    await form.close();
  });

  test.each(['settings', '設定', 'ＳＥＴＴＩＮＧＳ'])('「/kyodo %s」 opens 設定', async (word) => {
    const form = await (await practice.secretary.command('/kyodo', word)).opened();
    expect(form.title).toBe('設定');
    await form.close();
  });

  test('the bodies are listed by their order number, examples marked', async () => {
    const list = await bodyList(practice.secretary);
    expect(list.plain.split('\n').slice(0, 5)).toEqual([
      '会議体',
      '令和8年度の会議体を並び順に表示しています。',
      '【例】は見本です。「変更」で内容を確かめて登録するか、「例をすべてこのまま使う」を押すと、【例】の表示がなくなります。',
      '協働推進本部会議 【例】',
      '会議・会議の実施状況',
    ]);
  });
});

describe('a list of more than ten rows', () => {
  let practice: Practice;
  const CHANGE = ['内容を記録', '編集', '会議録', '記録を取り消す', 'この記録の変更'];
  const FORMS = ['会議を記録', '開催なしを記録'];
  const YEARS = ['前の年度', '次の年度'];
  const repeated = (times: number) => Array.from({ length: times }, () => CHANGE).flat();

  beforeAll(async () => {
    practice = await startPractice({ now: '2026-11-24T10:00:00+09:00' });
    const secretariat = actorOf(SECRETARY, 'secretariat');
    for (let day = 12; day >= 1; day -= 1)
      await recordAs(practice, secretariat, {
        body: '協働推進本部会議',
        heldOn: `2026-10-${String(day).padStart(2, '0')}`,
        items: `${day}日の案件`,
      });
    await recordAs(practice, actorOf(STAFF, 'promoter'), {
      body: '協働事業成案化検討会議',
      heldOn: '2026-10-20',
      items: '推進員の案件',
    });
  });
  afterAll(async () => {
    expect(practice.slack.refusals).toEqual([]);
    await practice.stop();
  });

  test('comes in pages by first day, whatever the order of recording, and turns in place', async () => {
    const { secretary, slack } = practice;
    const first = await answerTo(secretary, '/kyodo-meeting', '一覧');
    expect([first.plain, first.buttons]).toEqual([
      [
        '令和8年度の会議',
        '協働推進本部会議',
        ...Array.from({ length: 10 }, (_none, index) => [
          `No ${index + 1} 令和8年10月${index + 1}日`,
          `(1)${index + 1}日の案件`,
        ]).flat(),
        '1/2ページ',
      ].join('\n'),
      [...repeated(10), '次のページ', ...YEARS, ...FORMS],
    ]);
    await secretary.press('次のページ', { in: first });
    const second = await slack.until(({ ts, edited }) => ts === first.ts && edited);
    expect([second.plain, second.buttons]).toEqual([
      [
        '令和8年度の会議',
        '協働推進本部会議',
        'No 11 令和8年10月11日',
        '(1)11日の案件',
        'No 12 令和8年10月12日',
        '(1)12日の案件',
        '協働推進本部会議幹事会',
        'まだ記録がありません。',
        '協働事業成案化検討会議',
        '【未確認】令和8年10月20日',
        '(1)推進員の案件',
        '豊能地区市町NPO担当課長連絡会議',
        'まだ記録がありません。',
        '豊能地区市町合同研修',
        'まだ記録がありません。',
        '2/2ページ',
      ].join('\n'),
      [...repeated(2), '確認する', ...CHANGE, '前のページ', ...YEARS, ...FORMS],
    ]);
    await secretary.press('前のページ', { in: second });
    await slack.until(({ ts, plain }) => ts === first.ts && plain === first.plain);
  });

  test('offers staff the pages, and no button that changes a record', async () => {
    const staff = practice.slack.person(STAFF);
    const first = await answerTo(staff, '/kyodo-meeting', '一覧');
    expect(first.buttons).toEqual(['次のページ', ...YEARS]);
    await staff.press('次のページ', { in: first });
    const second = await practice.slack.until(({ ts, edited }) => ts === first.ts && edited);
    expect(second.buttons).toEqual(['前のページ', ...YEARS]);
  });

  test.each([
    ['2026:99', '2/2ページ'],
    ['2026:0', '1/2ページ'],
  ])('shows the nearest page for %s', async (value, page) => {
    const list = await answerTo(practice.secretary, '/kyodo-meeting', '一覧');
    const action = { type: 'button', block_id: 'pages', action_id: 'meeting-list.next', value };
    await practice.secretary.pressRaw({ in: list, action });
    const turned = await practice.slack.until(({ ts, edited }) => ts === list.ts && edited);
    expect(turned.plain).toContain(page);
  });

  test.each(['2026:x', '99999:1', '', '2026:1; drop table meeting'])(
    'tells of a page that is none: 「%s」',
    async (value) => {
      const list = await answerTo(practice.secretary, '/kyodo-meeting', '一覧');
      const action = { type: 'button', block_id: 'pages', action_id: 'meeting-list.next', value };
      await practice.secretary.pressRaw({ in: list, action });
      expect((await practice.secretary.nextAnswer()).plain).toMatch(/^ただいま処理できませんでした。/u);
    },
  );
});
