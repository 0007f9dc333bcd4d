import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import type { Serving } from '../../src/db/installations.ts';
import { trusted } from '../../src/domain/actor.ts';
import { succeed } from '../../src/domain/result.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { installationOf } from '../support/installations.ts';

const AT = new Date('2026-12-01T09:00:00+09:00');
const ENDED = { at: new Date('2026-12-02T09:00:00+09:00'), because: 'app_uninstalled' };

let database: TestDatabase;
let db: Database;
beforeAll(async () => {
  database = await createTestDatabase();
  ({ db } = database);
});
afterAll(() => database.drop());

let count = 0;
/** Ids that no other test has. */
const fresh = (kind: 'T' | 'E'): string => `${kind}0B15${++count}`;

const inWorkspace = <T>(id: string, work: Parameters<typeof db.act<T, never>>[1]) =>
  db.act<T, never>({ actor: trusted(id, 'bot', 'job'), action: 'test', at: AT }, work);
const begun = async (id = fresh('T')): Promise<string> => {
  await inWorkspace(id, async (record) => succeed(await record.begin()));
  return id;
};
const served = (id: string, by: string) =>
  inWorkspace<Serving>(id, async (record) => succeed(await record.serveBy(by))).then((outcome) =>
    outcome.ok ? outcome.value : undefined,
  );
const installed = async (id: string, facts = {}): Promise<string> => {
  await db.installations.save(installationOf(id, facts));
  return id;
};
const servingOf = async (id: string): Promise<string | undefined> => (await db.installations.of(id))?.id;

const messagesTo = async (workspaceId: string, ...keys: readonly string[]): Promise<void> => {
  await inWorkspace(workspaceId, async (record) => {
    for (const key of keys)
      await record.deliveries.plan({ key, kind: 'job-report', recipient: 'C0LOG', subject: 'none' }, AT);
    return succeed(null);
  });
};
const jobsOf = async (workspaceId: string): Promise<number> =>
  Number(
    (
      await database.ask(
        `select count(*) from graphile_worker._private_jobs where payload->>'workspaceId' = $1`,
        [workspaceId],
      )
    )[0]?.count,
  );

test('an installation is read as it was kept, and is not there where none was', async () => {
  const whole = installationOf(fresh('T'), {
    enterpriseId: 'E0CITY',
    refreshToken: new Uint8Array([0, 255]),
    expiresAt: AT,
  });
  await db.installations.save(whole);
  expect(await db.installations.find(whole.id)).toEqual(whole);
  expect(await db.installations.find('T0NOBODY')).toBeUndefined();
  expect(await db.installations.of('T0NOBODY')).toBeUndefined();
});

describe('a workspace has one answer to what serves it', () => {
  test('none of its own and none of an organisation: the environment', async () => {
    const city = await begun();
    expect(await servingOf(city)).toBeUndefined();
    expect((await db.workspaces.served()).find(({ id }) => id === city)).toEqual({ id: city });
  });

  test('its own, though the organisation comes later', async () => {
    const [city, organisation] = [await begun(), await installed(fresh('E'))];
    await installed(city);
    expect([await served(city, city), await served(city, organisation)]).toEqual(['begins', 'own-lives']);
    expect(await servingOf(city)).toBe(city);
  });

  test('its own, though the organisation was there before', async () => {
    const [city, organisation] = [await begun(), await installed(fresh('E'))];
    expect(await served(city, organisation)).toBe('begins');
    await installed(city);
    expect(await served(city, city)).toBe('begins');
    expect(await servingOf(city)).toBe(city);
  });

  test('the organisation’s where its own has ended, and its own again where that is taken up', async () => {
    const [city, organisation] = [await begun(), await installed(fresh('E'))];
    await installed(city);
    await served(city, city);
    await db.installations.end(city, ENDED);
    expect((await db.installations.of(city))?.ended).toEqual(ENDED);
    expect(await served(city, organisation)).toBe('begins');
    expect(await servingOf(city)).toBe(organisation);
    await installed(city);
    await served(city, city);
    expect(await db.installations.of(city)).not.toHaveProperty('ended', ENDED);
    expect(await servingOf(city)).toBe(city);
  });

  test('what serves it already is no news', async () => {
    const city = await begun();
    await installed(city);
    expect([await served(city, city), await served(city, city)]).toEqual(['begins', 'goes-on']);
  });
});

describe('an installation ends', () => {
  test('its workspaces are set aside, their messages stay planned and their jobs leave the queue; another’s stay', async () => {
    const organisation = await installed(fresh('E'));
    const [one, other, beside] = [await begun(), await begun(), await begun()];
    await installed(beside);
    await served(one, organisation);
    await served(other, organisation);
    await served(beside, beside);
    for (const id of [one, other, beside]) await messagesTo(id, 'first', 'second');
    expect(await db.installations.end(organisation, ENDED)).toEqual([one, other].toSorted());
    expect(await Promise.all([one, other, beside].map(jobsOf))).toEqual([0, 0, 2]);
    const [{ count: planned } = {}] = await database.ask(
      `select count(*) from delivery where workspace_id = any($1) and state = 'planned'`,
      [[one, other]],
    );
    expect(Number(planned)).toBe(4);
    const workspaces = await db.workspaces.served();
    expect([one, beside].map((city) => workspaces.find(({ id }) => id === city))).toEqual([
      { id: one, installation: { id: organisation, ended: ENDED } },
      { id: beside, installation: { id: beside } },
    ]);
    expect((await db.installations.living()).map(({ id }) => id)).not.toContain(organisation);
    // Taken up again, what was planned gets its jobs.
    await installed(organisation);
    expect(await db.record(one).deliveries.recover()).toBe(2);
    expect(await jobsOf(one)).toBe(2);
  });

  test('once: the first reason stays', async () => {
    const city = await begun();
    await installed(city);
    await served(city, city);
    expect(await db.installations.end(city, ENDED)).toEqual([city]);
    expect(await db.installations.end(city, { ...ENDED, because: 'tokens_revoked' })).toBeUndefined();
    expect((await db.installations.of(city))?.ended).toEqual(ENDED);
    expect(await db.installations.end('T0NOBODY', ENDED)).toBeUndefined();
  });
});

describe('tokens are renewed', () => {
  test('one after the other: who comes second sees what the first has made', async () => {
    const city = await installed(fresh('T'));
    const seen: number[] = [];
    const renew = () =>
      db.installations.renew(city, async ({ botToken, keyId }) => {
        seen.push(botToken[0] ?? 0);
        return botToken[0] === 1 ? { botToken: new Uint8Array([9]), keyId } : undefined;
      });
    const [one, two] = await Promise.all([renew(), renew()]);
    expect(seen).toEqual([1, 9]);
    expect([one?.botToken[0], two?.botToken[0]]).toEqual([9, 9]);
    expect((await db.installations.find(city))?.botToken).toEqual(new Uint8Array([9]));
  });

  test('not of one that has ended, nor of one that is not there', async () => {
    const city = await installed(fresh('T'));
    await db.installations.end(city, ENDED);
    const work = () => Promise.reject(new Error('asked'));
    expect(await db.installations.renew(city, work)).toBeUndefined();
    expect(await db.installations.renew('T0NOBODY', work)).toBeUndefined();
  });

  test('when it fails the old ones stay', async () => {
    const city = await installed(fresh('T'));
    await expect(db.installations.renew(city, () => Promise.reject(new Error('away')))).rejects.toThrow(
      'away',
    );
    expect((await db.installations.find(city))?.botToken).toEqual(new Uint8Array([1, 2, 3]));
  });
});
