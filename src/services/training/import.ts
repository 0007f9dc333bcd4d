import { randomUUID } from 'node:crypto';
import type { ActingRecord } from '../../db/database.ts';
import type { Actor } from '../../domain/actor.ts';
import { type LocalDate, todayInTokyo } from '../../domain/calendar/local-date.ts';
import type { ImportCounts, ImportProblem } from '../../domain/csv-file.ts';
import { fiscalYearOfRecord, hasBegun } from '../../domain/occasion/date.ts';
import { isSecretariat } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { ImportedTraining, TrainingLineProblem } from '../../domain/training/import.ts';
import {
  OTHER_PROGRAMME,
  programmeProblem,
  type TrainingContentsDraft,
  type TrainingFacts,
  type TrainingProblem,
  type TrainingSession,
  trainingFrom,
} from '../../domain/training/training.ts';
import type { ApprovedImport, ServiceDeps } from '../service-deps.ts';

/** A file may hold the training of decades; nobody waits for a form meanwhile. */
const IMPORT_WITHIN_MS = 10 * 60_000;

/** The programme of a line that names one: any id will do until it is looked up. */
const NO_PROGRAMME = '00000000-0000-4000-8000-000000000000';

const isEqual = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Whether a row and a session are of the same training, at the same time and place. */
const isSameSession = (facts: TrainingFacts, session: TrainingSession): boolean =>
  session.programmeId === facts.programmeId &&
  session.otherName === facts.otherName &&
  session.way === facts.way &&
  session.place === facts.place &&
  isEqual(session.date, facts.date);

/** Whether the record has all that a row says of a session; an empty cell says nothing. */
const saysTheSame = (
  { audience, headCount }: TrainingFacts,
  { lecturer, content, link }: TrainingContentsDraft,
  session: TrainingSession,
): boolean => {
  const { contents } = session;
  const said = [
    [lecturer, contents.lecturer],
    [content, contents.content],
    [link, contents.link],
  ] as const;
  return (
    audience === session.audience &&
    (headCount === null || headCount === session.headCount) &&
    said.every(([typed, kept]) => typed === '' || typed === kept)
  );
};

/** One import at work: `before` are the sessions that stood in the record when it began. */
type Work = {
  readonly record: ActingRecord;
  readonly actor: Actor;
  readonly at: Date;
  readonly today: LocalDate;
  readonly added: Set<string>;
};

/** The facts of a row, its programme looked up and held. */
const factsOf = async (
  { record, today }: Work,
  { programmeName, draft }: ImportedTraining,
): Promise<Result<TrainingFacts, TrainingProblem>> => {
  const programme = programmeName === null ? OTHER_PROGRAMME : NO_PROGRAMME;
  const facts = trainingFrom({ ...draft, programme });
  if (!facts.ok) return facts;
  // Nobody is asked afterwards whether what came by a file took place.
  if (!hasBegun(facts.value.date, today)) return refuse({ field: 'heldOn', kind: 'training-still-to-come' });
  if (programmeName === null) return facts;
  const fiscalYear = fiscalYearOfRecord(facts.value.date);
  const found = (await record.programmes.nameable(fiscalYear)).find(({ name }) => name === programmeName);
  if (found !== undefined) await record.programmes.lock(found.id);
  const isNotHeld = found !== undefined && (await record.programmes.notHeldIn(fiscalYear)).includes(found.id);
  const problem = programmeProblem(found, isNotHeld, fiscalYear);
  return problem === undefined
    ? succeed({ ...facts.value, programmeId: found?.id ?? null })
    : refuse(problem);
};

const importOne = async (
  work: Work,
  row: ImportedTraining,
): Promise<Result<'added' | 'known', TrainingProblem>> => {
  const { record, actor, at, added } = work;
  const facts = await factsOf(work, row);
  if (!facts.ok) return facts;
  const { contents } = row;
  const standing = await record.trainings.ofYear(fiscalYearOfRecord(facts.value.date));
  const same = standing.filter((session) => isSameSession(facts.value, session));
  if (same.some((session) => saysTheSame(facts.value, contents, session))) return succeed('known');
  // Two rows of one file that differ are two sessions of one day; one that differs from the record would be it again.
  if (same.some(({ id }) => !added.has(id)))
    return refuse({ field: 'programme', kind: 'training-known-otherwise' });
  const id = randomUUID();
  await record.trainings.create(id, facts.value, {
    by: actor.id,
    forSection: null,
    at,
    confirmed: true,
    heldConfirmed: true,
  });
  await record.trainings.putContents(id, contents);
  await record.audit({ subject: subjectOf('training', id), after: { ...facts.value, contents } });
  added.add(id);
  return succeed('added');
};

/**
 * Records past training of a file, all or nothing, and sends nothing. A session that stands in the record is left alone,
 * so that importing a file twice changes nothing; one of which the record says something else is refused, so that nothing
 * of the file is lost unsaid and nobody is counted twice. A dry run is refused at its end with what it would have done,
 * and so is an `approved` file that would do something else than was shown.
 */
export const importTrainings = async (
  { clock, db }: ServiceDeps,
  rows: readonly ImportedTraining[],
  dryRun: boolean,
  actor: Actor,
  approved?: ApprovedImport<ImportCounts>,
): Promise<Result<ImportCounts, ImportProblem<TrainingLineProblem, ImportCounts> | Refusal>> => {
  const at = clock.now();
  return db.submit<ImportCounts, ImportProblem<TrainingLineProblem, ImportCounts> | Refusal>(
    { actor, action: 'import-trainings', at, withinMs: IMPORT_WITHIN_MS },
    approved && { key: approved.key, content: approved.draft, changes: true },
    async (record) => {
      if (!isSecretariat(actor)) return refuse({ kind: 'not-allowed', who: 'secretariat' });
      const work: Work = { record, actor, at, today: todayInTokyo(at), added: new Set() };
      const lines: TrainingLineProblem[] = [];
      const counts = { added: 0, known: 0 };
      for (const row of rows) {
        const imported = await importOne(work, row);
        if (imported.ok) counts[imported.value] += 1;
        else lines.push({ line: row.line, problem: imported.error });
      }
      if (lines.length > 0) return refuse({ kind: 'lines', lines });
      if (dryRun) return refuse({ kind: 'dry-run', would: counts });
      return approved?.isAsShown(counts) === false
        ? refuse({ kind: 'needs-yes', would: counts })
        : succeed(counts);
    },
  );
};
