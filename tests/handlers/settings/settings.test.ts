import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Form } from '../../../src/sandbox/driver/form.ts';
import { type Practice, SECRETARY, STAFF, startPractice } from '../../support/practice.ts';
import { meanwhile } from '../meanwhile.ts';
import { answerTo, auditOf, pressToOpen, rowsOf, send } from '../steps.ts';

const ONLY_SECRETARIAT = '恐れ入りますが、この操作は事務局が行います。事務局にご相談ください。';
const CHANGED = meanwhile('事務 局子');
const SAVED = '保存しました\n設定を保存しました。';

let practice: Practice;
beforeEach(async () => {
  practice = await startPractice({
    now: '2026-11-24T10:00:00+09:00',
    logChannel: 'C0LOG',
    channels: [
      { id: 'C0GENERAL', name: '協働推進' },
      { id: 'C0LOG', name: '運用ログ' },
    ],
  });
});
afterEach(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

const open = async (word = '設定'): Promise<Form> =>
  (await practice.secretary.command('/kyodo', word)).opened();

/** Saves with only what the form asks for beyond what it begins with. */
const save = async (entries: Parameters<Form['fill']>[0] = {}): Promise<void> => {
  const form = await open();
  await form.fill({ 問合せ先: 'コミュニティ政策課 内線0000', ...entries });
  const { errors, form: after } = await form.submit();
  expect([errors, after?.text]).toEqual([{}, SAVED]);
  await after?.close();
};

describe('the form 設定', () => {
  test.each(['設定', 'settings', 'Settings', '　ｓｅｔｔｉｎｇｓ'])('opens by /kyodo %s', async (word) => {
    const form = await open(word);
    expect([form.title, form.submitText, form.buttons, form.values]).toEqual([
      '設定',
      '保存する',
      ['会議体', '委員', '研修の種類', '部局と課', '保存期間の過ぎたもの'],
      {
        問合せ先: null,
        事務局: [SECRETARY],
        運用ログ: 'C0LOG',
        閉庁日: null,
        協DOの号: '年度ごと',
        朝の通知: '09:00',
        選任報告の締切り: '4月30日',
        掲載後の変更: '承認してから',
        記事の署名: '課・氏名',
        保存期間: '10',
      },
    ]);
    expect(form.options('協DOの号')).toEqual(['年度ごと', '通し番号']);
  });

  test('keeps everything, and opens again with it', async () => {
    const entries = {
      事務局: [SECRETARY, STAFF],
      運用ログ: 'C0GENERAL',
      閉庁日: '2027-05-06\nR8.12.28\n\n令和８年１２月２８日(月)\n  2026/8/14 ',
      協DOの号: '通し番号',
      朝の通知: '16:59',
      選任報告の締切り: '５／３１',
      掲載後の変更: 'そのまま',
      記事の署名: '課',
      保存期間: '7',
    };
    await save(entries);
    expect((await open()).values).toEqual({
      問合せ先: 'コミュニティ政策課 内線0000',
      ...entries,
      閉庁日: '令和8年8月14日(金)\n令和8年12月28日(月)\n令和9年5月6日(木)',
      選任報告の締切り: '5月31日',
    });
    const [line] = await rowsOf(
      practice,
      `select actor, before, after from audit_line where action = 'save-settings'`,
    );
    const days = ['2026-08-14', '2026-12-28', '2027-05-06'];
    expect(line).toEqual({
      actor: SECRETARY,
      before: {
        contact: '事務局',
        secretariat: [],
        logChannel: null,
        closingDays: [],
        newsletterNumbering: 'fiscalYear',
        morningAt: '09:00',
        rosterReportUntil: '04-30',
        publishedChange: 'approval',
        articleByline: 'full',
        retentionYears: 10,
        revision: 0,
      },
      after: {
        contact: 'コミュニティ政策課 内線0000',
        secretariat: [SECRETARY, STAFF],
        logChannel: 'C0GENERAL',
        closingDays: days,
        newsletterNumbering: 'serial',
        morningAt: '16:59',
        rosterReportUntil: '05-31',
        publishedChange: 'direct',
        articleByline: 'section',
        retentionYears: 7,
      },
    });
  });

  test('without 運用ログ, 朝の通知 and 選任報告の締切り has none, whatever the environment says, 9:00 and 4月30日', async () => {
    await save({ 運用ログ: null, 朝の通知: null, 選任報告の締切り: null });
    expect((await open()).values).toMatchObject({
      運用ログ: null,
      朝の通知: '09:00',
      選任報告の締切り: '4月30日',
    });
  });

  test('takes 閉庁日 for a lifetime and opens again with them', async () => {
    const years = Array.from({ length: 60 }, (_, index) => `R${9 + index}.`);
    const typed = years.flatMap((year) => ['1.4', '5.1', '8.14', '12.28'].map((day) => `${year}${day}`));
    await save({ 閉庁日: typed.join('\n') });
    const form = await open();
    expect(form.values.閉庁日).toBe(typed.join('\n'));
    expect(await send(form, {})).toEqual({});
  });

  test('opens the lists on top of itself and keeps what was typed', async () => {
    const form = await open();
    await form.fill({ 問合せ先: '入力中' });
    for (const words of ['会議体', '委員', '研修の種類', '部局と課']) {
      const list = await (await form.press(words)).opened();
      expect([list.title, list.submitText]).toEqual([words, '']);
      await list.close();
    }
    const bodies = await (await form.press('会議体')).opened();
    const body = await (await bodies.press('変更')).opened();
    expect(body.values).toMatchObject({ 名称: '協働推進本部会議' });
    await body.close();
    await bodies.close();
    expect(form.values).toMatchObject({ 問合せ先: '入力中' });
  });

  test('is offered to the secretariat by /kyodo and its help, and to nobody else', async () => {
    const { secretary, slack } = practice;
    const menu = await answerTo(secretary, '/kyodo');
    expect((await pressToOpen(secretary, '設定', menu)).title).toBe('設定');
    const help = await answerTo(secretary, '/kyodo', 'ヘルプ');
    expect(help.plain).toContain(
      '/kyodo 設定 … 問合せ先、事務局、閉庁日などを設定し、会議体、委員、研修の種類、部局と課を登録します',
    );
    const staff = slack.person(STAFF);
    expect((await answerTo(staff, '/kyodo')).buttons).not.toContain('設定');
    expect((await answerTo(staff, '/kyodo', 'ヘルプ')).plain).not.toContain('/kyodo 設定');
    const answer = await answerTo(staff, '/kyodo', '設定');
    expect([answer.plain, answer.buttons, staff.form]).toEqual([ONLY_SECRETARIAT, [], undefined]);
    expect(await auditOf(practice, STAFF)).toEqual(['refused open-settings']);
  });
});

test('a form that was opened before another was saved undoes nothing', async () => {
  await save({ 事務局: [SECRETARY, STAFF] });
  const early = await (await practice.slack.person(STAFF).command('/kyodo', '設定')).opened();
  await save({ 閉庁日: '2026-12-28' });
  expect(await send(early, { 問合せ先: '古い画面' })).toEqual({ 問合せ先: CHANGED });
  expect((await open()).values).toMatchObject({
    問合せ先: 'コミュニティ政策課 内線0000',
    閉庁日: '令和8年12月28日(月)',
  });
});

test.each([
  ['twice at the same time', { twice: true }],
  ['once more', { retry: true }],
])('a form sent %s is saved once', async (_how, options) => {
  const form = await open();
  await form.fill({ 問合せ先: '内線0000' });
  expect((await form.submit(options)).errors).toEqual({});
  expect(await rowsOf(practice, 'select revision from settings')).toEqual([{ revision: 1 }]);
  expect(await auditOf(practice, SECRETARY)).toEqual(['save-settings']);
});
