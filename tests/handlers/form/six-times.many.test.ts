import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FEATURES } from '../../../src/handlers/features.ts';
import { type City, PERSON, startCity } from '../permission/city.ts';
import { post, rowsOf, submission } from '../steps.ts';
import { FORM_CASES } from './cases.ts';

/** Every form of every feature, sent six times at once: by a person who presses twice, over connections that are repeated. */

let city: City;
beforeAll(async () => {
  city = await startCity();
});
afterAll(async () => {
  expect(city.practice.slack.refusals).toEqual([]);
  await city.practice.stop();
});

/** The answer without the id by which a view on top is filled later, a new one each time. */
const plainOf = (body: string): string => body.replaceAll(/"external_id":"[^"]*"/gu, '"external_id":""');

/** What is in the record, told apart by nothing that six forms at once would give each their own. */
const doubles = () =>
  rowsOf(
    city.practice,
    `select action, subject, count(*)::int as lines from audit_line
     where action not like 'refused %' group by action, subject, before, after, reason, at having count(*) > 1`,
  );
const failures = () => rowsOf(city.practice, `select key from delivery where kind = 'failure-noted'`);
const submitted = (viewId: string) =>
  rowsOf(city.practice, `select key from submission where key like '%' || $1`, [viewId]);

describe.each(FORM_CASES.map((each) => [each.id, each] as const))(
  '%s',
  (id, { who, pushes = false, keepsNothing = false, send }) => {
    test('is one record, and six times the same good answer', async () => {
      const { metadata, fields } = await send(city);
      const viewId = `V0SIX${id}`;
      const known = await doubles();
      const requests = Array.from({ length: 6 }, () =>
        submission(PERSON[who], { id: viewId, callbackId: id, metadata, fields }),
      );
      const answers = await Promise.all(requests.map((request) => post(city.practice, request)));
      const [first] = answers.map(({ body }) => plainOf(body));
      expect(answers.map(({ status, body }) => [status, plainOf(body)])).toEqual(
        answers.map(() => [200, first]),
      );
      expect(first).not.toMatch(/"response_action":"errors"|処理できませんでした/u);
      expect(first?.includes('"response_action":"push"')).toBe(pushes);
      expect([await submitted(viewId), await doubles(), await failures()]).toEqual([
        keepsNothing ? [] : [{ key: `${PERSON[who]} ${viewId}` }],
        known,
        [],
      ]);
    });
  },
);

test('every form of every feature is sent', () => {
  const forms = FEATURES.flatMap(({ forms: all = {} }) => Object.keys(all));
  expect(FORM_CASES.map(({ id }) => id).toSorted()).toEqual(forms.toSorted());
});
