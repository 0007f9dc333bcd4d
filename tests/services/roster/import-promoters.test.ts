import { readFileSync } from 'node:fs';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import { readPromoterFile } from '../../../src/documents/csv/promoter.ts';
import { type Actor, plainStaff, trusted } from '../../../src/domain/actor.ts';
import type { RosterRow } from '../../../src/domain/roster/import.ts';
import { importPromoters } from '../../../src/services/roster/import-promoters.ts';
import { prepareWorkspace } from '../../../src/services/settings/prepare-workspace.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { ask } from '../../support/desk.ts';
import { createTestClock } from '../../support/practice.ts';

const clock = createTestClock('2026-11-24T10:00:00+09:00');
let database: TestDatabase;
let db: Database;

beforeAll(async () => {
  database = await createTestDatabase();
  db = database.db;
});
afterAll(async () => {
  await database.drop();
});

/** A workspace of its own for each test. */
const workspace = async (id: string): Promise<Actor> => {
  await prepareWorkspace({ clock, db }, id);
  return trusted(id, 'cli:jimu', 'cli');
};

const rowsOf = (bytes: Uint8Array): readonly RosterRow[] => {
  const read = readPromoterFile(bytes);
  if (!read.ok) throw new Error(read.error.kind);
  expect(read.value.problems).toEqual([]);
  return read.value.rows;
};

const SAMPLE = readFileSync(new URL('../../../prisma/sample/promoters.csv', import.meta.url));

/** Every row of every table that an import may touch, with the transaction that wrote it last. */
const everyRow = (workspaceId: string): Promise<readonly unknown[]> =>
  ask(
    database,
    ['person', 'department', 'section', 'appointment', 'audit_line', 'delivery', 'submission']
      .map((table) => `select t::text as row, xmin::text from ${table} t where workspace_id = $1`)
      .join(' union all ')
      .concat(' order by 1'),
    [workspaceId],
  );

/** So many people, each by an id. */
const peopleOf = (count: number) => Array.from({ length: count }, () => expect.any(String));

test('importing the same file twice changes nothing: no row is touched, in whatever encoding', async () => {
  const actor = await workspace('T0TWICE');
  const deps = { clock, db };
  expect(await importPromoters(deps, rowsOf(SAMPLE), false, actor)).toEqual({
    ok: true,
    value: { added: 112, changed: 0, ended: 0, people: peopleOf(112) },
  });
  const before = await everyRow('T0TWICE');
  expect(before.length).toBeGreaterThan(112 * 3);
  const encoded = [
    SAMPLE,
    Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), SAMPLE]),
    iconv.encode(SAMPLE.toString(), 'cp932'),
  ];
  for (const bytes of encoded)
    expect(await importPromoters(deps, rowsOf(bytes), false, actor)).toEqual({
      ok: true,
      value: { added: 0, changed: 0, ended: 0, people: peopleOf(112) },
    });
  expect(await everyRow('T0TWICE')).toEqual(before);
});

test('5,000 lines are imported, changed and ended, each with its audit line', async () => {
  const actor = await workspace('T0LARGE');
  const file = (until: string, lines: number): Uint8Array =>
    Buffer.from(
      [
        '氏名,メール,部局,課・室等,役割,任期の始まり,任期の終わり',
        ...Array.from(
          { length: lines },
          (_, index) =>
            `架空 ${index},kaku-${index}@city.example,部局${index % 50},課${index},推進員,2026/4/1,${until}`,
        ),
      ].join('\r\n'),
    );
  const imported = (bytes: Uint8Array) => importPromoters({ clock, db }, rowsOf(bytes), false, actor);
  expect(await imported(file('', 5000))).toEqual({
    ok: true,
    value: { added: 5000, changed: 0, ended: 0, people: peopleOf(5000) },
  });
  expect(await imported(file('2027/2/28', 4900))).toEqual({
    ok: true,
    value: { added: 0, changed: 4900, ended: 100, people: peopleOf(4900) },
  });
  expect(
    await ask(
      database,
      `select ends_on::text, count(*)::int as rows, min(revision) as revision from appointment
       where workspace_id = 'T0LARGE' group by ends_on order by ends_on`,
    ),
  ).toEqual([
    { ends_on: '2026-11-23', rows: 100, revision: 2 },
    { ends_on: '2027-02-28', rows: 4900, revision: 2 },
  ]);
  const [lines] = await ask(
    database,
    `select count(*)::int as lines from audit_line where workspace_id = 'T0LARGE' and subject like 'appointment:%'`,
  );
  expect(lines).toEqual({ lines: 10_000 });
}, 120_000);

describe('nothing is changed', () => {
  test('by a dry run, which says what it would do', async () => {
    const actor = await workspace('T0TRY');
    const before = await everyRow('T0TRY');
    const tried = await importPromoters({ clock, db }, rowsOf(SAMPLE), true, actor);
    const error = tried.ok ? undefined : tried.error;
    expect(error?.kind === 'dry-run' && error.would.additions.length).toBe(112);
    expect(await everyRow('T0TRY')).toEqual(before);
  });

  test('by one who may not, which the audit log says', async () => {
    await workspace('T0NOT');
    const before = await everyRow('T0NOT');
    const refused = await importPromoters(
      { clock, db },
      rowsOf(SAMPLE),
      false,
      plainStaff('T0NOT', 'U0STAFF'),
    );
    expect(refused).toEqual({ ok: false, error: { kind: 'not-allowed', who: 'secretariat' } });
    const now = await everyRow('T0NOT');
    expect(
      now.filter((row) => !before.some((known) => JSON.stringify(known) === JSON.stringify(row))),
    ).toHaveLength(1);
    expect(
      await ask(database, `select action from audit_line where workspace_id = 'T0NOT' and actor = 'U0STAFF'`),
    ).toEqual([{ action: 'refused import-promoters' }]);
  });

  test('in another workspace', async () => {
    const actor = await workspace('T0HERE');
    await workspace('T0THERE');
    const before = await everyRow('T0THERE');
    await importPromoters({ clock, db }, rowsOf(SAMPLE), false, actor);
    expect(await everyRow('T0THERE')).toEqual(before);
  });
});
