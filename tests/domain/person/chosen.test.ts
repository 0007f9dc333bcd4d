import { describe, expect, test } from 'vitest';
import { chosenPeople, strangersAmong } from '../../../src/domain/person/chosen.ts';

describe('people chosen in a form', () => {
  const person = (id: string, slackId: string | null, more = {}) => ({
    id,
    slackId,
    email: null,
    name: id,
    nameFromSlack: false,
    deactivatedAt: null,
    ...more,
  });
  const LEFT = { deactivatedAt: new Date('2023-08-14T09:00:00+09:00') };
  const people = [
    person('known', 'U0K'),
    person('left', 'U0L', LEFT),
    person('mail', null, { email: 'm@city.example' }),
  ];
  const slack = (id: string, isMember = true, email: string | null = null) => ({
    id,
    email,
    name: id,
    isMember,
  });

  test('are asked of Slack where the record does not know them, or knows that they left', () => {
    expect(strangersAmong(['U0K', 'U0L', 'U0N', 'U0N'], people)).toEqual(['U0L', 'U0N']);
  });

  test('are found by Slack id, then by e-mail, and new otherwise; each once', () => {
    const chosen = ['U0K', 'U0M', 'U0N', 'U0K'];
    const named = chosenPeople(chosen, people, [slack('U0M', true, 'm@city.example'), slack('U0N')]);
    expect(named?.map((one) => (one.kind === 'known' ? [one.person.id, one.learned] : one.facts))).toEqual([
      ['known', {}],
      ['mail', { slackId: 'U0M' }],
      { slackId: 'U0N', email: null, name: 'U0N', nameFromSlack: true },
    ]);
  });

  test.each([
    ['a guest', ['U0G'], [slack('U0G', false)]],
    ['one whom Slack does not know', ['U0K', 'U0X'], [undefined]],
    ['one who has left', ['U0L'], [slack('U0L', false)]],
  ])('are refused with %s among them', (_what, chosen, asked) => {
    expect(chosenPeople(chosen, people, asked)).toBeUndefined();
  });

  test('may have left since they were chosen', () => {
    expect(chosenPeople(['U0L'], people, [slack('U0L', false)], ['left'])?.length).toBe(1);
  });
});
