import type { AuditSearch } from '../db/audit.ts';
import type { WorkspaceRecord } from '../db/database.ts';
import type { Actor } from '../domain/actor.ts';
import type { AuditLine } from '../domain/audit.ts';
import { currentFiscalYear, printFiscalYear } from '../domain/calendar/fiscal-year.ts';
import { todayInTokyo } from '../domain/calendar/local-date.ts';
import { printMeetingDate } from '../domain/meeting/print.ts';
import { may } from '../domain/permission.ts';
import type { Person } from '../domain/person/person.ts';
import type { Refusal } from '../domain/refusal.ts';
import { type Result, refuse, succeed } from '../domain/result.ts';
import { readSubject, type SubjectKind } from '../domain/subject.ts';
import { printTrainingDate } from '../domain/training/training.ts';
import type { Undoable } from '../domain/undoable.ts';
import { oneIn } from '../domain/yearly.ts';
import { readUndoable } from '../queries/undoable.ts';
import type { People } from '../slack/people.ts';
import type { ServiceDeps } from './service-deps.ts';

/** A line with the names of who acted and of what was acted on; empty where they are not known. */
export type AuditEntry = AuditLine & {
  readonly actorName: string;
  readonly subjectName: string;
  /** What of it can be undone now. */
  readonly undoable?: Undoable | undefined;
};

/** One page, newest first, and whether there are older lines. */
export type AuditPage = { readonly entries: readonly AuditEntry[]; readonly hasOlder: boolean };

type AuditDeps = ServiceDeps & { readonly people?: Pick<People, 'find'> };

/** Names rows by the subjects of lines, reading each of them once. */
const createNames = async (record: WorkspaceRecord, people: readonly Person[], today: number) => {
  const [bodies, programmes, departments] = await Promise.all([
    record.bodies.histories(),
    record.programmes.histories(),
    record.departments.all(),
  ]);
  const sections = new Map(
    departments.flatMap(({ name, sections: own }) =>
      own.map((section) => [section.id, `${name} ${section.name}`] as const),
    ),
  );
  const bodyName = (id: string, year = today): string => oneIn(bodies, id, year)?.facts.name ?? '';
  const programmeName = (id: string, year = today): string => oneIn(programmes, id, year)?.facts.name ?? '';
  const inquiryTitle = async (id: string): Promise<string> => (await record.inquiries.find(id))?.title ?? '';
  const read: { readonly [K in SubjectKind]?: (id: string, year?: number) => string | Promise<string> } = {
    body: bodyName,
    'did-not-meet': (id, year = today) => `${bodyName(id, year)} ${printFiscalYear(year)}`,
    meeting: async (id) => {
      const meeting = await record.meetings.find(id);
      return meeting === undefined
        ? ''
        : `${bodyName(meeting.bodyId, meeting.fiscalYear)} ${printMeetingDate(meeting)}`;
    },
    programme: programmeName,
    'programme-not-held': (id, year = today) => `${programmeName(id, year)} ${printFiscalYear(year)}`,
    training: async (id) => {
      const session = await record.trainings.find(id);
      if (session === undefined) return '';
      const { programmeId, otherName, fiscalYear } = session;
      const name = programmeId === null ? otherName : programmeName(programmeId, fiscalYear);
      return `${name} ${printTrainingDate(session)}`;
    },
    'training-lag': (year) => printFiscalYear(Number(year)),
    'body-member': async (id) => {
      const member = await record.bodyMembers.find(id);
      return member === undefined ? '' : `${bodyName(member.bodyId)} ${member.person.name}`;
    },
    inquiry: inquiryTitle,
    'inquiry-department': inquiryTitle,
    department: (id) => departments.find((department) => department.id === id)?.name ?? '',
    section: (id) => sections.get(id) ?? '',
    person: (id) => people.find((person) => person.id === id)?.name ?? '',
    'slack-user': (id) => people.find(({ slackId }) => slackId === id)?.name ?? '',
    appointment: async (id) => {
      const appointment = await record.appointments.find(id);
      return appointment === undefined
        ? ''
        : `${appointment.person.name} ${sections.get(appointment.sectionId) ?? ''}`;
    },
    away: async (id) => {
      const period = await record.awayPeriods.find(id);
      return people.find((person) => person.id === period?.personId)?.name ?? '';
    },
  };
  const known = new Map<string, string | Promise<string>>();
  return async (subject: string): Promise<string> => {
    const about = readSubject(subject);
    const name = known.get(subject) ?? (about && read[about.kind]?.(about.id, about.year)) ?? '';
    known.set(subject, name);
    return name;
  };
};

/** Audit lines with names, newest first: `skip` of them left out, at most `limit` given. For the secretariat. */
export const listAuditLines = async (
  { clock, db, people: slack }: AuditDeps,
  wanted: AuditSearch,
  { limit, skip }: { readonly limit: number; readonly skip: number },
  actor: Actor,
): Promise<Result<AuditPage, Refusal>> => {
  const at = clock.now();
  const allowed = await db.act<null, Refusal>({ actor, action: 'list-audit-lines', at }, async () =>
    may(actor, 'see-audit') ? succeed(null) : refuse({ kind: 'not-allowed', who: 'secretariat' }),
  );
  if (!allowed.ok) return allowed;
  const record = db.record(actor.workspaceId);
  const [people, lines] = await Promise.all([
    record.people.all(),
    record.auditLines.search(wanted, { limit: limit + 1, skip }),
  ]);
  const subjectName = await createNames(record, people, currentFiscalYear(todayInTokyo(at)));
  const names = new Map(people.map(({ slackId, name }) => [slackId, name]));
  const entries: AuditEntry[] = [];
  for (const line of lines.slice(0, limit))
    entries.push({
      ...line,
      // Who is in no record, as a guest who was turned away, is called as Slack calls them.
      actorName: names.get(line.actor) ?? (await slack?.find(line.actor))?.name ?? '',
      subjectName: await subjectName(line.subject),
      undoable: await readUndoable(record, line, at),
    });
  return succeed({ entries, hasOlder: lines.length > limit });
};
