import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Form } from '../../../src/sandbox/driver/form.ts';
import { type Practice, SECRETARY, STAFF, startPractice } from '../../support/practice.ts';
import { meanwhile } from '../meanwhile.ts';
import { auditOf, bodyId, bodyYears, rowsOf, send } from '../steps.ts';

/** A body that begins, as an example, in 令和5年度. */
const NAME = '協働推進本部会議';
const ONLY_SECRETARIAT = '恐れ入りますが、この操作は事務局が行います。事務局にご相談ください。';
const CHANGED = meanwhile('事務 局子');

let practice: Practice;
let id: string;
beforeEach(async () => {
  practice = await startPractice({ now: '2026-11-24T10:00:00+09:00' });
  id = await bodyId(practice, NAME);
});
afterEach(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

const openList = async (person = practice.secretary): Promise<Form> => {
  const settings = await (await person.command('/kyodo', '設定')).opened();
  return (await settings.press('会議体')).opened();
};
const openRules = async (person = practice.secretary): Promise<Form> =>
  (await (await openList(person)).press('決まり', { block: `body:${id}` })).opened();

const NEUTRAL = {
  定足数: '定めなし',
  代理: '定めなし',
  未回答の扱い: '未回答として数える',
  可否同数: '同数と記録する',
  準備を始める日: '15',
};
const OWN = {
  定足数: '過半数',
  代理: '認める',
  未回答の扱い: '異議なしとみなす',
  可否同数: '委員長が決する',
  準備を始める日: '10',
};

/** The rules as the record has them, by the years that have their own. */
const kept = () =>
  rowsOf(
    practice,
    `select fiscal_year, quorum::text, proxy::text, unanswered::text, tie::text, preparation_days, name, example
     from body_year where body_id = $1 order by fiscal_year`,
    [id],
  );

test('the rules start neutral and hold from the present year on; earlier years keep theirs', async () => {
  const form = await openRules();
  expect([form.title, form.submitText, form.values]).toEqual(['会議体の決まり', '変更を保存する', NEUTRAL]);
  const chosen = Object.keys(NEUTRAL).filter((label) => label !== '準備を始める日');
  expect(chosen.map((label) => form.options(label))).toEqual([
    ['定めなし', '過半数'],
    ['定めなし', '認める', '認めない'],
    ['未回答として数える', '異議なしとみなす'],
    ['同数と記録する', '委員長が決する'],
  ]);
  await form.fill(OWN);
  expect((await form.submit()).form?.text).toBe(
    `変更を保存しました\n「${NAME}」の令和8年度からの決まりを保存しました。`,
  );
  expect((await openRules()).values).toEqual(OWN);
  const example = { name: NAME, example: true };
  const days = (preparation_days: number) => ({ preparation_days });
  const before = { quorum: 'none', proxy: 'none', unanswered: 'unanswered', tie: 'recorded' };
  const after = { quorum: 'majority', proxy: 'allowed', unanswered: 'consent', tie: 'chair' };
  expect(await kept()).toEqual([
    { fiscal_year: 2023, ...before, ...days(15), ...example },
    { fiscal_year: 2026, ...after, ...days(10), ...example },
  ]);
  const lines = `select subject, before, after from audit_line where action = 'set-body-rules'`;
  expect(await rowsOf(practice, lines)).toEqual([
    {
      subject: `body:${id}:2026`,
      before: { ...before, preparationDays: 15 },
      after: { ...after, preparationDays: 10 },
    },
  ]);
});

test('a change of the body keeps its rules', async () => {
  expect(await send(await openRules(), OWN)).toEqual({});
  const change = await (await (await openList()).press('変更', { block: `body:${id}` })).opened();
  expect(await send(change, { 名称: '協働戦略会議' })).toEqual({});
  expect((await openRules()).values).toEqual(OWN);
});

test('the rules of a body that begins later hold from its first year', async () => {
  const create = await (await (await openList()).press('会議体を登録')).opened();
  expect(await send(create, { 名称: '準備会', 年度: '令和10年度' })).toEqual({});
  id = await bodyId(practice, '準備会');
  expect(await send(await openRules(), { 定足数: '過半数' })).toEqual({});
  expect(await bodyYears(practice, id, 'quorum::text')).toEqual([[2028, 'majority']]);
});

test('a 取組み, which does not meet, has none', async () => {
  const effort = await bodyId(practice, 'NATSにおける市民公益活動推進の連携');
  const list = await openList();
  expect(list.buttons.filter((words) => words === '決まり')).toHaveLength(5);
  const ofEffort = list.blocks.find(({ block_id }) => block_id === `body:${effort}`);
  expect(JSON.stringify(ofEffort)).toContain('変更');
  expect(JSON.stringify(ofEffort)).not.toContain('決まり');
});

test.each([
  ['twice at the same time', { twice: true }],
  ['once more', { retry: true }],
])('sent %s they are set once', async (_how, options) => {
  const form = await openRules();
  await form.fill(OWN);
  expect((await form.submit(options)).errors).toEqual({});
  expect(await auditOf(practice, SECRETARY)).toEqual(['set-body-rules']);
});

test('sent by force without a choice, it is said at the field', async () => {
  const form = await openRules();
  form.force({ tie: null, quorum: { selected_option: { value: 'half' } } });
  expect((await form.submit({ force: true })).errors).toEqual({
    可否同数: 'この項目を選んでください。',
    定足数: 'この内容は読み取れませんでした。入力し直してください。',
  });
});

test('a form opened before another’s change undoes nothing, and one who has lost the right sets nothing', async () => {
  const settings = await (await practice.secretary.command('/kyodo', '設定')).opened();
  expect(await send(settings, { 問合せ先: '内線0000', 事務局: [SECRETARY, STAFF] })).toEqual({});
  const early = await openRules(practice.slack.person(STAFF));
  expect(await send(await openRules(), { 代理: '認めない' })).toEqual({});
  expect(await send(early, OWN)).toEqual({ 定足数: CHANGED });

  const late = await openRules(practice.slack.person(STAFF));
  const again = await (await practice.secretary.command('/kyodo', '設定')).opened();
  expect(await send(again, { 事務局: [SECRETARY] })).toEqual({});
  expect(await send(late, OWN)).toEqual({ 定足数: ONLY_SECRETARIAT });
  expect(await bodyYears(practice, id, 'proxy::text')).toEqual([
    [2023, 'none'],
    [2026, 'refused'],
  ]);
});
