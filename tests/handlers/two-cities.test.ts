import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Cities, EAST, LATER, NORTH, PREFECTURE, SOUTH, startCities, WEST } from '../support/cities.ts';
import { ask } from '../support/desk.ts';
import { openObserver } from '../support/full-workspace/full-workspace.ts';
import { SECRETARY } from '../support/practice.ts';
import { putRoster } from '../support/promoters.ts';

let cities: Cities;
beforeAll(async () => {
  cities = await startCities();
});
afterAll(() => cities.stop());

const secretary = (city: string) => cities.slack.workspace(city).person(SECRETARY);

/** The day of each city's meeting, as it is chosen and as people read it. */
const DAYS: Readonly<Record<string, readonly [string, string]>> = {
  [NORTH]: ['2026-12-08', '12月8日'],
  [SOUTH]: ['2026-12-15', '12月15日'],
  [EAST]: ['2026-12-09', '12月9日'],
  [WEST]: ['2026-12-16', '12月16日'],
  [LATER]: ['2026-12-17', '12月17日'],
};
const dayOf = (city: string): readonly [string, string] => DAYS[city] ?? ['', ''];

const record = async (city: string, heldOn = dayOf(city)[0]): Promise<void> => {
  await secretary(city).command('/kyodo-meeting');
  const form = await secretary(city).nextForm();
  await form.fill({
    会議体: '協働推進本部会議',
    開催方法: '対面',
    開催日: heldOn,
    案件: `${city}の案件`,
  });
  await form.submit();
};

describe.each([
  { one: NORTH, other: SOUTH, of: 'two cities' },
  { one: EAST, other: WEST, of: 'two cities of an organisation that has installed the app for all' },
])('one person in $of', ({ one, other }) => {
  test('records in each, and each has its own alone', async () => {
    await record(one);
    await record(other);
    for (const [here, there] of [
      [one, other],
      [other, one],
    ] as const) {
      const rows = await ask(cities.database, 'select text from agenda_item where workspace_id = $1', [here]);
      expect(rows).toEqual([{ text: `${here}の案件` }]);
      await secretary(here).command('/kyodo-meeting', '一覧');
      const { plain } = await secretary(here).nextAnswer();
      expect(plain).toContain(dayOf(here)[1]);
      expect(plain).not.toContain(dayOf(there)[1]);
      const told = await cities.slack
        .workspace(here)
        .dm(SECRETARY)
        .until((message) => message.plain.includes(`${here}の案件`));
      expect(told.plain).not.toContain(there);
    }
  });
});

test('the year’s schedule is each city’s own, and no date of another is taken from it', async () => {
  const ids = await ask(cities.database, 'select id from meeting where workspace_id = $1', [SOUTH]);
  await secretary(NORTH).command('/kyodo-meeting', '年間 令和8年度');
  const list = await secretary(NORTH).nextAnswer();
  expect([list.plain.includes(dayOf(NORTH)[1]), list.plain.includes(dayOf(SOUTH)[1])]).toEqual([true, false]);
  const value = `meeting:${String(ids[0]?.id)}`;
  const action = { type: 'button', block_id: 'forged', action_id: 'schedule.add-to-calendar', value };
  await secretary(NORTH).pressRaw({ in: list, action });
  expect((await secretary(NORTH).nextAnswer()).plain).toMatch(/^この記録は、すでに取り消されています。/u);
});

test('the choices of a field are each city’s own', async () => {
  const offered = async (city: string): Promise<readonly string[]> => {
    const roster = [{ department: `${city}部`, section: '福祉課' }];
    await putRoster(cities.database.db, city, roster, cities.clock.now());
    await record(city, '2026-11-02');
    const told = cities.slack.workspace(city).dm(SECRETARY);
    const { ts, channel } = await told.until(({ buttons }) => buttons.includes('対応事項を登録'));
    const form = await (await secretary(city).press('対応事項を登録', { in: { ts, channel } })).opened();
    const words = await form.offered('担当の課・室等', '福祉');
    await form.close();
    return words;
  };
  expect([await offered(NORTH), await offered(SOUTH)]).toEqual([
    [`${NORTH}部 福祉課`],
    [`${SOUTH}部 福祉課`],
  ]);
});

test('the same person reads each city’s own on the Home tab', async () => {
  const home = async (city: string): Promise<string> => {
    await secretary(city).openHome();
    return (await secretary(city).homeUntil(({ text }) => text.includes(dayOf(city)[1]))).text;
  };
  for (const [here, there] of [
    [NORTH, SOUTH],
    [SOUTH, NORTH],
  ] as const) {
    expect(await home(here)).not.toContain(dayOf(there)[1]);
  }
});

test('an install by a third changes nothing for those who have the app', async () => {
  const observer = await openObserver(cities.database);
  const whole = async () => {
    const all: Readonly<Record<string, unknown>>[] = [];
    for (const city of [NORTH, SOUTH, EAST, WEST]) all.push(await observer.wholeOf(city));
    return all;
  };
  const before = await whole();
  await cities.install(LATER);
  expect(await whole()).toEqual(before);
  await observer.close();
  await record(LATER);
  await cities.slack
    .workspace(LATER)
    .dm(SECRETARY)
    .until(({ plain }) => plain.includes(`${LATER}の案件`));
});

test('where the app is removed all is set aside, elsewhere nothing is, and the next install goes on', async () => {
  const ended = () => ask(cities.database, 'select id from installation where ended_at is not null');
  const listed = async (city: string): Promise<string> => {
    await secretary(city).command('/kyodo-meeting', '一覧');
    return (await secretary(city).nextAnswer()).plain;
  };
  const counted = async (): Promise<readonly string[]> => {
    const answer = await fetch(`${cities.bot.url}/metrics`);
    return (await answer.text())
      .split('\n')
      .filter((line) => /^kyodo_(?:workspaces\{|delivery_oldest)/u.test(line));
  };
  await cities.slack.uninstall(NORTH);
  await vi.waitFor(async () => expect(await ended()).toEqual([{ id: NORTH }]));
  await ask(
    cities.database,
    `insert into delivery (workspace_id, id, key, kind, recipient, subject, planned_at)
     select workspace_id, gen_random_uuid(), 'waits', kind, recipient, subject, '2020-01-01' from delivery
     where workspace_id = '${NORTH}' limit 1`,
  );
  expect(await counted()).toEqual([
    'kyodo_delivery_oldest_waiting_seconds 0',
    'kyodo_workspaces{state="set_aside"} 1',
    'kyodo_workspaces{state="served"} 4',
  ]);
  await ask(cities.database, `delete from delivery where key = 'waits'`);
  expect(await listed(SOUTH)).toContain(dayOf(SOUTH)[1]);
  await cities.install(NORTH);
  expect(await ended()).toEqual([]);
  expect(await listed(NORTH)).toContain(dayOf(NORTH)[1]);
});

test('an organisation is no workspace, and when it removes the app its workspaces are set aside', async () => {
  const workspaces = await ask(cities.database, 'select id from workspace order by id');
  expect(workspaces).toEqual([EAST, LATER, NORTH, SOUTH, WEST].map((id) => ({ id })));
  await cities.slack.uninstall(PREFECTURE);
  await expect
    .poll(() => ask(cities.database, 'select id from installation where ended_at is not null'))
    .toEqual([{ id: PREFECTURE }]);
});
