import { afterEach, beforeEach, expect, test } from 'vitest';
import { succeed } from '../../src/domain/result.ts';
import { DEFAULT_SETTINGS } from '../../src/domain/settings.ts';
import { identify } from '../../src/services/identify.ts';
import { type Desk, openDesk } from '../support/desk.ts';
import { putRoster } from '../support/promoters.ts';

/** Who served last year acts on until 選任報告の締切り, on whatever day the secretariat has set that. */

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk('2026-11-24T10:00:00+09:00', [
    { id: 'U0PROMOTER', real_name: '山田 花子', email: 'hanako@city.example' },
  ]);
  const line = { department: '市民部', section: '協働推進課', name: '山田 花子', slackId: 'U0PROMOTER' };
  await putRoster(desk.db, desk.workspaceId, [line], desk.clock.now());
});
afterEach(() => desk.stop());

test.each([
  ['03-31', '2027-03-31', 1],
  ['03-31', '2027-04-01', 0],
  ['04-30', '2027-04-30', 1],
  ['04-30', '2027-05-01', 0],
  ['05-31', '2027-05-31', 1],
  ['05-31', '2027-06-01', 0],
] as const)('with 締切り %s, on %s: %i', async (rosterReportUntil, day, posts) => {
  const { db, clock, secretary, people, workspace, workspaceId } = desk;
  await db.act({ actor: secretary, action: 'test', at: clock.now() }, async (record) => {
    await record.settings.put({ ...DEFAULT_SETTINGS, rosterReportUntil });
    return succeed(null);
  });
  clock.set(`${day}T10:00:00+09:00`);
  const actor = await identify(
    { db, clock, people, workspace },
    { teamId: workspaceId, userId: 'U0PROMOTER' },
  );
  expect(actor?.posts).toHaveLength(posts);
});
