import { expect, onTestFinished, test } from 'vitest';
import { readAttendanceCsv } from '../../../src/documents/csv/attendance.ts';
import { plainStaff } from '../../../src/domain/actor.ts';
import { importAttendance } from '../../../src/services/attendance/import.ts';
import { type Desk, openDesk } from '../../support/desk.ts';
import { aPerson, aSession, rowsOf } from '../../support/training-desk.ts';

const NAME = '協働推進員研修';
const HEADERS = ['研修', '開催日', '氏名', 'メール', '出欠', '備考'];

const open = async (now = '2024-06-03T10:00:00+09:00'): Promise<Desk> => {
  const desk = await openDesk(now);
  onTestFinished(desk.stop);
  return desk;
};

type Line = readonly [name: string, email?: string, state?: string, note?: string];

const rowsFrom = (date: string, lines: readonly Line[], name = NAME) => {
  const { rows, problems } = readAttendanceCsv({
    headers: HEADERS,
    rows: lines.map((cells, index) => ({
      line: index + 2,
      cells: Object.fromEntries([name, date, ...cells].map((cell, column) => [HEADERS[column], cell])),
    })),
  });
  expect(problems).toEqual([]);
  return rows;
};

const imported = (desk: Desk, date: string, ...lines: readonly Line[]) =>
  importAttendance(desk, rowsFrom(date, lines), { dryRun: false, newPeople: true }, desk.secretary);

const done = (added: number, known = 0) => ({ ok: true, value: { added, known } });
const refused = (...lines: readonly { readonly line: number; readonly problem: object }[]) => ({
  ok: false,
  error: { kind: 'lines', lines },
});

test('people of the record are found by e-mail and by name, others come into it; nothing is sent', async () => {
  const desk = await open();
  const session = await aSession(desk, NAME, '2024-01-18');
  const hanako = await aPerson(desk, '山田 花子', { email: 'hanako@city.example' });
  const jiro = await aPerson(desk, '佐藤次郎');
  expect(
    await imported(
      desk,
      '令和6年1月18日',
      ['別の表記', 'hanako@city.example', '出席'],
      ['佐藤　次郎', '', '一部出席', '後半から'],
      ['鈴木三郎', 'saburo@city.example', '欠席'],
    ),
  ).toEqual(done(3));
  const saburo = await desk.record.people.findByEmail('saburo@city.example');
  const attendances = await desk.record.attendances.ofSession(session);
  expect(new Map(attendances.map(({ personId, state, note }) => [personId, [state, note]]))).toEqual(
    new Map([
      [hanako, ['present', '']],
      [jiro, ['partial', '後半から']],
      [saburo?.id, ['absent', '']],
    ]),
  );
  expect((await desk.record.people.find(hanako))?.name).toBe('山田 花子');
  expect(await desk.record.attendances.eventsOf(session, jiro)).toMatchObject([
    { source: 'file', by: desk.secretary.id, state: 'partial' },
  ]);
  expect(await rowsOf(desk, 'person', 'delivery')).toEqual([3, 0]);
});

test('importing twice changes nothing, and a longer file adds only who is new', async () => {
  const desk = await open();
  await aSession(desk, NAME, '2024-01-18');
  await imported(desk, '2024-01-18', ['山田花子']);
  const lines: readonly Line[] = [['山田花子'], ['佐藤次郎', 'jiro@city.example']];
  expect(await imported(desk, '2024-01-18', ...lines)).toEqual(done(1, 1));
  const before = await rowsOf(desk, 'person', 'attendance', 'attendance_event', 'audit_line');
  expect(await imported(desk, '2024-01-18', ...lines)).toEqual(done(0, 2));
  expect(await rowsOf(desk, 'person', 'attendance', 'attendance_event', 'audit_line')).toEqual(before);
});

test('one person is recorded once per session, however often the file names them', async () => {
  const desk = await open();
  await aSession(desk, NAME, '2024-01-18');
  await aPerson(desk, '山田花子', { email: 'hanako@city.example' });
  expect(await imported(desk, '2024-01-18', ['山田 花子'], ['花子', 'hanako@city.example'])).toEqual(
    done(1, 1),
  );
  expect(await rowsOf(desk, 'attendance', 'attendance_event')).toEqual([1, 1]);
});

