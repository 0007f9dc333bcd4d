import type { WebClient } from '@slack/web-api';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Sandbox } from '../../../src/sandbox/sandbox.ts';
import { clientOf, errorOf, startCity } from './city.ts';

const now = (): Date => new Date('2026-11-24T09:00:00+09:00');
let slack: Sandbox;
let web: WebClient;
beforeEach(async () => {
  slack = await startCity(now);
  web = clientOf(slack, slack.botToken);
});
afterEach(() => slack.stop());

it('tells guests, strangers and deactivated accounts apart', async () => {
  const { members = [] } = await web.users.list({});
  const seen = members.map((each) => {
    const stranger = 'is_stranger' in each && each.is_stranger;
    return [each.id, each.team_id, each.deleted, each.is_restricted, stranger];
  });
  expect(seen).toEqual([
    ['U0KYODOBOT', 'T0CITY', false, false, false],
    ['U0HANAKO', 'T0CITY', false, false, false],
    ['U0GUEST', 'T0CITY', false, true, false],
    ['U0OTHER', 'T0OTHERORG', false, false, true],
    ['U0GONE', 'T0CITY', true, false, false],
  ]);
});

it('finds a person by e-mail whatever the case, and not a stranger to the workspace', async () => {
  expect((await web.users.lookupByEmail({ email: 'hanako@example.jp' })).user?.id).toBe('U0HANAKO');
  expect(await errorOf(web.users.lookupByEmail({ email: 'nobody@example.jp' }))).toBe('users_not_found');
});

it('gives pages until the cursor is empty', async () => {
  const ids: unknown[] = [];
  for await (const page of web.paginate('users.list', { limit: 2 })) {
    ids.push('members' in page && Array.isArray(page.members) ? page.members.length : 0);
  }
  expect(ids).toEqual([2, 2, 1]);
});
