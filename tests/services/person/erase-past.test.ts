import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { chapter5Document } from '../../../src/documents/chapter5/document.ts';
import { chapter5Of } from '../../../src/documents/chapter5/model.ts';
import { withYears } from '../../../src/documents/chapter5/years/years.ts';
import { writeDocument } from '../../../src/documents/writing/write.ts';
import { plainStaff, trusted } from '../../../src/domain/actor.ts';
import type { FileFormat } from '../../../src/domain/file-format.ts';
import { ERASED_NAME } from '../../../src/domain/person/retention.ts';
import { succeed } from '../../../src/domain/result.ts';
import { erasePast } from '../../../src/services/person/erase-past.ts';
import { listPast } from '../../../src/services/person/list-past.ts';
import { readChapter5 } from '../../../src/services/read-chapter5.ts';
import { readYears } from '../../../src/services/report/read-years.ts';
import { ask, type Desk, openDesk } from '../../support/desk.ts';
import { putRoster } from '../../support/promoters.ts';
import { readFile } from '../../support/read-file.ts';
import { aSession } from '../../support/training-desk.ts';

const FORMATS: readonly FileFormat[] = ['md', 'html', 'docx', 'xlsx'];
const YEARS = [2023, 2024, 2025] as const;
const [TARO, HANA, JIRO] = [
  { name: '山田 太郎', slackId: 'U0TARO', email: 'taro@city.example' },
  { name: '川上 はな', slackId: 'U0HANA', email: 'hana@city.example' },
  { name: '森', email: 'mori@city.example' },
] as const;

let desk: Desk;
let forms = 0;
const asForm = (draft: { readonly firstKept: number; readonly people: number }) => ({
  key: `form ${forms++}`,
  draft,
});
beforeAll(async () => {
  desk = await openDesk('2023-04-03T10:00:00+09:00');
  const at = desk.clock.now();
  await putRoster(
    desk.db,
    desk.workspaceId,
    [
      { department: '総務部', section: '総務課', ...TARO, startsOn: '2023-04-01', endsOn: '2024-03-31' },
      { department: '総務部', section: '人事課', ...TARO, startsOn: '2023-04-01', endsOn: '2024-03-31' },
      { department: '総務部', section: '広報課', ...HANA, startsOn: '2023-04-01', endsOn: '2024-03-31' },
      { department: '総務部', section: '広報課', ...HANA, startsOn: '2025-04-01', endsOn: '2026-03-31' },
      { department: '総務部', section: '財政課', ...JIRO, startsOn: '2023-06-01', endsOn: '2024-03-31' },
    ],
    at,
  );
  const people = await desk.record.people.all();
  const idOf = ({ name }: { readonly name: string }): string =>
    people.find((person) => person.name === name)?.id ?? '';
  const enter = (sessionId: string, ...came: readonly { readonly name: string }[]) =>
    desk.db.act(
      { actor: trusted(desk.workspaceId, 'cli:test', 'cli'), action: 'test', at },
      async (record) => {
        for (const state of ['absent', 'present'] as const)
          await record.attendances.enter(
            came.map((one) => ({
              sessionId,
              personId: idOf(one),
              state,
              note: `${one.name}の様子`,
              at,
              by: desk.secretary.id,
              source: 'organiser' as const,
            })),
          );
        return succeed(null);
      },
    );
  // One who came twice is counted once in the rate of the row that prints both.
  const first = await aSession(desk, '協働推進員研修', '2023-06-08');
  const second = await aSession(desk, '協働推進員研修', '2023-06-09');
  const later = await aSession(desk, '協働推進員研修', '2025-06-09');
  await desk.database.ask('update training_session set printed_together = true where fiscal_year = 2023');
  await enter(first, TARO, HANA);
  await enter(second, TARO, JIRO);
  await enter(later, HANA);
  for (const year of YEARS) await desk.recordMeeting(`${year}-05-10`, '委員の山田 太郎より報告');
});
afterAll(() => desk.stop());

