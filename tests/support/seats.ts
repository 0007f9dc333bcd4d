import { randomUUID } from 'node:crypto';
import type { Database, WorkspaceRecord } from '../../src/db/database.ts';
import { type Actor, type PromoterRole, trusted } from '../../src/domain/actor.ts';
import { wholeYear } from '../../src/domain/promoter/appointment.ts';
import { succeed } from '../../src/domain/result.ts';

/** A 協働推進員 as a test wants one: by Slack id, of a section of a department, by their names. */
export type Seat = {
  readonly slackId: string;
  readonly name: string;
  readonly role: PromoterRole;
  readonly department: string;
  readonly section: string;
};

const AT = new Date('2026-04-01T09:00:00+09:00');

/** The id of a section by its names; department and section are added where the record has none of that name. */
const sectionOf = async (
  { departments }: Pick<WorkspaceRecord, 'departments'>,
  { department, section }: Pick<Seat, 'department' | 'section'>,
): Promise<string> => {
  const known = (await departments.all()).find(({ name }) => name === department);
  const departmentId = known?.id ?? randomUUID();
  if (known === undefined)
    await departments.createDepartments([{ id: departmentId, name: department, position: 10 }]);
  const there = known?.sections.find(({ name }) => name === section);
  if (there !== undefined) return there.id;
  const id = randomUUID();
  await departments.createSections([{ id, departmentId, name: section, position: 10 }]);
  return id;
};

/** Puts people in the record, each with a confirmed appointment for the whole of 令和8年度. */
export const seat = async (db: Database, workspaceId: string, seats: readonly Seat[]): Promise<void> => {
  const act = { actor: trusted(workspaceId, 'cli:test', 'cli'), action: 'test', at: AT } as const;
  await db.act(act, async (record) => {
    for (const { slackId, name, role, ...place } of seats) {
      const personId = randomUUID();
      await record.people.create([{ id: personId, slackId, email: null, name }], AT);
      await record.appointments.create([
        {
          ...wholeYear(2026),
          id: randomUUID(),
          personId,
          sectionId: await sectionOf(record, place),
          role,
          recordedBy: act.actor.id,
          recordedAt: AT,
          reportedAt: null,
          confirmedAt: AT,
          guideWanted: false,
        },
      ]);
    }
    return succeed(null);
  });
};

/** Sees to it that the sections of one who is a promoter only in the eyes of a use case are in the record. */
export const seeToSectionsOf = async (db: Database, { workspaceId, posts }: Actor): Promise<void> => {
  const { departments } = db.record(workspaceId);
  for (const { departmentId, sectionId } of posts) {
    const all = await departments.all();
    if (!all.some(({ id }) => id === departmentId))
      await departments.createDepartments([{ id: departmentId, name: departmentId, position: 10 }]);
    if (!all.some(({ sections }) => sections.some(({ id }) => id === sectionId)))
      await departments.createSections([{ id: sectionId, departmentId, name: sectionId, position: 10 }]);
  }
};
