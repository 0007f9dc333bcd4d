import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Form } from '../../../src/sandbox/driver/form.ts';
import { type Practice, SECRETARY } from '../../support/practice.ts';
import { auditOf, rowsOf } from '../steps.ts';
import { AWAY, BODY, CHAIR, COPIED, startWrittenCity, WELFARE } from '../written-city.ts';

let practice: Practice;
beforeAll(async () => {
  practice = await startWrittenCity('2026-11-19T15:00:00+09:00');
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

const PLAIN = {
  文書番号: '豊コ第80号',
  案件: '(1) 市の調査・検討について（審議）\n年間スケジュールについて',
  資料: '資料1 調査の結果 https://example.jp/1.pdf',
  回答期限: '2026-12-10',
};

const open = async (): Promise<Form> => (await practice.secretary.command('/kyodo-meeting', '書面')).opened();

/** The form with a body chosen, whose members have come. */
const openFor = async (body: string): Promise<Form> => {
  const form = await open();
  await form.fill({ 会議体: body });
  await form.until(({ values }) => (values.回答者 as readonly string[]).length > 0);
  return form;
};

const written = () =>
  rowsOf(
    practice,
    'select id, state, document_number, revision, asked_on::text as asked_on from written_meeting order by created_at, id',
  );
const latest = async (): Promise<Record<string, unknown>> => (await written()).at(-1) ?? {};
/** 送信の確認 of a filled form. */
const confirmationOf = async (form: Form): Promise<Form> => {
  const outcome = await form.submit();
  if (outcome.form === undefined) throw new Error(`no confirmation: ${JSON.stringify(outcome.errors)}`);
  return outcome.form.until(({ submitText }) => submitText !== '');
};

const homeOf = async (words: string) => {
  await practice.secretary.openHome();
  return practice.secretary.homeUntil(({ text }) => text.includes(words));
};

describe('書面開催を始める', () => {
  test('has the fields of the handbook; a body that is chosen fills its members in, and another one others', async () => {
    const form = await open();
    expect([form.title, form.submitText, form.labels.join(' ')]).toEqual([
      '書面開催を始める',
      '送信する',
      '会議体 文書番号 案内文 案件 資料 資料のファイル 回答期限 回答者 Slack未利用の回答者 送信',
    ]);
    expect([form.values.回答期限, form.values.送信]).toEqual([null, '次の開庁日の9時に送る']);
    expect(form.values.案内文).toContain('書面により開催いたします');
    await form.fill({ 文書番号: '豊コ第1号', 案件: '打ちかけの案件' });
    await form.fill({ 会議体: BODY });
    await form.until(({ values }) => values.Slack未利用の回答者 !== null);
    expect([form.values.回答者, form.values.Slack未利用の回答者]).toEqual([
      [CHAIR, WELFARE, AWAY],
      '紙山 とおる',
    ]);
    await form.fill({ 会議体: '協働推進本部会議幹事会' });
    await form.until(({ values }) => (values.回答者 as readonly string[]).length === 0);
    expect(form.values).toMatchObject({
      Slack未利用の回答者: null,
      文書番号: '豊コ第1号',
      案件: '打ちかけの案件',
    });
    await form.close({ all: true });
  });

  test.each([
    [{ 案件: '(1)' }, { 案件: '案件を1行に1件ずつ入力してください。' }],
    [
      { 資料: '別紙のとおり' },
      { 資料: '「別紙のとおり」にURLがありません。1行に「資料名 URL」の順で入力してください。' },
    ],
    [{ 回答期限: '2026-11-19' }, { 回答期限: '令和8年11月19日(木)より後の日を選んでください。' }],
    [
      { 回答者: [CHAIR, COPIED] },
      {
        回答者:
          '選んだうち1人は、この会議体の委員として登録されていません。委員を登録してから、もう一度お試しください。',
      },
    ],
    [{ 回答者: [], Slack未利用の回答者: null }, { 回答者: '回答者を1人以上選んでください。' }],
    [
      { Slack未利用の回答者: '竹取 翁' },
      {
        Slack未利用の回答者:
          '竹取 翁は、この会議体の委員として登録されていません。委員を登録してから、もう一度お試しください。',
      },
    ],
  ])('%j is told at its field, and what was typed stays', async (entries, errors) => {
    const before = await written();
    const form = await openFor(BODY);
    await form.fill({ ...PLAIN, ...entries });
    expect((await form.submit()).errors).toEqual(errors);
    expect(form.values.文書番号).toBe(PLAIN.文書番号);
    expect(await written()).toEqual(before);
    await form.close({ all: true });
  });
});

test('a draft asks nobody, stands on Home, is gone on with, and is removed', async () => {
  const form = await openFor(BODY);
  await form.fill({ ...PLAIN, 送信: '下書きのまま保存' });
  expect((await form.submit()).form?.text).toContain('下書きを保存しました');
  const { id } = await latest();
  expect(await latest()).toMatchObject({ state: 'draft', revision: 1, asked_on: null });
  const home = await homeOf(`${BODY} 回答期限:令和8年12月10日(木)(令和8年11月19日(木)`);
  const again = await (await home.press('続きを書く')).opened();
  expect(again.values).toMatchObject({
    会議体: BODY,
    文書番号: '豊コ第80号',
    案件: '市の調査・検討について(審議)\n年間スケジュールについて',
    回答者: [CHAIR, WELFARE, AWAY],
    Slack未利用の回答者: '紙山 とおる',
  });
  await again.fill({ 文書番号: '豊コ第81号', 送信: '下書きのまま保存' });
  await again.submit();
  expect(await latest()).toMatchObject({ id, revision: 2, document_number: '豊コ第81号' });
  await (await homeOf('書面開催の下書き')).press('下書きを削除');
  await practice.secretary.homeUntil(({ text }) => !text.includes('書面開催の下書き'));
  expect(await written()).toEqual([]);
  expect(await rowsOf(practice, `select 1 from delivery where kind like 'written%'`)).toEqual([]);
});

describe('送信の確認', () => {
  test('says how many, when, who has no Slack, and shows the message; going back and on changes the same draft', async () => {
    const form = await openFor(BODY);
    await form.fill({ ...PLAIN, 回答期限: '2026-12-12' });
    const first = await confirmationOf(form);
    expect([first.title, first.submitText]).toEqual(['送信の確認', '送信する']);
    for (const part of [
      '回答者4名にお願いします。開催案内が届くのは4名です。',
      'うち1名は、通知も受ける人です。回答のお願いはしません。',
      'うち不在の1名には、戻られた日の朝に届きます。',
      '送る時:令和8年11月20日(金) 9:00',
      '回答期限の令和8年12月12日(土)は閉庁日です。期限はそのままですが、次の開庁日は令和8年12月14日(月)です。',
      '・環境部長 紙山 とおる',
      '開催案内(書面開催)',
      '文書番号:豊コ第80号',
      '回答期限:令和8年12月12日(土)',
      '(1)市の調査・検討について(審議)\n(2)年間スケジュールについて',
      '資料1 調査の結果',
      '[回答する]',
    ])
      expect(first.text).toContain(part);
    expect(await written()).toHaveLength(1);
    await first.close();
    await form.fill({ 文書番号: '豊コ第82号', 回答期限: '2026-12-10' });
    const second = await confirmationOf(form);
    expect(second.text).toContain('文書番号:豊コ第82号');
    expect(await written()).toHaveLength(1);
    const notice = await (await second.press('自分に試し送信')).opened();
    const trial = await practice.slack.dm(SECRETARY).next(({ plain }) => plain.includes('試し送信'));
    expect([trial.plain.includes('豊コ第82号'), trial.buttons]).toEqual([true, []]);
    await notice.close();
    expect((await second.submit()).form?.text).toContain(
      '回答者4名への開催案内を、令和8年11月20日(金) 9:00にお送りします。',
    );
    expect(await latest()).toMatchObject({ state: 'open', asked_on: '2026-11-20' });
    // Nothing leaves before the morning, and nobody is asked twice; who is away until Wed 25 November is asked then.
    expect(
      await rowsOf(
        practice,
        `select recipient, subject like '%:_' as asked, state, not_before from delivery
          where kind = 'written-meeting-asked' order by recipient`,
      ),
    ).toEqual([
      { recipient: CHAIR, asked: true, state: 'planned', not_before: new Date('2026-11-20T09:00:00+09:00') },
      {
        recipient: COPIED,
        asked: false,
        state: 'planned',
        not_before: new Date('2026-11-20T09:00:00+09:00'),
      },
      { recipient: AWAY, asked: true, state: 'planned', not_before: new Date('2026-11-26T09:00:00+09:00') },
      {
        recipient: WELFARE,
        asked: true,
        state: 'planned',
        not_before: new Date('2026-11-20T09:00:00+09:00'),
      },
    ]);
    expect(
      await rowsOf(practice, 'select position, name, title from written_voter order by position'),
    ).toEqual([
      { position: 1, name: '髙田 一郎', title: '副市長' },
      { position: 2, name: '架空 花子', title: '福祉部長' },
      { position: 3, name: '紙山 とおる', title: '環境部長' },
      { position: 4, name: '旅野 遠', title: '教育部長' },
    ]);
    expect(await auditOf(practice, SECRETARY)).toEqual(
      expect.arrayContaining(['save-written-meeting', 'try-written-meeting', 'open-written-meeting']),
    );
  });

  test('on the morning 開催案内 comes, formal and with 回答する for who answers alone', async () => {
    practice.clock.set('2026-11-20T09:00:00+09:00');
    await practice.minute();
    const asked = await practice.slack.dm(CHAIR).next(({ plain }) => plain.includes('豊コ第82号'));
    expect(asked.text).toBe(`開催案内(書面開催) ${BODY}`);
    expect(asked.plain).toContain(
      `${BODY}\n文書番号:豊コ第82号\n回答期限:令和8年12月10日(木)\n回答者:副市長 髙田 一郎`,
    );
    expect(asked.plain).toContain('(1)市の調査・検討について(審議)\n(2)年間スケジュールについて');
    expect(asked.plain).toContain('問合せ:');
    expect(asked.buttons).toEqual(['回答する', '予定表に追加']);
    const told = await practice.slack.dm(COPIED).next(({ plain }) => plain.includes('豊コ第82号'));
    expect(told.plain).toContain('この開催案内は、ご参考にお送りしています。回答は不要です。');
    expect([told.buttons, told.plain.includes('回答者:')]).toEqual([['予定表に追加'], false]);
    expect(practice.slack.dm(AWAY).messages.filter(({ plain }) => plain.includes('豊コ第82号'))).toEqual([]);
    const form = await (await practice.slack.person(CHAIR).press('回答する', { in: asked })).opened();
    expect(form.title).toBe('書面開催に回答');
  });

  test('今すぐ送る reaches who is there at once, and 送信する twice sends once', async () => {
    practice.clock.set('2026-11-20T20:00:00+09:00');
    const form = await openFor(BODY);
    await form.fill({ ...PLAIN, 文書番号: '豊コ第83号', 送信: '今すぐ送る' });
    const confirmation = await confirmationOf(form);
    expect(confirmation.text).toContain('送る時:今すぐ');
    await Promise.all([confirmation.submit(), confirmation.submit()]);
    for (const person of [CHAIR, WELFARE, COPIED])
      await practice.slack.dm(person).next(({ plain }) => plain.includes('豊コ第83号'));
    const { id, asked_on } = await latest();
    expect(asked_on).toBe('2026-11-20');
    expect(
      await rowsOf(
        practice,
        'select count(*)::int as count, count(distinct recipient)::int as people from delivery where subject like $1 and kind <> $2',
        [`written-meeting:${String(id)}%`, 'written-meeting-trial'],
      ),
    ).toEqual([{ count: 4, people: 4 }]);
  });
});

test('whoever is not of the secretariat is told whom to ask, and nothing is opened', async () => {
  const staff = practice.slack.person('U0STAFF');
  await staff.command('/kyodo-meeting', 'written');
  expect((await staff.nextAnswer()).plain).toContain('事務局');
});
