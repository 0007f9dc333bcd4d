import pg from 'pg';
import type { Database } from '../../../src/db/database.ts';
import { trusted } from '../../../src/domain/actor.ts';
import type { AttendanceEvent } from '../../../src/domain/attendance/attendance.ts';
import { type BodyFacts, NEUTRAL_RULES } from '../../../src/domain/body/body.ts';
import type { DepartmentWithSections } from '../../../src/domain/department.ts';
import type { MeetingContents, MeetingFacts } from '../../../src/domain/meeting/meeting.ts';
import type { AwayPeriod } from '../../../src/domain/person/away.ts';
import type { Person } from '../../../src/domain/person/person.ts';
import { wholeYear } from '../../../src/domain/promoter/appointment.ts';
import { QUEUES } from '../../../src/domain/queues.ts';
import { succeed } from '../../../src/domain/result.ts';
import { DEFAULT_SETTINGS } from '../../../src/domain/settings.ts';
import type { TrainingFacts } from '../../../src/domain/training/training.ts';
import type { TestDatabase } from '../database.ts';
import { actionFacts } from './action-item.ts';
import { fillChapter } from './chapter5.ts';
import { fillInquiry } from './inquiry.ts';
import { AT, DAY, EMAIL, ID, MARK, SLACK_ID, YEAR } from './names.ts';
import { fillNewsletter } from './newsletter.ts';
import { fillOpinions } from './opinion.ts';
import { fillWrittenMeeting } from './written-meeting.ts';

export const JOB = { name: 'remind', slot: new Date('2026-11-24T09:00:00+09:00') } as const;
export const CODE = '382945';
export const SUBMITTED = { key: 'form 1', content: { typed: MARK } } as const;

/** The person and the department as the full workspace holds them. */
export const PERSON: Person = {
  id: ID.person,
  slackId: SLACK_ID,
  email: EMAIL,
  name: `${MARK}花子`,
  nameFromSlack: false,
  deactivatedAt: null,
};
const SECTION = { id: ID.section, departmentId: ID.department, name: `${MARK}課`, position: 10 };
export const DEPARTMENT: DepartmentWithSections = {
  id: ID.department,
  name: `${MARK}部`,
  position: 10,
  sections: [{ ...SECTION, endedOn: null }],
};

export const PLANNED = {
  key: `meeting-recorded:${ID.meeting}`,
  kind: 'meeting-recorded',
  recipient: SLACK_ID,
  subject: `meeting:${ID.meeting}`,
} as const;

/** A morning message that waits for its hour. */
export const MORNING = {
  key: `daily:${SLACK_ID}:${DAY}`,
  kind: 'morning',
  recipient: SLACK_ID,
  subject: `morning:${DAY}`,
  run: 'remind 2026-11-24T00:00:00.000Z',
  notBefore: AT,
  lines: [
    {
      kind: 'inquiry',
      ref: 'inquiry:00000000-0000-4000-8000-000000000012:00000000-0000-4000-8000-000000000005:promoter',
    },
  ],
} as const;

export const bodyFacts = (name: string): BodyFacts => ({
  ...NEUTRAL_RULES,
  name,
  shortName: '',
  kind: 'meeting',
  section: 'meetings',
  composition: '',
  role: '',
  position: 10,
  recordableBy: 'promoters',
  writtenNote: '',
  notifyChannel: null,
});

export const meetingFacts = (text: string): MeetingFacts => ({
  bodyId: ID.body,
  way: 'onsite',
  date: { kind: 'day', day: DAY },
  note: '',
  place: text,
  items: [{ text, kind: 'report' }],
});

export const contentsWith = (text: string): MeetingContents => ({
  time: '',
  attendees: [SLACK_ID],
  attendeesWithoutSlack: [text],
  absences: [{ member: text, proxy: null }],
  decisions: text,
  documents: '',
});

export const newMeeting = {
  by: SLACK_ID,
  forSection: ID.section,
  at: AT,
  confirmed: false,
  heldConfirmed: false,
} as const;

export const awayPeriod = (awayId: string): AwayPeriod => ({
  id: awayId,
  personId: ID.person,
  startsOn: DAY,
  endsOn: DAY,
  recordedBy: SLACK_ID,
});

export const memberFacts = (title: string) => ({
  bodyId: ID.body,
  personId: ID.person,
  title,
  office: 'chair' as const,
  position: 1,
  copiedTo: [],
  proxies: [],
  startsOn: DAY,
  endsOn: null,
});

/** A confirmed appointment that wants its guide. */
export const appointmentRow = (appointmentId: string) => ({
  ...wholeYear(YEAR),
  id: appointmentId,
  personId: ID.person,
  sectionId: ID.section,
  role: 'chief' as const,
  recordedBy: SLACK_ID,
  recordedAt: AT,
  reportedAt: null,
  confirmedAt: AT,
  guideWanted: true,
});

export const programmeFacts = (name: string) => ({ name, position: 10, forPromoters: true });

export const trainingFacts = (text: string): TrainingFacts => ({
  programmeId: ID.programme,
  otherName: '',
  way: 'video',
  date: { kind: 'day', day: DAY },
  place: text,
  audience: 'chosen',
  headCount: null,
});

