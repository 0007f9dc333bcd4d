import { randomUUID } from 'node:crypto';
import type { Actor } from '../../domain/actor.ts';
import {
  type MemberLineProblem,
  type MemberRow,
  type MembersImported,
  planMembers,
} from '../../domain/body/member-import.ts';
import { currentFiscalYear } from '../../domain/calendar/fiscal-year.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import type { ImportProblem } from '../../domain/csv-file.ts';
import { may } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** What was imported, and whom the file names, by their ids. */
export type ImportedMembers = MembersImported & { readonly people: readonly string[] };

const IMPORT_WITHIN_MS = 5 * 60_000;

/** Registers the members of bodies that a file names, all or nothing. A dry run is refused at its end. */
export const importMembers = async (
  { clock, db }: ServiceDeps,
  rows: readonly MemberRow[],
  dryRun: boolean,
  actor: Actor,
): Promise<Result<ImportedMembers, ImportProblem<MemberLineProblem, MembersImported> | Refusal>> => {
  const at = clock.now();
  return db.act<ImportedMembers, ImportProblem<MemberLineProblem, MembersImported> | Refusal>(
    { actor, action: 'import-members', at, withinMs: IMPORT_WITHIN_MS },
    async (record) => {
      if (!may(actor, 'manage')) return refuse({ kind: 'not-allowed', who: 'secretariat' });
      // People come into the record through the roster too: one at a time.
      await record.appointments.lock();
      await record.bodies.lockAll();
      const today = todayInTokyo(at);
      const known = {
        today,
        people: await record.people.all(),
        bodies: await record.bodies.nameable(currentFiscalYear(today)),
        members: await record.bodyMembers.all(),
      };
      const planned = planMembers(known, rows);
      if (!planned.ok) return refuse({ kind: 'lines', lines: planned.error });
      const { newPeople, nearly, learned, members, personKeys } = planned.value;
      const counts = { added: members.length, known: planned.value.known, newPeople, nearly };
      if (dryRun) return refuse({ kind: 'dry-run', would: counts });
      const ids = new Map(newPeople.map(({ key }) => [key, randomUUID()]));
      await record.people.create(
        newPeople.map(({ key, facts }) => ({ ...facts, id: ids.get(key) ?? key })),
        at,
      );
      for (const { person, facts } of learned) {
        await record.people.put(person.id, facts);
        await record.audit({ subject: subjectOf('person', person.id), before: person, after: facts });
      }
      for (const { personKey, ...facts } of members) {
        const id = randomUUID();
        const after = { ...facts, personId: ids.get(personKey) ?? personKey, copiedTo: [], proxies: [] };
        await record.bodyMembers.create(id, after, { by: actor.id, at });
        await record.audit({ subject: subjectOf('body-member', id), after });
      }
      return succeed({ ...counts, people: personKeys.map((key) => ids.get(key) ?? key) });
    },
  );
};
