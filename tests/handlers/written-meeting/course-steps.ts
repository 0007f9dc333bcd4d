import { expect } from 'vitest';
import { type Practice, SECRETARY } from '../../support/practice.ts';
import { answerInWriting } from '../asked-body.ts';
import { pressAnywhere } from '../asked-city.ts';
import { rowsOf } from '../steps.ts';
import { AWAY, BODY, CHAIR, COPIED, WELFARE } from '../written-city.ts';

/** What is done to a 書面開催 of the city with members of 本部会議, by forms. */

type Entries = Readonly<Record<string, string>>;

const PLAIN = {
  案件: '市の調査・検討について(審議)\n年間スケジュールについて',
  回答期限: '2026-12-10',
  送信: '今すぐ送る',
};

export const AGREED = { 案件1: '異議なし', 案件2: '確認しました' };

/** Sends one now, by a 文書番号 of its own, which is due on Thu 2026-12-10; gives its id, once 開催案内 has come. */
export const begin = async (practice: Practice, number: string): Promise<string> => {
  const form = await (await practice.secretary.command('/kyodo-meeting', '書面')).opened();
  await form.fill({ 会議体: BODY });
  await form.until(({ values }) => values.Slack未利用の回答者 !== null);
  await form.fill({ ...PLAIN, 文書番号: number });
  const confirmation = await (await form.submit()).form?.until(({ submitText }) => submitText !== '');
  await (await confirmation?.submit())?.form?.close({ all: true });
  for (const person of [CHAIR, WELFARE, AWAY, COPIED])
    await practice.slack.dm(person).next(({ plain }) => plain.includes(number));
  const [row] = await rowsOf(practice, 'select id from written_meeting where document_number = $1', [number]);
  return String(row?.id);
};

/** What the `position`th 回答者 says, by whoever enters it. */
export const answer = (
  practice: Practice,
  meeting: string,
  [person, position]: readonly [string, number],
  entries: Entries = AGREED,
): Promise<void> => answerInWriting(practice, person, { meeting, position }, entries);

/** The form of a step. */
export const openFor = (practice: Practice, step: string, meeting: string) =>
  pressAnywhere(practice, SECRETARY, `written-meeting.${step}`, meeting);

/** 開催案内 of a number as somebody has it before them, once it says this. */
export const cardOf = (practice: Practice, person: string, number: string, words: string) =>
  practice.slack
    .dm(person)
    .until(({ plain }) => plain.startsWith('開催案内') && plain.includes(number) && plain.includes(words));

/** The job closes it at this moment after its due day. */
export const closeOver = async (practice: Practice, meeting: string, moment: string): Promise<void> => {
  practice.clock.set(moment);
  await practice.minute();
  const state = () => rowsOf(practice, 'select state from written_meeting where id = $1', [meeting]);
  await expect.poll(state, { timeout: 15_000 }).toEqual([{ state: 'closed' }]);
};