export const attendanceEvent = (note: string): AttendanceEvent => ({
  sessionId: ID.session,
  personId: ID.person,
  state: 'present',
  note,
  at: AT,
  by: SLACK_ID,
  source: 'code',
});

/** Begins a workspace and fills it with a row of every kind, all bearing the mark. */
export const fillWorkspace = async (db: Database, workspaceId: string): Promise<void> => {
  const recorded = { by: SLACK_ID, at: AT };
  const own = { recordedBy: SLACK_ID, recordedAt: AT };
  const act = { actor: trusted(workspaceId, SLACK_ID, 'cli'), action: 'fill', at: AT };
  await db.act(act, async (record) => succeed(await record.begin()));
  await db.submit(act, SUBMITTED, async (record) => {
    const { sections: _, ...department } = DEPARTMENT;
    await record.bodies.create(ID.body, AT);
    await record.bodies.putYear(ID.body, YEAR, bodyFacts(`${MARK}会議`), false);
    const unsought = { id: ID.unsought, slackId: null, email: `new.${EMAIL}`, name: `${MARK}はじめ` };
    await record.people.create([PERSON, unsought], AT);
    await record.people.claim(ID.unsought, SLACK_ID);
    await record.departments.createDepartments([department]);
    await record.departments.createSections([SECTION]);
    await record.appointments.create([appointmentRow(ID.appointment)]);
    await record.meetings.create(ID.meeting, meetingFacts(MARK), newMeeting);
    await record.meetings.putContents(ID.meeting, contentsWith(MARK));
    await record.actionItems.create(ID.action, ID.meeting, actionFacts(MARK), recorded);
    await record.didNotMeet.create({ bodyId: ID.body, fiscalYear: YEAR, reason: MARK, ...own });
    await record.awayPeriods.create(awayPeriod(ID.away), AT);
    await record.bodyMembers.create(ID.member, memberFacts(MARK), recorded);
    await record.settings.put({
      ...DEFAULT_SETTINGS,
      logChannel: 'C0TAKETORI',
      contact: MARK,
      closingDays: [DAY],
      secretariat: [SLACK_ID],
    });
    await record.rosterFiles.keep(ID.file, [{ name: MARK }], SLACK_ID, AT);
    await record.programmes.create(ID.programme, AT);
    await record.programmes.putYear(ID.programme, YEAR, programmeFacts(`${MARK}研修`), false);
    await record.programmes.recordNotHeld(ID.programme, YEAR, { reason: MARK, ...recorded });
    await record.trainings.create(ID.session, trainingFacts(MARK), newMeeting);
    await record.trainings.putContents(ID.session, { lecturer: MARK, content: MARK, link: '' });
    await record.trainings.putInvitees(ID.session, [ID.person]);
    await record.trainings.giveCode(ID.session, () => CODE);
    await record.attendances.enter([attendanceEvent(MARK)]);
    await record.wrongCodes.note(SLACK_ID, AT);
    await record.clockAhead.put(86_400_000);
    await fillInquiry(record);
    await fillNewsletter(record);
    await fillWrittenMeeting(record);
    await fillChapter(record);
    await fillOpinions(record);
    await record.deliveries.plan({ ...PLANNED, lines: MORNING.lines }, AT);
    await record.deliveries.plan(MORNING, AT);
    await record.audit({ subject: PLANNED.subject, after: { items: MARK } });
    return succeed(MARK);
  });
  await db.dueJobs.claim([{ ...JOB, workspaceIds: [workspaceId] }], AT);
  await db.record(workspaceId).jobSlots.finish(JOB.name, JOB.slot, AT, { sent: 1 });
};

/** Looks at the database from outside, over one connection. */
export type Observer = {
  /** Every table that belongs to workspaces. */
  readonly tables: readonly string[];
  /** All that is held of a workspace, table by table, and the jobs that wait for it. */
  readonly wholeOf: (workspaceId: string) => Promise<Readonly<Record<string, unknown>>>;
  readonly close: () => Promise<void>;
};

export const openObserver = async ({ connection }: TestDatabase): Promise<Observer> => {
  const client = new pg.Client(connection);
  await client.connect();
  const { rows } = await client.query<{ readonly name: string }>(
    `select table_name as name from information_schema.columns
     where table_schema = 'public' and column_name = 'workspace_id' order by 1`,
  );
  const tables = rows.map(({ name }) => name);
  const columns = tables.map(
    (table) =>
      `(select json_agg(t order by t::text) from "${table}" t where workspace_id = $1) as "${table}"`,
  );
  const jobs = Object.values(QUEUES).map(
    (queue) => `(select json_agg(json_build_array(key, payload, run_at) order by key)
    from ${queue}._private_jobs where payload->>'workspaceId' = $1) as ${queue}`,
  );
  const sql = `select ${[...columns, ...jobs].join(', ')}`;
  return {
    tables,
    wholeOf: async (workspaceId) => (await client.query(sql, [workspaceId])).rows[0] ?? {},
    close: () => client.end(),
  };
};
