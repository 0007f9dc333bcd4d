import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createDatabase, type Database, type WorkspaceRecord } from '../../src/db/database.ts';
import { trusted } from '../../src/domain/actor.ts';
import type { Delivery } from '../../src/domain/delivery/delivery.ts';
import { QUEUES } from '../../src/domain/queues.ts';
import { refuse, succeed } from '../../src/domain/result.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { ask } from '../support/desk.ts';
import {
  fillWorkspace,
  type Observer,
  openObserver,
  PLANNED,
  SUBMITTED,
} from '../support/full-workspace/full-workspace.ts';
import { AT, DAY, ID, MARK, SLACK_ID } from '../support/full-workspace/names.ts';
import { installationOf } from '../support/installations.ts';
import type { WallCase } from '../support/wall/case.ts';
import { WALL_CASES } from '../support/wall/cases.ts';
import { QUERY_WALL_CASES } from '../support/wall/queries.ts';

const FULL = 'T0FULL';
/** An organisation in which the app is. */
const INSTALLED = 'E0INSTALLED';
const QUERIES = fileURLToPath(new URL('../../src/queries', import.meta.url));

let database: TestDatabase;
let db: Database;
let observer: Observer;
/** All of the full workspace, as it must stay. */
let whole: Readonly<Record<string, unknown>>;
let delivery: Delivery;
beforeAll(async () => {
  database = await createTestDatabase();
  db = createDatabase(database.connection, () => undefined);
  await fillWorkspace(db, FULL);
  await ask(
    database,
    `insert into restoration (workspace_id, as_of, restored_at, restored_by) values ($1, now(), now(), 'cli:test')`,
    [FULL],
  );
  await db.installations.save(installationOf(INSTALLED));
  const [planned] = await ask(database, 'select id from delivery where workspace_id = $1 and key = $2', [
    FULL,
    PLANNED.key,
  ]);
  const found = await db.record(FULL).deliveries.find(String(planned?.id));
  if (found === undefined) throw new Error('no delivery');
  delivery = found;
  observer = await openObserver(database);
  whole = await observer.wholeOf(FULL);
});
afterAll(async () => {
  await observer.close();
  await db.close();
  await database.drop();
});

const actOf = (workspaceId: string) => ({
  actor: trusted(workspaceId, 'cli:test', 'cli'),
  action: 'test',
  at: AT,
});
const act = <T>(workspaceId: string, work: Parameters<typeof db.act<T, { readonly kind: string }>>[1]) =>
  db.act<T, { readonly kind: string }>(actOf(workspaceId), work);

let others = 0;
/** Another workspace that holds nothing. */
const another = async (): Promise<string> => {
  others += 1;
  const id = `T0OTHER${others}`;
  await act(id, async (record) => succeed(await record.begin()));
  return id;
};

/** `table.function` of everything the record offers, as it is at run time. */
const functionsOf = (record: WorkspaceRecord): readonly string[] =>
  Object.entries(record).flatMap(([name, value]: readonly [string, unknown]) => {
    if (typeof value === 'function') return [name];
    return typeof value === 'object' && value !== null
      ? Object.keys(value).map((inner) => `${name}.${inner}`)
      : [];
  });

const casesOf = <Kind extends WallCase['kind']>(kind: Kind) =>
  Object.entries({ ...WALL_CASES, ...QUERY_WALL_CASES }).flatMap(([name, each]) =>
    each.kind === kind ? [[name, each as Extract<WallCase, { readonly kind: Kind }>] as const] : [],
  );

test('every function of the record is asked, and nothing else', () => {
  expect(Object.keys(WALL_CASES).toSorted()).toEqual(functionsOf(db.record(FULL)).toSorted());
});

