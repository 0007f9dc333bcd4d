import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FEATURES } from '../../src/handlers/features.ts';
import type { Form } from '../../src/sandbox/driver/form.ts';
import { FINAL_ACT, type FinalActId } from '../../src/texts/final-act.ts';
import { type Practice, SECRETARY } from '../support/practice.ts';
import { ask, pressAnywhere, startAskedCity } from './asked-city.ts';
import { rowsOf } from './steps.ts';

/** Every act that is final, of all features: nothing of it is done by one press, and its view says first what it touches. */

let practice: Practice;
let inquiry: string;
beforeAll(async () => {
  practice = await startAskedCity();
  inquiry = await ask(practice);
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

/** Where its button is pressed, and the sentences that its view begins with. */
type Case = {
  readonly who?: string;
  readonly value: () => string;
  readonly numbers: readonly string[];
};

const CASES: { readonly [Act in FinalActId]: Case } = {
  'inquiry.close': {
    value: () => inquiry,
    numbers: ['未回答6件のまま締め切ります。', '照会先6件 回答0件・未回答6件'],
  },
  'inquiry.cancel': { value: () => inquiry, numbers: ['回答0件・未回答6件の照会を取りやめます。'] },
};

/** What is done at one press all the same: it takes back what one has just done oneself, or keeps all for later. */
const BY_ONE_PRESS: readonly string[] = ['away.cancel', 'inquiry.remove', 'article.withdraw', 'issue.cancel'];

const FINAL_WORDS = /^(?:cancel|close|collect|remove|withdraw|delete|end)$/u;

test('every button that ends something is in the table', () => {
  const buttons = FEATURES.flatMap(({ buttons: all = {} }) => Object.keys(all));
  const ending = buttons.filter((id) => FINAL_WORDS.test(id.split('.').at(-1) ?? ''));
  expect(ending.toSorted()).toEqual([...Object.keys(FINAL_ACT), ...BY_ONE_PRESS].toSorted());
});

/** All that the record holds of what people did. */
const acts = () => rowsOf(practice, `select action, subject from audit_line where before is not null or after is not null`);

const open = ({ who = SECRETARY, value }: Case, id: string): Promise<Form> =>
  pressAnywhere(practice, who, id, value());

describe.each(Object.entries(CASES))('%s', (id, each) => {
  test('shows its numbers first and does nothing before its own button is pressed', async () => {
    const before = await acts();
    const form = await open(each, id);
    const { title, submit } = FINAL_ACT[form.callbackId as FinalActId];
    expect([form.callbackId, form.title, form.submitText]).toEqual([id, title, submit]);
    const lines = form.text.split('\n').slice(1);
    expect(lines.slice(0, each.numbers.length)).toEqual(each.numbers);
    expect(each.numbers.join('')).toMatch(/\d/u);
    await form.close({ all: true });
    expect(await acts()).toEqual(before);
  });
});
