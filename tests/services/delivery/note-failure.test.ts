import { afterEach, beforeEach, expect, test } from 'vitest';
import { deliver } from '../../../src/services/delivery/deliver.ts';
import { noteFailure } from '../../../src/services/delivery/note-failure.ts';
import { deliveryPages } from '../../../src/views/delivery/deliveries.ts';
import { noMorePage } from '../../../src/views/measure.ts';
import { ask, type Desk, openDesk } from '../../support/desk.ts';

const LOG = 'C0GENERAL';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk('2023-08-10T10:00:20+09:00');
});
afterEach(async () => {
  expect(desk.slack.refusals).toEqual([]);
  await desk.stop();
});

const fail = (id: string, what: 'request' | 'job' | 'delivery' = 'request') =>
  noteFailure({ ...desk, workspace: { id: desk.workspaceId, logChannel: LOG } }, { id, what });

/** Has all leave whose time has come; what 運用ログ reads. */
const told = async (): Promise<readonly string[]> => {
  const rows = await ask(
    desk.database,
    `update delivery set not_before = null where state = 'planned' and not_before <= $1 returning id, key`,
    [desk.clock.now()],
  );
  for (const { id } of rows.toSorted((one, other) => String(one.key).localeCompare(String(other.key))))
    await deliver(
      { ...desk, write: deliveryPages, nothingMore: noMorePage() },
      { workspaceId: desk.workspaceId, deliveryId: String(id), isLastTry: false },
    );
  return desk.slack.messages(LOG).map(({ plain }) => plain);
};

test('a hundred failures of a minute are one message of each kind, at the end of the minute', async () => {
  await fail('first000');
  await Promise.all(Array.from({ length: 99 }, (_, index) => fail(`${index}`)));
  await fail('job00000', 'job');
  expect(await told()).toEqual([]);
  desk.clock.set('2023-08-10T10:01:00+09:00');
  expect(await told()).toEqual([
    '定時の処理を1件、行えませんでした。(受付番号 job00000)',
    '操作を100件、処理できませんでした。(最初の受付番号 first000)',
  ]);
  await fail('next0000');
  desk.clock.set('2023-08-10T10:02:00+09:00');
  expect((await told()).slice(2)).toEqual(['操作を1件、処理できませんでした。(受付番号 next0000)']);
});

test('what fails over a night and a holiday is one message of each kind, in the morning', async () => {
  for (const now of ['2023-08-10T16:59:30+09:00', '2023-08-10T23:00:00+09:00', '2023-08-14T08:58:00+09:00']) {
    desk.clock.set(now);
    await fail('a1b2c3d4');
  }
  desk.clock.set('2023-08-14T08:59:59+09:00');
  expect(await told()).toEqual([]);
  desk.clock.set('2023-08-14T09:00:00+09:00');
  expect(await told()).toEqual(['操作を3件、処理できませんでした。(最初の受付番号 a1b2c3d4)']);
});
