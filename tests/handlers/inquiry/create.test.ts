import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Form } from '../../../src/sandbox/driver/form.ts';
import { type Practice, SECRETARY } from '../../support/practice.ts';
import { CHIEF, ELSEWHERE, PROMOTER, startAskedCity } from '../asked-city.ts';
import { answerTo, auditOf, rowsOf } from '../steps.ts';

let practice: Practice;
beforeAll(async () => {
  practice = await startAskedCity('2026-11-19T15:00:00+09:00');
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

const PLAIN = {
  件名: '協働事業の調査',
  内容: '該当する事業をお知らせください。',
  区分: '大阪府からの調査',
  回答期限: '2026-12-10',
  対象: '協働推進員全員(主任を含む)',
  回答形式: '該当の有無と記述',
};

const open = async (): Promise<Form> => (await practice.secretary.command('/kyodo-inquiry', '作成')).opened();

const inquiries = () =>
  rowsOf(practice, 'select title, state, number, asked_on::text as asked_on from inquiry order by number');

const latest = async (): Promise<Record<string, unknown>> => (await inquiries()).at(-1) ?? {};

/** 送信の確認 of a filled form. */
const confirmationOf = async (form: Form): Promise<Form> => {
  const outcome = await form.submit();
  if (outcome.form === undefined) throw new Error(`no confirmation: ${JSON.stringify(outcome.errors)}`);
  return outcome.form;
};

describe('照会を作成', () => {
  test('has the fields of the handbook, 10 working days ahead', async () => {
    const form = await open();
    expect([form.title, form.labels.join(' ')]).toEqual([
      '照会を作成',
      '件名 文書番号 依頼元 内容 様式・資料 リンク 区分 回答期限 部局のとりまとめ期限 対象 対象部局 対象者 回答形式 送信',
    ]);
    // Mon 23 November is 勤労感謝の日.
    expect([form.values.回答期限, form.values.送信]).toEqual(['2026-12-04', '次の開庁日の9時に送る']);
    expect(form.options('対象部局')).toEqual(['福祉部', '環境部']);
    await form.close({ all: true });
  });

  test.each([
    [{ 回答期限: '2026-11-19' }, { 回答期限: '令和8年11月19日(木)より後の日を選んでください。' }],
    [
      { 部局のとりまとめ期限: '2026-12-11' },
      { 部局のとりまとめ期限: '部局のとりまとめ期限は、回答期限までの日を選んでください。' },
    ],
    [{ 対象: '部局を選ぶ' }, { 対象部局: '対象で「部局を選ぶ」を選んだときは、対象部局を選んでください。' }],
    [{ 対象: '人を選ぶ' }, { 対象者: '対象で「人を選ぶ」を選んだときは、対象者を選んでください。' }],
    [
      { 対象: '人を選ぶ', 対象者: [PROMOTER, SECRETARY] },
      { 対象者: '協働推進員ではない方が含まれています(U0SECRETARY)。外してください。' },
    ],
    [{ 内容: '   ' }, { 内容: 'この項目を入力してください。' }],
  ])('%j is told at its field, and what was typed stays', async (entries, errors) => {
    const before = await inquiries();
    const form = await open();
    await form.fill({ ...PLAIN, ...entries });
    expect((await form.submit()).errors).toEqual(errors);
    expect(form.values.件名).toBe(PLAIN.件名);
    expect(await inquiries()).toEqual(before);
    await form.close({ all: true });
  });

  test('a file that is no document is refused', async () => {
    const form = await open();
    await form.fill({ ...PLAIN, '様式・資料': [{ name: '様式.xlsx', content: 'ただの文字' }] });
    expect((await form.submit()).errors).toEqual({
      '様式・資料': 'Excel(xlsx)、Word(docx)、PDFのファイルを選んでください。',
    });
    await form.close({ all: true });
  });
});

describe('送信の確認', () => {
  test('says how many, when, to whom instead, and shows the message; going back and on changes the same draft', async () => {
    const form = await open();
    await form.fill({ ...PLAIN, 回答期限: '2026-12-12' });
    const first = await confirmationOf(form);
    expect([first.title, first.submitText]).toEqual(['送信の確認', '送信する']);
    for (const part of [
      '協働推進員5名(6課・室等)に照会します。お知らせが届くのは5名です。',
      '送る時:令和8年11月20日(金) 9:00の朝の通知で',
      '回答期限の令和8年12月12日(土)は閉庁日です。期限はそのままですが、次の開庁日は令和8年12月14日(月)です。',
      '・福祉部 高齢課 紙山 とおる(Slack未利用)→ 協働推進員(主任)',
      '・福祉部 児童課(未選任)→ 協働推進員(主任)',
      '・環境部 公園課(未選任)→ 事務局',
      '期限:令和8年12月12日(土) あと14開庁日',
      '該当する事業をお知らせください。',
    ])
      expect(first.text).toContain(part);
    const count = (await inquiries()).length;
    await first.close();
    await form.fill({ 件名: '協働事業の調査(改)', 回答期限: '2026-12-10' });
    const second = await confirmationOf(form);
    expect(second.text).toContain('協働事業の調査(改)');
    expect(await inquiries()).toHaveLength(count);
    const notice = await (await second.press('自分に試し送信')).opened();
    const trial = await practice.slack.dm(SECRETARY).next(({ plain }) => plain.includes('試し送信'));
    expect([trial.plain.includes('協働事業の調査(改)'), trial.buttons]).toEqual([true, []]);
    await notice.close();
    expect((await second.submit()).form?.text).toContain(
      '協働推進員5名(6課・室等)への照会を、令和8年11月20日(金)の朝にお送りします。',
    );
    expect(await latest()).toMatchObject({
      title: '協働事業の調査(改)',
      state: 'open',
      asked_on: '2026-11-20',
    });
    await practice.secretary.openHome();
    const home = await practice.secretary.homeUntil(({ text }) => text.includes('今後30日間の送信予定'));
    expect(home.text).toContain('令和8年11月20日(金):5通');
    // Nothing leaves before the morning.
    expect(
      await rowsOf(practice, `select 1 from delivery where kind in ('inquiry-asked', 'morning')`),
    ).toEqual([]);
    expect(await auditOf(practice, SECRETARY)).toEqual(
      expect.arrayContaining(['save-inquiry', 'try-inquiry', 'send-inquiry']),
    );
  });

  test('今すぐ送る reaches everybody at once, one message each, and 送信する twice sends once', async () => {
    const form = await open();
    await form.fill({ ...PLAIN, 件名: '至急の確認', 回答形式: '確認のみ', 送信: '今すぐ送る' });
    const confirmation = await confirmationOf(form);
    expect(confirmation.text).toContain('送る時:今すぐ');
    await Promise.all([confirmation.submit(), confirmation.submit()]);
    for (const [person, section] of [
      [PROMOTER, '福祉部 福祉課の分です。'],
      [CHIEF, '福祉部 児童課(未選任)の分です。'],
      [ELSEWHERE, '環境部 環境課の分です。'],
      [SECRETARY, '環境部 公園課(未選任)の分です。'],
    ] as const) {
      const told = await practice.slack.dm(person).next(({ plain }) => plain.includes('至急の確認'));
      expect(told.plain).toContain(section);
      expect(told.plain.startsWith('照会への回答のお願い')).toBe(true);
    }
    const [row] = await rowsOf(
      practice,
      `select count(*)::int as count, count(distinct recipient)::int as people from delivery where kind = 'inquiry-asked'`,
    );
    expect(row).toEqual({ count: 5, people: 5 });
    expect(await latest()).toMatchObject({ state: 'open', asked_on: '2026-11-19' });
  });
});

describe('状況', () => {
  test('lists the year, and one by its number with what may be done; 主任 see their department alone', async () => {
    const list = await answerTo(practice.secretary, '/kyodo-inquiry', '状況');
    expect(list.plain).toContain('令和8年度の照会');
    expect(list.plain).toContain('至急の確認');
    const one = await answerTo(practice.secretary, '/kyodo-inquiry', '状況 1');
    expect(one.plain).toContain('照会先6件');
    expect(one.buttons).toEqual(
      expect.arrayContaining(['CSVを受け取る', '編集', '回答期限を変更', '締め切る', '取りやめる']),
    );
    const chief = await answerTo(practice.slack.person(CHIEF), '/kyodo-inquiry', '状況 1');
    expect([chief.plain.includes('福祉部'), chief.plain.includes('環境部')]).toEqual([true, false]);
    expect((await answerTo(practice.slack.person(PROMOTER), '/kyodo-inquiry', '状況 1')).plain).toContain(
      '恐れ入りますが',
    );
    expect((await answerTo(practice.secretary, '/kyodo-inquiry', '状況 99')).plain).toContain(
      '「99」という番号の照会は、この年度にありません。',
    );
  });

  test('期限の変更, 締め切る, 再開する, 集計済みにする and 取りやめる, each with its reason', async () => {
    const status = await answerTo(practice.secretary, '/kyodo-inquiry', '状況 1');
    const extend = await (await practice.secretary.press('回答期限を変更', { in: status })).opened();
    await extend.fill({ 新しい回答期限: '2026-12-17', 理由: '様式の差替えのため' });
    expect(await extend.submit()).toMatchObject({ closed: true, errors: {} });
    const state = async () =>
      (
        await rowsOf(practice, 'select state, due_on::text as due, end_reason from inquiry where number = 1')
      )[0];
    expect(await state()).toEqual({ state: 'open', due: '2026-12-17', end_reason: '' });
    const step = async (words: string, typed?: string): Promise<void> => {
      const shown = await answerTo(practice.secretary, '/kyodo-inquiry', '状況 1');
      const pressed = await practice.secretary.press(words, { in: shown });
      if (typed === undefined) return;
      const form = await pressed.opened();
      await form.fill({ 理由: typed });
      expect(await form.submit()).toMatchObject({ closed: true, errors: {} });
    };
    const close = async (): Promise<void> => {
      const shown = await answerTo(practice.secretary, '/kyodo-inquiry', '状況 1');
      const view = await (await practice.secretary.press('締め切る', { in: shown })).opened();
      expect((await view.submit()).form?.title).toBe('締め切りました');
      await view.close();
      expect(await state()).toMatchObject({ state: 'closed' });
    };
    await close();
    await step('再開する', '回答漏れのため');
    expect(await state()).toMatchObject({ state: 'open' });
    await close();
    await step('集計済みにする');
    await expect.poll(state).toMatchObject({ state: 'tallied' });
    await step('再開する', '追加のため');
    await step('取りやめる', '府の照会が取り下げられたため');
    expect(await state()).toMatchObject({ state: 'cancelled', end_reason: '府の照会が取り下げられたため' });
  });

  test('the CSV comes into one’s messages, every section a line', async () => {
    const status = await answerTo(practice.secretary, '/kyodo-inquiry', '状況 2');
    await practice.secretary.press('CSVを受け取る', { in: status });
    const sent = await practice.slack.dm(SECRETARY).next(({ files }) => files.length > 0);
    expect(sent.files.map(({ name }) => name)).toEqual(['inquiry-2026-2.csv']);
    expect((await practice.secretary.nextAnswer()).plain).toContain('お送りしました');
  });

  test('訂正 changes what is said, keeps what was, and asks nobody again', async () => {
    const before = await rowsOf(practice, 'select count(*)::int as count from delivery');
    const status = await answerTo(practice.secretary, '/kyodo-inquiry', '状況 2');
    const form = await (await practice.secretary.press('編集', { in: status })).opened();
    await form.fill({ 件名: '至急の確認(訂正)', 変更の理由: '誤記のため' });
    expect(await form.submit()).toMatchObject({ closed: true, errors: {} });
    await practice.slack.dm(PROMOTER).until(({ plain }) => plain.includes('至急の確認(訂正)'));
    expect(await rowsOf(practice, 'select count(*)::int as count from delivery')).toEqual(before);
    const [line] = await rowsOf(
      practice,
      `select reason, before->>'title' as title from audit_line where action = 'amend-inquiry'`,
    );
    expect(line).toEqual({ reason: '誤記のため', title: '至急の確認' });
  });
});
