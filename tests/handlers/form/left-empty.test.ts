import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type City, PERSON, startCity } from '../permission/city.ts';
import { post, submission } from '../steps.ts';
import { FORM_CASES } from './cases.ts';

/** Every form of every feature, with nothing typed and nothing chosen; then filled, so that the next finds what it needs. */

let city: City;
beforeAll(async () => {
  city = await startCity();
});
afterAll(async () => {
  expect(city.practice.slack.refusals).toEqual([]);
  await city.practice.stop();
});

const CHOOSE = 'この項目を選んでください。';
const ENTER = 'この項目を入力してください。';
const Element = z.looseObject({ type: z.string() });
const Answer = z.looseObject({ errors: z.record(z.string(), z.string()).default({}) });

/** What an empty field is told: to choose, where one chooses. */
const dueTo = (type: string): string =>
  /select|checkboxes|radio_buttons|datepicker/u.test(type) ? CHOOSE : ENTER;

/** The errors of a form whose fields were all left empty, and what the kinds of these fields would have them say. */
const leftEmpty = async ({ id, who, send }: (typeof FORM_CASES)[number]) => {
  const { metadata, fields } = await send(city);
  const empty = Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, { type: Element.parse(field).type }]),
  );
  const form = { id: `V0EMPTY${id}`, callbackId: id, metadata, fields: empty };
  const { body } = await post(city.practice, submission(PERSON[who], form));
  const { errors } = Answer.parse(body === '' ? {} : JSON.parse(body));
  await post(city.practice, submission(PERSON[who], { ...form, id: `V0FILLED${id}`, fields }));
  const told = Object.entries(errors).filter(([, sentence]) => sentence === CHOOSE || sentence === ENTER);
  return {
    told,
    due: told.map(([name]) => [name, dueTo(Element.parse(empty[name]).type)]),
  };
};

describe.each(FORM_CASES.map((each) => [each.id, each] as const))('%s', (_, form) => {
  test('asks to choose where one chooses, and to enter where one types', async () => {
    const { told, due } = await leftEmpty(form);
    expect(told).toEqual(due);
  });
});

test('照会を作成 says so at every choice', async () => {
  const form = FORM_CASES.find(({ id }) => id === 'inquiry.save');
  const { told } = form === undefined ? { told: [] } : await leftEmpty(form);
  const names = ['duty', 'dueOn', 'audience', 'answerForm', 'sending'];
  expect(told).toEqual(expect.arrayContaining(names.map((name) => [name, CHOOSE])));
});
