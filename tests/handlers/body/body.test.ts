import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Form } from '../../../src/sandbox/driver/form.ts';
import { type Practice, SECRETARY, STAFF, startPractice } from '../../support/practice.ts';
import {
  answerTo,
  auditOf,
  bodyList,
  countOf,
  openMeetingForm,
  pressToOpen,
  recordByForm,
} from '../steps.ts';

const HOSTILE = '<!channel> & <b>';
const INVITE = '先にそのチャンネルで /invite @協DOボット を実行してください。';

let practice: Practice;
beforeEach(async () => {
  practice = await startPractice({
    now: '2026-11-24T10:00:00+09:00',
    channels: [
      { id: 'C0GENERAL', name: '協働推進' },
      { id: 'C0ELSEWHERE', name: 'ボットのいない所', members: [SECRETARY] },
      { id: 'C0SECRET', name: '非公開', is_private: true },
      { id: 'C0OLD', name: '終わった所', is_archived: true },
    ],
  });
});
afterEach(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

const bodies = () => bodyList(practice.secretary);
const openNew = async (): Promise<Form> => pressToOpen(practice.secretary, '会議体を登録', await bodies());
/** The first body's form: 協働推進本部会議. */
const openFirst = async (): Promise<Form> => pressToOpen(practice.secretary, '変更', await bodies());

/** Submits and gives what the form becomes. */
const register = async (form: Form): Promise<string | undefined> => {
  const { closed, errors, form: after } = await form.submit();
  expect([closed, errors]).toEqual([false, {}]);
  return after?.text;
};

describe('a new body', () => {
  test('starts from an empty form and is there at once for records and lists', async () => {
    const form = await openNew();
    expect(form.values).toEqual({
      名称: null,
      略称: null,
      年度: '令和8年度',
      種別: '会議',
      掲載箇所: '会議の実施状況',
      構成: null,
      主な役割: null,
      並び順: null,
      記録できる人: '事務局',
      書面開催の注記: null,
      通知先: null,
    });
    await form.fill({ 名称: '協働のまちづくり検討会', 年度: '2026' });
    expect(await register(form)).toBe(
      '登録しました\n「協働のまちづくり検討会」を令和8年度から使えるように登録しました。',
    );
    const recording = await openMeetingForm(practice);
    expect(recording.options('会議体').at(-1)).toBe('協働のまちづくり検討会');
    await recording.close();
    await recordByForm(practice, { 会議体: '協働のまちづくり検討会' });
    const list = await answerTo(practice.secretary, '/kyodo-meeting', '一覧');
    expect(list.plain).toContain('協働のまちづくり検討会\nNo 1 令和8年10月1日');
    expect(await auditOf(practice, SECRETARY)).toEqual(['register-body', 'record-meeting']);
  });

  test.each([
    ['twice at the same time', { twice: true }],
    ['once more', { retry: true }],
  ])('is one body when the form is sent %s', async (_how, options) => {
    const before = await countOf(practice, 'body');
    const form = await openNew();
    await form.fill({ 名称: '協働のまちづくり検討会' });
    expect((await form.submit(options)).errors).toEqual({});
    expect((await countOf(practice, 'body')) - before).toBe(1);
  });

  test('may have a name of 75 characters and signs in every field, and opens again with them', async () => {
    const name = `${HOSTILE}🎌${'長'.repeat(75)}`.slice(0, 75);
    const entries = {
      名称: name,
      略称: HOSTILE,
      構成: `${HOSTILE}\n`.repeat(150).trim(),
      主な役割: 'あ'.repeat(3000),
      並び順: 1,
      書面開催の注記: HOSTILE,
      通知先: 'C0GENERAL',
    };
    const form = await openNew();
    await form.fill(entries);
    expect(await register(form)).toBe(`登録しました\n「${name}」を令和8年度から使えるように登録しました。`);
    expect((await openFirst()).values).toMatchObject({ ...entries, 並び順: '1' });

    const told = await recordByForm(practice, { 会議体: name });
    expect(told.text).toBe(
      `記録しました:${name.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')} 令和8年10月1日`,
    );
    const announced = await practice.slack.channel('C0GENERAL').next();
    expect(announced.plain.split('\n')[0]).toBe(`${name}の記録です`);
    await pressToOpen(practice.secretary, '編集', told);
    const cancel = await pressToOpen(practice.secretary, '記録を取り消す', told);
    expect(cancel.text).toContain(`${name} 令和8年10月1日`);
    await answerTo(practice.secretary, '/kyodo-meeting', '一覧');
    const none = await (await practice.secretary.command('/kyodo-meeting', '開催なし')).opened();
    await none.fill({ '会議体・研修': name });
    expect((await none.submit()).errors['会議体・研修']).toContain(`${name}には令和8年10月1日の会議が`);
  });
});

describe('a change', () => {
  test('of an example holds from its year on; earlier years keep their facts', async () => {
    await recordByForm(practice, { 開催日: '2023-08-10' });
    await recordByForm(practice, { 開催日: '2026-04-01' });
    const form = await openFirst();
    expect(form.values).toMatchObject({
      名称: '協働推進本部会議',
      略称: '本部会議',
      年度: '令和8年度',
      構成: '委員長:副市長\n副委員長:副市長\n委員:特別職・部局長',
      並び順: '10',
      書面開催の注記: '開催案内送付',
    });
    await form.fill({ 名称: '協働戦略会議', 年度: '令和6年度' });
    await register(form);
    const lines = async (year: string) =>
      (await answerTo(practice.secretary, '/kyodo-meeting', `一覧 ${year}`)).plain.split('\n').slice(0, 3);
    expect([await lines('R5'), await lines('R6'), await lines('R8')]).toEqual([
      ['令和5年度の会議', '協働推進本部会議', 'No 1 令和5年8月10日'],
      ['令和6年度の会議', '協働戦略会議', 'まだ記録がありません。'],
      ['令和8年度の会議', '協働戦略会議', 'No 1 令和8年4月1日'],
    ]);
    expect((await bodies()).plain.split('\n').slice(3, 6)).toEqual([
      '協働戦略会議',
      '会議・会議の実施状況',
      '協働推進本部会議幹事会 【例】',
    ]);
  });

  test('to 取組み is refused while meetings stand in that year', async () => {
    await recordByForm(practice, { 開催日: '2026-04-01' });
    const form = await openFirst();
    await form.fill({ 種別: '取組み(文章だけ)' });
    expect(await form.submit()).toEqual({
      closed: false,
      errors: {
        種別: '令和8年度に会議の記録があるため、「取組み」に変更できません。先に会議の記録を取り消してください。',
      },
    });
  });
});

describe('what can not be registered is said at its field, and what was typed stays', () => {
  const YEAR = '年度を読み取れませんでした。「令和5年度」「R5」「5年度」「2023」のように入力してください。';
  test.each([
    [
      'a name that another body has',
      { 名称: '協働推進本部会議幹事会' },
      { 名称: '「協働推進本部会議幹事会」は令和8年度にすでに登録されています。別の名称にしてください。' },
    ],
    ['a year that is none', { 名称: '検討会', 年度: 'いつか' }, { 年度: YEAR }],
    ['a channel the bot is not in', { 名称: '検討会', 通知先: 'C0ELSEWHERE' }, { 通知先: INVITE }],
    ['a private channel', { 名称: '検討会', 通知先: 'C0SECRET' }, { 通知先: INVITE }],
    ['a closed channel', { 名称: '検討会', 通知先: 'C0OLD' }, { 通知先: INVITE }],
    ['a channel of nowhere', { 名称: '検討会', 通知先: 'C0NOWHERE' }, { 通知先: INVITE }],
  ])('%s', async (_what, entries, errors) => {
    const before = await countOf(practice, 'body_year');
    const form = await openNew();
    await form.fill({ 主な役割: '役割', ...entries });
    expect(await form.submit()).toEqual({ closed: false, errors });
    expect(form.values).toMatchObject({ 主な役割: '役割', ...entries });
    expect((await countOf(practice, 'body_year')) - before).toBe(0);
  });

  test.each([
    ['a name of 76 characters', { name: '名'.repeat(76) }, { 名称: '75文字以内で入力してください。' }],
    ['no name', { name: null }, { 名称: 'この項目を入力してください。' }],
    [
      'an order that is no number',
      { position: '先頭' },
      { 並び順: 'この内容は読み取れませんでした。入力し直してください。' },
    ],
  ])('sent by force: %s', async (_what, forced, errors) => {
    const form = await openNew();
    await form.fill({ 名称: '検討会' });
    form.force(forced);
    expect(await form.submit({ force: true })).toEqual({ closed: false, errors });
  });
});

test('a body’s channel hears of body, date, way and 案件 only, and of changes in the same message', async () => {
  const { secretary, slack } = practice;
  const form = await openFirst();
  await form.fill({ 通知先: 'C0GENERAL' });
  await register(form);
  const told = await recordByForm(practice, { 開催日: '2026-10-01', 場所: '第1会議室', 案件: '公開の案件' });
  const announced = await slack.channel('C0GENERAL').next();
  const expected = (item: string): string =>
    [
      '協働推進本部会議の記録です',
      '協働推進本部会議',
      '開催日:令和8年10月1日(木)',
      '開催方法:対面',
      `(1)${item}`,
    ].join('\n');
  expect([announced.plain, announced.text, announced.buttons]).toEqual([
    expected('公開の案件'),
    '協働推進本部会議の記録です',
    [],
  ]);

  const contents = await pressToOpen(secretary, '内容を記録', told);
  await contents.fill({ 出席者: [STAFF], '決定事項・要点': '要点' });
  await contents.submit();
  await slack.dm(SECRETARY).until(({ plain }) => plain.includes('内容を記録済み'));
  const edit = await pressToOpen(secretary, '編集', told);
  await edit.fill({ 案件: '改めた案件' });
  await edit.submit();
  const updated = await slack.channel('C0GENERAL').until(({ plain }) => plain.includes('改めた案件'));
  expect([updated.ts, updated.plain]).toEqual([announced.ts, expected('改めた案件')]);

  const cancel = await pressToOpen(secretary, '記録を取り消す', told);
  await cancel.fill({ 理由: '外に出さない理由' });
  await cancel.submit();
  const ended = await slack.channel('C0GENERAL').until(({ plain }) => plain.includes('取り消し'));
  expect(ended.plain).toBe('記録を取り消しました\n協働推進本部会議\n令和8年10月1日');
});
