import { expect, onTestFinished, test } from 'vitest';
import { readAttendanceCsv } from '../../../src/documents/csv/attendance.ts';
import { importAttendance } from '../../../src/services/attendance/import.ts';
import { unknownNameLines } from '../../../src/views/nearly-known.ts';
import { openDesk } from '../../support/desk.ts';
import { aPerson, aSession, rowsOf } from '../../support/training-desk.ts';

const setUp = async () => {
  const desk = await openDesk('2024-06-03T10:00:00+09:00');
  onTestFinished(desk.stop);
  await aSession(desk, '協働推進員研修', '2024-01-18');
  await aPerson(desk, '髙嶺 﨑');
  await aPerson(desk, '山田 花子');
  const take = (names: readonly string[], newPeople: boolean, dryRun = false) => {
    const { rows, problems } = readAttendanceCsv({
      headers: ['研修', '開催日', '氏名'],
      rows: names.map((name, index) => ({
        line: index + 2,
        cells: { 研修: '協働推進員研修', 開催日: '2024-01-18', 氏名: name },
      })),
    });
    expect(problems).toEqual([]);
    return importAttendance(desk, rows, { dryRun, newPeople }, desk.secretary);
  };
  return { desk, take };
};

const near = [{ name: '髙嶺 﨑', places: [], line: null }];

test('names that the record does not know are told with who is near, and nothing is kept', async () => {
  const { desk, take } = await setUp();
  const names = ['山田　花子', '市民課 髙嶺 﨑', '髙嶺﨑様', '高嶺 崎', '新入 一郎', '新入一郎 様'];
  const refused = await take(names, false);
  expect(refused).toMatchObject({
    ok: false,
    error: {
      kind: 'needs-yes',
      would: {
        added: 6,
        known: 0,
        unknown: [
          { line: 3, name: '市民課 髙嶺 﨑', near },
          { line: 4, name: '髙嶺﨑様', near: expect.arrayContaining(near) },
          { line: 5, name: '高嶺 崎', near: expect.arrayContaining(near) },
          { line: 6, name: '新入 一郎', near: [] },
          { line: 7, name: '新入一郎 様', near: [{ name: '新入 一郎', places: [], line: 6 }] },
        ],
      },
    },
  });
  expect(await rowsOf(desk, 'person', 'attendance', 'attendance_event')).toEqual([2, 0, 0]);
});

test('a dry run tells the same, by line', async () => {
  const { desk, take } = await setUp();
  const tried = await take(['市民課 髙嶺 﨑', '新入 一郎', '新入一郎 様'], true, true);
  const would = !tried.ok && tried.error.kind === 'dry-run' ? tried.error.would.unknown : [];
  expect(unknownNameLines(would)).toEqual([
    '記録にない氏名 3名',
    '・2行目 市民課 髙嶺 﨑(似た氏名の方:髙嶺 﨑)',
    '・3行目 新入 一郎',
    '・4行目 新入一郎 様(似た氏名の方:新入 一郎(3行目))',
  ]);
  expect(unknownNameLines(would, 1).at(-1)).toBe('ほか2名');
  expect(await rowsOf(desk, 'person', 'attendance')).toEqual([2, 0]);
});

test('who is known by name goes straight through; new people come in when that is confirmed', async () => {
  const { desk, take } = await setUp();
  expect(await take(['髙嶺　﨑', '山田花子'], false)).toEqual({ ok: true, value: { added: 2, known: 0 } });
  expect(await take(['新入 一郎'], true)).toEqual({ ok: true, value: { added: 1, known: 0 } });
  expect(await take(['新入一郎'], false)).toEqual({ ok: true, value: { added: 0, known: 1 } });
  expect(await rowsOf(desk, 'person', 'attendance')).toEqual([3, 3]);
});
