import { PrismaPg } from '@prisma/adapter-pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Client, createPrisma } from '../../src/db/client.ts';
import { Prisma, PrismaClient } from '../../src/db/generated/client.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
let own: Client;
/** Prisma alone: what our way past it is to agree with. */
let prisma: PrismaClient;
beforeAll(async () => {
  database = await createTestDatabase();
  own = createPrisma(database.connection, () => undefined, 2);
  prisma = new PrismaClient({ adapter: new PrismaPg(database.connection) });
});
afterAll(async () => {
  await own.$disconnect();
  await prisma.$disconnect();
  await database.drop();
});

const AT = new Date('2023-08-10T14:59:59.123Z');

describe('values go in and come out as Prisma has them', () => {
  test.each<[string, Prisma.Sql]>([
    ['a text', Prisma.sql`select ${"a 'b' \\ ①"}::text as value`],
    ['nothing', Prisma.sql`select ${null}::text as value`],
    ['a number', Prisma.sql`select ${7}::int + ${-2}::int as value`],
    ['a number with a fraction', Prisma.sql`select ${0.1}::float8 as value`],
    ['a large number', Prisma.sql`select ${9_007_199_254_740_993n}::bigint as value`],
    ['a count', Prisma.sql`select count(*) as value from workspace`],
    ['yes or no', Prisma.sql`select ${true}::boolean as value`],
    ['a moment', Prisma.sql`select ${AT}::timestamptz as value`],
    [
      'a moment before 1970',
      Prisma.sql`select ${new Date('1926-12-25T00:00:00.001Z')}::timestamptz as value`,
    ],
    ['the day of a moment', Prisma.sql`select ${new Date('2023-08-10T00:00:00Z')}::date as value`],
    ['a day', Prisma.sql`select ${'2023-08-10'}::date as value`],
    ['bytes', Prisma.sql`select ${new Uint8Array([0, 255, 10])}::bytea as value`],
    ['an id', Prisma.sql`select ${'6f0f9e6c-0d0b-4d6e-8f43-0a3f3f6a3c11'}::uuid as value`],
    ['a list of texts', Prisma.sql`select ${['a', 'b,"c"', '']}::text[] as value`],
    ['an empty list', Prisma.sql`select ${[]}::text[] as value`],
    ['a list of ids', Prisma.sql`select ${['6f0f9e6c-0d0b-4d6e-8f43-0a3f3f6a3c11']}::uuid[] as value`],
    ['a list of numbers', Prisma.sql`select ${[1, 2]}::int[] as value`],
    ['an object', Prisma.sql`select ${JSON.stringify({ a: [1, null], b: AT })}::jsonb as value`],
    ['a row', Prisma.sql`select row_to_json(r) as value from (select 1 as one, ${AT}::timestamptz as at) r`],
    ['a word of a list of words', Prisma.sql`select ${'written'}::meeting_way as value`],
    [
      'a part in a part',
      Prisma.sql`select ${Prisma.join([Prisma.sql`${1}::int`, Prisma.sql`2`], ' + ')} as value`,
    ],
  ])('%s', async (_, statement) => {
    const rows = await own.$queryRaw(statement);
    expect(rows).toHaveLength(1);
    expect(rows).toStrictEqual(await prisma.$queryRaw(statement));
  });

  test('how many rows a statement changed', async () => {
    const change = Prisma.sql`update workspace set id = id where ${false}::boolean`;
    expect(await own.$executeRaw(change)).toBe(0);
    expect(await own.$executeRaw`select 1 from generate_series(1, ${3}::int)`).toBe(3);
  });
});

test('moments stay moments in a database that keeps the time of Tokyo, asked by Prisma and by statements of ours', async () => {
  const tokyo = await createTestDatabase({ own: true });
  await tokyo.ask(`alter database ${tokyo.connection.database} set timezone = 'Asia/Tokyo'`);
  const client = createPrisma(tokyo.connection, () => undefined, 1);
  await client.workspace.create({ data: { id: 'T0PRISMA', createdAt: AT } });
  await client.$executeRaw`insert into workspace (id, created_at) values ('T0OWN', ${AT})`;
  expect(
    await tokyo.ask('select distinct extract(epoch from created_at)::text as at from workspace'),
  ).toEqual([{ at: '1691679599.123000' }]);
  expect(await client.workspace.findMany({ where: { createdAt: AT }, select: { createdAt: true } })).toEqual([
    { createdAt: AT },
    { createdAt: AT },
  ]);
  expect(await client.$queryRaw`select id from workspace where created_at = ${AT} order by id`).toEqual([
    { id: 'T0OWN' },
    { id: 'T0PRISMA' },
  ]);
  await client.$disconnect();
  await tokyo.drop();
});
