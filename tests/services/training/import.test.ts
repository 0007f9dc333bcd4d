import { expect, onTestFinished, test } from 'vitest';
import { chapter5Of } from '../../../src/documents/chapter5/model.ts';
import { readTrainingCsv } from '../../../src/documents/csv/training.ts';
import { plainStaff } from '../../../src/domain/actor.ts';
import { readChapter5 } from '../../../src/services/read-chapter5.ts';
import { importTrainings } from '../../../src/services/training/import.ts';
import { type Desk, openDesk } from '../../support/desk.ts';
import facts from '../../support/fiscal-2023.json' with { type: 'json' };
import { programmeId, rowsOf } from '../../support/training-desk.ts';

const openAt = async (now: string): Promise<Desk> => {
  const desk = await openDesk(now);
  onTestFinished(desk.stop);
  return desk;
};

type Cells = Readonly<Record<string, string>>;

const rowsFrom = (...lines: readonly Cells[]) => {
  const { rows, problems } = readTrainingCsv({
    headers: [...new Set(['研修', '実施方法', '開催日', ...lines.flatMap(Object.keys)])],
    rows: lines.map((cells, index) => ({ line: index + 2, cells: { 実施方法: '集合', ...cells } })),
  });
  expect(problems).toEqual([]);
  return rows;
};

const imported = (desk: Desk, ...lines: readonly Cells[]) =>
  importTrainings(desk, rowsFrom(...lines), false, desk.secretary);

const PUBLISHED = facts.training.map(
  ({ programme, months: [first = '', last], place, way, participants }): Cells => {
    const printed = (month: string): string => `${month.slice(0, 4)}年${Number(month.slice(5))}月`;
    return {
      研修: programme,
      実施方法: way === '' ? '集合' : way,
      開催日: last === undefined ? printed(first) : `${printed(first)}から${printed(last)}まで`,
      会場: place,
      参加者数: `${participants}人`,
    };
  },
);

const added = (count: number, known = 0) => ({ ok: true, value: { added: count, known } });
const refused = (line: number, problem: object) => ({
  ok: false,
  error: { kind: 'lines', lines: [{ line, problem }] },
});

test('the training of fiscal 2023 is printed as it was published, and nothing is sent', async () => {
  const desk = await openAt('2024-06-03T10:00:00+09:00');
  expect(await imported(desk, ...PUBLISHED.toReversed())).toEqual(added(3));
  const chapter = chapter5Of(await readChapter5(desk, desk.workspaceId, 2023));
  expect(chapter.training.map(({ days: _, ...row }) => row)).toEqual(
    facts.training.map(({ no, programme, printed, participants }) => ({
      no,
      dateAndPlace: printed,
      content: [`【${programme}】`],
      participants: `${participants}人`,
    })),
  );
  expect(await rowsOf(desk, 'delivery')).toEqual([0]);
});

test('importing twice changes nothing, and a longer file adds only what is new', async () => {
  const desk = await openAt('2024-06-03T10:00:00+09:00');
  await imported(desk, ...PUBLISHED.slice(0, 1));
  expect(await imported(desk, ...PUBLISHED)).toEqual(added(2, 1));
  const before = await rowsOf(desk, 'training_session', 'audit_line');
  expect(await imported(desk, ...PUBLISHED)).toEqual(added(0, 3));
  expect(await rowsOf(desk, 'training_session', 'audit_line')).toEqual(before);
});

const TRAINING = { 研修: '協働推進員研修', 開催日: '2024-01-18', 会場: '市役所内' };

test('what the record says otherwise is refused, and an empty cell says nothing', async () => {
  const desk = await openAt('2024-06-03T10:00:00+09:00');
  await imported(desk, { ...TRAINING, 参加者数: '92', 内容: '協働とは何か' });
  expect(await imported(desk, TRAINING)).toEqual(added(0, 1));
  for (const other of [{ 参加者数: '93' }, { 内容: '事例' }, { 対象: '協働推進員全員(主任を含む)' }])
    expect(await imported(desk, { ...TRAINING, ...other })).toEqual(
      refused(2, { field: 'programme', kind: 'training-known-otherwise' }),
    );
});

