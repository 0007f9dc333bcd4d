import { randomUUID } from 'node:crypto';
import type { Database } from '../../src/db/database.ts';
import { type Actor, type PromoterRole, trusted } from '../../src/domain/actor.ts';
import { wholeYear } from '../../src/domain/appointment.ts';
import { succeed } from '../../src/domain/result.ts';

/** Somebody with Slack in a post, for the whole of fiscal 2026. */
type Seat = {
  readonly slackId: string;
  readonly name: string;
  readonly role: PromoterRole;
  readonly department: string;
  readonly section: string;
};

const AT = new Date('2026-03-20T10:00:00+09:00');

const actOf = (workspaceId: string) =>
  ({ actor: trusted(workspaceId, 'cli:test', 'cli'), action: 'seat', at: AT }) as const;

/** Puts people into posts of the record, with the departments and sections that are not there yet. */
export const seat = async (db: Database, workspaceId: string, seats: readonly Seat[]): Promise<void> => {
  await db.act(actOf(workspaceId), async (record) => {
    for (const { slackId, name, role, department, section } of seats) {
      const departments = await record.departments.all();
      const known = departments.find((one) => one.name === department);
      const { sectionId } = await record.departments.keep({
        department: known ?? { name: department },
        section: known?.sections.find((one) => one.name === section) ?? { name: section },
      });
      const personId = (await record.people.findBySlackId(slackId))?.id ?? randomUUID();
      if ((await record.people.find(personId)) === undefined)
        await record.people.create([{ id: personId, slackId, email: null, name }], AT);
      const recorded = { recordedBy: 'cli:test', recordedAt: AT, reportedAt: null, confirmedAt: AT };
      await record.appointments.create([
        { id: randomUUID(), personId, sectionId, role, ...wholeYear(2026), ...recorded, guideWanted: false },
      ]);
    }
    return succeed(null);
  });
};

/** Sees to it that the sections of somebody's posts are in the record, so that what they record can name them. */
export const seeToSectionsOf = async (db: Database, { workspaceId, posts }: Actor): Promise<void> => {
  await db.act(actOf(workspaceId), async (record) => {
    for (const { departmentId, sectionId } of posts) {
      const departments = await record.departments.all();
      if (!departments.some(({ id }) => id === departmentId))
        await record.departments.createDepartments([{ id: departmentId, name: departmentId, position: 10 }]);
      if (!departments.some(({ sections }) => sections.some(({ id }) => id === sectionId)))
        await record.departments.createSections([
          { id: sectionId, departmentId, name: sectionId, position: 10 },
        ]);
    }
    return succeed(null);
  });
};
