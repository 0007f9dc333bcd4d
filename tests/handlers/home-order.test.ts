import { afterAll, beforeAll, expect, test } from 'vitest';
import { elementsOf } from '../../src/sandbox/workspace/shapes.ts';
import { fillCityYear } from '../support/city-year/city-year.ts';
import { CHIEF, PROMOTER, promotersOf } from '../support/city-year/seen.ts';
import { type Practice, SECRETARY, STAFF, startPractice } from '../support/practice.ts';
import { homeOf } from './asked-city.ts';
import { answerTo, WORKSPACE, withDatabase } from './steps.ts';

/** Home in order of need: what one is asked, what is due, what waits to be confirmed, then buttons by noun, then all else. */

let practice: Practice;
beforeAll(async () => {
  practice = await startPractice({ people: promotersOf(1), patience: 30_000 });
  await withDatabase(practice, (db) => fillCityYear(db, WORKSPACE, 1));
}, 60_000);
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

const NOUNS = ['会議', '研修', '照会', '通信', '名簿', '設定'];

/** What stands on somebody's Home tab of all that is named, from the top down. */
const orderOf = async (person: string, named: readonly string[]): Promise<readonly string[]> => {
  const lines = (await homeOf(practice, person)).text.split('\n');
  return lines.flatMap((line) => named.find((words) => line === words || line.startsWith(`${words}(`)) ?? []);
};

test('of the secretariat: はじめの設定, what is due, what is to be confirmed, buttons, the rest', async () => {
  const ahead = ['はじめの設定', '照会の状況', '記録の確認'];
  const behind = ['未選任', '職員の不在', '今後30日間の送信予定', 'これからの会議'];
  const order = await orderOf(SECRETARY, [...ahead, ...NOUNS, ...behind]);
  expect(order.slice(0, 9)).toEqual([...ahead, ...NOUNS]);
  expect(order).toContain('今後30日間の送信予定');
});

test('of a 主任: 部局の照会 above the buttons, 部局の状況 with 不在 below', async () => {
  expect(await orderOf(CHIEF, ['部局の照会', '部局の状況', ...NOUNS])).toEqual([
    '部局の照会',
    ...NOUNS,
    '部局の状況',
  ]);
});

test('of a 推進員: what is asked stands first, with its button', async () => {
  const { text, buttons } = await homeOf(practice, PROMOTER);
  const [title, first] = text.split('\n');
  expect([title, first, buttons[0]]).toEqual(['協DOボット', '照会2(依頼元:大阪府)', '回答する']);
});

test('of one of the staff: that nothing is asked, and what they may open', async () => {
  expect(await orderOf(STAFF, ['今お願いしていることはありません。', ...NOUNS])).toEqual([
    '今お願いしていることはありません。',
    ...NOUNS.filter((noun) => noun !== '照会'),
  ]);
});

/** The rows of buttons by noun: what is shown, and what is in the menu. */
const rowsIn = (blocks: Parameters<typeof elementsOf>[0]) =>
  blocks
    .filter(({ block_id: id }) => id?.startsWith('open:'))
    .map((block) => {
      const elements = elementsOf([block]).map(({ element }) => element);
      const menu = elements.find(({ type }) => type === 'overflow')?.options ?? [];
      return [elements.flatMap(({ text }) => text?.text ?? []), menu.map(({ text }) => text.text)];
    });

test.each([SECRETARY, CHIEF, PROMOTER, STAFF])(
  'the buttons of %s are the same on Home and from /kyodo, three side by side at most',
  async (person) => {
    const onHome = rowsIn((await homeOf(practice, person)).blocks);
    expect(rowsIn((await answerTo(practice.slack.person(person), '/kyodo')).blocks)).toEqual(onHome);
    expect(onHome.filter(([shown = []]) => shown.length < 1 || shown.length > 3)).toEqual([]);
  },
);

test('what is in a menu opens from there: on Home and in a message', async () => {
  const { secretary } = practice;
  const home = await homeOf(practice);
  expect(rowsIn(home.blocks)).toContainEqual([
    ['研修を記録', '研修の一覧'],
    ['受講を記録', '研修の種類'],
  ]);
  const list = await (await home.press('研修の種類', { block: 'open:training' })).opened();
  expect(list.title).toBe('研修の種類');
  await list.close();
  await secretary.press('研修の種類', { in: await answerTo(secretary, '/kyodo') });
  expect((await secretary.nextAnswer()).plain.split('\n')[0]).toBe('研修の種類');
});

test('one who chooses in a menu what is not there any more reads that it failed', async () => {
  const home = await homeOf(practice, STAFF);
  const text = { type: 'plain_text', text: 'もうないもの' };
  const action = {
    type: 'overflow',
    block_id: 'open:meeting',
    action_id: 'more',
    selected_option: { text, value: 'no-such-button new' },
  };
  const form = await (await practice.slack.person(STAFF).pressRaw({ form: home, action })).opened();
  expect(form.text).toContain('処理できませんでした');
});
