import type { WorkspaceRecord } from '../db/database.ts';
import { isTakenBack, ownWord } from '../domain/attendance/own.ts';
import { todayInTokyo } from '../domain/calendar/local-date.ts';
import type { DeliveryContent } from '../domain/delivery/content.ts';
import { lastDayOfRecord } from '../domain/occasion/date.ts';
import { standingOf } from '../domain/occasion/standing.ts';
import { calendarOf } from '../domain/settings.ts';
import type { SubjectParts } from '../domain/subject.ts';
import { trainingLagOf } from '../domain/training/lag.ts';
import type { TrainingToTell } from '../domain/training/told.ts';
import { NOBODY } from '../domain/training/training.ts';

/** The tables a message about training is written from. */
type Sources = Pick<WorkspaceRecord, 'attendances' | 'people' | 'programmes' | 'settings' | 'trainings'>;

/** A 研修 by its name, as it stands; undefined when it is not in the record. */
export const readNamedTraining = async (
  record: Pick<Sources, 'programmes' | 'settings' | 'trainings'>,
  id: string,
  now: Date,
): Promise<Omit<TrainingToTell, 'contact' | 'recorded'> | undefined> => {
  const session = await record.trainings.find(id);
  if (session === undefined) return undefined;
  const [programme, settings] = await Promise.all([
    session.programmeId === null
      ? undefined
      : record.programmes.find(session.programmeId, session.fiscalYear),
    record.settings.read(),
  ]);
  return {
    session,
    name: programme?.name ?? session.otherName,
    standing: standingOf(session, todayInTokyo(now)),
    askedOn: calendarOf(settings).nextWorkingDay(lastDayOfRecord(session.date)),
  };
};

/** The same as messages speak of it, with how many came. */
export const readTrainingToTell = async (
  record: Sources,
  id: string,
  now: Date,
): Promise<TrainingToTell | undefined> => {
  const named = await readNamedTraining(record, id, now);
  if (named === undefined) return undefined;
  const [counts, { contact }] = await Promise.all([record.attendances.counts([id]), record.settings.read()]);
  return { ...named, recorded: counts.get(id) ?? NOBODY, contact };
};

/** How long promoters have waited for the training of a year. */
export const readTrainingLag = async (
  record: Sources,
  [year]: SubjectParts['training-lag'],
): Promise<DeliveryContent> => {
  const [programmes, sessions, { contact }] = await Promise.all([
    record.programmes.nameable(year),
    record.trainings.ofYear(year),
    record.settings.read(),
  ]);
  return { kind: 'training-lag', year, contact, ...trainingLagOf(year, programmes, sessions) };
};

/** What is recorded of one who is asked about a video; who has taken their word back is asked again. */
export const readWatched = async (record: Sources, sessionId: string, slackId: string) => {
  const person = await record.people.findBySlackId(slackId);
  const attendance = person && (await record.attendances.find(sessionId, person.id));
  if (person === undefined || attendance === undefined) return { state: null, at: null, mayTakeBack: false };
  const events = await record.attendances.eventsOf(sessionId, person.id);
  if (isTakenBack({ events })) return { state: null, at: null, mayTakeBack: false };
  const own = ownWord({ attendance, events }, 'button');
  return {
    state: attendance.state,
    at: (own ?? events.at(-1))?.at ?? null,
    mayTakeBack: own !== undefined,
  };
};

/** A 研修 as it stands for the one who recorded it. */
export const readTrainingRecorded = async (
  record: Sources,
  [id]: SubjectParts['training'],
  now: Date,
): Promise<DeliveryContent | undefined> => {
  const told = await readTrainingToTell(record, id, now);
  return told && { ...told, kind: 'training-recorded' };
};
