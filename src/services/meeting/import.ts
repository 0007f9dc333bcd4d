import { randomUUID } from 'node:crypto';
import type { ActingRecord } from '../../db/database.ts';
import type { Actor } from '../../domain/actor.ts';
import { bodiesCalled } from '../../domain/body/body.ts';
import { type LocalDate, todayInTokyo } from '../../domain/calendar/local-date.ts';
import type { ImportCounts, ImportProblem } from '../../domain/csv-file.ts';
import type { ImportedMeeting } from '../../domain/meeting/import.ts';
import {
  bodyToRecord,
  contentsFrom,
  type Meeting,
  type MeetingContents,
  MeetingContentsDraft,
  type MeetingFacts,
  type MeetingProblem,
  meetingFrom,
} from '../../domain/meeting/meeting.ts';
import { printMeetingDate } from '../../domain/meeting/print.ts';
import { isSameMeeting } from '../../domain/meeting/same-day.ts';
import { fiscalYearOfRecord, hasBegun } from '../../domain/occasion/date.ts';
import { isSecretariat } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { ApprovedImport, ServiceDeps } from '../service-deps.ts';

/** What is wrong with which line; a file with any such line changes nothing. */
export type LineProblem = { readonly line: number; readonly problem: MeetingProblem };
/** A file may hold the meetings of decades; nobody waits for a form meanwhile. */
const IMPORT_WITHIN_MS = 10 * 60_000;
const NO_CONTENTS = contentsFrom(MeetingContentsDraft.parse({}));
const NO_BODY = '00000000-0000-0000-0000-000000000000';

const isEqual = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

const isSame = (facts: MeetingFacts, meeting: Meeting): boolean => {
  const { way, date, note, place, items } = meeting;
  const { bodyId: _, ...rest } = facts;
  return isEqual(rest, { way, date, note, place, items });
};

/** Whether the record has all that a row says of a meeting's contents; a row without contents says nothing. */
const hasContents = (kept: MeetingContents, { contents }: Meeting): boolean =>
  isEqual(kept, NO_CONTENTS) || isEqual(kept, contents);

/** One import at work: `added` are the meetings of this file, by id. */
type Work = {
  readonly actor: Actor;
  readonly at: Date;
  readonly today: LocalDate;
  readonly added: Set<string>;
};

const importOne = async (
  record: ActingRecord,
  { bodyName, draft, contents }: ImportedMeeting,
  { actor, at, today, added }: Work,
): Promise<Result<'added' | 'known', MeetingProblem>> => {
  const facts = meetingFrom({ ...draft, bodyId: NO_BODY });
  if (!facts.ok) return facts;
  // Nobody is asked afterwards whether what came by a file took place.
  if (!hasBegun(facts.value.date, today)) return refuse({ field: 'heldOn', kind: 'still-to-come' });
  const year = fiscalYearOfRecord(facts.value.date);
  const bodies = await record.bodies.nameable(year);
  const [found, ...others] = bodiesCalled(bodies, bodyName);
  if (others.length > 0) return refuse({ field: 'bodyId', kind: 'ambiguous-body' });
  if (found !== undefined) await record.bodies.lock(found.id);
  const body = bodyToRecord(found, found && (await record.didNotMeet.find(found.id, year)));
  if (!body.ok) return body;
  const bodyId = body.value.id;
  const standing = await record.meetings.standing(bodyId, year);
  const kept = contentsFrom(contents);
  const known = standing.find((meeting) => isSame(facts.value, meeting));
  if (known !== undefined)
    return hasContents(kept, known) ? succeed('known') : refuse({ field: 'bodyId', kind: 'known-otherwise' });
  // Two rows of one file that differ are two meetings of one day; one beside a record can only be asked about in Slack.
  const same = standing.find((one) => isSameMeeting({ ...facts.value, bodyId }, one) && !added.has(one.id));
  if (same !== undefined)
    return refuse({ field: 'heldOn', kind: 'same-day-stands', printed: printMeetingDate(same) });

  const id = randomUUID();
  await record.meetings.create(
    id,
    { ...facts.value, bodyId },
    { by: actor.id, forSection: null, at, confirmed: true, heldConfirmed: true },
  );
  await record.meetings.putContents(id, kept);
  await record.audit({
    subject: subjectOf('meeting', id),
    after: { ...facts.value, bodyId, contents: kept },
  });
  added.add(id);
  return succeed('added');
};

/**
 * Records past meetings of a file, all or nothing, and sends nothing. A meeting that stands in the record word for word is
 * left alone, so that importing a file twice changes nothing; one whose contents differ is refused, and so is one of the same body,
 * day and 案件 of which the record says something else, so that nothing of the file is lost unsaid. A dry run is refused at its end
 * with what it would have done, and so is an `approved` file that would do something else than was shown.
 */
export const importMeetings = async (
  { clock, db }: ServiceDeps,
  rows: readonly ImportedMeeting[],
  dryRun: boolean,
  actor: Actor,
  approved?: ApprovedImport<ImportCounts>,
): Promise<Result<ImportCounts, ImportProblem<LineProblem, ImportCounts> | Refusal>> => {
  const at = clock.now();
  const today = todayInTokyo(at);
  return db.submit<ImportCounts, ImportProblem<LineProblem, ImportCounts> | Refusal>(
    { actor, action: 'import-meetings', at, withinMs: IMPORT_WITHIN_MS },
    approved && { key: approved.key, content: approved.draft, changes: true },
    async (record) => {
      if (!isSecretariat(actor)) return refuse({ kind: 'not-allowed', who: 'secretariat' });
      const lines: LineProblem[] = [];
      const counts = { added: 0, known: 0 };
      const work: Work = { actor, at, today, added: new Set() };
      for (const row of rows) {
        const imported = await importOne(record, row, work);
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
