import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Practice, SECRETARY, STAFF, startPractice } from '../../support/practice.ts';
import { meanwhile } from '../meanwhile.ts';
import { answerTo, auditOf, post, pressToOpen, rowsOf, submission, typed } from '../steps.ts';
import { openTrainingForm, PROGRAMMES, programmeId } from './steps.ts';

const ONLY_SECRETARIAT = '恐れ入りますが、この操作は事務局が行います。事務局にご相談ください。';
const CHANGED = meanwhile('同僚 三郎');
const COLLEAGUE = 'U0COLLEAGUE';
const BOX = ['協働推進員研修として扱う'];

let practice: Practice;
beforeAll(async () => {
  practice = await startPractice({
    people: [{ id: COLLEAGUE, real_name: '同僚 三郎' }],
    secretariat: ['jimukyoku@city.example', COLLEAGUE.toLowerCase()],
  });
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

/** The list of programmes, by the button that everything else is opened by. */
const openList = async () => {
  const { secretary } = practice;
  await secretary.press('研修の種類', { in: await answerTo(secretary, '/kyodo') });
  return secretary.nextAnswer();
};
const openNew = async () => pressToOpen(practice.secretary, '研修の種類を登録', await openList());
const openChange = async (name: string, person = practice.secretary) => {
  const action = {
    type: 'button',
    block_id: 'list',
    action_id: 'programme.change',
    value: await programmeId(practice, name),
  };
  const list = await answerTo(person, '/kyodo-training', '一覧');
  return (await person.pressRaw({ in: list, action })).opened();
};
const yearsOf = (id: string) =>
  rowsOf(
    practice,
    `select fiscal_year as year, name, position, for_promoters as promoters, example from programme_year
      where programme_id = $1 order by fiscal_year`,
    [id],
  );

test('a new workspace starts with the programmes of a real report, marked 例', async () => {
  const list = await openList();
  expect([list.plain, list.buttons]).toEqual([
    [
      '研修の種類',
      '令和8年度の研修の種類を並び順に表示しています。',
      '【例】は見本です。「変更」で内容を確かめて登録するか、「例をすべてこのまま使う」を押すと、【例】の表示がなくなります。',
      ...PROGRAMMES.map((name) => `${name} 【例】`),
      '協働推進員研修',
    ].join('\n'),
    ['変更', '変更', '変更', '研修の種類を登録', '例をすべてこのまま使う'],
  ]);
});

describe('研修の種類を登録', () => {
  test('opens empty with the present year, and registers once, behind the others', async () => {
    const form = await openNew();
    expect([form.title, form.submitText, form.values]).toEqual([
      '研修の種類を登録',
      '登録する',
      { 名称: null, 年度: '令和8年度', 並び順: null, 協働推進員研修: [] },
    ]);
    await form.fill({ 名称: '管理職研修' });
    const { form: shown } = await form.submit({ twice: true });
    expect(shown?.text).toContain('「管理職研修」を令和8年度から使えるように登録しました。');
    const id = await programmeId(practice, '管理職研修');
    expect(await yearsOf(id)).toEqual([
      { year: 2026, name: '管理職研修', position: 40, promoters: false, example: false },
    ]);
    const training = await openTrainingForm(practice.secretary);
    expect(training.options('研修')).toEqual([...PROGRAMMES, '管理職研修', 'その他']);
    await training.close();
  });

  test('of one that is changed keeps earlier years as they were, and the order follows', async () => {
    const id = await programmeId(practice, '協働推進員研修');
    const form = await openChange('協働推進員研修');
    expect(form.values).toEqual({
      名称: '協働推進員研修',
      年度: '令和8年度',
      並び順: '30',
      協働推進員研修: BOX,
    });
    await form.fill({ 名称: '協働の研修', 年度: 'R7', 並び順: '5', 協働推進員研修: null });
    await form.submit();
    expect(await yearsOf(id)).toEqual([
      { year: 2023, name: '協働推進員研修', position: 30, promoters: true, example: true },
      { year: 2025, name: '協働の研修', position: 5, promoters: false, example: false },
    ]);
    expect((await answerTo(practice.secretary, '/kyodo-training', '一覧 R6')).plain.split('\n')[5]).toBe(
      '協働推進員研修',
    );
    expect((await answerTo(practice.secretary, '/kyodo-training', '一覧')).plain.split('\n')[1]).toBe(
      '協働の研修',
    );
  });

  test('of an example in its own year makes it the workspace’s own', async () => {
    const form = await openChange('新規採用職員ステップ研修');
    await form.fill({ 年度: '令和5年度', 協働推進員研修: BOX });
    await form.submit();
    expect(await yearsOf(await programmeId(practice, '新規採用職員ステップ研修'))).toEqual([
      { year: 2023, name: '新規採用職員ステップ研修', position: 10, promoters: true, example: false },
    ]);
  });

  test.each([
    [{ 名称: '　', 年度: '2026' }, { 名称: 'この項目を入力してください。' }],
    [
      { 名称: '別の研修', 年度: 'いつか' },
      { 年度: '年度を読み取れませんでした。「令和5年度」「R5」「5年度」「2023」のように入力してください。' },
    ],
    [
      { 名称: '新規採用職員ステップ研修', 年度: '2026' },
      { 名称: '「新規採用職員ステップ研修」は令和8年度にすでに登録されています。別の名称にしてください。' },
    ],
  ])('refuses %j at the field', async (entries, errors) => {
    const form = await openNew();
    await form.fill(entries);
    expect(await form.submit()).toEqual({ closed: false, errors });
    await form.close();
  });

  test('of a form opened before another change is refused', async () => {
    const first = await openChange('係長級・技能長昇格前研修');
    const second = await openChange('係長級・技能長昇格前研修', practice.slack.person(COLLEAGUE));
    await second.fill({ 並び順: '7' });
    await second.submit();
    await first.fill({ 並び順: '8' });
    expect(await first.submit()).toEqual({ closed: false, errors: { 名称: CHANGED } });
    await first.close();
  });
});

test('staff get one sentence for a forged button or form, and an audit line', async () => {
  const staff = practice.slack.person(STAFF);
  const list = await answerTo(staff, '/kyodo-training', '一覧');
  const id = await programmeId(practice, '係長級・技能長昇格前研修');
  for (const [action, value] of [
    ['programme-list.open', 'new'],
    ['programme-list.next', '2'],
    ['programme.open', 'new'],
    ['programme.change', id],
  ]) {
    await staff.pressRaw({ in: list, action: { type: 'button', block_id: 'x', action_id: action, value } });
    expect((await staff.nextAnswer()).plain).toBe(ONLY_SECRETARIAT);
  }
  const fields = { name: typed('乗っ取り'), fiscalYear: typed('2026') };
  const sent = submission(STAFF, {
    callbackId: 'programme.register',
    metadata: {},
    fields,
  });
  expect(JSON.parse((await post(practice, sent)).body)).toEqual({
    response_action: 'errors',
    errors: { name: ONLY_SECRETARIAT },
  });
  expect(await auditOf(practice, STAFF)).toEqual([
    'refused list-programmes',
    'refused list-programmes',
    'refused list-programmes',
    'refused open-programme',
    'refused register-programme',
  ]);
});

test('as many as a year holds come in pages, all of them in the form; one more is refused', async () => {
  for (let count = (await rowsOf(practice, 'select 1 from programme')).length; count < 99; count += 1) {
    const [{ id } = { id: '' }] = await rowsOf(
      practice,
      `insert into programme (workspace_id, id, created_at) values ('T0PRACTICE', gen_random_uuid(), now()) returning id`,
    );
    await rowsOf(
      practice,
      `insert into programme_year (workspace_id, programme_id, fiscal_year, name, position)
       values ('T0PRACTICE', $1, 2026, $2, 500)`,
      [id, `研修${String(count).padStart(2, '0')}${'長'.repeat(71)}`],
    );
  }
  const list = await openList();
  expect([list.plain.split('\n').at(-1), list.buttons.at(-1)]).toEqual(['1/4ページ', '次のページ']);
  await practice.secretary.press('次のページ', { in: list });
  const turned = await practice.slack.until(({ ts, edited }) => ts === list.ts && edited);
  expect(turned.plain.split('\n').at(-1)).toBe('2/4ページ');
  const training = await openTrainingForm(practice.secretary);
  expect(training.options('研修')).toHaveLength(100);
  await training.close();
  const none = await (await practice.secretary.command('/kyodo-meeting', '開催なし')).opened();
  expect(none.options('会議体・研修')).toHaveLength(104);
  await none.close();
  const form = await openNew();
  await form.fill({ 名称: 'もう1つ' });
  expect((await form.submit()).errors).toEqual({ 名称: '1つの年度に登録できる研修の種類は99までです。' });
  expect((await auditOf(practice, SECRETARY)).every((action) => action === 'register-programme')).toBe(true);
});
