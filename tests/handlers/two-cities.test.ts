import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Cities, EAST, NORTH, PREFECTURE, SOUTH, startCities, WEST } from '../support/cities.ts';
import { ask } from '../support/desk.ts';
import { SECRETARY } from '../support/practice.ts';

let cities: Cities;
beforeAll(async () => {
  cities = await startCities();
});
afterAll(() => cities.stop());

const secretary = (city: string) => cities.slack.workspace(city).person(SECRETARY);

const record = async (city: string, agenda: string): Promise<void> => {
  await secretary(city).command('/kyodo-meeting');
  const form = await secretary(city).nextForm();
  await form.fill({ 会議体: '協働推進本部会議', 開催方法: '対面', 開催日: '2026-11-20', 案件: agenda });
  await form.submit();
};

describe.each([
  { one: NORTH, other: SOUTH, of: 'two cities' },
  { one: EAST, other: WEST, of: 'two cities of an organisation that has installed the app for all' },
])('one person in $of', ({ one, other }) => {
  test('records in each, and each has its own alone', async () => {
    await record(one, `${one}の案件`);
    await record(other, `${other}の案件`);
    for (const [here, there] of [
      [one, other],
      [other, one],
    ] as const) {
      const rows = await ask(cities.database, 'select text from agenda_item where workspace_id = $1', [here]);
      expect(rows).toEqual([{ text: `${here}の案件` }]);
      await secretary(here).command('/kyodo-meeting', '一覧');
      const { plain } = await secretary(here).nextAnswer();
      expect(plain).toContain('令和8年11月20日');
      const told = await cities.slack
        .workspace(here)
        .dm(SECRETARY)
        .until((message) => message.plain.includes(`${here}の案件`));
      expect(told.plain).not.toContain(there);
    }
  });
});

test('an organisation is no workspace, and when it removes the app its workspaces are set aside', async () => {
  const workspaces = await ask(cities.database, 'select id from workspace order by id');
  expect(workspaces).toEqual([EAST, NORTH, SOUTH, WEST].map((id) => ({ id })));
  await cities.slack.uninstall(PREFECTURE);
  await expect
    .poll(() => ask(cities.database, 'select id, ended_because from installation where ended_at is not null'))
    .toEqual([{ id: PREFECTURE, ended_because: 'tokens_revoked' }]);
});
