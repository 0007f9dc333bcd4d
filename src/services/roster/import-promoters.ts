import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { ActingRecord } from '../../db/database.ts';
import type { Actor } from '../../domain/actor.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import type { ImportProblem } from '../../domain/csv-file.ts';
import { groupBy } from '../../domain/group-by.ts';
import { may } from '../../domain/permission.ts';
import type { KeptAppointment } from '../../domain/promoter/appointing.ts';
import type { Term } from '../../domain/promoter/appointment.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import {
  countsOf,
  effectsOf,
  endsMany,
  type ImportedRoster,
  type RosterChange,
  type RosterEnding,
  type RosterLineProblem,
  type RosterPlan,
  RosterRow,
  spanOfRoster,
} from '../../domain/roster/import.ts';
import { planRoster } from '../../domain/roster/import-plan.ts';
import { subjectOf } from '../../domain/subject.ts';
import { readKnownRoster, readLinesOfSections } from '../../queries/roster.ts';
import type { FormInput, ServiceDeps } from '../service-deps.ts';

type Acting = { readonly actor: Actor; readonly at: Date };

/** A file may hold thousands of rows; nobody waits for a form meanwhile. */
const IMPORT_WITHIN_MS = 5 * 60_000;

/** Plans as the roster stands now; nobody else changes it until the transaction ends. */
const planNow = async (record: ActingRecord, rows: readonly RosterRow[], at: Date) => {
  await record.appointments.lock();
  const today = todayInTokyo(at);
  return planRoster({ ...(await readKnownRoster(record, spanOfRoster(rows, today))), today }, rows);
};

const keptOf = (
  { appointment, name, place }: RosterChange | RosterEnding,
  { startsOn, endsOn }: Pick<Term, 'startsOn' | 'endsOn'>,
): KeptAppointment => {
  const { person, sectionId, role } = appointment;
  const { department, section } = place;
  return { personId: person.id, sectionId, name, role, department, section, startsOn, endsOn };
};

/** People and places that the record does not have yet; gives the ids of all keys. */
const addPeopleAndPlaces = async (record: ActingRecord, plan: RosterPlan, at: Date) => {
  const ids = new Map<string, string>();
  const idOf = (key: string): string => ids.get(key) ?? key;
  const news = [...plan.newDepartments, ...plan.newSections].map(({ id }) => id);
  for (const key of [...plan.newPeople.map((person) => person.key), ...news]) ids.set(key, randomUUID());
  await record.people.create(
    plan.newPeople.map(({ key, facts }) => ({ ...facts, id: idOf(key) })),
    at,
  );
  for (const { person, facts } of plan.learned) await record.people.put(person.id, facts);
  const departments = plan.newDepartments.map((one) => ({ ...one, id: idOf(one.id) }));
  const sections = plan.newSections.map((one) => ({
    ...one,
    id: idOf(one.id),
    departmentId: idOf(one.departmentId),
  }));
  await record.departments.createDepartments(departments);
  await record.departments.createSections(sections);
  await record.audit(
    ...departments.map((one) => ({ subject: subjectOf('department', one.id), after: one })),
    ...sections.map((one) => ({ subject: subjectOf('section', one.id), after: one })),
    ...plan.learned.map(({ person, facts }) => ({
      subject: subjectOf('person', person.id),
      before: person,
      after: facts,
    })),
  );
  return idOf;
};

const addAppointments = async (
  record: ActingRecord,
  { additions }: RosterPlan,
  idOf: (key: string) => string,
  { actor, at }: Acting,
): Promise<void> => {
  const added = additions.map(({ name, place, personKey, sectionKey, ...rest }) => ({
    ...rest,
    id: randomUUID(),
    kept: { personId: idOf(personKey), sectionId: idOf(sectionKey), name, place },
  }));
  await record.appointments.create(
    added.map(({ id, kept: { personId, sectionId }, role, term, guideWanted }) => ({
      ...term,
      id,
      personId,
      sectionId,
      role,
      guideWanted,
      recordedBy: actor.id,
      recordedAt: at,
      reportedAt: null,
      confirmedAt: at,
    })),
  );
  await record.audit(
    ...added.map(({ id, kept: { place, ...kept }, role, term: { startsOn, endsOn } }) => {
      const { department, section } = place;
      const after: KeptAppointment = { ...kept, role, department, section, startsOn, endsOn };
      return { subject: subjectOf('appointment', id), after };
    }),
  );
};

/** Changes and ends what stands: alike changes together, for they are many on 1 April. */
const changeAppointments = async (
  record: ActingRecord,
  { changes, endings }: RosterPlan,
  at: Date,
): Promise<void> => {
  const wanted = [
    ...changes.map(({ appointment, term, guideWanted }) => ({
      appointment,
      change: { ...term, guideWanted, confirmedAt: appointment.confirmedAt ?? at },
    })),
    ...endings.map(({ appointment, endsOn }) => ({
      appointment,
      change: endsOn === null ? { cancelledAt: at } : { endsOn },
    })),
  ];
  for (const group of groupBy(wanted, ({ change }) => JSON.stringify(change)).values()) {
    const [first] = group;
    const ids = group.map(({ appointment }) => appointment.id);
    if (first !== undefined) await record.appointments.putAll(ids, first.change);
  }
  await record.audit(
    ...changes.map((change) => ({
      subject: subjectOf('appointment', change.appointment.id),
      before: keptOf(change, change.appointment),
      after: keptOf(change, change.term),
    })),
    ...endings.map((ending) => ({
      subject: subjectOf('appointment', ending.appointment.id),
      before: keptOf(ending, ending.appointment),
      after:
        ending.endsOn === null
          ? { cancelled: true }
          : keptOf(ending, { ...ending.appointment, endsOn: ending.endsOn }),
    })),
  );
  // A guide that was sent tells the term.
  for (const { appointment } of wanted)
    if (appointment.guidePlannedAt !== null)
      await record.deliveries.refresh(subjectOf('appointment', appointment.id));
};

