import { randomUUID } from 'node:crypto';
import type { Actor } from '../../domain/actor.ts';
import type { ImportCounts, ImportProblem } from '../../domain/csv-file.ts';
import { may } from '../../domain/permission.ts';
import { type PersonLineProblem, type PersonRow, planPeople } from '../../domain/person/people-import.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** As `ImportCounts`, with those of whom something was learned. */
export type PeopleCounts = ImportCounts & { readonly learned: number };

/** What was imported, and whom the file names, by their ids. */
export type ImportedPeople = PeopleCounts & { readonly people: readonly string[] };

const IMPORT_WITHIN_MS = 5 * 60_000;

/** Adds the people of a file and what it says of those in the record, all or nothing. A dry run is refused at its end. */
export const importPeople = async (
  { clock, db }: ServiceDeps,
  rows: readonly PersonRow[],
  dryRun: boolean,
  actor: Actor,
): Promise<Result<ImportedPeople, ImportProblem<PersonLineProblem, PeopleCounts> | Refusal>> => {
  const at = clock.now();
  return db.act<ImportedPeople, ImportProblem<PersonLineProblem, PeopleCounts> | Refusal>(
    { actor, action: 'import-people', at, withinMs: IMPORT_WITHIN_MS },
    async (record) => {
      if (!may(actor, 'manage')) return refuse({ kind: 'not-allowed', who: 'secretariat' });
      // People come into the record through the roster too: one at a time.
      await record.appointments.lock();
      const planned = planPeople(await record.people.all(), rows);
      if (!planned.ok) return refuse({ kind: 'lines', lines: planned.error });
      const { newPeople, learned, personKeys } = planned.value;
      const counts = {
        added: newPeople.length,
        learned: learned.length,
        known: rows.length - newPeople.length - learned.length,
      };
      if (dryRun) return refuse({ kind: 'dry-run', would: counts });
      const ids = new Map(newPeople.map(({ key }) => [key, randomUUID()]));
      const added = newPeople.map(({ key, facts }) => ({ ...facts, id: ids.get(key) ?? key }));
      await record.people.create(added, at);
      for (const { person, facts } of learned) await record.people.put(person.id, facts);
      await record.audit(
        ...added.map((after) => ({ subject: subjectOf('person', after.id), after })),
        ...learned.map(({ person, facts }) => ({
          subject: subjectOf('person', person.id),
          before: person,
          after: facts,
        })),
      );
      return succeed({ ...counts, people: personKeys.map((key) => ids.get(key) ?? key) });
    },
  );
};
