import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Form } from '../../../src/sandbox/driver/form.ts';
import { type Practice, SECRETARY } from '../../support/practice.ts';
import { ask, ELSEWHERE, homeOf, openAnswerForm, pressAnywhere, startAskedCity } from '../asked-city.ts';
import { answerTo, rowsOf } from '../steps.ts';

/** A clerk who does it wrong, from Thu 2026-11-19, 15:00: nothing is lost, and each thing is said where it is done. */

let practice: Practice;
beforeAll(async () => {
  practice = await startAskedCity('2026-11-19T15:00:00+09:00');
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

const PLAIN = {
  内容: '該当する事業をお知らせください。',
  区分: '大阪府からの調査',
  回答期限: '2026-12-10',
  対象: '推進員全員',
  回答形式: '件数',
};
const fill = async (entries: Parameters<Form['fill']>[0]): Promise<Form> => {
  const form = await (await practice.secretary.command('/kyodo-inquiry', '作成')).opened();
  await form.fill({ ...PLAIN, ...entries });
  return form;
};
const stateOf = async (title: string) =>
  (await rowsOf(practice, 'select state, due_on::text as due from inquiry where title = $1', [title]))[0];
const idOf = async (title: string): Promise<string> =>
  String((await rowsOf(practice, 'select id from inquiry where title = $1', [title]))[0]?.id);

describe('a deadline', () => {
  test.each([
    [
      { 回答期限: '2026-11-20' },
      { 回答期限: '回答期限は、お送りする日(令和8年11月20日(金))より後の日を選んでください。' },
    ],
    [
      { 部局のとりまとめ期限: '2026-11-20' },
      {
        部局のとりまとめ期限:
          '部局のとりまとめ期限は、お送りする日(令和8年11月20日(金))より後の日を選んでください。',
      },
    ],
  ])('%j, over when the morning sends it, is told at its field; at once it may go', async (dates, errors) => {
    const form = await fill({ 件名: '急ぎの調査', ...dates });
    expect((await form.submit()).errors).toEqual(errors);
    expect(form.values.件名).toBe('急ぎの調査');
    await form.fill({ 送信: '今すぐ送る' });
    const sure = await form.submit();
    expect([sure.errors, sure.form?.title]).toEqual([{}, '送信の確認']);
    await sure.form?.close({ all: true });
  });

  test('on a closing day is kept, and the next working day is told: of each, and when it is changed', async () => {
    const form = await fill({
      件名: '休みの日の調査',
      回答期限: '2026-12-12',
      部局のとりまとめ期限: '2026-12-06',
      送信: '今すぐ送る',
    });
    const { form: confirmation } = await form.submit();
    expect(confirmation?.text).toContain(
      [
        '回答期限の令和8年12月12日(土)は閉庁日です。期限はそのままですが、次の開庁日は令和8年12月14日(月)です。',
        '部局のとりまとめ期限の令和8年12月6日(日)は閉庁日です。期限はそのままですが、次の開庁日は令和8年12月7日(月)です。',
      ].join('\n'),
    );
    await (await confirmation?.submit({ twice: true }))?.form?.close({ all: true });
    expect(await stateOf('休みの日の調査')).toEqual({ state: 'open', due: '2026-12-12' });
    const change = await pressAnywhere(practice, SECRETARY, 'inquiry.extend', await idOf('休みの日の調査'));
    await change.fill({ 新しい回答期限: '2026-12-19', 理由: '様式の差替えのため' });
    const { form: said } = await change.submit();
    expect([said?.title, said?.text]).toEqual([
      '変更を保存しました',
      '変更を保存しました\n回答期限の令和8年12月19日(土)は閉庁日です。期限はそのままですが、次の開庁日は令和8年12月21日(月)です。',
    ]);
    await said?.close({ all: true });
    const again = await pressAnywhere(practice, SECRETARY, 'inquiry.extend', await idOf('休みの日の調査'));
    await again.fill({ 新しい回答期限: '2026-12-18', 理由: '金曜日に' });
    expect(await again.submit()).toMatchObject({ closed: true, errors: {} });
    expect(await stateOf('休みの日の調査')).toEqual({ state: 'open', due: '2026-12-18' });
  });

  test('that is over when 送信の確認 is submitted after days sends nothing and says which; mended it goes once', async () => {
    const form = await fill({ 件名: '置いておいた調査', 回答期限: '2026-11-24' });
    const { form: confirmation } = await form.submit();
    practice.clock.set('2026-11-24T10:00:00+09:00');
    const { form: refused } = (await confirmation?.submit()) ?? {};
    expect(refused?.text).toContain(
      '回答期限は、お送りする日(令和8年11月25日(水))より後の日を選んでください。',
    );
    expect((await stateOf('置いておいた調査'))?.state).toBe('draft');
    await refused?.close();
    await confirmation?.close();
    await form.fill({ 回答期限: '2026-12-10' });
    const sent = await (await form.submit()).form?.submit({ twice: true });
    expect(sent?.form?.title).toBe('送信しました');
    await sent?.form?.close({ all: true });
    expect(await stateOf('置いておいた調査')).toEqual({ state: 'open', due: '2026-12-10' });
  });
});

test('a draft whose department was closed meanwhile says so when it is continued, and keeps all it has', async () => {
  const form = await fill({
    件名: '寝かせた下書き',
    対象: '部局を選ぶ',
    対象部局: ['福祉部', '環境部'],
    送信: '下書きのまま保存',
  });
  await (await form.submit()).form?.close({ all: true });
  const id = await idOf('寝かせた下書き');
  const before = await pressAnywhere(practice, SECRETARY, 'inquiry.continue', id);
  expect(before.text).not.toContain('今は課・室等がありません');
  await before.close({ all: true });
  await rowsOf(
    practice,
    `update section set ended_on = '2026-11-23' where department_id = (select id from department where name = '福祉部')`,
  );
  const after = await pressAnywhere(practice, SECRETARY, 'inquiry.continue', id);
  expect(after.text).toContain(
    '対象部局のうち、福祉部には、今は課・室等がありません。対象部局をご確認ください。',
  );
  expect(after.values).toMatchObject({
    件名: '寝かせた下書き',
    対象部局: ['福祉部', '環境部'],
    内容: PLAIN.内容,
  });
  await after.close({ all: true });
  await rowsOf(practice, 'update section set ended_on = null');
});

test('締め切る, 元に戻す pressed twice, and the card that was there takes the answer', async () => {
  await rowsOf(practice, `update inquiry set state = 'cancelled' where state = 'open'`);
  const id = await ask(practice, { title: '締め切って戻す調査', answerForm: 'count' });
  practice.clock.set('2026-11-25T09:00:00+09:00');
  const card = await practice.slack.dm(ELSEWHERE).next(({ plain }) => plain.includes('締め切って戻す調査'));
  const close = await pressAnywhere(practice, SECRETARY, 'inquiry.close', id);
  const { form: closed } = await close.submit();
  await practice.slack
    .dm(ELSEWHERE)
    .until(({ ts, buttons }) => ts === card.ts && !buttons.includes('回答する'));
  const late = await openAnswerForm(practice, ELSEWHERE, id, '環境課');
  expect(late.labels).not.toContain('件数');
  await late.close({ all: true });
  await closed?.press('元に戻す');
  await closed?.close({ all: true });
  await (await pressAnywhere(practice, SECRETARY, 'inquiry.restore', id)).close({ all: true });
  const open = await practice.slack
    .dm(ELSEWHERE)
    .until(({ ts, buttons }) => ts === card.ts && buttons.includes('回答する'));
  const form = await (await practice.slack.person(ELSEWHERE).press('回答する', { in: open })).opened();
  await form.fill({ 件数: '3' });
  expect((await form.submit()).errors).toEqual({});
  const [{ number } = {}] = await rowsOf(practice, 'select number from inquiry where id = $1', [id]);
  expect((await answerTo(practice.secretary, '/kyodo-inquiry', `状況 ${number}`)).plain).toMatch(
    /照会中.*回答1件/su,
  );
  expect((await homeOf(practice, ELSEWHERE)).text).not.toContain('締め切って戻す調査');
});
