import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { planRoleGuides } from '../../src/services/promoter/plan-role-guides.ts';
import { ask, type Desk, openDesk } from '../support/desk.ts';
import { putRoster } from '../support/promoters.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk('2026-10-01T10:00:00+09:00');
  const line = { department: '福祉部', section: '福祉課', name: '新任 二郎', slackId: 'U0PROMOTER' };
  await putRoster(desk.db, desk.workspaceId, [{ ...line, startsOn: '2026-10-10' }], desk.clock.now());
  await ask(desk.database, 'update appointment set guide_wanted = true');
});
afterEach(() => desk.stop());

const plan = (now: string) => {
  desk.clock.set(`${now}+09:00`);
  return planRoleGuides(desk, desk.workspaceId, 'remind test');
};
const planned = () => ask(desk.database, 'select kind, recipient from delivery');
const NONE = { guides: 0, guidesWithoutSlack: 0, guidesAway: 0 };
const GUIDE = [{ kind: 'role-guide', recipient: 'U0PROMOTER' }];

describe('no guide is planned', () => {
  test.each([
    ['while it is 未確認', 'update appointment set confirmed_at = null', NONE],
    ['after it was cancelled', 'update appointment set cancelled_at = now()', NONE],
    ['after it ended', `update appointment set ends_on = '2026-10-12'`, NONE],
    ['to who held one last year', 'update appointment set guide_wanted = false', NONE],
    ['to who has no Slack, yet', 'update person set slack_id = null', { ...NONE, guidesWithoutSlack: 1 }],
    ['to who has left', 'update person set deactivated_at = now()', { ...NONE, guidesWithoutSlack: 1 }],
  ])('%s', async (_when, sql, counts) => {
    await ask(desk.database, sql);
    expect(await plan('2026-10-13T09:00:00')).toEqual(counts);
    expect(await planned()).toEqual([]);
  });

  test('while they are away; it is when they are back', async () => {
    await ask(
      desk.database,
      `insert into away_period (workspace_id, id, person_id, starts_on, ends_on, recorded_by, recorded_at)
       select workspace_id, gen_random_uuid(), id, '2026-10-13', '2026-10-14', 'x', now() from person`,
    );
    expect(await plan('2026-10-13T09:00:00')).toEqual({ ...NONE, guidesAway: 1 });
    expect(await planned()).toEqual([]);
    expect(await plan('2026-10-15T09:00:00')).toEqual({ ...NONE, guides: 1 });
    expect(await planned()).toEqual(GUIDE);
  });

  test('a second time', async () => {
    expect(await plan('2026-10-13T09:00:00')).toEqual({ ...NONE, guides: 1 });
    expect(await plan('2026-10-13T09:01:00')).toEqual(NONE);
    expect(await planned()).toEqual(GUIDE);
  });

  test('before they have Slack; it is once their account is known', async () => {
    await ask(desk.database, 'update person set slack_id = null');
    await plan('2026-10-13T09:00:00');
    await ask(desk.database, `update person set slack_id = 'U0PROMOTER'`);
    expect(await plan('2026-10-14T09:00:00')).toEqual({ ...NONE, guides: 1 });
    expect(await planned()).toEqual(GUIDE);
  });
});
