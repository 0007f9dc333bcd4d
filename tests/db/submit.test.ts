import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDatabase, type Database } from '../../src/db/database.ts';
import { plainStaff, trusted } from '../../src/domain/actor.ts';
import { refuse, succeed } from '../../src/domain/result.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { ask } from '../support/desk.ts';

/** One form, once: over two connections' worth of processes, with other words, refused, and a day later. */

const WORKSPACE = 'T0FORMS';
const AT = new Date('2026-11-24T10:00:00+09:00');

let database: TestDatabase;
let processes: readonly [Database, Database];
beforeAll(async () => {
  database = await createTestDatabase();
  const open = () => createDatabase(database.connection, () => undefined);
  processes = [open(), open()];
  const act = { actor: trusted(WORKSPACE, 'cli:test', 'cli'), action: 'begin', at: AT };
  await processes[0].act(act, async (record) => succeed(await record.begin()));
});
afterAll(async () => {
  for (const db of processes) await db.close();
  await database.drop();
});

type Problem = { readonly kind: string };
type Told = { readonly number: number; readonly at: Date; readonly earlier?: Told | undefined };

let carriedOut = 0;
const submit = (
  db: Database,
  key: string,
  content: string,
  { who = 'U0ONE', at = AT, changes = false } = {},
) =>
  db.submit<Told, Problem>(
    { actor: plainStaff(WORKSPACE, who), action: 'test', at },
    { key, content, changes },
    async (_, earlier) => {
      carriedOut += 1;
      return content === 'wrong' ? refuse({ kind: 'wrong' }) : succeed({ number: carriedOut, at, earlier });
    },
  );

test('sent six times at once to two processes it is carried out once, and all get the same, days and all', async () => {
  const before = carriedOut;
  const sent = Array.from({ length: 6 }, (_, index) =>
    submit(processes[index % 2 === 0 ? 0 : 1], 'V1', 'words'),
  );
  const told = { ok: true, value: { number: before + 1, at: AT, earlier: undefined } };
  expect([await Promise.all(sent), carriedOut]).toEqual([Array.from({ length: 6 }, () => told), before + 1]);
});

test('with other words it is refused, or changes what it wrote and knows what that was', async () => {
  const [db] = processes;
  const first = await submit(db, 'V2', 'words');
  expect(await submit(db, 'V2', 'other words')).toEqual({ ok: false, error: { kind: 'already-recorded' } });
  const second = await submit(db, 'V2', 'other words', { changes: true });
  expect(second.ok && first.ok ? [second.value.earlier, second.value.number] : []).toEqual(
    first.ok ? [first.value, first.value.number + 1] : [],
  );
  expect(await submit(db, 'V2', 'other words', { changes: true })).toEqual(second);
});

test('another person who sends a view of that id sends a form of their own', async () => {
  const before = carriedOut;
  await submit(processes[0], 'V3', 'words');
  await submit(processes[0], 'V3', 'words', { who: 'U0TWO' });
  expect(carriedOut).toBe(before + 2);
});

test('a refusal is not remembered', async () => {
  const [db] = processes;
  expect(await submit(db, 'V4', 'wrong')).toEqual({ ok: false, error: { kind: 'wrong' } });
  expect((await submit(db, 'V4', 'words')).ok).toBe(true);
});

test('a day later what it came to is gone, and that it was recorded stays', async () => {
  const [db] = processes;
  await submit(db, 'V5', 'words');
  await submit(db, 'V6', 'words', { at: new Date(AT.getTime() + 24 * 3_600_000 + 1) });
  const kept = await ask(database, 'select key from submission where outcome is not null', []);
  expect(kept).toEqual([{ key: 'U0ONE V6' }]);
  expect(await submit(db, 'V5', 'words')).toEqual({ ok: false, error: { kind: 'already-recorded' } });
});
