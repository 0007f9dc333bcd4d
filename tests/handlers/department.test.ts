import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Form } from '../../src/sandbox/driver/form.ts';
import { type Practice, SECRETARY, STAFF, startPractice } from '../support/practice.ts';
import { meanwhile } from './meanwhile.ts';
import { auditOf, rowsOf, send } from './steps.ts';

const CHANGED = meanwhile('職員 太郎');
const SECTION_TAKEN = {
  '課・室等': 'この名称の課・室等は、この部局にすでに登録されています。別の名称にしてください。',
};
const DEPARTMENT_TAKEN = { 部局: 'この名称の部局は、すでに登録されています。別の名称にしてください。' };

let practice: Practice;
beforeEach(async () => {
  practice = await startPractice({ now: '2026-11-24T10:00:00+09:00' });
});
afterEach(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

/** 部局と課, opened from 設定. */
const openList = async (person = practice.secretary): Promise<Form> => {
  const settings = await (await person.command('/kyodo', '設定')).opened();
  return (await settings.press('部局と課')).opened();
};

type Entries = Parameters<Form['fill']>[0];

/** Registers something new; what stands in red. */
const register = async (entries: Entries) =>
  send(await (await (await openList()).press('部局・課を登録')).opened(), entries);

/** What the list says, without its title. */
const lines = async (): Promise<readonly string[]> => (await openList()).text.split('\n').slice(1);

/** The form that 変更 beside a row opens. */
const openChange = async (row: string, person = practice.secretary): Promise<Form> => {
  const [found] = await rowsOf(
    practice,
    `select id, 'department' as kind from department where name = $1
     union all select id, 'section' from section where name = $1`,
    [row],
  );
  const form = await openList(person);
  const action = { type: 'button', block_id: 'row', action_id: `${found?.kind}.change`, value: found?.id };
  return (await person.pressRaw({ form, action })).opened();
};

describe('部局・課を登録', () => {
  test('asks for 部局, 課・室等 and 並び順, and says what it registered', async () => {
    const list = await openList();
    expect(list.text).toBe('部局と課\nまだ登録がありません。');
    const form = await (await list.press('部局・課を登録')).opened();
    expect([form.title, form.submitText, form.values]).toEqual([
      '部局・課を登録',
      '登録する',
      { 部局: null, '課・室等': null, 並び順: null },
    ]);
    await form.fill({ 部局: ' 市民協働部 ', '課・室等': 'コミュニティ政策課' });
    expect((await form.submit()).form?.text).toBe(
      '登録しました\n「市民協働部 コミュニティ政策課」を登録しました。',
    );
    expect(
      await rowsOf(practice, `select action, after ->> 'name' as name from audit_line order by id`),
    ).toEqual(
      expect.arrayContaining([
        { action: 'register-department', name: '市民協働部' },
        { action: 'register-department', name: 'コミュニティ政策課' },
      ]),
    );
  });

  test('lists departments and sections by their numbers, what has none at the end', async () => {
    for (const [部局, 課, 並び順] of [
      ['総務部', '総務課', null],
      ['市民協働部', null, 5],
      ['市民協働部', '市民課', null],
      ['市民協働部', 'コミュニティ政策課', 3],
      ['市民 協働部', '男女共同参画室', null],
      ['環境部', null, null],
    ] as const)
      expect(await register({ 部局, '課・室等': 課, 並び順 })).toEqual({});
    expect(await lines()).toEqual([
      '3部局、4課・室等を、並び順で表示しています。',
      '■ 市民協働部',
      '・コミュニティ政策課',
      '・市民課',
      '・男女共同参画室',
      '■ 総務部',
      '・総務課',
      '■ 環境部',
    ]);
  });

  test('a number with a section is the section’s, without one the department’s', async () => {
    await register({ 部局: '総務部', '課・室等': '総務課', 並び順: 700 });
    await register({ 部局: '環境部', 並び順: 800 });
    expect(
      await rowsOf(
        practice,
        'select d.name, d.position, s.position as section from department d left join section s on s.department_id = d.id order by d.position',
      ),
    ).toEqual([
      { name: '総務部', position: 10, section: 700 },
      { name: '環境部', position: 800, section: null },
    ]);
  });

  test.each<[string, Entries, object]>([
    ['a department that is there', { 部局: '市民　協働部' }, DEPARTMENT_TAKEN],
    ['a section that is there', { 部局: '市民協働部', '課・室等': '市 民 課' }, SECTION_TAKEN],
    ['the same section in another department', { 部局: '総務部', '課・室等': '市民課' }, {}],
  ])('spaces do not count: %s', async (_what, entries, errors) => {
    await register({ 部局: '市民協働部', '課・室等': '市民課' });
    expect(await register(entries)).toEqual(errors);
  });

  test.each([
    ['twice at the same time', { twice: true }],
    ['once more', { retry: true }],
  ])('sent %s registers once', async (_how, options) => {
    const form = await (await (await openList()).press('部局・課を登録')).opened();
    await form.fill({ 部局: '市民協働部', '課・室等': '市民課' });
    expect((await form.submit(options)).errors).toEqual({});
    expect(await lines()).toEqual([
      '1部局、1課・室等を、並び順で表示しています。',
      '■ 市民協働部',
      '・市民課',
    ]);
  });

  test.each([
    ['no department', { department: ' ' }, { 部局: 'この項目を入力してください。' }],
    [
      'a name of 61 characters',
      { section: '課'.repeat(61) },
      { '課・室等': '60文字以内で入力してください。' },
    ],
    ['a number out of range', { position: '10000' }, { 並び順: '9,999以下の数を入力してください。' }],
  ])('sent by force: %s', async (_what, forced, errors) => {
    const form = await (await (await openList()).press('部局・課を登録')).opened();
    await form.fill({ 部局: '市民協働部' });
    form.force(forced);
    expect((await form.submit({ force: true })).errors).toEqual(errors);
  });
});

describe('変更', () => {
  beforeEach(async () => {
    await register({ 部局: '市民協働部', '課・室等': '市民課' });
    await register({ 部局: '市民協働部', '課・室等': '男女共同参画室' });
    await register({ 部局: '総務部' });
  });

  test('of a department renames it and moves it; its sections stay', async () => {
    const form = await openChange('市民協働部');
    expect(form.values).toEqual({ 部局: '市民協働部', 並び順: '10' });
    expect(await send(form, { 部局: '総務部' })).toEqual(DEPARTMENT_TAKEN);
    expect(await send(form, { 部局: '協働 推進部', 並び順: 30 })).toEqual({});
    expect((await lines()).slice(1)).toEqual(['■ 総務部', '■ 協働 推進部', '・市民課', '・男女共同参画室']);
  });

  test('of a department moves it under the name that it has', async () => {
    expect(await send(await openChange('市民協働部'), { 並び順: 30 })).toEqual({});
    expect((await lines()).slice(1, 3)).toEqual(['■ 総務部', '■ 市民協働部']);
  });

  test('of a section renames it, moves it and ends it, and can undo the end', async () => {
    const form = await openChange('市民課');
    expect([form.text.split('\n')[1], form.values]).toEqual([
      '「市民協働部」の課・室等です。',
      { '課・室等': '市民課', 並び順: '10', 廃止日: null },
    ]);
    expect(await send(form, { '課・室等': '男女 共同参画室' })).toEqual(SECTION_TAKEN);
    expect(await send(form, { '課・室等': '市民総合課', 並び順: 30, 廃止日: '2027-03-31' })).toEqual({});
    expect((await lines()).slice(1, 4)).toEqual([
      '■ 市民協働部',
      '・男女共同参画室',
      '・市民総合課(令和9年3月31日(水)まで)',
    ]);
    const again = await openChange('市民総合課');
    expect(again.values).toMatchObject({ 廃止日: '2027-03-31' });
    expect(await send(again, { 廃止日: null })).toEqual({});
    expect((await lines())[3]).toBe('・市民総合課');
    const [line] = await rowsOf(
      practice,
      `select before, after from audit_line where action = 'change-section' order by id limit 1`,
    );
    expect(line).toEqual({
      before: { name: '市民課', position: 10, endedOn: null },
      after: { name: '市民総合課', position: 30, endedOn: '2027-03-31' },
    });
  });

  test.each([
    ['市民協働部', '部局', 'change-department'],
    ['市民課', '課・室等', 'change-section'],
  ])('of %s undoes nothing that was changed meanwhile', async (row, field, action) => {
    const settings = await (await practice.secretary.command('/kyodo', '設定')).opened();
    expect(await send(settings, { 問合せ先: '内線0000', 事務局: [SECRETARY, STAFF] })).toEqual({});
    const early = await openChange(row);
    const later = await openChange(row, practice.slack.person(STAFF));
    expect(await send(later, { [field]: '新しい名称' })).toEqual({});
    expect(await send(early, { [field]: '古い画面' })).toEqual({ [field]: CHANGED });
    expect(await auditOf(practice, STAFF)).toEqual([action]);
  });
});
