import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { trusted } from '../../../src/domain/actor.ts';
import { AttendanceDraft } from '../../../src/domain/attendance/attendance.ts';
import { succeed } from '../../../src/domain/result.ts';
import { confirmAttendance, recordAttendance } from '../../../src/services/attendance/record.ts';
import { ask, type Desk, openDesk } from '../../support/desk.ts';
import { aSession } from '../../support/training-desk.ts';

const SERVICES = fileURLToPath(new URL('../../../src/services', import.meta.url));

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk('2024-06-03T10:00:00+09:00');
});
afterAll(() => desk.stop());

test('whoever holds the roster holds it before anything else', () => {
  const HELD = /(?:\.(?:lock|lockAll|findToChange|findToAttend)|\breadTargetInPlace)\(/u;
  const later = readdirSync(SERVICES, { recursive: true, encoding: 'utf8' }).filter((file) => {
    if (!file.endsWith('.ts')) return false;
    const text = readFileSync(path.join(SERVICES, file), 'utf8');
    const [before = '', ...rest] = text.split('appointments.lock()');
    // Of a transaction: what was held in one before it is free again.
    const begun = before.split(/\bdb\.(?:act|submit)\b/u).at(-1) ?? '';
    return rest.length > 0 && HELD.test(begun);
  });
  expect(later).toEqual([]);
});

test('a list of who came and a form about the same training wait for each other, and both are recorded', async () => {
  const session = await aSession(desk, '協働推進員研修', '2024-01-18');
  const draft = AttendanceDraft.parse({
    session,
    mode: 'chosen',
    people: [],
    peopleWithoutSlack: '新田 一郎',
    state: 'present',
    note: '',
  });
  const act = {
    actor: trusted(desk.workspaceId, 'cli:test', 'cli'),
    action: 'test',
    at: desk.clock.now(),
    withinMs: 30_000,
  };
  const waiting = `select 1 from pg_locks where locktype = 'advisory' and not granted
    and database = (select oid from pg_database where datname = current_database())`;
  expect(await recordAttendance(desk, { key: 'form', draft }, desk.secretary)).toMatchObject({
    ok: true,
    value: { kind: 'asks', unknown: [{ name: '新田 一郎', near: [] }] },
  });
  let form: ReturnType<typeof confirmAttendance> | undefined;
  // As the import of attendance does: the roster, then the session.
  const list = await desk.db.act(act, async (record) => {
    await record.appointments.lock();
    form = confirmAttendance(desk, { key: 'confirmed', answers: 'form' }, desk.secretary);
    await vi.waitFor(async () => expect(await ask(desk.database, waiting)).toHaveLength(1), 10_000);
    return succeed((await record.trainings.findToChange(session))?.id);
  });
  expect(list).toEqual({ ok: true, value: session });
  expect(await form).toMatchObject({ ok: true });
  expect(await desk.record.attendances.ofSession(session)).toHaveLength(1);
}, 30_000);
