import { LogLevel, WebClient } from '@slack/web-api';
import { expect, test, vi } from 'vitest';
import { createPeople } from '../../src/slack/people.ts';

/** What Slack tells by itself is read without a question. */
const people = createPeople(new WebClient(), { now: () => new Date('2026-11-24T10:00:00+09:00') });
const told = (facts: object) =>
  people.told({
    id: 'U0KAWA',
    ...{ team_id: 'T0CITY', deleted: false, is_restricted: false, is_ultra_restricted: false },
    ...{ profile: { real_name: '川原 みな' } },
    ...facts,
  });
const grid = (...teams: unknown[]) => ({ enterprise_user: { id: 'W0KAWA', enterprise_id: 'E0CITY', teams } });

test.each([
  ['of one workspace', {}, ['T0CITY']],
  ['of several of an organisation', grid('T0CITY', 'T0WATER'), ['T0CITY', 'T0WATER']],
  ['at home in another', { team_id: 'T0WATER', ...grid('T0WATER', 'T0CITY') }, ['T0WATER', 'T0CITY']],
  ['whose home is not among them', { team_id: 'E0CITY', ...grid('T0CITY') }, ['E0CITY', 'T0CITY']],
  ['of an organisation without workspaces', grid(), ['T0CITY']],
  ['of whose organisation nothing is said', { enterprise_user: null }, ['T0CITY']],
  ['of whose organisation only a name is said', { enterprise_user: { id: 'W0KAWA' } }, ['T0CITY']],
  ['whose workspaces are no ids', grid(7, null), ['T0CITY']],
])('somebody %s belongs to', (_who, facts, teams) => {
  expect([told(facts)?.teams, told(facts)?.isMember]).toEqual([teams, true]);
});

test.each([
  ['a guest', { is_restricted: true }],
  ['a guest of one channel', { is_ultra_restricted: true }],
  ['a stranger', { is_stranger: true }],
  ['a stopped account', { deleted: true }],
])('%s is no member, whatever workspaces they are in', (_who, facts) => {
  expect(told({ ...facts, ...grid('T0CITY', 'T0WATER') })?.isMember).toBe(false);
});

test('while Slack can’t be asked nobody is known to have left but who was known to have before', async () => {
  const away = new WebClient('xoxb-1', {
    fetch: () => Promise.reject(new Error('no network')),
    retryConfig: { retries: 0 },
    logLevel: LogLevel.ERROR,
  });
  const person = (isMember: boolean) => ({
    ...{ id: 'U0KAWA', teams: ['T0CITY'], email: null, name: '川原 みな' },
    ...{ isDeactivated: !isMember, isMember },
  });
  const longAgo = { at: 0 };
  const kept = new Map([
    ['U0THERE', { ...longAgo, person: person(true) }],
    ['U0LEFT', { ...longAgo, person: person(false) }],
    ['U0NOBODY', { ...longAgo, person: undefined }],
  ]);
  const { hasLeft } = createPeople(away, { now: () => new Date('2026-11-24T10:00:00+09:00') }, away, kept);
  const asked = ['U0THERE', 'U0LEFT', 'U0NOBODY', 'U0UNKNOWN'];
  expect(await Promise.all(asked.map(hasLeft))).toEqual([false, true, true, false]);
});

test('what Slack told of somebody while it was slow to answer counts, not the older answer', async () => {
  const user = { id: 'U0KAWA', team_id: 'T0CITY', is_restricted: false, is_ultra_restricted: false };
  const profile = { real_name: '川原 みな' };
  const stopped = { ...user, deleted: true, profile };
  let answerNow: (() => void) | undefined;
  const slow = new WebClient('xoxb-1', {
    fetch: async () => {
      await new Promise<void>((resolve) => {
        answerNow = resolve;
      });
      return Response.json({ ok: true, user: { ...user, deleted: false, profile } });
    },
    logLevel: LogLevel.ERROR,
  });
  const { find, hasLeft, told } = createPeople(slow, { now: () => new Date('2026-11-24T10:00:00+09:00') });
  const asked = find('U0KAWA');
  await vi.waitFor(() => expect(answerNow).toBeDefined());
  told(stopped);
  answerNow?.();
  expect((await asked)?.isMember).toBe(false);
  expect(await hasLeft('U0KAWA')).toBe(true);
});

test('whom Slack told of over an hour ago is not kept, but that they have left', () => {
  let now = new Date('2026-11-24T10:00:00+09:00');
  const kept = new Map();
  const { told: hear } = createPeople(new WebClient(), { now: () => now }, new WebClient(), kept);
  const facts = { team_id: 'T0CITY', is_restricted: false, is_ultra_restricted: false };
  const tell = (id: string, deleted: boolean) =>
    hear({ id, ...facts, ...{ deleted, profile: { real_name: '川原 みな' } } });
  tell('U0LEFT', true);
  tell('U0KAWA', false);
  now = new Date('2026-11-24T10:30:00+09:00');
  tell('U0MORI', false);
  expect([...kept.keys()]).toEqual(['U0LEFT', 'U0KAWA', 'U0MORI']);
  now = new Date('2026-11-24T11:00:00+09:00');
  tell('U0ISHI', false);
  expect([...kept.keys()]).toEqual(['U0LEFT', 'U0MORI', 'U0ISHI']);
});
