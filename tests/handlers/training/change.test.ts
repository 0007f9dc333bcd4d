import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Message } from '../../../src/sandbox/driver/messages-read.ts';
import { type Practice, SECRETARY, STAFF, startPractice } from '../../support/practice.ts';
import { empty } from '../emptied.ts';
import { meanwhile } from '../meanwhile.ts';
import { answerTo, auditOf, pressToOpen, rowsOf } from '../steps.ts';
import { RECEPTION, recordTraining } from './steps.ts';

const COLLEAGUE = 'U0COLLEAGUE';
const CHANGED = meanwhile('同僚 三郎', '令和8年11月25日(水) 9:05');
const GONE = 'この記録は、すでに取り消されています。一覧で今の状態をご確認ください。';
const DONE = { closed: true, errors: {} };
const CODE = /受付コード ([\d-]+)\n/u;

let practice: Practice;
let colleague: Practice['secretary'];
beforeAll(async () => {
  practice = await startPractice({
    people: [{ id: COLLEAGUE, real_name: '同僚 三郎' }],
    secretariat: ['jimukyoku@city.example', COLLEAGUE.toLowerCase()],
  });
  colleague = practice.slack.person(COLLEAGUE);
});
afterEach(async () => {
  await empty(practice, 'training_session, person');
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

/** The message once it was updated so. */
const edited = ({ ts }: Message, fits: (plain: string) => boolean) =>
  practice.slack.dm(SECRETARY).until((message) => message.ts === ts && message.edited && fits(message.plain));

/** The audit lines that `work` leaves of one person. */
const audited = async (who: string, work: () => Promise<unknown>): Promise<readonly unknown[]> => {
  const known = (await auditOf(practice, who)).length;
  await work();
  return (await auditOf(practice, who)).slice(known);
};

describe('編集', () => {
  test('opens with what is recorded, updates the message in place and keeps what stood before', async () => {
    const { secretary, clock } = practice;
    const told = await recordTraining(practice, {
      実施方法: '動画配信',
      開催日: '2026-07-01',
      終了日: '2026-09-01',
      報告書での日付: '年月',
      対象: '選ぶ',
      対象者: [STAFF],
      参加者数: '67',
      受付: RECEPTION,
    });
    clock.set('2026-11-25T09:05:00+09:00');
    const form = await pressToOpen(secretary, '編集', told);
    expect([form.title, form.submitText, form.text.includes('これまでの変更'), form.values]).toEqual([
      '研修を編集',
      '変更を保存する',
      false,
      {
        研修: '協働推進員研修',
        その他の研修名: null,
        実施方法: '動画配信',
        開催日: '2026-07-01',
        終了日: '2026-09-01',
        報告書での日付: '年月',
        会場: '第1会議室',
        対象: '選ぶ',
        対象者: [STAFF],
        参加者数: '67',
        受付: RECEPTION,
        まとめて掲載: [],
        変更の理由: null,
      },
    ]);
    await form.fill({
      研修: 'その他',
      その他の研修名: '手話研修',
      実施方法: '集合',
      対象: '定めない',
      対象者: null,
      参加者数: null,
      受付: null,
      まとめて掲載: ['報告書の1行にまとめて掲載する'],
      変更の理由: '取り違え',
    });
    const lines = await audited(SECRETARY, async () =>
      expect(await form.submit({ twice: true })).toEqual(DONE),
    );
    const updated = await edited(told, (plain) => plain.includes('手話研修'));
    expect([lines, updated.plain]).toEqual([
      ['edit-training'],
      [
        '記録しました',
        '手話研修',
        '令和8年7月から9月まで 第1会議室',
        '実施方法:集合',
        'まとめて掲載',
        '令和8年度の記録',
      ].join('\n'),
    ]);
    const again = await pressToOpen(secretary, '編集', updated);
    expect(again.text).toContain(
      'これまでの変更\n令和8年11月25日(水) 9:05 @事務 局子 変更前:令和8年7月から9月まで 第1会議室 *動画配信、研修 協働推進員研修、実施方法 動画配信、対象 選ぶ、対象者(前の対象者はここには表示しません)、参加者数 67、受付 あり、まとめて掲載 なし 理由:取り違え',
    );
  });

  test('keeps the reception code while 受付 stays ticked, and gives a new one after it was not', async () => {
    const told = await recordTraining(practice, { 受付: RECEPTION });
    const code = CODE.exec(told.plain)?.[1];
    const change = async (entries: Parameters<typeof form.fill>[0], fits: (plain: string) => boolean) => {
      const opened = await pressToOpen(practice.secretary, '編集', told);
      await opened.fill(entries);
      expect(await opened.submit()).toEqual(DONE);
      return (await edited(told, fits)).plain;
    };
    const form = await pressToOpen(practice.secretary, '編集', told);
    await form.close();
    const moved = await change({ 会場: '大会議室' }, (plain) => plain.includes('大会議室'));
    expect(CODE.exec(moved)?.[1]).toBe(code);
    await change({ 受付: null }, (plain) => !plain.includes('受付コード'));
    expect(await rowsOf(practice, 'select code from training_session')).toEqual([{ code: null }]);
    const renewed = await change({ 受付: RECEPTION }, (plain) => plain.includes('受付コード'));
    expect(CODE.exec(renewed)?.[1]).not.toBe(code);
  });

  test('of a form opened before another’s change is refused, and the other’s change stays', async () => {
    const told = await recordTraining(practice, {});
    const first = await pressToOpen(practice.secretary, '編集', told);
    const list = await answerTo(colleague, '/kyodo-training', '一覧');
    const second = await pressToOpen(colleague, '編集', list);
    await second.fill({ 会場: '同僚の会場' });
    expect(await second.submit()).toEqual(DONE);
    await first.fill({ 会場: '後からの会場' });
    expect(await first.submit()).toEqual({ closed: false, errors: { 研修: CHANGED } });
    expect([first.values.会場, await rowsOf(practice, 'select place from training_session')]).toEqual([
      '後からの会場',
      [{ place: '同僚の会場' }],
    ]);
  });

  test('takes a 対象者 who has left since as they stand, and nobody new who is no member', async () => {
    const told = await recordTraining(practice, { 対象: '選ぶ', 対象者: [STAFF] });
    await rowsOf(practice, 'update person set deactivated_at = now() where slack_id = $1', [STAFF]);
    await rowsOf(practice, `update person set slack_id = 'U0GONE' where slack_id = $1`, [STAFF]);
    const form = await pressToOpen(practice.secretary, '編集', told);
    await form.fill({ 会場: '大会議室' });
    expect(await form.submit()).toEqual(DONE);
    expect(
      await rowsOf(practice, 'select slack_id from session_invitee join person on id = person_id'),
    ).toEqual([{ slack_id: 'U0GONE' }]);
  });
});

describe('研修の内容を記録', () => {
  test('keeps 講師, 内容 and 資料 and shows them in the message', async () => {
    const told = await recordTraining(practice, {});
    const form = await pressToOpen(practice.secretary, '内容を記録', told);
    expect([form.title, form.text.split('\n')[1], form.labels]).toEqual([
      '研修の内容を記録',
      '協働推進員研修 令和8年10月1日 第1会議室',
      ['講師', '内容', '資料のリンク'],
    ]);
    const entries = {
      講師: 'NPO法人 <@U1> 代表',
      内容: '協働の進め方\nグループワーク',
      資料のリンク: 'https://example.jp/a?b=1&c=2',
    };
    await form.fill(entries);
    expect(await form.submit({ twice: true })).toEqual(DONE);
    const updated = await edited(told, (plain) => plain.includes('講師'));
    expect(updated.plain.split('\n').slice(-5)).toEqual([
      '講師:NPO法人 <@U1> 代表',
      '内容:協働の進め方',
      'グループワーク',
      '資料:https://example.jp/a?b=1&c=2',
      '令和8年度の記録',
    ]);
    expect((await pressToOpen(practice.secretary, '内容を記録', updated)).values).toEqual(entries);
    const history = await pressToOpen(practice.secretary, '編集', updated);
    expect(history.text).toContain('変更前:研修の内容(前の内容はここには表示しません)');
  });

  test.each([
    ['link', 'ftp://example.jp', { 資料のリンク: 'http:// または https:// で始まるURLを入力してください。' }],
    [
      'link',
      'javascript:alert(1)',
      { 資料のリンク: 'http:// または https:// で始まるURLを入力してください。' },
    ],
    ['content', 'あ'.repeat(3001), { 内容: '3,000文字以内で入力してください。' }],
    ['lecturer', 'あ'.repeat(101), { 講師: '100文字以内で入力してください。' }],
  ])('refuses a forged %s %s at its field', async (field, raw, errors) => {
    const form = await pressToOpen(practice.secretary, '内容を記録', await recordTraining(practice, {}));
    form.force({ [field]: { type: 'plain_text_input', value: raw } });
    expect(await form.submit({ force: true })).toEqual({ closed: false, errors });
    expect(await rowsOf(practice, 'select lecturer, content, link from training_session')).toEqual([
      { lecturer: '', content: '', link: '' },
    ]);
  });
});

test('記録を取り消す takes it out of the list and its code out of use; a second time changes nothing', async () => {
  const told = await recordTraining(practice, { 受付: RECEPTION });
  const edit = await pressToOpen(practice.secretary, '編集', told);
  const list = await answerTo(colleague, '/kyodo-training', '一覧');
  const cancel = await pressToOpen(colleague, '記録を取り消す', list);
  expect(cancel.text).toContain('協働推進員研修 令和8年10月1日 第1会議室');
  await cancel.fill({ 理由: '二重の記録' });
  const lines = await audited(COLLEAGUE, async () =>
    expect(await cancel.submit({ twice: true })).toEqual(DONE),
  );
  const updated = await edited(told, (plain) => plain.startsWith('記録を取り消しました'));
  expect([updated.plain, updated.buttons]).toEqual([
    expect.stringMatching(
      /^記録を取り消しました\n協働推進員研修の記録を取り消しました。理由:二重の記録\n令和8年10月1日 第1会議室\n.*までは、「元に戻す」で元に戻せます。$/u,
    ),
    ['元に戻す'],
  ]);
  await edit.fill({ 会場: '後から' });
  expect(await edit.submit()).toEqual({ closed: false, errors: { 研修: GONE } });
  for (const words of ['編集', '内容を記録', '記録を取り消す']) {
    await colleague.press(words, { in: list });
    expect((await colleague.nextAnswer()).plain).toBe(GONE);
  }
  expect((await answerTo(colleague, '/kyodo-training', '一覧')).plain).not.toContain('第1会議室');
  const [{ code = '', ...row } = {}] = await rowsOf(
    practice,
    'select code, cancel_reason from training_session',
  );
  expect([row, lines]).toEqual([{ cancel_reason: '二重の記録' }, ['cancel-training']]);
  expect((await answerTo(colleague, '/kyodo-training', `受付 ${code}`)).plain).toContain(
    '受け付けられませんでした',
  );
});