test('every function of src/queries is asked, and nothing else', async () => {
  const files = readdirSync(QUERIES, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  const modules: readonly Readonly<Record<string, unknown>>[] = await Promise.all(
    files.map((file) => import(`${QUERIES}/${file}`)),
  );
  const names = modules.flatMap((module) =>
    Object.keys(module).filter((name) => typeof module[name] === 'function'),
  );
  expect(Object.keys(QUERY_WALL_CASES).toSorted()).toEqual(names.toSorted());
});

test('a workspace with a row of every kind is what they are asked for', () => {
  const empty = Object.keys(whole).filter((table) => whole[table] === null);
  expect([Object.keys(whole), empty]).toEqual([[...observer.tables, ...Object.values(QUEUES)], []]);
});

/** Has `run` asked by another workspace: the full one stays as it is, and none of its words are to be seen elsewhere. */
const behindTheWall = async (run: (other: WorkspaceRecord) => Promise<unknown>): Promise<unknown> => {
  const other = await another();
  const outcome = await run(db.record(other)).catch((error: unknown) => error);
  expect(await observer.wholeOf(FULL)).toEqual(whole);
  expect(JSON.stringify(await observer.wholeOf(other))).not.toMatch(new RegExp(`${MARK}|${FULL}`, 'u'));
  return outcome;
};

describe('asked by another workspace', () => {
  test.each(casesOf('finds'))('%s finds nothing', async (_name, { nothing, run }) => {
    expect(await behindTheWall((record) => run(record, delivery))).toEqual(nothing);
  });

  test.each(casesOf('refused'))('%s throws', async (_name, { run }) => {
    expect(await behindTheWall((record) => run(record, delivery))).toBeInstanceOf(Error);
  });

  test.each(casesOf('own'))('%s touches no row but its own', async (_name, { gives, run }) => {
    expect(await behindTheWall((record) => run(record, delivery))).toEqual(gives);
  });

  test('an act writes audit lines and begins workspaces of its own only', async () => {
    const outcome = await behindTheWall(({ workspaceId }) =>
      act(workspaceId, async (record) => {
        await record.audit({ subject: PLANNED.subject, after: { items: '別の市' } });
        return succeed([
          Object.keys(record).length - Object.keys(db.record(FULL)).length,
          await record.begin(),
          await record.serveBy(INSTALLED),
        ]);
      }),
    );
    // Beside the tables an act has these three, who changed a row, and what is written last; the workspace was begun before.
    expect(outcome).toEqual({ ok: true, value: [5, false, 'begins'] });
    expect((await db.workspaces.served()).find(({ id }) => id === FULL)).toEqual({ id: FULL });
  });

  test('a form of the same key is a new one, and who changed a row is unknown', async () => {
    const submit = (workspaceId: string) =>
      db.submit<unknown, { readonly kind: string }>(
        { ...actOf(workspaceId), actor: trusted(workspaceId, SLACK_ID, 'cli') },
        SUBMITTED,
        async (record, earlier) =>
          succeed([earlier ?? 'new', await record.changedMeanwhile(PLANNED.subject)]),
      );
    expect(await behindTheWall(({ workspaceId }) => submit(workspaceId))).toEqual({
      ok: true,
      value: ['new', { kind: 'changed-meanwhile', last: undefined }],
    });
    // Asked by the full workspace itself it is known, by what it came to.
    expect(await submit(FULL)).toEqual({ ok: true, value: MARK });
  });

  test('what a form of the same key has asked is answered by nobody else', async () => {
    const answer = (workspaceId: string) =>
      db.submit<unknown, { readonly kind: string }>(
        { ...actOf(workspaceId), actor: trusted(workspaceId, SLACK_ID, 'cli') },
        { key: 'answer', answers: SUBMITTED.key },
        async (_, earlier) => succeed(earlier ?? 'new'),
      );
    expect(await behindTheWall(({ workspaceId }) => answer(workspaceId))).toEqual({
      ok: true,
      value: 'new',
    });
    expect(await answer(FULL)).toEqual({ ok: true, value: MARK });
  });
});

describe('asked by the full workspace itself', () => {
  /** Runs it in a transaction of which nothing stays. */
  const within = async (run: (record: WorkspaceRecord) => Promise<unknown>): Promise<unknown> => {
    let outcome: unknown;
    await act(FULL, async (record) => {
      outcome = await run(record);
      return refuse({ kind: 'only-a-try' });
    });
    return outcome;
  };

  test.each(casesOf('finds'))('%s finds what is there', async (_name, { nothing, run }) => {
    expect(await within((record) => run(record, delivery))).not.toEqual(nothing);
  });

  test.each(casesOf('refused'))('%s does what it is asked', async (_name, { run }) => {
    await expect(within((record) => run(record, delivery))).resolves.not.toBeInstanceOf(Error);
  });
});

test('what one workspace holds until its transaction ends, another need not wait for', async () => {
  const other = await another();
  const locks = ({ bodies, programmes, appointments, attendances, settings }: WorkspaceRecord) => [
    bodies.lockAll(),
    bodies.lockDay(ID.body, DAY),
    programmes.lockAll(),
    appointments.lock(),
    attendances.lock(SLACK_ID),
    settings.lock(),
  ];
  const form = { key: 'form 2', content: null };
  const submit = <T>(workspaceId: string, work: Parameters<typeof act<T>>[1]) =>
    db.submit<T, { readonly kind: string }>(actOf(workspaceId), form, work);
  const outcome = await submit(FULL, async (full) => {
    await Promise.all(locks(full));
    return submit(other, async (record) => succeed((await Promise.all(locks(record))).length));
  });
  expect(outcome).toEqual({ ok: true, value: 6 });
});

test('every key and every reference between tables carries the workspace', async () => {
  const withoutWorkspace = await ask(
    database,
    `select conrelid::regclass::text as table, conname as name from pg_constraint c
     where connamespace = 'public'::regnamespace and contype in ('p', 'u', 'f')
       and conrelid::regclass::text not in ('workspace', 'installation', 'forgotten_word', '_prisma_migrations')
       and not exists (select 1 from pg_attribute a where a.attrelid = c.conrelid and a.attname = 'workspace_id'
                       and a.attnum = any (c.conkey))`,
  );
  expect(withoutWorkspace).toEqual([]);
});
