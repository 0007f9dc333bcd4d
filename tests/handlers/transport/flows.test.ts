import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Form } from '../../../src/sandbox/driver/form.ts';
import { confirmationOf, fillIssue, NEWS_CHANNELS } from '../../support/newsletter.ts';
import { GUEST, type Practice, SECRETARY, STAFF, startPractice } from '../../support/practice.ts';
import { ONLY_STAFF } from '../forgery.ts';
import { answerTo, fillMeeting, openMeetingForm, PLAIN_MEETING, pressToOpen } from '../steps.ts';

const WRITER = 'U0WRITER';
const ROSTER = readFileSync(new URL('../../../prisma/sample/promoters.csv', import.meta.url), 'utf8');

/** Whole ways through the bot, with what people see on them: the same, however Slack's requests travel. */
describe.each(['http', 'socket'] as const)('over %s', (mode) => {
  let practice: Practice;
  beforeAll(async () => {
    const people = [{ id: WRITER, real_name: '投稿 次郎' }];
    practice = await startPractice({ mode, people, channels: NEWS_CHANNELS });
  });
  afterAll(async () => {
    expect(practice.slack.refusals).toEqual([]);
    await practice.stop();
  });
  const person = (id: string) => practice.slack.person(id);

  test('a command opens a form, a choice changes it, a field is refused, and what is recorded is told and listed', async () => {
    const form = await openMeetingForm(practice);
    await fillMeeting(form, { ...PLAIN_MEETING, 開催方法: '書面開催', 終了日: '2026-09-01' });
    expect(form.values.報告書での日付).toBe('期限(…まで)');
    expect(await form.submit()).toEqual({
      closed: false,
      errors: { 終了日: '「期限(…まで)」と書面開催では、終了日を空欄にしてください。' },
    });
    expect(form.values.案件).toBe(PLAIN_MEETING.案件);
    await form.fill({ 終了日: null });
    expect(await form.submit()).toEqual({ closed: true, errors: {} });
    const told = await practice.slack.dm(SECRETARY).next();
    expect([told.plain.includes('年間スケジュールについて'), told.buttons]).toEqual([
      true,
      ['内容を記録', '編集', '記録を取り消す', '対応事項を登録', '会議録'],
    ]);
    const list = await answerTo(practice.secretary, '/kyodo-meeting', '一覧');
    expect([list.ephemeral, list.plain.includes('年間スケジュールについて')]).toEqual([true, true]);
  });

  test('a button of a message opens a form, and the message changes with what is recorded', async () => {
    const [told] = practice.slack.messages(SECRETARY);
    if (told === undefined) throw new Error('nothing was told');
    const form = await pressToOpen(practice.secretary, '編集', told);
    await form.fill({ 案件: '直した案件' });
    expect((await form.submit()).errors).toEqual({});
    const changed = await practice.slack.dm(SECRETARY).until(({ ts, edited }) => ts === told.ts && edited);
    expect(changed.plain).toContain('直した案件');
  });

  test('a button of an answer is answered below it, or opens a form', async () => {
    const menu = await answerTo(practice.secretary, '/kyodo');
    await practice.secretary.press('会議の一覧', { in: menu });
    const list = await practice.secretary.nextAnswer();
    expect(list.plain).toContain('直した案件');
    expect((await pressToOpen(practice.secretary, '開催なしを記録', list)).title).toBe('開催なしを記録');
  });

  test('a shortcut opens a form, for a guest one with a sentence', async () => {
    expect((await (await practice.secretary.shortcut('meeting.record')).opened()).title).toBe('会議を記録');
    const refused = await (await person(GUEST).shortcut('meeting.record')).opened();
    expect(refused.text).toContain(ONLY_STAFF);
  });

  test('a shortcut on a message opens a form with its words; its author agrees by a button', async () => {
    await person(WRITER).message('公園の清掃を市民の皆さんとしました。', { channel: 'C0ONE' });
    const message = await practice.slack.channel('C0ONE').until(({ author }) => author === WRITER);
    const form = await (await practice.secretary.messageShortcut('article.from-message', message)).opened();
    expect(form.values.本文).toBe('公園の清掃を市民の皆さんとしました。');
    await form.fill({ 見出し: '公園の清掃', 分類: '好事例' });
    expect((await form.submit()).form?.text).toContain('掲載の承諾をお願いします');
    await person(WRITER).press('掲載を承諾する');
    const agreed = practice.slack
      .dm(WRITER)
      .until(({ plain }) => plain.includes('掲載の承諾をいただきました'));
    expect((await agreed).buttons).not.toContain('掲載を承諾する');
  });

  test('a view that an acknowledgement lays on top is filled afterwards', async () => {
    const confirmation = await confirmationOf(
      await fillIssue(practice, { 記事: ['【好事例】公園の清掃'], 発行: '今すぐ発行' }),
    );
    expect([confirmation.title, confirmation.text.includes('きょうどう通信 協DO')]).toEqual([
      '発行の確認',
      true,
    ]);
    await confirmation.close({ all: true });
  });

  test('a file is read, shown in a view on top, and taken over', async () => {
    const form = await (await practice.secretary.command('/kyodo-promoter', '取込')).opened();
    await form.fill({ ファイル: { name: 'meibo.csv', content: ROSTER } });
    const { form: preview } = await form.submit();
    expect([preview?.title, preview?.text.includes('追加112名、変更0件、終了0件')]).toEqual([
      '取込みの確認',
      true,
    ]);
    const { form: done } = (await preview?.submit()) ?? {};
    expect(done?.text).toContain('名簿を取り込みました。');
  });

  test('a choice is found by typing a part of its name, and kept', async () => {
    const [told] = practice.slack.messages(SECRETARY);
    if (told === undefined) throw new Error('nothing was told');
    const form = await pressToOpen(practice.secretary, '対応事項を登録', told);
    const all = await form.offered('担当の課・室等', '');
    expect([all.length, all[0]]).toEqual([98, '市民協働部 市民協働総務課']);
    expect(await form.offered('担当の課・室等', '法務　総務')).toEqual(['総務部 法務課']);
    await form.fill({ 内容: '調べる', '担当の課・室等': '総務部 法務課', 期限: '2026-12-10' });
    expect((await form.submit()).form?.text).toContain('担当:総務部 法務課');
    await practice.secretary.form?.close({ all: true });
  });

  test('whoever opens Home sees it, and a button there opens a form', async () => {
    await practice.secretary.openHome();
    const home: Form = await practice.secretary.homeUntil(({ text }) => text.includes('はじめの設定'));
    expect((await (await home.press('設定', { block: 'setup:settings' })).opened()).title).toBe('設定');
    await person(GUEST).openHome();
    expect(person(GUEST).home).toBeUndefined();
  });

  test('a message to the bot and a change of a person come as events', async () => {
    await person(STAFF).message('来週の会議を欠席します');
    const answer = await practice.slack.dm(STAFF).next();
    expect(answer.plain).toContain('このメッセージでは回答を受け付けていません。');
    expect(await practice.slack.event({ type: 'user_change', user: { id: STAFF } })).toBe(200);
  });

  test('a guest is answered with one sentence to a command', async () => {
    expect((await answerTo(person(GUEST), '/kyodo')).plain).toBe(ONLY_STAFF);
  });
});