const apply = async (record: ActingRecord, plan: RosterPlan, acting: Acting): Promise<ImportedRoster> => {
  const idOf = await addPeopleAndPlaces(record, plan, acting.at);
  await addAppointments(record, plan, idOf, acting);
  await changeAppointments(record, plan, acting.at);
  const touched = [
    ...plan.additions.map(({ sectionKey, term: { fiscalYear } }) => ({
      sectionId: idOf(sectionKey),
      fiscalYear,
    })),
    ...[...plan.changes, ...plan.endings].map(({ appointment }) => appointment),
  ];
  await record.deliveries.refreshLines(await readLinesOfSections(record, touched));
  return { ...countsOf(plan), people: plan.personKeys.map(idOf) };
};

/**
 * Brings the roster to what the rows say, all or nothing, and sends nothing for terms that have begun. A dry run is refused
 * at its end with what it would have done, and so is one that ends more than a tenth of the roster unless that may be.
 */
export const importPromoters = async (
  { clock, db }: ServiceDeps,
  rows: readonly RosterRow[],
  dryRun: boolean,
  actor: Actor,
  mayEndMany = true,
): Promise<Result<ImportedRoster, ImportProblem<RosterLineProblem, RosterPlan> | Refusal>> => {
  const at = clock.now();
  return db.act<ImportedRoster, ImportProblem<RosterLineProblem, RosterPlan> | Refusal>(
    { actor, action: 'import-promoters', at, withinMs: IMPORT_WITHIN_MS },
    async (record) => {
      if (!may(actor, 'manage')) return refuse({ kind: 'not-allowed', who: 'secretariat' });
      const planned = await planNow(record, rows, at);
      if (!planned.ok) return refuse({ kind: 'lines', lines: planned.error });
      if (dryRun) return refuse({ kind: 'dry-run', would: planned.value });
      if (!mayEndMany && endsMany(planned.value)) return refuse({ kind: 'needs-yes', would: planned.value });
      return succeed(await apply(record, planned.value, { actor, at }));
    },
  );
};

/** A file as `readRosterFile` kept it. */
const Kept = z.object({ rows: z.array(RosterRow), shown: z.array(z.string()) });

/** What approving a file came to: it was imported, or it would do something else now. */
export type ApprovedRoster =
  | { readonly kind: 'imported'; readonly done: ImportedRoster }
  | { readonly kind: 'otherwise'; readonly keptId: string; readonly plan: RosterPlan };

/** Why it is not imported: the roster has changed so that lines don't go with it, or what was read is not kept any more. */
export type ApprovalProblem =
  | Exclude<ImportProblem<RosterLineProblem, never>, { readonly kind: 'dry-run' | 'needs-yes' }>
  | { readonly kind: 'not-kept' };

/**
 * Imports the rows of a file that was read and shown. Where the roster has changed since and the import would do something
 * else than was shown, nothing changes: the new plan is to be shown. `draft` is the id of what was shown.
 */
export const importReadRoster = async (
  { clock, db }: ServiceDeps,
  { key, draft: keptId }: FormInput<string>,
  actor: Actor,
): Promise<Result<ApprovedRoster, ApprovalProblem | Refusal>> => {
  const at = clock.now();
  return db.submit<ApprovedRoster, ApprovalProblem | Refusal>(
    { actor, action: 'import-promoters', at, withinMs: IMPORT_WITHIN_MS },
    { key, content: keptId, changes: true },
    async (record) => {
      if (!may(actor, 'manage')) return refuse({ kind: 'not-allowed', who: 'secretariat' });
      const kept = Kept.safeParse(await record.rosterFiles.find(keptId, actor.id, at));
      if (!kept.success) return refuse({ kind: 'not-kept' });
      const { rows, shown } = kept.data;
      const planned = await planNow(record, rows, at);
      if (!planned.ok) return refuse({ kind: 'lines', lines: planned.error });
      const effects = effectsOf(planned.value);
      if (JSON.stringify(effects) !== JSON.stringify(shown)) {
        // Under an id of its own: approving it is not the same form again.
        const shownId = randomUUID();
        await record.rosterFiles.remove(keptId);
        await record.rosterFiles.keep(shownId, { rows, shown: effects }, actor.id, at);
        return succeed({ kind: 'otherwise', keptId: shownId, plan: planned.value });
      }
      const done = await apply(record, planned.value, { actor, at });
      await record.rosterFiles.remove(keptId);
      return succeed({ kind: 'imported', done });
    },
  );
};