/** Chapter 5 of all years with 前年度との比較, in every format. */
const chapters = async (): Promise<readonly (readonly [string, string])[]> => {
  const written: (readonly [string, string])[] = [];
  for (const year of YEARS) {
    const chapter = chapter5Document(chapter5Of(await readChapter5(desk, desk.workspaceId, year)));
    const compared = await withYears(chapter, await readYears(desk, desk.workspaceId, year));
    for (const format of FORMATS) {
      const bytes = await writeDocument(compared, format);
      // The library numbers what is in a Word file by chance: of that, all that it says.
      const said = format === 'docx' ? JSON.stringify(await readFile(bytes, format)) : undefined;
      written.push([`${year} ${format}`, said ?? Buffer.from(bytes).toString('base64')]);
    }
  }
  return written;
};

const rows = (sql: string) => ask(desk.database, sql);

test('on 1 April 2034 令和5年度 is past ten years, and nobody but the secretariat sees or erases it', async () => {
  desk.clock.set('2034-04-03T09:00:00+09:00');
  expect(await listPast(desk, desk.secretary)).toMatchObject({
    ok: true,
    value: {
      years: 10,
      limit: { firstKept: 2024, from: '2024-04-01' },
      past: {
        names: [TARO.name, JIRO.name].toSorted(),
        counts: { people: 2, appointments: 4, attendances: 4 },
        kept: 3,
      },
    },
  });
  const staff = plainStaff(desk.workspaceId, 'U0STAFF');
  for (const outcome of [
    await listPast(desk, staff),
    await erasePast(desk, asForm({ firstKept: 2024, people: 2 }), staff),
  ])
    expect(outcome).toEqual({ ok: false, error: { kind: 'not-allowed', who: 'secretariat' } });
});

test('what is not as it was shown is not erased', async () => {
  for (const shown of [
    { firstKept: 2024, people: 1 },
    { firstKept: 2023, people: 2 },
  ])
    expect(await erasePast(desk, asForm(shown), desk.secretary)).toEqual({
      ok: false,
      error: { kind: 'past-changed' },
    });
  expect(await desk.record.people.findByEmail(TARO.email)).toBeDefined();
});

test('chapter 5 of all years is byte by byte the same before and after, and who was erased is in none of its rows', async () => {
  // The files of a zip bear the machine's time.
  vi.useFakeTimers({ toFake: ['Date'], now: desk.clock.now() });
  const before = await chapters();
  expect(before).toHaveLength(YEARS.length * FORMATS.length);
  const promoted = before.map(([, bytes]) => Buffer.from(bytes, 'base64').toString()).join('');
  expect(promoted).toContain('協働推進員3名のうち');
  expect(await erasePast(desk, asForm({ firstKept: 2024, people: 2 }), desk.secretary)).toEqual({
    ok: true,
    value: 2,
  });
  expect(await chapters()).toEqual(before);
  vi.useRealTimers();
});

test('attendances of past years are counts: one entry each, of nobody, joined to no other year', async () => {
  const held = await rows(
    `select s.fiscal_year as year, p.name, count(distinct p.id)::int as people, count(*)::int as came,
       sum((select count(*) from attendance_event e where e.person_id = p.id and e.session_id = s.id))::int as entries,
       string_agg(distinct a.note, '') as notes
     from attendance a join training_session s on s.id = a.session_id join person p on p.id = a.person_id
     group by 1, 2 order by 1, 2`,
  );
  expect(held).toEqual([
    { year: 2023, name: ERASED_NAME, people: 3, came: 4, entries: 4, notes: '' },
    { year: 2025, name: HANA.name, people: 1, came: 1, entries: 2, notes: `${HANA.name}の様子` },
  ]);
  expect((await desk.record.people.all()).map(({ name }) => name)).toEqual([HANA.name]);
});

test('an audit line says that it was done and how much went, and not who', async () => {
  const lines = await rows(`select actor, after from audit_line where action = 'erase-past'`);
  expect(lines).toEqual([
    {
      actor: desk.secretary.id,
      after: {
        retentionYears: 10,
        firstKept: 2024,
        from: '2024-04-01',
        people: 2,
        appointments: 4,
        attendances: 4,
        typedNames: 0,
        files: 0,
        deliveries: 0,
      },
    },
  ]);
  expect(await erasePast(desk, asForm({ firstKept: 2024, people: 0 }), desk.secretary)).toEqual({
    ok: false,
    error: { kind: 'nothing-past' },
  });
});
