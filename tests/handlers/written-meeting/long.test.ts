import { afterAll, beforeAll, expect, test } from 'vitest';
import { MOST_ITEM_LETTERS, MOST_ITEMS } from '../../../src/domain/written-meeting/written-meeting.ts';
import type { Message } from '../../../src/sandbox/driver/messages-read.ts';
import { type Practice, SECRETARY } from '../../support/practice.ts';
import { rowsOf } from '../steps.ts';
import { BODY, CHAIR, startWrittenCity } from '../written-city.ts';

let practice: Practice;
beforeAll(async () => {
  // Over sockets, where an acknowledgement of 20 KB is dropped without a word.
  practice = await startWrittenCity('2026-11-24T10:00:00+09:00', { mode: 'socket' });
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

/** 20 案件 of 2,000 letters, each with a beginning and an end of its own. */
const ITEMS = Array.from({ length: MOST_ITEMS }, (_, index) => {
  const [first, last] = [`第${index + 1}案の始め`, `第${index + 1}案の終わり`];
  return first + '議'.repeat(MOST_ITEM_LETTERS - first.length - last.length) + last;
});
const NUMBERED = ITEMS.map((text, index) => `(${index + 1})${text}(審議)`);
/** The letters of a field are those of one 案件 and half of another: a field each. */
const field = (index: number): string => (index === 0 ? '案件' : `案件(続き${index})`);

test('20 案件 of 2,000 letters go in and come out uncut: form, draft, 送信の確認, 開催案内, the form of the answer', async () => {
  const { secretary } = practice;
  const form = await (await secretary.command('/kyodo-meeting', '書面')).opened();
  await form.fill({ 会議体: BODY });
  await form.until(({ values }) => values.Slack未利用の回答者 !== null);
  await form.fill({ 案件: `${ITEMS[0]}(審議)`, 文書番号: '豊コ第90号' });
  for (const fields of [5, 10, 15, 20]) {
    await form.press('案件の欄を増やす');
    await form.until(({ labels }) => labels.filter((label) => label.startsWith('案件')).length === fields);
  }
  expect([form.buttons, form.values.案件, form.values.文書番号]).toEqual([
    [],
    `${ITEMS[0]}(審議)`,
    '豊コ第90号',
  ]);
  await form.fill({
    ...Object.fromEntries(ITEMS.map((text, index) => [field(index), `${text}(審議)`])),
    回答期限: '2026-12-10',
    送信: '下書きのまま保存',
  });
  expect((await form.submit()).form?.text).toContain('下書きを保存しました');

  await secretary.openHome();
  const home = await secretary.homeUntil(({ text }) => text.includes('書面開催の下書き'));
  const again = await (await home.press('続きを書く')).opened();
  expect(ITEMS.map((_, index) => again.values[field(index)])).toEqual(ITEMS.map((text) => `${text}(審議)`));
  await again.fill({ 送信: '今すぐ送る' });
  const { form: pushed } = await again.submit();
  const confirmation = await pushed?.until(({ submitText }) => submitText !== '');
  for (const item of NUMBERED) expect(confirmation?.text).toContain(item);
  await confirmation?.submit();

  const chair = practice.slack.dm(CHAIR);
  const pages: Message[] = [];
  const isWhole = (): boolean => pages.some(({ buttons }) => buttons.includes('回答する'));
  while (!isWhole()) pages.push(await chair.next());
  const sent = pages.map(({ plain }) => plain).join('\n');
  for (const item of NUMBERED) expect(sent).toContain(item);
  const [last] = pages.slice(-1);
  if (last === undefined) throw new Error('nothing came');
  const answer = await (await practice.slack.person(CHAIR).press('回答する', { in: last })).opened();
  for (const item of NUMBERED) expect(answer.text).toContain(item);
  expect(await rowsOf(practice, 'select distinct length(text) as letters from written_item')).toEqual([
    { letters: MOST_ITEM_LETTERS },
  ]);
});

test('of 21 案件 the field in which the last stands is told, and of a long one its own', async () => {
  const form = await (await practice.secretary.command('/kyodo-meeting', '書面')).opened();
  await form.fill({ 会議体: BODY });
  await form.until(({ values }) => values.Slack未利用の回答者 !== null);
  await form.press('案件の欄を増やす');
  await form.until(({ labels }) => labels.includes('案件(続き4)'));
  await form.fill({ 案件: '一', '案件(続き2)': Array(20).fill('二').join('\n'), 回答期限: '2026-12-10' });
  expect((await form.submit()).errors).toEqual({
    '案件(続き2)': '案件は20件までです(入力:21件)。分けて開催してください。',
  });
  await form.fill({ '案件(続き2)': null, '案件(続き4)': `二\n${'三'.repeat(2001)}` });
  expect(Object.keys((await form.submit()).errors)).toEqual(['案件(続き4)']);
  await form.close({ all: true });
  expect(await rowsOf(practice, `select 1 from written_meeting where state = 'draft'`)).toEqual([]);
  expect(await rowsOf(practice, 'select 1 from delivery where recipient = $1', [SECRETARY])).toEqual([]);
});
