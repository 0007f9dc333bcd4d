import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Form } from '../../src/sandbox/driver/form.ts';
import { rollOverRoster } from '../../src/services/roster/roll-over.ts';
import { type Practice, startPractice } from '../support/practice.ts';
import { putRoster, type RosterLine } from '../support/promoters.ts';
import { rowsOf, WORKSPACE, withDatabase } from './steps.ts';

/** A name that is nearly one of the record, in each form by which a person comes into it. */

const CHIEF = 'U0CHIEF';
const ROSTER: readonly RosterLine[] = [
  { department: '福祉部', section: '福祉総務課', name: '主任 一郎', slackId: CHIEF, role: 'chief' },
  { department: '福祉部', section: '福祉課', name: '推進 二郎' },
  { department: '市民部', section: '市民課', name: '髙嶺 桃子', email: 'momoko@city.example' },
  { department: '市民部', section: '市民課', name: '齋藤 結' },
  { department: '市民部', section: '市民課', name: '濵﨑 舞' },
  { department: '市民部', section: '税務課', name: '渡邉 進' },
];

let practice: Practice;
beforeAll(async () => {
  practice = await startPractice({
    now: '2027-03-03T10:00:00+09:00',
    people: [{ id: CHIEF, real_name: '主任 一郎' }],
  });
  const { clock } = practice;
  await withDatabase(practice, async (db) => {
    await putRoster(db, WORKSPACE, ROSTER, clock.now());
    await rollOverRoster({ clock, db }, WORKSPACE);
  });
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

const PROMOTER = { 役割: '推進員', 部局: '福祉部', '課・室等': '福祉課', 任期開始日: '2027-03-03' };
/** A form, whom of the record it names nearly, how, and the way to it. */
type Case = readonly [string, string, string, (practice: Practice) => Promise<Form>];
const FORMS: readonly Case[] = [
  [
    '推進員を登録',
    '髙嶺 桃子',
    '高嶺 桃子',
    async ({ secretary }) => {
      const form = await (await secretary.command('/kyodo-promoter', '登録')).opened();
      await form.fill({ ...PROMOTER, 前任: '前任とともに登録する' });
      return form;
    },
  ],
  [
    '委員を登録',
    '齋藤 結',
    '斎藤 結',
    async ({ secretary }) => {
      const settings = await (await secretary.command('/kyodo', '設定')).opened();
      const list = await (await settings.press('委員')).opened();
      const form = await (await list.press('委員を登録')).opened();
      await form.fill({ 会議体: '協働推進本部会議', 職名: '市民協働部長' });
      return form;
    },
  ],
  [
    '別の人を選ぶ',
    '濵﨑 舞',
    '浜崎 舞',
    async ({ slack }) => {
      const list = await (await slack.person(CHIEF).command('/kyodo-promoter', '選任報告')).opened();
      return (await list.press('別の人を選ぶ', { block: 'place:1' })).opened();
    },
  ],
];
const namesNow = async (): Promise<readonly unknown[]> =>
  (await rowsOf(practice, 'select name from person')).map(({ name }) => name).toSorted();
const asks = (near: string): string =>
  `記録に、氏名の似た方がいます(${near})。同じ方のときは、氏名を記録のとおりに入力してください。別の方のときは、メールも入力してください。`;

describe.each(FORMS)('%s', (title, recorded, other, open) => {
  test('asks about a name that is nearly one of the record, keeps what was typed, and takes an address', async () => {
    const before = await namesNow();
    const form = await open(practice);
    expect(form.title).toBe(title);
    for (const 氏名 of [other, `${recorded}様`, `市民課　${recorded}`, `${other}(市民課)`]) {
      await form.fill({ 氏名 });
      const typed = form.values;
      const { errors } = await form.submit();
      expect(Object.keys(errors)).toEqual(['氏名']);
      expect(errors.氏名?.replace('市民部 市民課', '市民課')).toBe(asks(`${recorded}(市民課)`));
      expect(form.values).toEqual(typed);
    }
    expect(await namesNow()).toEqual(before);
    await form.fill({ 氏名: other, メール: `${before.length}@city.example` });
    expect((await form.submit()).errors).toEqual({});
    expect(await namesNow()).toEqual([...before, other].toSorted());
  });
});

test('who is spelled as in the record is the same one', async () => {
  const before = await namesNow();
  for (const [, , , open] of FORMS.slice(0, 2)) {
    const form = await open(practice);
    await form.fill({ 氏名: '渡辺 進' });
    expect((await form.submit()).errors.氏名).toMatch(/渡邉.進\(/u);
    await form.fill({ 氏名: '渡邉　進' });
    expect((await form.submit()).errors).toEqual({});
  }
  expect(await namesNow()).toHaveLength(before.length);
});
