import type { WorkspaceRecord } from '../../db/database.ts';
import type { Body } from '../../domain/body/body.ts';
import { type FiscalYear, fiscalYearOf } from '../../domain/calendar/fiscal-year.ts';
import type { LocalDate } from '../../domain/calendar/local-date.ts';
import { factsOf, type MeetingFacts } from '../../domain/meeting/meeting.ts';
import { compareRecordDates } from '../../domain/occasion/date.ts';
import { type KnownOccasion, offersOf } from '../../domain/schedule/offer.ts';
import type { ScheduleOffers } from '../../domain/schedule/plan.ts';
import { type BaseOccasion, proposeSchedule } from '../../domain/schedule/propose.ts';
import { calendarOf } from '../../domain/settings.ts';
import type { TrainingSession } from '../../domain/training/training.ts';
import { byProgramme } from '../../domain/training/year.ts';
import { UNDER_WAY, type WrittenMeeting } from '../../domain/written-meeting/written-meeting.ts';

/** The tables a schedule is drafted from. */
type Sources = Pick<
  WorkspaceRecord,
  'bodies' | 'didNotMeet' | 'meetings' | 'programmes' | 'settings' | 'trainings' | 'writtenMeetings'
>;

/** What a 書面開催 that is under way will be as a meeting. */
const factsInWriting = ({ bodyId, dueOn, items }: WrittenMeeting, note: string): MeetingFacts => ({
  bodyId,
  way: 'written',
  date: { kind: 'until', day: dueOn },
  note,
  place: '',
  items: items.map(({ text, kind }) => ({ text, kind })),
});

type OfMeeting = { readonly id: string; readonly facts: MeetingFacts };

/** The meetings of a year that stand, and the 書面開催 that have no record of their own yet. */
const readMeetings = async (
  { meetings, writtenMeetings }: Sources,
  bodies: readonly Body[],
  year: FiscalYear,
): Promise<readonly OfMeeting[]> => {
  const [recorded, underWay] = await Promise.all([meetings.ofYear(year), writtenMeetings.inState(UNDER_WAY)]);
  const noteOf = (bodyId: string): string => bodies.find(({ id }) => id === bodyId)?.writtenNote ?? '';
  return [
    ...recorded
      .filter(({ cancelled }) => cancelled === null)
      .map((meeting) => ({ id: meeting.id, facts: factsOf(meeting) })),
    ...underWay
      .filter(({ dueOn, plannedId }) => fiscalYearOf(dueOn) === year && plannedId === null)
      .map((written) => ({ id: written.id, facts: factsInWriting(written, noteOf(written.bodyId)) })),
  ];
};

const ofTraining = ({ programmeId, otherName }: TrainingSession): string => programmeId ?? otherName;

/**
 * Reads what the record of a base year proposes for another, as the form offers it on `today`: of bodies that meet in that year and of
 * all programmes, but for those of which 開催なし stands.
 */
export const readScheduleOffers = async (
  record: Sources,
  { year, baseYear }: { readonly year: FiscalYear; readonly baseYear: FiscalYear },
  today: LocalDate,
): Promise<ScheduleOffers> => {
  const [settings, bodies, bodiesThen, programmes, didNotMeet, programmesNotHeld] = await Promise.all([
    record.settings.read(),
    record.bodies.nameable(year),
    record.bodies.nameable(baseYear),
    record.programmes.nameable(year),
    record.didNotMeet.ofYear(year),
    record.programmes.notHeldIn(year),
  ]);
  const [base, here, sessions, sessionsHere] = await Promise.all([
    readMeetings(record, bodiesThen, baseYear),
    readMeetings(record, bodies, year),
    record.trainings.ofYear(baseYear),
    record.trainings.ofYear(year),
  ]);
  const calendar = calendarOf(settings);
  const names = [...bodies, ...bodiesThen].flatMap(({ name, shortName }) => [name, shortName]);
  const notMeeting = new Set(didNotMeet.map(({ bodyId }) => bodyId));

  const meetings = bodies
    .filter(({ id, kind }) => kind === 'meeting' && !notMeeting.has(id))
    .flatMap((body) =>
      base
        .filter(({ facts }) => facts.bodyId === body.id)
        .toSorted((one, other) => compareRecordDates(one.facts.date, other.facts.date))
        .map(({ id, facts }) => ({ kind: 'meeting' as const, id, body, facts })),
    );
  const trainings = byProgramme(
    programmes,
    sessions.map((session) => ({ session })),
    [],
    baseYear,
  )
    .filter(({ programme }) => programme === null || !programmesNotHeld.includes(programme.id))
    .flatMap((of) => of.sessions.map(({ session }) => ({ kind: 'training' as const, of, session })));

  const occasions: readonly BaseOccasion[] = [
    ...meetings.map(({ kind, id, body, facts: { date, items } }) => ({
      kind,
      id,
      of: body.id,
      name: body.name,
      date,
      items,
      forPromoters: false,
    })),
    ...trainings.map(({ kind, of, session }) => ({
      kind,
      id: session.id,
      of: ofTraining(session),
      name: of.name,
      date: session.date,
      items: [],
      forPromoters: of.programme?.forPromoters ?? false,
    })),
  ];
  const known: readonly KnownOccasion[] = [
    ...here.map(({ id, facts: { bodyId, date, items } }) => ({
      kind: 'meeting' as const,
      id,
      of: bodyId,
      date,
      items,
    })),
    ...sessionsHere.map((session) => ({
      kind: 'training' as const,
      id: session.id,
      of: ofTraining(session),
      date: session.date,
      items: [],
    })),
  ];
  const like = new Map(
    [
      ...meetings.map(({ kind, id, body, facts }) => ({ id, like: { kind, body, facts } })),
      ...trainings.map(({ kind, of, session }) => ({
        id: session.id,
        like: { kind, programme: of.programme, facts: session },
      })),
    ].map(({ id, like: one }) => [id, one] as const),
  );
  const proposals = proposeSchedule(occasions, names, { baseYear, year, calendar });
  return {
    year,
    baseYear,
    calendar,
    offers: offersOf(proposals, known, names, today).flatMap((offer) => {
      const one = like.get(offer.occasion.id);
      return one === undefined ? [] : [{ ...offer, ...one }];
    }),
    known,
    notHeld: [
      ...bodies.filter(({ id }) => notMeeting.has(id)),
      ...programmes.filter(({ id }) => programmesNotHeld.includes(id)),
    ].map(({ name }) => name),
  };
};
