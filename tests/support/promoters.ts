import { randomUUID } from 'node:crypto';
import type { Database } from '../../src/db/database.ts';
import { trusted } from '../../src/domain/actor.ts';
import { localDate } from '../../src/domain/calendar/local-date.ts';
import type { Person } from '../../src/domain/person/person.ts';
import { type Appointment, termFrom } from '../../src/domain/promoter/appointment.ts';
import { succeed } from '../../src/domain/result.ts';

/** A person of the record, without Slack unless told otherwise. */
export const aPerson = (facts: Partial<Person> = {}): Person => ({
  id: '00000000-0000-4000-8000-0000000000e1',
  slackId: null,
  email: null,
  name: '山田 花子',
  nameFromSlack: false,
  deactivatedAt: null,
  ...facts,
});

/** A confirmed 推進員 for the whole of fiscal 2026 unless told otherwise. */
export const anAppointment = (facts: Partial<Appointment> = {}): Appointment => ({
  id: '00000000-0000-4000-8000-0000000000f1',
  person: aPerson(),
  sectionId: '00000000-0000-4000-8000-0000000000c1',
  role: 'promoter',
  fiscalYear: 2026,
  startsOn: localDate('2026-04-01'),
  endsOn: localDate('2027-03-31'),
  recordedBy: 'U0SECRETARY',
  reportedAt: null,
  confirmedAt: new Date('2026-03-20T10:00:00+09:00'),
  cancelledAt: null,
  guideWanted: false,
  guidePlannedAt: null,
  guideConfirmedAt: null,
  revision: 1,
  ...facts,
});

/** One line of a roster that is put into the record as it stands. Without a name only the section is. */
export type RosterLine = {
  readonly department: string;
  readonly section: string;
  readonly name?: string;
  readonly slackId?: string;
  readonly email?: string;
  readonly role?: Appointment['role'];
  readonly startsOn?: string;
  readonly endsOn?: string;
  readonly unconfirmed?: true;
  readonly deactivated?: true;
};

/** Puts a roster into the record, past every form: departments and sections in the order in which they occur. */
export const putRoster = async (
  db: Database,
  workspaceId: string,
  lines: readonly RosterLine[],
  at: Date,
): Promise<void> => {
  const ids = new Map<string, string>();
  const idOf = (name: string): string => {
    const id = ids.get(name) ?? randomUUID();
    ids.set(name, id);
    return id;
  };
  const places = [...new Set(lines.map(({ department }) => department))];
  const sections = [...new Map(lines.map((line) => [`${line.department}/${line.section}`, line])).entries()];
  const held = lines.flatMap(({ name, ...line }) => {
    const term = termFrom(
      localDate(line.startsOn ?? '2026-04-01'),
      line.endsOn === undefined ? undefined : localDate(line.endsOn),
    );
    if (!term.ok) throw new Error(`no term: ${term.error.kind}`);
    return name === undefined ? [] : [{ ...line, name, term: term.value }];
  });
  const personKey = ({ name, slackId, email }: Pick<RosterLine, 'name' | 'slackId' | 'email'>): string =>
    `person ${slackId ?? email ?? name}`;
  const people = [...new Map(held.map((line) => [personKey(line), line])).entries()];
  await db.act(
    { actor: trusted(workspaceId, 'cli:test', 'cli'), action: 'put-roster', at, withinMs: 60_000 },
    async (record) => {
      await record.departments.createDepartments(
        places.map((name, index) => ({ id: idOf(name), name, position: (index + 1) * 10 })),
      );
      await record.departments.createSections(
        sections.map(([key, { department, section }], index) => ({
          id: idOf(key),
          departmentId: idOf(department),
          name: section,
          position: (index + 1) * 10,
        })),
      );
      await record.people.create(
        people.map(([key, { name, slackId = null, email = null }]) => ({
          id: idOf(key),
          name,
          slackId,
          email,
        })),
        at,
      );
      // Slack was asked about them before: whoever has no account stays without.
      await record.people.noteSought(
        people.map(([key, { email = null }]) => ({ id: idOf(key), email })),
        at,
      );
      for (const [key, { deactivated }] of people)
        if (deactivated === true) await record.people.put(idOf(key), { deactivatedAt: at });
      await record.appointments.create(
        held.map(({ term, department, section, role = 'promoter', unconfirmed, ...person }, index) => ({
          id: randomUUID(),
          personId: idOf(personKey(person)),
          sectionId: idOf(`${department}/${section}`),
          role,
          ...term,
          recordedBy: 'cli:test',
          recordedAt: new Date(at.getTime() + index),
          reportedAt: null,
          confirmedAt: unconfirmed === true ? null : at,
          guideWanted: false,
        })),
      );
      return succeed(null);
    },
  );
};
