import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Form } from '../../../src/sandbox/driver/form.ts';
import { type Practice, SECRETARY, startPractice } from '../../support/practice.ts';
import {
  actorOf,
  bodyId,
  bodyList,
  bodyYears,
  openBodyChange,
  pressToOpen,
  recordAs,
  recordByForm,
  send,
} from '../steps.ts';

/** A body that begins, as an example, in 令和5年度. */
const NAME = '協働推進本部会議';

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

/** Changes the body; what stands in red. */
const change = async (entries: Parameters<Form['fill']>[0]) =>
  send(await openBodyChange(id, practice.secretary), entries);

describe('a change to 取組み is refused while a meeting stands in any year in which it would hold', () => {
  const met = (year: string) => ({
    種別: `${year}に会議の記録があるため、「取組み」に変更できません。先に会議の記録を取り消してください。`,
  });
  const toEffort = (年度: string) => change({ 種別: '取組み(文章だけ)', 年度 });
  const meet = (heldOn: string): Promise<void> =>
    recordAs(practice, actorOf(SECRETARY, 'secretariat'), { body: NAME, heldOn });

  type Years = readonly (readonly [number, string])[];
  const UNCHANGED: Years = [[2023, 'meeting']];
  test.each<[string, string, object, Years]>([
    ['2024-04-01', '令和5年度', met('令和6年度'), UNCHANGED],
    ['2026-04-01 2025-03-31', '令和5年度', met('令和6年度'), UNCHANGED],
    ['2031-06-01', '令和6年度', met('令和13年度'), UNCHANGED],
    // Facts of a body's first year are those of every year before it.
    ['2020-06-01', '令和5年度', met('令和2年度'), UNCHANGED],
    ['2023-03-31 2023-04-01', '令和3年度', met('令和4年度'), UNCHANGED],
    [
      '2024-03-31',
      '令和6年度',
      {},
      [
        [2023, 'meeting'],
        [2024, 'effort'],
      ],
    ],
    [
      '2023-04-01',
      '令和4年度',
      {},
      [
        [2022, 'effort'],
        [2023, 'meeting'],
      ],
    ],
  ])('%s, changed from %s', async (days, from, errors, years) => {
    for (const heldOn of days.split(' ')) await meet(heldOn);
    expect([await toEffort(from), await bodyYears(practice, id, 'kind')]).toEqual([errors, years]);
  });

  test.each<[string, object, string]>([
    ['2025-03-31', met('令和6年度'), 'meeting'],
    ['2025-04-01', {}, 'effort'],
  ])('%s, changed from 令和5年度, where 令和7年度 has facts of its own', async (heldOn, errors, kind) => {
    expect(await change({ 年度: '令和7年度' })).toEqual({});
    await meet(heldOn);
    expect(await toEffort('令和5年度')).toEqual(errors);
    expect(await bodyYears(practice, id, 'kind')).toEqual([
      [2023, kind],
      [2025, 'meeting'],
    ]);
  });

  test('but not for one that was cancelled', async () => {
    const told = await recordByForm(practice, { 開催日: '2025-05-01' });
    const cancel = await pressToOpen(practice.secretary, '記録を取り消す', told);
    expect(await send(cancel, { 理由: '別の会議体の記録だった' })).toEqual({});
    expect(await toEffort('令和5年度')).toEqual({});
  });
});

describe('a name is one body’s in every year', () => {
  const taken = (year: string) => ({
    名称: `「戦略会議」は${year}にすでに登録されています。別の名称にしてください。`,
  });
  /** Registers another body under the first name, and gives it the next ones in their years. */
  const registerOther = async (...names: readonly (readonly [string, string])[]): Promise<void> => {
    let other: string | undefined;
    for (const [年度, 名称] of names) {
      const form =
        other === undefined
          ? await pressToOpen(practice.secretary, '会議体を登録', await bodyList(practice.secretary))
          : await openBodyChange(other, practice.secretary);
      expect(await send(form, { 名称, 年度 })).toEqual({});
      other ??= await bodyId(practice, 名称);
    }
  };
  const LATER = [
    ['令和5年度', '検討会'],
    ['令和7年度', '戦略会議'],
  ] as const;
  const EARLIER = [
    ['令和5年度', '戦略会議'],
    ['令和7年度', '検討会'],
  ] as const;

  test.each([
    ['taken where another has it in later years only', LATER, '令和5年度', taken('令和7年度')],
    ['taken where another has it still for one year', EARLIER, '令和6年度', taken('令和6年度')],
    ['free where another had it up to the year before', EARLIER, '令和7年度', {}],
    [
      'taken where another has it from later years on but can be named before',
      [['令和10年度', '戦略会議']] as const,
      '令和5年度',
      taken('令和5年度'),
    ],
  ])('%s', async (_what, other, from, errors) => {
    await registerOther(...other);
    expect(await change({ 名称: '戦略会議', 年度: from })).toEqual(errors);
  });

  test('free up to the year before another has it; a body’s own is always free', async () => {
    expect(await change({ 名称: '本部会議', 年度: '令和7年度' })).toEqual({});
    await registerOther(...LATER);
    expect(await change({ 名称: '戦略会議', 年度: '令和5年度' })).toEqual({});
    expect(await change({ 名称: '本部会議', 年度: '令和6年度' })).toEqual({});
    expect(await bodyYears(practice, id, 'name')).toEqual([
      [2023, '戦略会議'],
      [2024, '本部会議'],
      [2025, '本部会議'],
    ]);
  });
});
