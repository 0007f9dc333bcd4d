import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Client, createPrisma } from '../../src/db/client.ts';
import { atLast } from '../../src/db/own-transaction.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
let client: Client;
const errors: Error[] = [];
beforeAll(async () => {
  database = await createTestDatabase();
  client = createPrisma(database.connection, (error) => errors.push(error), 2);
});
beforeEach(() => database.ask('delete from workspace'));
afterAll(async () => {
  await client.$disconnect();
  await database.drop();
});

const AT = new Date('2023-08-10T00:00:00Z');
const data = (id: string) => ({ data: { id, createdAt: AT } });
/** Ids as somebody else sees them. */
const kept = async (): Promise<readonly unknown[]> =>
  (await database.ask('select id from workspace order by id')).map(({ id }) => id);

test('statements of ours and questions of tables see each other, and nobody else sees them before the end', async () => {
  const seen = await client.$transaction(async (transaction) => {
    await transaction.$executeRaw`insert into workspace (id, created_at) values ('T0A', ${AT})`;
    await transaction.workspace.create(data('T0B'));
    await transaction.$executeRaw`insert into workspace (id, created_at) values ('T0C', ${AT})`;
    const inside = await transaction.workspace.findMany({ orderBy: { id: 'asc' } });
    return { inside: inside.map(({ id }) => id), outside: await kept() };
  });
  expect(seen).toEqual({ inside: ['T0A', 'T0B', 'T0C'], outside: [] });
  expect(await kept()).toEqual(['T0A', 'T0B', 'T0C']);
});

test.each([
  ['statements of ours', false],
  ['questions of tables', true],
])('what throws leaves nothing behind: %s', async (_, asksTables) => {
  const thrown = client.$transaction(async (transaction) => {
    await transaction.$executeRaw`insert into workspace (id, created_at) values ('T0A', ${AT})`;
    if (asksTables) await transaction.workspace.create(data('T0B'));
    throw new Error('no');
  });
  await expect(thrown).rejects.toThrow('no');
  expect(await kept()).toEqual([]);
});

test.each([
  ['a statement of ours', false],
  ['a question of a table', true],
])('%s that fails takes all back, also when the work goes on as if nothing were', async (_, asksTables) => {
  const swallowed = client.$transaction(async (transaction) => {
    await transaction.$executeRaw`insert into workspace (id, created_at) values ('T0A', ${AT})`;
    const failing = asksTables
      ? transaction.workspace.create(data('T0A'))
      : transaction.$executeRaw`insert into workspace (id, created_at) values ('T0A', ${AT})`;
    await failing.catch(() => undefined);
  });
  await expect(swallowed).rejects.toThrow();
  expect(await kept()).toEqual([]);
});

test('what is handed over to be written last is kept with the rest, however many turns it takes to say it', async () => {
  await client.$transaction(async (transaction) => {
    const later = async (): Promise<void> => {
      for (let turn = 0; turn < 100; turn += 1) await Promise.resolve();
      await transaction.$executeRaw`insert into workspace (id, created_at) values ('T0B', ${AT})`;
    };
    atLast(
      transaction,
      transaction.$executeRaw`insert into workspace (id, created_at) values ('T0A', ${AT})`,
      later(),
    );
  });
  expect(await kept()).toEqual(['T0A', 'T0B']);
});

test.each([
  ['fails', /duplicate key/u, [], async () => undefined],
  [
    'asks before it writes',
    /the transaction is over/u,
    ['T0B'],
    (client: Pick<Client, '$queryRaw'>) => client.$queryRaw`select 1`,
  ],
] as const)(
  'what is handed over to be written last and %s fails the transaction',
  async (_, failure, stays, before) => {
    const failing = client.$transaction(async (transaction) => {
      await transaction.$executeRaw`insert into workspace (id, created_at) values ('T0B', ${AT})`;
      const write = async (): Promise<void> => {
        await before(transaction);
        await transaction.$executeRaw`insert into workspace (id, created_at) values ('T0B', ${AT})`;
      };
      atLast(transaction, write());
    });
    await expect(failing).rejects.toThrow(failure);
    expect(await kept()).toEqual(stays);
  },
);

test('what nobody waits for is kept with the rest, and what fails of it fails the transaction', async () => {
  await client.$transaction(async (transaction) => {
    transaction.$executeRaw`insert into workspace (id, created_at) values ('T0A', ${AT})`.catch(
      () => undefined,
    );
  });
  expect(await kept()).toEqual(['T0A']);
  const failing = client.$transaction(async (transaction) => {
    await transaction.workspace.create(data('T0B'));
    transaction.$executeRaw`insert into workspace (id, created_at) values ('T0A', ${AT})`.catch(
      () => undefined,
    );
  });
  await expect(failing).rejects.toThrow(/duplicate key/u);
  expect(await kept()).toEqual(['T0A']);
});

test.each([
  ['a statement of ours', false],
  ['a question of a table', true],
])('a transaction that is over asks nothing more: %s', async (_, asksTables) => {
  let later: (() => Promise<unknown>) | undefined;
  await client.$transaction(async (transaction) => {
    later = () =>
      asksTables
        ? transaction.workspace.create(data('T0A'))
        : transaction.$executeRaw`insert into workspace (id, created_at) values ('T0A', ${AT})`;
  });
  await expect(later?.()).rejects.toThrow('the transaction is over');
  expect(await kept()).toEqual([]);
});

test('who waits too long for a lock, or for a connection, is told; connections come back', async () => {
  await client.workspace.create(data('T0A'));
  const lock = (transaction: Parameters<Parameters<Client['$transaction']>[0]>[0]) =>
    transaction.$queryRaw`select 1 from workspace where id = 'T0A' for update`;
  await client.$transaction(async (holding) => {
    await lock(holding);
    const waiting = client.$transaction(lock, { timeout: 50 });
    await expect(waiting).rejects.toThrow('took too long');
    // Its connection still waits for the lock; the other is this one.
    const third = client.$transaction(lock, { maxWait: 50 });
    await expect(third).rejects.toThrow('no connection');
  });
  const both = [1, 2].map(() => client.$transaction(lock));
  expect(await Promise.all(both)).toHaveLength(2);
});

test('a connection that breaks fails its transaction, and the next has another', async () => {
  const broken = client.$transaction(async (transaction) => {
    await transaction.workspace.create(data('T0A'));
    const [row] = await transaction.$queryRaw<
      readonly { readonly pid: number }[]
    >`select pg_backend_pid() as pid`;
    await database.ask('select pg_terminate_backend($1, 5000)', [row?.pid]);
    await transaction.$queryRaw`select 1`;
  });
  await expect(broken).rejects.toThrow();
  expect(errors).not.toHaveLength(0);
  expect(await kept()).toEqual([]);
  expect(await client.$transaction((transaction) => transaction.$queryRaw`select 1 as one`)).toEqual([
    { one: 1 },
  ]);
});
