import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, localDate } from '../../../src/domain/calendar/local-date.ts';
import { STANDARD_CALENDAR } from '../../../src/domain/calendar/working-day.ts';
import { runJobsAt } from '../../support/jobs.ts';
import { type Practice, SECRETARY } from '../../support/practice.ts';
import {
  ask,
  CHIEF,
  NEWCOMER,
  openAnswerForm,
  PROMOTER,
  pressAnywhere,
  startAskedCity,
  targetValueOf,
} from '../asked-city.ts';
import { rowsOf } from '../steps.ts';

/** What is asked is live in the newest message only: a due day that changes six times, a hand-over, an answer, a closing. */

const TITLE = '期限の動く調査';
const NEWEST = `${TITLE}(依頼元:大阪府) 福祉課の分:最新のお知らせをご覧ください`;
const CHANGED = `${TITLE}(依頼元:大阪府) 福祉課の分:期限が変わりました`;
const DONE = `${TITLE}(依頼元:大阪府) 福祉課の分:済み`;

let practice: Practice;
let inquiry: string;
beforeAll(async () => {
  practice = await startAskedCity('2026-11-20T08:30:00+09:00');
  inquiry = await ask(practice, {
    title: TITLE,
    audience: 'people',
    chosen: [PROMOTER],
    dueOn: localDate('2026-12-01'),
  });
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

/** Slack shows the present state of every message. */
const allShown = () =>
  expect
    .poll(
      () =>
        rowsOf(
          practice,
          `select key from delivery where not_before is null
             and (state in ('planned', 'sending') or state = 'sent' and wanted <> shown)`,
        ),
      { timeout: 20_000 },
    )
    .toEqual([]);

/** What the messages to somebody say of it, the oldest first: a word, or the due day and the buttons of what is live. */
const cardsOf = async (person: string): Promise<readonly string[]> => {
  await allShown();
  return practice.slack
    .messages(person)
    .filter(({ plain }) => plain.includes(TITLE))
    .map(({ plain, buttons }) => {
      const word = [NEWEST, CHANGED, DONE].find((each) => plain.split('\n').includes(each));
      const due = /期限:(\S+)/u.exec(plain)?.[1];
      return [word ?? '', due ?? '', ...buttons].filter((part) => part !== '').join(' ');
    });
};

const LIVE = '回答する 翌開庁日に再通知 担当の変更を依頼';

test('seven mornings with six changes of the due day leave one card with the last, and six lines', async () => {
  let day = localDate('2026-11-20');
  await runJobsAt(practice, `${day}T09:00:00`);
  expect(await cardsOf(PROMOTER)).toEqual([`令和8年12月1日(火) ${LIVE}`]);
  for (let change = 1; change <= 6; change += 1) {
    const form = await pressAnywhere(practice, SECRETARY, 'inquiry.extend', inquiry);
    await form.fill({ 新しい回答期限: addDays(localDate('2026-12-01'), change), 理由: '様式の差替え' });
    const { form: told, errors } = await form.submit();
    expect(errors).toEqual({});
    // Two of the days are closing days, which is told in the place of the form.
    await told?.close({ all: true });
    day = STANDARD_CALENDAR.nextWorkingDay(day);
    await runJobsAt(practice, `${day}T09:00:00`);
    await allShown();
  }
  const cards = await cardsOf(PROMOTER);
  expect(cards).toEqual([...Array.from({ length: 6 }, () => CHANGED), `令和8年12月7日(月) ${LIVE}`]);
}, 60_000);

test('handed over, it is live with who has it now and with nobody else, and after 元に戻す as before', async () => {
  const value = await targetValueOf(practice, inquiry, '福祉課');
  const form = await pressAnywhere(practice, CHIEF, 'inquiry-delegate.name', value);
  await form.fill({ 担当の職員: NEWCOMER });
  const { form: named } = await form.submit();
  expect(await cardsOf(NEWCOMER)).toEqual([`令和8年12月7日(月) ${LIVE}`]);
  const cards = await cardsOf(PROMOTER);
  expect(cards.slice(0, 6)).toEqual(Array.from({ length: 6 }, () => NEWEST));
  // The newest says who has it, and has no button.
  expect(cards[6]).toBe('');

  await named?.press('担当を元に戻す');
  await expect.poll(() => cardsOf(NEWCOMER), { timeout: 20_000 }).toEqual(['']);
  expect(await cardsOf(PROMOTER)).toEqual([
    ...Array.from({ length: 6 }, () => CHANGED),
    `令和8年12月7日(月) ${LIVE}`,
  ]);
});

test('answered, every earlier card says so, and only the newest has the answer to be looked at', async () => {
  const form = await openAnswerForm(practice, PROMOTER, inquiry, '福祉課');
  await form.fill({ 該当: '該当なし' });
  await (await form.submit()).form?.close();
  expect(await cardsOf(PROMOTER)).toEqual([...Array.from({ length: 6 }, () => DONE), '回答を見る・変更する']);
  expect(await cardsOf(NEWCOMER)).toEqual(['']);
});

test('given back, it is asked in a message of its own, which is the newest; closed, nothing is live', async () => {
  const value = await targetValueOf(practice, inquiry, '福祉課');
  const form = await pressAnywhere(practice, CHIEF, 'inquiry-return.open', value);
  await form.fill({ 理由: '件数もお知らせください' });
  await (await form.submit()).form?.close();
  const cards = await cardsOf(PROMOTER);
  expect(cards).toHaveLength(8);
  expect(cards.filter((card) => card.includes('回答する'))).toEqual([cards[7]]);
  expect(cards.filter((card) => card.includes('令和'))).toEqual([cards[7]]);
  const close = await pressAnywhere(practice, SECRETARY, 'inquiry.close', inquiry);
  await close.submit();
  expect((await cardsOf(PROMOTER)).filter((card) => /回答|令和/u.test(card))).toEqual([]);
});
