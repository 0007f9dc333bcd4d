import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Practice, startPractice } from '../../support/practice.ts';
import { bodyId, pressToOpen, recordByForm, rowsOf, send, WORKSPACE } from '../steps.ts';
import { addPerson } from '../training/steps.ts';

/** 出席者 of 会議の内容を記録 begins with the members of that day. */

const MEMBERS = { now: 'U0NOW', before: 'U0BEFORE' } as const;
let practice: Practice;

const join = async (
  person: string,
  body: string,
  title: string,
  [from, to]: readonly [string, string | null],
): Promise<void> => {
  await rowsOf(
    practice,
    `insert into body_member
       (workspace_id, id, body_id, person_id, title, office, position, copied_to, proxies, starts_on, ends_on,
        recorded_by, recorded_at)
     values ($1, gen_random_uuid(), $2, $3, $4, 'member', 10, '{}', '{}', $5, $6, 'U0X', now())`,
    [WORKSPACE, await bodyId(practice, body), person, title, from, to],
  );
};

beforeAll(async () => {
  practice = await startPractice({
    people: [
      { id: MEMBERS.now, real_name: '委員 一子' },
      { id: MEMBERS.before, real_name: '委員 二郎' },
    ],
  });
  const headquarters = '協働推進本部会議';
  const now = await addPerson(practice, MEMBERS.now, '委員 一子');
  await join(now, headquarters, '総務部長', ['2026-04-01', null]);
  const before = await addPerson(practice, MEMBERS.before, '委員 二郎');
  await join(before, headquarters, '福祉部長', ['2025-04-01', '2026-09-30']);
  const without = await addPerson(practice, null, '紙山 とおる');
  await join(without, headquarters, '都市部長', ['2026-04-01', null]);
  const elsewhere = await addPerson(practice, null, '別会 議員');
  await join(elsewhere, '協働推進本部会議幹事会', '次長', ['2026-04-01', null]);
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

const open = async (entries: Parameters<typeof recordByForm>[1]) =>
  pressToOpen(practice.secretary, '内容を記録', await recordByForm(practice, entries));
const presentIn = ({ values }: Awaited<ReturnType<typeof open>>) => [
  values.出席者,
  values.Slack未利用の出席者,
];

test('those who were members on the day: by their account, or by 職名 and 氏名', async () => {
  const form = await open({ 開催日: '2026-10-01' });
  expect(presentIn(form)).toEqual([[MEMBERS.now], '都市部長 紙山 とおる']);
  expect(form.text).toContain('委員の方を入れてあります。欠席の方は外してください。');
  await form.close();
  const earlier = await open({ 開催日: '2026-09-30' });
  expect(presentIn(earlier)[0]).toEqual([MEMBERS.before, MEMBERS.now]);
  await earlier.close();
});

test('of the body and day as they are once the record was changed', async () => {
  const told = await recordByForm(practice, { 開催日: '2026-10-02' });
  const edit = await pressToOpen(practice.secretary, '編集', told);
  await edit.fill({ 会議体: '協働推進本部会議幹事会' });
  expect((await edit.submit()).closed).toBe(true);
  const form = await pressToOpen(practice.secretary, '内容を記録', told);
  expect(presentIn(form)).toEqual([[], '次長 別会 議員']);
  await form.close();
});

test('once contents are kept it opens with these, though nobody stands in them', async () => {
  const told = await recordByForm(practice, { 開催日: '2026-10-03' });
  const form = await pressToOpen(practice.secretary, '内容を記録', told);
  expect(
    await send(form, { 出席者: [], Slack未利用の出席者: null, '決定事項・要点': '原案のとおり' }),
  ).toEqual({});
  const again = await pressToOpen(practice.secretary, '内容を記録', told);
  expect([...presentIn(again), again.values['決定事項・要点']]).toEqual([[], null, '原案のとおり']);
  expect(again.text).not.toContain('委員の方を入れてあります');
  await again.close();
});

test('nobody before the day has come', async () => {
  const form = await open({ 開催日: '2026-12-01' });
  expect(presentIn(form)).toEqual([[], null]);
  await form.close();
});