test('two rows of one day that differ are two sessions, also when the file comes again', async () => {
  const desk = await openAt('2024-06-03T10:00:00+09:00');
  const halves = [
    { ...TRAINING, 参加者数: '40', 内容: '午前の部' },
    { ...TRAINING, 参加者数: '52', 内容: '午後の部' },
  ];
  expect(await imported(desk, ...halves)).toEqual(added(2));
  expect(await imported(desk, ...halves)).toEqual(added(0, 2));
});

test('その他 is recorded by its own name', async () => {
  const desk = await openAt('2024-06-03T10:00:00+09:00');
  expect(await imported(desk, { 研修: 'その他', その他の研修名: 'まち歩き', 開催日: '令和5年9月' })).toEqual(
    added(1),
  );
  const [session] = await desk.record.trainings.ofYear(2023);
  expect(session).toMatchObject({ programmeId: null, otherName: 'まち歩き', headCount: null });
});

test('all or nothing: every line that does not go with the record is told', async () => {
  const desk = await openAt('2024-01-10T10:00:00+09:00');
  const id = await programmeId(desk, '係長級・技能長昇格前研修', 2023);
  await desk.record.programmes.recordNotHeld(id, 2023, {
    reason: '',
    by: desk.secretary.id,
    at: desk.clock.now(),
  });
  const outcome = await imported(
    desk,
    PUBLISHED[0] ?? {},
    { 研修: '未知の研修', 開催日: '2023-09-01' },
    { 研修: '係長級・技能長昇格前研修', 開催日: '2023-09-01' },
    { 研修: 'その他', 開催日: '2023-09-01' },
    { 研修: '協働推進員研修', その他の研修名: 'まち歩き', 開催日: '2023-09-01' },
    { 研修: '協働推進員研修', 開催日: '1989-03-31' },
    TRAINING,
  );
  expect(outcome).toEqual({
    ok: false,
    error: {
      kind: 'lines',
      lines: [
        { line: 3, problem: { field: 'programme', kind: 'unknown-programme' } },
        {
          line: 4,
          problem: {
            field: 'heldOn',
            kind: 'training-not-held-stands',
            name: '係長級・技能長昇格前研修',
            fiscalYear: 2023,
          },
        },
        { line: 5, problem: { field: 'otherName', kind: 'other-name-needed' } },
        { line: 6, problem: { field: 'otherName', kind: 'other-name-not-needed' } },
        { line: 7, problem: { field: 'heldOn', kind: 'before-record' } },
        { line: 8, problem: { field: 'heldOn', kind: 'training-still-to-come' } },
      ],
    },
  });
  expect(await rowsOf(desk, 'training_session')).toEqual([0]);
});

test('a training of today can be imported from midnight in Tokyo on', async () => {
  const desk = await openAt('2024-01-17T23:30:00+09:00');
  expect(await imported(desk, TRAINING)).toEqual(
    refused(2, { field: 'heldOn', kind: 'training-still-to-come' }),
  );
  desk.clock.set('2024-01-18T00:30:00+09:00');
  expect(await imported(desk, TRAINING)).toEqual(added(1));
});

test('a dry run says what would be done, and only the secretariat may', async () => {
  const desk = await openAt('2024-06-03T10:00:00+09:00');
  const rows = rowsFrom(...PUBLISHED);
  expect(await importTrainings(desk, rows, true, desk.secretary)).toEqual({
    ok: false,
    error: { kind: 'dry-run', would: { added: 3, known: 0 } },
  });
  expect(await importTrainings(desk, rows, false, plainStaff(desk.workspaceId, 'U0STAFF'))).toEqual({
    ok: false,
    error: { kind: 'not-allowed', who: 'secretariat' },
  });
  expect(await rowsOf(desk, 'training_session')).toEqual([0]);
});
