import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Practice, SECRETARY, STAFF, startPractice } from '../../support/practice.ts';
import { meanwhile } from '../meanwhile.ts';
import { answerTo, auditOf, countOf, fillMeeting, pressToOpen, recordByForm, rowsOf } from '../steps.ts';

const COLLEAGUE = 'U0COLLEAGUE';
const CHANGED = meanwhile('同僚 三郎');
const GONE = 'この記録は、すでに取り消されています。一覧で今の状態をご確認ください。';

let practice: Practice;
let colleague: Practice['secretary'];
beforeEach(async () => {
  practice = await startPractice({
    now: '2026-11-24T10:00:00+09:00',
    people: [{ id: COLLEAGUE, real_name: '同僚 三郎' }],
    secretariat: ['jimukyoku@city.example', COLLEAGUE.toLowerCase()],
  });
  colleague = practice.slack.person(COLLEAGUE);
});
afterEach(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

const agenda = async () => (await rowsOf(practice, 'select text from agenda_item')).map(({ text }) => text);

describe('編集', () => {
  test('updates the message in place and keeps who changed what, when and why', async () => {
    const { slack, secretary, clock } = practice;
    const told = await recordByForm(practice, { 開催日: '2026-10-01', 日付欄の注記: '日程調整中' });
    clock.set('2026-11-25T09:05:00+09:00');
    const form = await pressToOpen(secretary, '編集', told);
    expect([form.title, form.submitText, form.text.includes('これまでの変更')]).toEqual([
      '会議を編集',
      '変更を保存する',
      false,
    ]);
    await form.fill({ 開催日: '2026-10-02', 日付欄の注記: '', 案件: '新しい案件', 変更の理由: '入力誤り' });
    expect(await form.submit()).toEqual({ closed: true, errors: {} });
    const updated = await slack.dm(SECRETARY).until(({ edited }) => edited);
    expect([updated.ts, updated.plain]).toEqual([
      told.ts,
      [
        '記録しました',
        '協働推進本部会議',
        '開催日:令和8年10月2日(金)',
        '開催方法:対面',
        '(1)新しい案件',
        '令和8年度の記録',
      ].join('\n'),
    ]);
    const again = await pressToOpen(secretary, '編集', updated);
    expect(again.text).toContain(
      'これまでの変更\n令和8年11月25日(水) 9:05 @事務 局子 変更前:令和8年10月1日 日程調整中、案件 (1)年間スケジュールについて 理由:入力誤り',
    );
  });

  test('made twice by a double press is one change', async () => {
    const form = await pressToOpen(practice.secretary, '編集', await recordByForm(practice, {}));
    await form.fill({ 案件: '一度だけの変更' });
    expect(await form.submit({ twice: true })).toEqual({ closed: true, errors: {} });
    expect([await countOf(practice, `audit_line where action = 'edit-meeting'`), await agenda()]).toEqual([
      1,
      ['一度だけの変更'],
    ]);
  });

  test('of a form opened before another’s change is refused, and the other’s change stays', async () => {
    const told = await recordByForm(practice, {});
    const first = await pressToOpen(practice.secretary, '編集', told);
    const list = await answerTo(colleague, '/kyodo-meeting', '一覧');
    const second = await pressToOpen(colleague, '編集', list);
    await second.fill({ 案件: '同僚の案件' });
    expect(await second.submit()).toEqual({ closed: true, errors: {} });
    await first.fill({ 案件: '後からの案件' });
    expect(await first.submit()).toEqual({ closed: false, errors: { 会議体: CHANGED } });
    expect([first.values.案件, await agenda()]).toEqual(['後からの案件', ['同僚の案件']]);
  });

  test('is refused then even when 書面開催 was chosen meanwhile, which updates the form', async () => {
    const told = await recordByForm(practice, {});
    const form = await pressToOpen(practice.secretary, '編集', told);
    const list = await answerTo(colleague, '/kyodo-meeting', '一覧');
    const other = await pressToOpen(colleague, '編集', list);
    await other.fill({ 案件: '同僚の案件' });
    expect(await other.submit()).toEqual({ closed: true, errors: {} });
    await fillMeeting(form, { 開催方法: '書面開催', 案件: '後からの案件' });
    expect(await form.submit()).toEqual({ closed: false, errors: { 会議体: CHANGED } });
    expect([form.values.案件, await agenda()]).toEqual(['後からの案件', ['同僚の案件']]);
  });

  test('of a month to another way leaves it a month', async () => {
    const told = await recordByForm(practice, {
      開催日: '2026-09-15',
      報告書での日付: '年月',
      開催方法: '不明',
    });
    const form = await pressToOpen(practice.secretary, '編集', told);
    await form.fill({ 開催方法: '対面' });
    expect(await form.submit()).toEqual({ closed: true, errors: {} });
    const updated = await practice.slack.dm(SECRETARY).until(({ edited }) => edited);
    expect(updated.plain).toContain('協働推進本部会議\n令和8年9月\n開催方法:対面');
  });

  test('moves a record to another body and year', async () => {
    const told = await recordByForm(practice, {});
    const form = await pressToOpen(practice.secretary, '編集', told);
    await form.fill({ 会議体: '協働推進本部会議幹事会', 開催日: '2023-07-07' });
    expect(await form.submit()).toEqual({ closed: true, errors: {} });
    const then = await answerTo(practice.secretary, '/kyodo-meeting', '一覧 2023');
    expect(then.plain).toContain('協働推進本部会議幹事会\nNo 1 令和5年7月7日\n(1)年間スケジュールについて');
    const now = await answerTo(practice.secretary, '/kyodo-meeting', '一覧 2026');
    expect(now.plain).not.toContain('No 1');
  });

  test('of a record cancelled meanwhile says so, and so does its button', async () => {
    const told = await recordByForm(practice, {});
    const form = await pressToOpen(practice.secretary, '編集', told);
    const list = await answerTo(colleague, '/kyodo-meeting', '一覧');
    const cancel = await pressToOpen(colleague, '記録を取り消す', list);
    await cancel.fill({ 理由: '二重の記録' });
    expect(await cancel.submit()).toEqual({ closed: true, errors: {} });
    await form.fill({ 案件: '後からの案件' });
    expect(await form.submit()).toEqual({ closed: false, errors: { 会議体: GONE } });
    await colleague.press('編集', { in: list });
    expect((await colleague.nextAnswer()).plain).toBe(GONE);
    await colleague.press('内容を記録', { in: list });
    expect((await colleague.nextAnswer()).plain).toBe(GONE);
  });
});

describe('会議の内容を記録', () => {
  test('keeps who came, who came for whom, and what was decided; the message counts them only', async () => {
    const told = await recordByForm(practice, {});
    const form = await pressToOpen(practice.secretary, '内容を記録', told);
    expect([form.title, form.text.split('\n')[1], form.labels]).toEqual([
      '会議の内容を記録',
      '協働推進本部会議 令和8年10月1日',
      ['時刻', '出席者', 'Slack未利用の出席者', '欠席・代理出席', '決定事項・要点', '資料・会議録の保存先'],
    ]);
    const entries = {
      時刻: '14時から15時30分まで',
      出席者: [SECRETARY, STAFF],
      Slack未利用の出席者: '町会長 吹田一郎',
      '欠席・代理出席': '豊中太郎 代理 総務課長 山田花子\n池田次郎 欠席',
      '決定事項・要点': '原案のとおり承認',
      '資料・会議録の保存先': '文書管理/協働/本部会議',
    };
    await form.fill(entries);
    expect(await form.submit({ twice: true })).toEqual({ closed: true, errors: {} });
    const updated = await practice.slack.dm(SECRETARY).until(({ edited }) => edited);
    expect(updated.plain.split('\n').slice(-2)).toEqual([
      '令和8年度の記録',
      '会議の内容を記録済みです(出席者3名)。',
    ]);
    expect(
      await rowsOf(
        practice,
        'select position, member, proxy_title, proxy_name from meeting_absence order by position',
      ),
    ).toEqual([
      { position: 1, member: '豊中太郎', proxy_title: '総務課長', proxy_name: '山田花子' },
      { position: 2, member: '池田次郎', proxy_title: null, proxy_name: null },
    ]);
    expect((await pressToOpen(practice.secretary, '内容を記録', updated)).values).toEqual(entries);
    expect(await auditOf(practice, SECRETARY)).toEqual(['record-meeting', 'record-meeting-contents']);
  });

  test('of a form opened before another’s change is refused', async () => {
    const told = await recordByForm(practice, {});
    const form = await pressToOpen(practice.secretary, '内容を記録', told);
    const list = await answerTo(colleague, '/kyodo-meeting', '一覧');
    const other = await pressToOpen(colleague, '内容を記録', list);
    await other.fill({ '決定事項・要点': '同僚の要点' });
    expect(await other.submit()).toEqual({ closed: true, errors: {} });
    await form.fill({ 時刻: '10時から' });
    expect(await form.submit()).toEqual({ closed: false, errors: { 時刻: CHANGED } });
  });
});

describe('記録を取り消す', () => {
  test('leaves the sentence and no button, and takes the record out of the list', async () => {
    const { slack, secretary } = practice;
    const told = await recordByForm(practice, {});
    const form = await pressToOpen(secretary, '記録を取り消す', told);
    expect([form.submitText, ...form.text.split('\n').slice(0, 5)]).toEqual([
      '取り消す',
      '記録を取り消す',
      '案件1件・出席者0名の会議の記録を取り消します。',
      '届いているお知らせ1件は、取り消したことが分かるように書き換わります。',
      '理由を入力して「取り消す」を押すと、次の記録を取り消します。',
      '協働推進本部会議 令和8年10月1日',
    ]);
    await form.fill({ 理由: ' 　 ' });
    expect((await form.submit()).errors).toEqual({
      理由: 'この項目を入力してください。',
    });
    await form.fill({ 理由: '二重の記録' });
    expect(await form.submit({ twice: true })).toEqual({ closed: true, errors: {} });
    const updated = await slack.dm(SECRETARY).until(({ edited }) => edited);
    expect([updated.ts, updated.plain, updated.buttons]).toEqual([
      told.ts,
      '記録を取り消しました\n協働推進本部会議の記録を取り消しました。理由:二重の記録\n令和8年10月1日\n' +
        '令和8年12月24日(木)までは、「元に戻す」で元に戻せます。',
      ['元に戻す'],
    ]);
    const list = await answerTo(secretary, '/kyodo-meeting', '一覧');
    expect(list.plain).toContain('協働推進本部会議\nまだ記録がありません。');
    expect(await countOf(practice, `audit_line where action = 'cancel-meeting'`)).toBe(1);
    expect(
      await rowsOf(practice, 'select reason, before, after from audit_line order by id desc limit 1'),
    ).toEqual([{ reason: '二重の記録', before: { cancelled: false }, after: { cancelled: true } }]);
  });
});
