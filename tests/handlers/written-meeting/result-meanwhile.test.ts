import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Form } from '../../../src/sandbox/driver/form.ts';
import { type Practice, SECRETARY, STAFF } from '../../support/practice.ts';
import { pressAnywhere } from '../asked-city.ts';
import { nextFile } from '../meeting/held-meeting.ts';
import { answerTo, rowsOf } from '../steps.ts';
import { CHAIR, startWrittenCity, WELFARE } from '../written-city.ts';
import { AGREED, answer, begin, closeOver } from './course-steps.ts';

/** Answers that come, and rules that change, while a result is put together, after it was kept, and after it was told. */

let practice: Practice;
beforeAll(async () => {
  practice = await startWrittenCity('2026-11-26T10:00:00+09:00', {
    secretariat: ['jimukyoku@city.example', 'shokuin@city.example'],
  });
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

const ON_PAPER = {
  案件1: '異議あり',
  案件1への意見: '紙で届いた異議',
  案件2: '確認しました',
  受けた方法: '紙',
  受けた日: '2026-12-09',
};
const CHANGED = '回答または会議体の決まりが変わりました。まだだれにも通知していません。';
const OLD = '異議なし 2(うち意見あり 0)・異議あり 0・未回答 2';
const NEW = '異議なし 2(うち意見あり 0)・異議あり 1・未回答 1';

/** Those that two of four have answered, and that are over, by 文書番号. */
const NUMBERS = ['豊コ第101号', '豊コ第102号', '豊コ第103号', '豊コ第104号'] as const;
const meetings = new Map<string, string>();
const closed = (number: (typeof NUMBERS)[number]): string => meetings.get(number) ?? '';
test('two of four answer each, and it is over', async () => {
  for (const number of NUMBERS) {
    const meeting = await begin(practice, number);
    await answer(practice, meeting, [CHAIR, 1], AGREED);
    await answer(practice, meeting, [WELFARE, 2], AGREED);
    meetings.set(number, meeting);
  }
  for (const meeting of meetings.values()) await closeOver(practice, meeting, '2026-12-11T10:00:00+09:00');
});

/** The answer on paper, entered by the other of the secretariat. */
const enterPaper = (meeting: string) => answer(practice, meeting, [STAFF, 3], ON_PAPER);
const open = (meeting: string): Promise<Form> =>
  pressAnywhere(practice, SECRETARY, 'written-result.open', meeting);
const submitted = async (form: Form): Promise<Form> => {
  const { form: next, errors } = await form.submit();
  expect(errors).toEqual({});
  if (next === undefined) throw new Error('nothing came after it');
  return next;
};
const told = (meeting: string) =>
  rowsOf(practice, `select 1 from delivery where kind like 'written-result%' and subject = $1`, [
    `written-meeting:${meeting}`,
  ]);
const notice = (number: string) =>
  practice.slack
    .dm(CHAIR)
    .next(({ plain }) => plain.startsWith('書面開催の結果のお知らせ\n') && plain.includes(number));

describe('an answer that is entered', () => {
  test('after 送信の確認 was drawn: nobody is told, and the form comes anew with the numbers and 通知文 of now', async () => {
    const meeting = closed('豊コ第101号');
    const form = await open(meeting);
    await form.fill({ 案件1の結果: '承認', 案件1の意見への回答: '参考にします。' });
    const confirmation = await submitted(form);
    await enterPaper(meeting);
    const again = await submitted(confirmation);
    expect(again.title).toBe('書面開催の結果をまとめる');
    for (const part of [CHANGED, NEW, '紙で届いた異議']) expect(again.text).toContain(part);
    expect(again.values).toMatchObject({
      案件1の結果: '承認',
      案件1の意見への回答: '参考にします。',
      通知文: expect.stringContaining(NEW),
    });
    expect(await told(meeting)).toEqual([]);

    const sent = await submitted(await submitted(again));
    expect(sent.text).toContain('名に結果を通知しました。');
    const { plain } = await notice('豊コ第101号');
    expect(plain).toContain(NEW);
    expect(plain).not.toContain(OLD);
    await sent.close({ all: true });
  });

  test('while the form is filled in: what was typed stays, but for a 通知文 that was only offered', async () => {
    const meeting = closed('豊コ第102号');
    const form = await open(meeting);
    await form.fill({ 案件1の結果: '継続' });
    await enterPaper(meeting);
    const again = await submitted(form);
    expect(again.text).toContain(CHANGED);
    expect(again.values).toMatchObject({ 案件1の結果: '継続', 通知文: expect.stringContaining(NEW) });
    expect(again.text).not.toContain('通知文の数が集計と合っているか');
    await again.close({ all: true });
  });

  test('after a result was kept: a 通知文 that was only offered is offered anew, one of own words is told of', async () => {
    const meeting = closed('豊コ第103号');
    const offered = await open(meeting);
    await offered.fill({ 案件1の結果: '承認' });
    await (await submitted(offered)).close({ all: true });
    const own = closed('豊コ第104号');
    const form = await open(own);
    await form.fill({ 案件1の結果: '承認', 通知文: '異議ありは0でした。' });
    await (await submitted(form)).close({ all: true });
    const unchanged = await open(own);
    expect(unchanged.text).not.toContain('通知文の数が集計と合っているか');
    await unchanged.close({ all: true });
    for (const one of [meeting, own]) await enterPaper(one);

    const anew = await open(meeting);
    expect(anew.values).toMatchObject({ 案件1の結果: '承認', 通知文: expect.stringContaining(NEW) });
    expect(anew.text).not.toContain('通知文の数が集計と合っているか');
    await anew.close({ all: true });
    const kept = await open(own);
    expect(kept.values).toMatchObject({ 通知文: '異議ありは0でした。' });
    expect(kept.text).toContain('通知文の数が集計と合っているか、お確かめください。');
    await kept.close({ all: true });
  });
});

describe('会議体の決まり changed after the result was told', () => {
  test('leaves 会議録 as it was', async () => {
    const minutes = async (who: string): Promise<string> => {
      const reader = practice.slack.person(who);
      await reader.press('会議録', { in: await answerTo(reader, '/kyodo-meeting', '一覧 令和8年度') });
      return JSON.stringify((await nextFile(practice, who)).blocks);
    };
    const before = await minutes(SECRETARY);
    expect(before).toContain('異議なし2名\\n異議あり1名\\n未回答1名');
    await rowsOf(practice, `update body_year set quorum = 'majority', unanswered = 'consent', tie = 'chair'`);
    expect(await minutes(CHAIR)).toBe(before);
  });
});
