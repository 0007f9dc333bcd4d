import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Form } from '../../src/sandbox/driver/form.ts';
import { type Practice, SECRETARY, STAFF, startPractice } from '../support/practice.ts';
import { homeOf } from './asked-city.ts';
import { openRegistration } from './promoter/steps.ts';
import { auditOf, rowsOf, send } from './steps.ts';

/** What the secretariat registers one after the other, and the examples kept as they are. */

let practice: Practice;
beforeEach(async () => {
  practice = await startPractice({ now: '2026-11-24T10:00:00+09:00' });
});
afterEach(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

const openStep = async (step: string, words: string): Promise<Form> =>
  (await (await homeOf(practice)).press(words, { block: `setup:${step}` })).opened();

/** The form that 続けて登録 opens, in the place of what was registered. */
const next = async (form: Form): Promise<Form> => {
  await form.press('続けて登録');
  return form.until(({ submitText }) => submitText !== '');
};

const examples = async (table: 'body_year' | 'programme_year') =>
  (await rowsOf(practice, `select count(*)::int as count from ${table} where example`))[0]?.count;

test.each([
  ['bodies', '会議体', 'body_year', 'keep-example-bodies'],
  ['programmes', '研修の種類', 'programme_year', 'keep-example-programmes'],
] as const)(
  'the examples of the step %s are kept by one press, after how many those are',
  async (step, noun, table, act) => {
    const count = await examples(table);
    const kept = await rowsOf(practice, `select name from ${table} order by position`);
    const form = await openStep(step, '例をすべてこのまま使う');
    expect(form.text.split('\n').slice(0, 2)).toEqual([
      '例をすべてこのまま使う',
      `【例】の${noun}${count}件を、このまま使います。`,
    ]);
    for (const { name } of kept) expect(form.text).toContain(`・${name}`);
    expect(await examples(table)).toBe(count);
    await form.submit();
    expect(practice.secretary.form?.text).toContain(`${noun}${count}件を登録しました。`);
    expect([await examples(table), await auditOf(practice, SECRETARY)]).toEqual([
      0,
      Array.from({ length: Number(count) }, () => act),
    ]);
    // As they were: nothing but the mark is another.
    expect(await rowsOf(practice, `select name from ${table} order by position`)).toEqual(kept);
    await practice.secretary.form?.close();
    await practice.secretary.homeUntil(
      ({ buttons }) => buttons.filter((words) => words === '例をすべてこのまま使う').length === 1,
    );
  },
);

test('nobody else keeps them', async () => {
  const home = await homeOf(practice, STAFF);
  const action = { type: 'button', block_id: 'x', action_id: 'body-examples.open', value: 'all' };
  const form = await (await practice.slack.person(STAFF).pressRaw({ form: home, action })).opened();
  expect(form.text).toContain('事務局');
  expect(await examples('body_year')).not.toBe(0);
});

test('会議体と委員 is done when every body that meets has members, and names those that have none', async () => {
  await rowsOf(practice, 'update body_year set example = false');
  const meeting = await rowsOf(
    practice,
    `select body_id as id, name from body_year where kind = 'meeting' order by position`,
  );
  const [first] = meeting;
  expect((await homeOf(practice)).text).toContain(`委員がまだの会議体:${first?.name}、`);
  for (const { name } of meeting) {
    const form = await openStep('bodies', '委員を登録');
    expect((await homeOf(practice)).text).toContain('□ 会議体と委員(まだ)');
    expect(await send(form, { 会議体: String(name), 委員: STAFF, 職名: '部長' })).toEqual({});
  }
  await expect.poll(async () => (await homeOf(practice)).text).toContain('✓ 会議体と委員(済み)');
});

/** What is entered for the one and for the next, by the form's title. */
const FORMS: readonly (readonly [string, string, readonly [string, string], string])[] = [
  ['会議体を登録', 'body-list.open', ['名称', '新しい会議'], 'select name from body_year where not example'],
  [
    '研修の種類を登録',
    'programme-list.open',
    ['名称', '新しい研修'],
    'select name from programme_year where not example',
  ],
  ['部局・課を登録', 'department-list.open', ['部局', '新しい部'], 'select name from department'],
];

test.each(FORMS)(
  '%s: after saving, one press opens the next empty one',
  async (title, list, [label, words], sql) => {
    const home = await homeOf(practice);
    const action = { type: 'button', block_id: 'x', action_id: list, value: 'new' };
    const opened = await (await practice.secretary.pressRaw({ form: home, action })).opened();
    let form = await (await opened.press(title)).opened();
    for (const name of [`${words}1`, `${words}2`, `${words}3`]) {
      expect([form.title, form.values[label] ?? null]).toEqual([title, null]);
      await form.fill({ [label]: name });
      expect((await form.submit()).errors).toEqual({});
      form = await next(practice.secretary.form ?? form);
    }
    // They came in each other's place: under the last one is the list.
    await form.close();
    expect(practice.secretary.form?.title).toBe(opened.title);
    const names = (await rowsOf(practice, sql)).map(({ name }) => name);
    expect(names.toSorted()).toEqual([`${words}1`, `${words}2`, `${words}3`]);
  },
);

test('委員を登録 and 推進員を登録 too', async () => {
  const member = await openStep('bodies', '委員を登録');
  await member.fill({ 会議体: '協働推進本部会議', 委員: STAFF, 職名: '部長' });
  await member.submit();
  expect((await next(practice.secretary.form ?? member)).values).toMatchObject({ 会議体: null, 職名: null });

  await practice.secretary.form?.close();
  const appointing = await openRegistration(practice);
  await appointing.fill({
    職員: STAFF,
    役割: '推進員',
    部局: '新しい部局',
    新しい部局: '市民協働部',
    '課・室等': '市民課',
  });
  expect((await appointing.submit()).errors).toEqual({});
  expect((await next(practice.secretary.form ?? appointing)).values).toMatchObject({
    職員: null,
    '課・室等': null,
  });
});

test('what was changed is not followed by a new one', async () => {
  await (await openStep('bodies', '会議体')).press('変更');
  const form = await practice.secretary.nextForm(({ title }) => title !== '会議体');
  await form.submit();
  expect(practice.secretary.form?.buttons).toEqual([]);
});