test('what the record or an earlier line says otherwise is refused, and nothing is changed', async () => {
  const desk = await open();
  await aSession(desk, NAME, '2024-01-18');
  await imported(desk, '2024-01-18', ['山田花子']);
  expect(
    await imported(
      desk,
      '2024-01-18',
      ['山田花子', '', '欠席'],
      ['佐藤次郎', '', '出席'],
      ['佐藤次郎', '', '欠席'],
    ),
  ).toEqual(
    refused(
      { line: 2, problem: { field: 'state', kind: 'attendance-known-otherwise' } },
      { line: 4, problem: { field: 'name', kind: 'person-twice', otherLine: 3 } },
    ),
  );
  expect(await rowsOf(desk, 'person', 'attendance')).toEqual([1, 1]);
});

test('two people of one name are two people: nobody is taken without an e-mail', async () => {
  const desk = await open();
  await aSession(desk, NAME, '2024-01-18');
  await aPerson(desk, '山田花子', { email: 'one@city.example' });
  await aPerson(desk, '山田花子', { email: 'two@city.example' });
  expect(await imported(desk, '2024-01-18', ['山田花子'], ['山田花子', 'two@city.example'])).toEqual(
    refused({ line: 2, problem: { field: 'name', kind: 'ambiguous-name', sections: [] } }),
  );
});

test.each([
  ['2024-01-18', { heldOn: '2024-01-18' }],
  ['令和6年1月', { heldOn: '2024-01-01', precision: 'month' }],
  ['令和5年7月3日から7日まで', { heldOn: '2023-07-03', heldUntil: '2023-07-07' }],
  ['2023-07-03', { heldOn: '2023-07-03', heldUntil: '2023-07-07' }],
  ['令和5年7月から9月まで', { heldOn: '2023-07-01', heldUntil: '2023-09-01', precision: 'month' }],
])('the session is found by its date: %s', async (date, draft) => {
  const desk = await open();
  await aSession(desk, NAME, draft.heldOn, draft);
  expect(await imported(desk, date, ['山田花子'])).toEqual(done(1));
});

test('a session that is not there, is there twice, or is still to come is told', async () => {
  const desk = await open('2024-01-10T10:00:00+09:00');
  await aSession(desk, NAME, '2023-06-01', { place: '市役所内' });
  await aSession(desk, NAME, '2023-06-01', { place: '消防本部' });
  await aSession(desk, NAME, '2024-01-18');
  const told = async (date: string, name = NAME) => {
    const rows = rowsFrom(date, [['山田花子']], name);
    const outcome = await importAttendance(desk, rows, { dryRun: false, newPeople: true }, desk.secretary);
    return !outcome.ok && outcome.error.kind === 'lines' ? outcome.error.lines[0]?.problem : outcome;
  };
  expect([
    await told('2023-06-02'),
    await told('2023-06-01', '未知の研修'),
    await told('2023-06-01'),
    await told('2024-01-18'),
  ]).toEqual([
    { field: 'session', kind: 'unknown-session' },
    { field: 'session', kind: 'unknown-session' },
    { field: 'session', kind: 'ambiguous-session' },
    { field: 'heldOn', kind: 'attendance-still-to-come' },
  ]);
});

test('a dry run says what would be done, and only the secretariat may', async () => {
  const desk = await open();
  await aSession(desk, NAME, '2024-01-18');
  const rows = rowsFrom('2024-01-18', [['山田花子']]);
  expect(await importAttendance(desk, rows, { dryRun: true, newPeople: false }, desk.secretary)).toEqual({
    ok: false,
    error: {
      kind: 'dry-run',
      would: { added: 1, known: 0, unknown: [{ line: 2, name: '山田花子', near: [] }] },
    },
  });
  expect(
    await importAttendance(
      desk,
      rows,
      { dryRun: false, newPeople: true },
      plainStaff(desk.workspaceId, 'U0STAFF'),
    ),
  ).toEqual({
    ok: false,
    error: { kind: 'not-allowed', who: 'secretariat' },
  });
  expect(await rowsOf(desk, 'person', 'attendance')).toEqual([0, 0]);
});
