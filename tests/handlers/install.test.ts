import { afterEach, beforeEach, expect, test } from 'vitest';
import { installPage } from '../../src/texts/installation.ts';
import { type Cities, EAST, NORTH, PREFECTURE, SOUTH, startCities, WEST } from '../support/cities.ts';
import { openObserver } from '../support/full-workspace/full-workspace.ts';
import { SECRETARY, STAFF } from '../support/practice.ts';
import { answerTo } from './steps.ts';

let cities: Cities;
beforeEach(async () => {
  cities = await startCities({ isInstalled: false });
});
afterEach(() => cities.stop());

/** As somebody does in a browser; gives the page they see in the end. */
const install = async (on: string, by = SECRETARY): Promise<string> =>
  (await cities.slack.install(`${cities.bot.url}/slack/install`, { on, by })).text;
const person = (city: string, id = SECRETARY) => cities.slack.workspace(city).person(id);
/** Whether somebody is offered 設定: they are of the secretariat. */
const isSecretariat = async (city: string, id: string): Promise<boolean> =>
  (await answerTo(person(city, id), '/kyodo')).buttons.includes('設定');

const record = async (city: string, agenda: string): Promise<void> => {
  const form = await (await person(city).command('/kyodo-meeting')).opened();
  await form.fill({ 会議体: '協働推進本部会議', 開催方法: '対面', 開催日: '2026-11-20', 案件: agenda });
  await form.submit();
};

test('who installed it is the secretariat of that city until 設定 names another', async () => {
  expect(await install(NORTH, STAFF)).toContain(installPage.done(NORTH, false).title);
  await install(SOUTH, SECRETARY);
  expect([await isSecretariat(NORTH, STAFF), await isSecretariat(NORTH, SECRETARY)]).toEqual([true, false]);
  expect([await isSecretariat(SOUTH, STAFF), await isSecretariat(SOUTH, SECRETARY)]).toEqual([false, true]);
  const settings = await (await person(NORTH, STAFF).command('/kyodo', '設定')).opened();
  await settings.fill({ 事務局: [SECRETARY], 問合せ先: '内線0000' });
  await settings.submit();
  expect([await isSecretariat(NORTH, STAFF), await isSecretariat(NORTH, SECRETARY)]).toEqual([false, true]);
});

test('an organisation installs it once for its cities; a third that installs it changes nothing of theirs', async () => {
  await install(PREFECTURE);
  await install(NORTH);
  await record(EAST, '東の案件');
  await record(NORTH, '北の案件');
  for (const city of [EAST, NORTH]) await cities.slack.workspace(city).dm(SECRETARY).next();
  await cities.bot.settled();
  const observer = await openObserver(cities.database);
  const whole = () => Promise.all([EAST, WEST, NORTH].map(observer.wholeOf));
  const before = await whole();
  await install(SOUTH);
  await record(SOUTH, '南の案件');
  await cities.slack.workspace(SOUTH).dm(SECRETARY).next();
  expect(await whole()).toEqual(before);
  expect(JSON.stringify(await observer.wholeOf(SOUTH))).toContain('南の案件');
  await observer.close();
});

/** Slack tells of it by two events at once, and a message that is on its way may find it out before. */
const WHY: unknown = expect.stringMatching(/^(?:app_uninstalled|tokens_revoked|account_inactive)$/u);

test.each([
  ['a city', NORTH, NORTH],
  ['an organisation', PREFECTURE, WEST],
])(
  '%s that takes it out is sent nothing and keeps everything; its next install goes on from there',
  async (_what, id, city) => {
    await install(id);
    await install(SOUTH);
    const mended = cities.slack.workspace(city).faults.always('chat.postMessage', { status: 503 });
    await record(city, '待つ案件');
    await cities.slack.uninstall(id);
    await cities.bot.settled();
    mended();
    expect(await cities.database.db.workspaces.served()).toContainEqual({
      id: city,
      installation: { id, ended: { at: cities.clock.now(), because: WHY } },
    });
    await record(SOUTH, '南の案件');
    await cities.slack.workspace(SOUTH).dm(SECRETARY).next();
    expect(cities.slack.workspace(city).messages(SECRETARY)).toEqual([]);
    await install(id);
    const told = await cities.slack.workspace(city).dm(SECRETARY).next();
    expect(told.plain).toContain('待つ案件');
    const lines = await cities.database.ask(
      `select action, actor from audit_line where workspace_id = $1 and action like '%-workspace' order by id`,
      [city],
    );
    expect(lines).toEqual([
      { action: 'start-workspace', actor: 'bot' },
      { action: 'take-up-workspace', actor: SECRETARY },
      { action: 'set-aside-workspace', actor: 'bot' },
      { action: 'take-up-workspace', actor: SECRETARY },
    ]);
  },
);
