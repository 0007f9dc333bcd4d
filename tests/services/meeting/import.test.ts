import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import { trusted } from '../../../src/domain/actor.ts';
import { localDate } from '../../../src/domain/calendar/local-date.ts';
import type { ImportedMeeting } from '../../../src/domain/meeting/import.ts';
import { MeetingContentsDraft } from '../../../src/domain/meeting/meeting.ts';
import { importMeetings } from '../../../src/services/meeting/import.ts';
import { prepareWorkspace } from '../../../src/services/settings/prepare-workspace.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { createTestClock } from '../../support/practice.ts';

const clock = createTestClock('2024-06-03T10:00:00+09:00');
const actor = trusted('T0IMPORT', 'cli:jimu', 'cli');
let database: TestDatabase;
let db: Database;

beforeAll(async () => {
  database = await createTestDatabase();
  db = database.db;
  await prepareWorkspace({ clock, db }, actor.workspaceId);
});
afterAll(async () => {
  await database.drop();
});

const row = (contents: Partial<MeetingContentsDraft> = {}): ImportedMeeting => ({
  line: 2,
  bodyName: '幹事会',
  draft: {
    way: 'unknown',
    heldOn: localDate('2023-07-07'),
    precision: 'until',
    note: '',
    place: '',
    items: '年間スケジュールについて',
    reason: '',
  },
  contents: MeetingContentsDraft.parse(contents),
});

const imported = (...rows: readonly ImportedMeeting[]) => importMeetings({ clock, db }, rows, false, actor);

test('a known meeting stays as it is; one whose contents differ is refused instead of being passed over', async () => {
  const withPeople = row({ attendeesWithoutSlack: '山田花子' });
  expect(await imported(withPeople)).toEqual({ ok: true, value: { added: 1, known: 0 } });
  expect(await imported(withPeople)).toEqual({ ok: true, value: { added: 0, known: 1 } });
  expect(await imported(row())).toEqual({ ok: true, value: { added: 0, known: 1 } });
  expect(await imported(row({ attendeesWithoutSlack: '山田花子\n佐藤次郎' }))).toEqual({
    ok: false,
    error: { kind: 'lines', lines: [{ line: 2, problem: { field: 'bodyId', kind: 'known-otherwise' } }] },
  });
});

test('a row of the same body, day and 案件 as a record is refused, two of one file are two meetings', async () => {
  const morning: ImportedMeeting = { ...row(), draft: { ...row().draft, items: '午前・午後の案件' } };
  const afternoon: ImportedMeeting = { ...morning, line: 3, draft: { ...morning.draft, place: '第2会議室' } };
  expect(await imported(morning, afternoon)).toEqual({ ok: true, value: { added: 2, known: 0 } });
  expect(await imported(morning, afternoon)).toEqual({ ok: true, value: { added: 0, known: 2 } });
  const third: ImportedMeeting = { ...morning, line: 4, draft: { ...morning.draft, place: '第3会議室' } };
  expect(await imported(morning, third)).toEqual({
    ok: false,
    error: {
      kind: 'lines',
      lines: [
        {
          line: 4,
          problem: { field: 'heldOn', kind: 'same-day-stands', printed: '令和5年7月7日まで' },
        },
      ],
    },
  });
});
