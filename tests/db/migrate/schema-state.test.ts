import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import pg from 'pg';
import { describe, expect, onTestFinished, test } from 'vitest';
import { DatabaseError } from '../../../src/db/database-problem.ts';
import type { EmbeddedConnection } from '../../../src/db/embedded/embedded.ts';
import { MIGRATIONS_DIRECTORY, readMigrations } from '../../../src/db/migrate/files.ts';
import { applyMigrations, lookAtDatabase, prepareSchema } from '../../../src/db/migrate/migrate.ts';
import { tablesOf } from '../../../src/db/migrate/schema-state.ts';
import type { DatabaseProblem } from '../../../src/domain/database-problem.ts';
import { createTestDatabase } from '../../support/database.ts';

const made = async (options: { readonly blank?: true } = {}): Promise<EmbeddedConnection> => {
  const database = await createTestDatabase({ ...options, own: true });
  onTestFinished(() => database.drop());
  return database.connection;
};

const run = async (connection: EmbeddedConnection, ...statements: readonly string[]): Promise<unknown> => {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    let rows: unknown;
    for (const text of statements) rows = (await client.query({ text, rowMode: 'array' })).rows;
    return rows;
  } finally {
    await client.end();
  }
};

/** All there is in a database, by which one sees that nothing was written. */
const everything = (connection: EmbeddedConnection): Promise<unknown> =>
  run(
    connection,
    `select relname, relkind, (select count(*) from pg_attribute where attrelid = c.oid)::int from pg_class c
     where relnamespace not in (select oid from pg_namespace where nspname like 'pg\\_%' or nspname = 'information_schema') order by 1`,
  );

const refusalOf = async (work: Promise<unknown>): Promise<DatabaseProblem> => {
  const error: unknown = await work.catch((reason: unknown) => reason);
  if (!(error instanceof DatabaseError)) throw new Error(`not refused: ${error}`);
  return error.problem;
};

const LAST = readMigrations(MIGRATIONS_DIRECTORY).at(-1)?.name ?? '';
const note = (name: string): string =>
  `insert into _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
   values (gen_random_uuid(), repeat('0', 64), '${name}', now(), now(), 1)`;

type Case = {
  readonly what: string;
  readonly blank?: true;
  readonly statements: readonly string[];
  readonly problem: DatabaseProblem;
};

const CASES: readonly Case[] = [
  {
    what: 'a newer version has changed',
    statements: [note('20991231000000_later')],
    problem: { kind: 'newer', migrations: ['20991231000000_later'] },
  },
  {
    what: 'whose migration bears another checksum',
    statements: [`update _prisma_migrations set checksum = repeat('a', 64) where migration_name = '${LAST}'`],
    problem: { kind: 'changed', migrations: [LAST] },
  },
  {
    what: 'that lacks a table',
    statements: ['drop table away_period'],
    problem: { kind: 'lacking', tables: ['away_period'] },
  },
  {
    what: 'that lacks a column',
    statements: ['alter table settings drop column contact'],
    problem: { kind: 'lacking', tables: ['settings.contact'] },
  },
  {
    what: 'of another application',
    blank: true,
    statements: ['create table wp_posts (id int)', 'create table wp_users (id int)'],
    problem: { kind: 'other-application', tables: ['wp_posts', 'wp_users'] },
  },
  {
    what: 'of another application that is made with Prisma, too',
    blank: true,
    statements: [
      `create table _prisma_migrations (id text, checksum text, migration_name text, started_at timestamptz,
        finished_at timestamptz, rolled_back_at timestamptz, applied_steps_count int)`,
      note('20200101000000_shop'),
      'create table shop (id int)',
    ],
    problem: { kind: 'other-application', tables: ['_prisma_migrations', 'shop'] },
  },
];

describe('a database is not started upon, and nothing written to it', () => {
  test.each(CASES)('$what', async ({ blank, statements, problem }) => {
    const connection = await made(blank === undefined ? {} : { blank });
    await run(connection, ...statements);
    const before = await everything(connection);
    expect((await lookAtDatabase(connection)).problem).toEqual(problem);
    expect(await refusalOf(prepareSchema(connection))).toEqual(problem);
    // What lacks something is seen after the migrations, of which there are none to apply.
    if (problem.kind === 'lacking') expect(await applyMigrations(connection)).toEqual({ applied: [] });
    else expect(await refusalOf(applyMigrations(connection))).toEqual(problem);
    expect(await everything(connection)).toEqual(before);
  });
});

test('a database whose letters are no UTF-8 is refused before anything is tried', async () => {
  const connection = await made({ blank: true });
  const name = `latin_${randomUUID().slice(0, 8)}`;
  await run(connection, `create database ${name} encoding 'LATIN1' locale 'C' template template0`);
  onTestFinished(() => run(connection, `drop database ${name}`).then(() => undefined));
  const latin = { ...connection, database: name };
  expect((await lookAtDatabase(latin)).problem).toEqual({ kind: 'encoding', encoding: 'LATIN1' });
  expect(await refusalOf(prepareSchema(latin))).toEqual({ kind: 'encoding', encoding: 'LATIN1' });
});

describe('whose user', () => {
  const asRole = async (connection: EmbeddedConnection, ...grants: readonly string[]) => {
    const role = `guest_${randomUUID().slice(0, 8)}`;
    await run(
      connection,
      `create role ${role} login`,
      ...grants.map((grant) => grant.replaceAll('ROLE', role)),
    );
    return { ...connection, options: `-c role=${role}` };
  };

  test('may not make tables is refused before anything is tried', async () => {
    const connection = await asRole(await made({ blank: true }));
    expect(await refusalOf(applyMigrations(connection))).toEqual({
      kind: 'no-rights',
      what: ['CREATE ON SCHEMA'],
    });
  });

  test('may not use the tables hears which', async () => {
    const connection = await asRole(await made(), 'grant select on _prisma_migrations to ROLE');
    expect((await lookAtDatabase(connection)).problem).toMatchObject({ kind: 'no-rights' });
  });
});

test('the line ends of a migration may have been turned', async () => {
  const connection = await made();
  const sql = readFileSync(`${MIGRATIONS_DIRECTORY}/${LAST}/migration.sql`, 'utf8');
  const turned = createHash('sha256').update(sql.replaceAll('\n', '\r\n')).digest('hex');
  await run(
    connection,
    `update _prisma_migrations set checksum = '${turned}' where migration_name = '${LAST}'`,
  );
  expect(await lookAtDatabase(connection)).toEqual({ pending: [], problem: undefined });
});

test('tables and columns are read from a schema by the names the database has', () => {
  const schema = `
model Person {
  id        String   @id
  fullName  String   @map("full_name") /// kept as typed
  kind      Kind     @default(member)
  meetings  Meeting[]
  home      Section? @relation(fields: [id], references: [id], map: "person_home")

  @@map("person")
}

model Meeting {
  id String @id
}

model Section {
  id String @id
  @@map("section")
}
`;
  expect([...tablesOf(schema)]).toEqual([
    ['person', ['id', 'full_name', 'kind']],
    ['Meeting', ['id']],
    ['section', ['id']],
  ]);
});
