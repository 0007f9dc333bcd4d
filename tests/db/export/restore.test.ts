import { cpSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { servingName } from '../../../src/db/client.ts';
import type { Database } from '../../../src/db/database.ts';
import type { Manifest } from '../../../src/db/export/form.ts';
import { restoreExport } from '../../../src/db/export/restore.ts';
import { prepareWorkspace } from '../../../src/services/settings/prepare-workspace.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { exported, filesOf, forge, newFolder, removeFolders, sha256 } from '../../support/exports.ts';
import { fillWorkspace } from '../../support/full-workspace/full-workspace.ts';
import { installationOf } from '../../support/installations.ts';
import { connectionNamed } from '../../support/named-connection.ts';

const [CITY, OTHER] = ['T0CITY', 'T0OTHER'] as const;
const NOW = new Date('2026-11-25T08:00:00+09:00');

let database: TestDatabase;
let db: Database;
let folder: string;
beforeAll(async () => {
  const origin = await createTestDatabase();
  await fillWorkspace(origin.db, CITY);
  // Bytes that are many, none at all, and text that a CSV could trip over.
  await origin.ask(
    `insert into stored_file values ($1, gen_random_uuid(), $2, decode(repeat('00ff0a0d', 400000), 'hex'), 'U0ANY', now()),
       ($1, gen_random_uuid(), '', '', 'U0ANY', now())`,
    [CITY, '改行\nと"引用",と\\.と\u{20BB7}'],
  );
  await origin.ask(`update meeting set place = E'\\\\.\\n,"', time = '' where workspace_id = $1`, [CITY]);
  ({ folder } = await exported(origin, CITY));
  await origin.drop();
  database = await createTestDatabase();
  db = database.db;
});
afterEach(async () => {
  for (const id of await db.workspaces.ids()) await db.workspaces.erase(id);
});
afterAll(async () => {
  removeFolders();
  await database.drop();
});

const restored = (
  from: string = folder,
  asked: { readonly workspaceId?: string; readonly isDryRun?: boolean } = {},
) =>
  restoreExport(database.connection, from, {
    workspaceId: undefined,
    by: 'cli:kyodo',
    now: NOW,
    isDryRun: false,
    onProgress: () => undefined,
    ...asked,
  });

const dump = async (): Promise<readonly string[]> => {
  const tables = await database.ask(
    `select tablename as name from pg_tables where schemaname = 'public' order by 1`,
  );
  const rows = [];
  for (const { name } of tables)
    for (const { row } of await database.ask(`select t::text as row from "${name}" t order by 1`))
      rows.push(`${name} ${row}`);
  return rows;
};

const comparable = (files: ReadonlyMap<string, Buffer>) => {
  const { exportedAt: _, sha256: __, ...manifest } = JSON.parse(String(files.get('manifest.json')));
  return [
    manifest,
    [...files].filter(([name]) => name !== 'manifest.json').map(([name, bytes]) => [name, sha256(bytes)]),
  ];
};

test('what is exported after it was put back is equal byte by byte', async () => {
  await fillWorkspace(db, OTHER);
  const other = comparable(filesOf((await exported(database, OTHER)).folder));
  expect(await restored()).toMatchObject({ ok: true });
  const again = await exported(database, CITY);
  expect(comparable(filesOf(again.folder))).toEqual(comparable(filesOf(folder)));
  expect(comparable(filesOf((await exported(database, OTHER)).folder))).toEqual(other);
});

test('a first start may have written, and what serves the workspace goes on to', async () => {
  await prepareWorkspace({ clock: { now: () => NOW }, db }, CITY);
  await db.installations.save(installationOf(CITY));
  await database.ask('update workspace set installation_id = $1 where id = $1', [CITY]);
  await restored();
  expect(comparable(filesOf((await exported(database, CITY)).folder))).toEqual(comparable(filesOf(folder)));
  expect(await database.ask('select installation_id from workspace')).toEqual([{ installation_id: CITY }]);
});

test('what the database counts itself goes on after what was put back', async () => {
  await restored();
  const [{ highest } = {}] = await database.ask('select max(id) as highest from audit_line');
  await prepareWorkspace({ clock: { now: () => NOW }, db }, OTHER);
  const [{ id } = {}] = await database.ask('select id from audit_line where workspace_id = $1', [OTHER]);
  expect(Number(id)).toBeGreaterThan(Number(highest));
});

test('messages are held, with who put them back, when, and of when they are; none has a job', async () => {
  const outcome = await restored();
  const rows = await database.ask('select state, held, count(*)::int from delivery group by 1, 2 order by 1');
  expect(rows.filter(({ state }) => state !== 'dropped' && state !== 'dead')).toSatisfy(
    (all: readonly { held: boolean }[]) => all.length > 0 && all.every(({ held }) => held),
  );
  const waiting = rows.filter(({ state }) => state === 'planned' || state === 'sending');
  expect(outcome).toMatchObject({
    value: { held: waiting.reduce((sum, { count }) => sum + Number(count), 0) },
  });
  expect(await database.ask('select as_of, restored_at, restored_by, sends from restoration')).toEqual([
    {
      as_of: new Date('2026-11-25T12:00:00+09:00'),
      restored_at: new Date('2026-11-26T08:00:00+09:00'),
      restored_by: 'cli:kyodo',
      sends: null,
    },
  ]);
  expect((await db.workspaces.holdings(CITY)).jobs).toBe(0);
  expect(await db.workspaces.erase(CITY)).toMatchObject({ ok: true });
});

describe('nothing is written', () => {
  /** Puts back what stands in `from`, which must be refused and leave the database as it was. */
  const refused = async (from: string, asked?: Parameters<typeof restored>[1]) => {
    const before = await dump();
    const outcome = await restored(from, asked);
    expect(await dump()).toEqual(before);
    return outcome.ok ? outcome : outcome.error;
  };
  const copied = (spoil: (place: string) => void): string => {
    const place = newFolder();
    cpSync(folder, place, { recursive: true });
    spoil(place);
    return place;
  };
  const flip = (name: string, at: number) => (place: string) => {
    const file = path.join(place, name);
    const bytes = readFileSync(file);
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    writeFileSync(file, bytes);
  };
  /** An export that says of itself that all is as it was written. */
  const forged = (change: (manifest: Manifest, place: string) => void) =>
    copied((place) => forge(place, (manifest) => change(manifest, place)));

  test('when it is only tried', async () => {
    expect(await refused(folder, { isDryRun: true })).toMatchObject({ ok: true });
  });

  test.each(['tables/meeting.csv', 'tables/stored_file.csv', 'tables/audit_line.csv', 'files'])(
    'when one byte of %s is another',
    async (kind) => {
      const name = [...filesOf(folder).keys()].find((each) => each.startsWith(kind)) ?? '';
      expect(await refused(copied(flip(name, 0)))).toEqual({ kind: 'damaged', path: name });
    },
  );

  test('when any byte of the manifest is another', async () => {
    const { length } = readFileSync(path.join(folder, 'manifest.json'));
    const place = copied(() => undefined);
    for (let at = 0; at < length; at += 97) {
      flip('manifest.json', at)(place);
      const outcome = await restored(place, { isDryRun: true });
      expect([at, outcome.ok]).toEqual([at, false]);
      flip('manifest.json', at)(place);
    }
    expect(await restored(place, { isDryRun: true })).toMatchObject({ ok: true });
  });

  test('when a file is missing, is another one more, or leads elsewhere', async () => {
    const gone = copied((place) => rmSync(path.join(place, 'tables/person.csv')));
    expect(await refused(gone)).toEqual({ kind: 'missing-file', path: 'tables/person.csv' });
    const more = copied((place) => writeFileSync(path.join(place, 'files/letter.txt'), ''));
    expect(await refused(more)).toEqual({ kind: 'extra-file', path: 'files/letter.txt' });
    const elsewhere = copied((place) => {
      rmSync(path.join(place, 'tables/person.csv'));
      symlinkSync(path.join(folder, 'tables/person.csv'), path.join(place, 'tables/person.csv'));
    });
    expect(await refused(elsewhere)).toEqual({ kind: 'damaged', path: 'tables/person.csv' });
    expect(await refused(newFolder())).toEqual({ kind: 'no-export' });
  });

  test('when it is of a newer form, or of a database that has moved on', async () => {
    const form = copied((place) => {
      const file = path.join(place, 'manifest.json');
      writeFileSync(file, readFileSync(file, 'utf8').replace('"form": 1', '"form": 2'));
    });
    expect(await refused(form)).toEqual({ kind: 'newer-form' });
    const migration = forged((manifest) => Object.assign(manifest, { migration: '99990101000000_later' }));
    expect(await refused(migration)).toEqual({ kind: 'newer-form' });
  });

  test('when another workspace is meant', async () => {
    expect(await refused(folder, { workspaceId: OTHER })).toEqual({ kind: 'other-workspace', id: CITY });
  });

  test('when a row is of another workspace, whatever the sums say', async () => {
    await fillWorkspace(db, OTHER);
    for (const more of [0, 1]) {
      const place = forged((manifest, where) => {
        const file = path.join(where, 'tables/closing_day.csv');
        writeFileSync(file, `${readFileSync(file, 'utf8')}${OTHER},2031-05-01\n`);
        for (const each of manifest.tables) if (each.table === 'closing_day') each.rows += more;
      });
      expect(await refused(place)).toMatchObject({ kind: 'unreadable', path: 'tables/closing_day.csv' });
    }
  });

  test('when a row is none of its table, or refers to none', async () => {
    const torn = forged((_, where) => {
      const file = path.join(where, 'tables/closing_day.csv');
      writeFileSync(file, `${readFileSync(file, 'utf8')}${CITY},いつか\n`);
    });
    expect(await refused(torn)).toMatchObject({ kind: 'unreadable', path: 'tables/closing_day.csv' });
    const orphan = forged((manifest, where) => {
      const file = path.join(where, 'tables/body.csv');
      const [heading] = readFileSync(file, 'utf8').split('\n');
      writeFileSync(file, `${heading}\n`);
      for (const each of manifest.tables) if (each.table === 'body') each.rows = 0;
    });
    expect(await refused(orphan)).toMatchObject({ kind: 'unreadable' });
  });

  test('over a record, or beside a bot that works with its token', async () => {
    await prepareWorkspace({ clock: { now: () => NOW }, db }, CITY);
    const bot = await connectionNamed(database, servingName(CITY));
    expect(await refused(folder)).toEqual({ kind: 'bot-at-work', id: CITY });
    await bot.end();
    await db.record(CITY).settings.put({ ...(await db.record(CITY).settings.read()), contact: '協働推進課' });
    expect(await refused(folder)).toEqual({
      kind: 'not-empty',
      id: CITY,
      rows: [{ table: 'settings', count: 1 }],
    });
  });
});
