import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDatabase, type Database, type WorkspaceRecord } from '../../src/db/database.ts';
import { trusted } from '../../src/domain/actor.ts';
import { addDays } from '../../src/domain/calendar/local-date.ts';
import { succeed } from '../../src/domain/result.ts';
import { type Subject, subjectOf } from '../../src/domain/subject.ts';
import { listAuditLines } from '../../src/services/list-audit-lines.ts';
import { auditMessage } from '../../src/views/audit.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import {
  bodyFacts,
  fillWorkspace,
  meetingFacts,
  PERSON,
  programmeFacts,
  trainingFacts,
} from '../support/full-workspace/full-workspace.ts';
import { AT, DAY, ID, SLACK_ID, YEAR } from '../support/full-workspace/names.ts';
import { articleFacts, issueFacts } from '../support/full-workspace/newsletter.ts';

let database: TestDatabase;
let db: Database;
beforeAll(async () => {
  database = await createTestDatabase();
  db = createDatabase(database.connection, (error) => {
    throw error;
  });
});
afterAll(async () => {
  await db.close();
  await database.drop();
});

/** What is done to a row: `mark` is a new name or, as a number of days, a new date. */
type Change = {
  readonly subject: Subject;
  readonly put: (record: WorkspaceRecord, mark: number) => Promise<void>;
};
const held = { heldConfirmedAt: null, isToAsk: false } as const;
const onDay = (mark: number) => ({ kind: 'day', day: addDays(DAY, mark) }) as const;

const CHANGES: Readonly<Record<string, Change>> = {
  'a body is renamed': {
    subject: subjectOf('body', ID.body, YEAR),
    put: (record, mark) => record.bodies.putYear(ID.body, YEAR, bodyFacts(`会議${mark}`), false),
  },
  'a body is renamed from the next year on': {
    subject: subjectOf('body', ID.body, YEAR + 1),
    put: (record, mark) => record.bodies.putYear(ID.body, YEAR + 1, bodyFacts(`会議${mark}`), false),
  },
  'a meeting is moved': {
    subject: subjectOf('meeting', ID.meeting),
    put: (record, mark) =>
      record.meetings.putFacts(ID.meeting, { ...meetingFacts('場所'), date: onDay(mark) }, held),
  },
  'a meeting is cancelled': {
    subject: subjectOf('meeting', ID.meeting),
    put: (record) => record.meetings.cancel(ID.meeting, AT, '誤り'),
  },
  'a programme is renamed': {
    subject: subjectOf('programme', ID.programme, YEAR),
    put: (record, mark) =>
      record.programmes.putYear(ID.programme, YEAR, programmeFacts(`研修${mark}`), false),
  },
  'a session is moved': {
    subject: subjectOf('training', ID.session),
    put: (record, mark) =>
      record.trainings.putFacts(ID.session, { ...trainingFacts('場所'), date: onDay(mark) }, held),
  },
  'a section is renamed': {
    subject: subjectOf('section', ID.section),
    put: (record, mark) => record.departments.putSection(ID.section, { name: `課${mark}` }),
  },
  'a department is renamed': {
    subject: subjectOf('department', ID.department),
    put: (record, mark) => record.departments.putDepartment(ID.department, { name: `部${mark}` }),
  },
  'who acts is called otherwise': {
    subject: subjectOf('person', PERSON.id),
    put: (record, mark) => record.people.put(PERSON.id, { name: `山田${mark}` }),
  },
  'an appointment is ended': {
    subject: subjectOf('appointment', ID.appointment),
    put: (record, mark) => record.appointments.put(ID.appointment, { endsOn: addDays(DAY, mark) }),
  },
  'an article says something else': {
    subject: subjectOf('article', ID.article),
    put: (record, mark) =>
      record.articles.putFacts(ID.article, articleFacts(`記事${mark}`), null, { by: SLACK_ID, at: AT }),
  },
  'an issue has another number': {
    subject: subjectOf('newsletter', ID.issue),
    put: (record, mark) =>
      record.newsletterIssues.putFacts(ID.issue, { ...issueFacts('巻頭文'), number: mark }),
  },
  'a member goes': {
    subject: subjectOf('body-member', ID.member),
    put: (record) => record.bodyMembers.cancel(ID.member, AT),
  },
};

/** Every line as people read it, oldest first. */
const linesOf = async (workspaceId: string): Promise<readonly string[]> => {
  const deps = { clock: { now: () => AT }, db };
  const reader = trusted(workspaceId, 'cli:test', 'cli');
  const listed = await listAuditLines(deps, {}, { limit: 1000, skip: 0 }, reader);
  if (!listed.ok) throw new Error('not allowed');
  return listed.value.entries
    .toReversed()
    .map((entry) => JSON.stringify(auditMessage({ entries: [entry], hasOlder: false }, 1)));
};

let workspaces = 0;

test('a line once read never reads otherwise, whatever is renamed, moved and cancelled after it', async () => {
  const step = fc.tuple(fc.constantFrom(...Object.keys(CHANGES)), fc.integer({ min: 1, max: 90 }));
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 8 }), async (steps) => {
      workspaces += 1;
      const workspaceId = `TAUDIT${workspaces}`;
      await fillWorkspace(db, workspaceId);
      const actor = { ...trusted(workspaceId, SLACK_ID, 'cli'), via: 'slack' } as const;
      let read = await linesOf(workspaceId);
      for (const [what, mark] of steps) {
        const change = CHANGES[what];
        if (change === undefined) continue;
        await db.act({ actor, action: 'edit', at: AT }, async (record) => {
          await change.put(record, mark);
          await record.audit({
            subject: change.subject,
            before: { bodyId: ID.body, personId: PERSON.id },
            after: { bodyId: ID.fresh, personId: ID.unsought },
          });
          return succeed(null);
        });
        const now = await linesOf(workspaceId);
        expect(now.slice(0, -1)).toEqual(read);
        read = now;
      }
    }),
    { numRuns: 30 },
  );
}, 60_000);
