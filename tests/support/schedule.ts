import type { ScheduleEntry } from '../../src/domain/schedule/entry.ts';
import { subjectOf } from '../../src/domain/subject.ts';
import type { ScheduleToTake } from '../../src/services/schedule/take.ts';
import { aMeeting } from './meetings.ts';
import { aTraining } from './trainings.ts';

type MeetingEntry = Extract<ScheduleEntry, { readonly kind: 'meeting' | 'written-meeting' }>;
type TrainingEntry = Extract<ScheduleEntry, { readonly kind: 'training' }>;

/** A date of the schedule: the written meeting of 10 August 2023 unless told otherwise. */
export const aMeetingEntry = (
  facts: Partial<MeetingEntry['facts']> = {},
  entry: Partial<Omit<MeetingEntry, 'facts'>> = {},
): ScheduleEntry => {
  const { id: own, bodyId, way, date, note, place, items } = aMeeting();
  const { id = own } = entry;
  return {
    kind: 'meeting',
    id,
    title: '協働推進本部会議',
    standing: 'settled',
    isCalledOff: false,
    uid: id,
    rows: [subjectOf('meeting', id)],
    ...entry,
    facts: { bodyId, way, date, note, place, items, ...facts },
  };
};

/** The promoters' training of 令和6年1月 unless told otherwise. */
export const aTrainingEntry = (
  facts: Partial<TrainingEntry['facts']> = {},
  entry: Partial<Omit<TrainingEntry, 'facts'>> = {},
): ScheduleEntry => {
  const { id: own, programmeId, otherName, way, date, place, audience, headCount } = aTraining();
  const { id = own } = entry;
  return {
    kind: 'training',
    id,
    title: '協働推進員研修',
    standing: 'settled',
    isCalledOff: false,
    uid: id,
    rows: [subjectOf('training', id)],
    ...entry,
    facts: { programmeId, otherName, way, date, place, audience, headCount, ...facts },
  };
};

/** The schedule of fiscal 2023 with these dates, none of them changed, as of 24 November 2026. */
export const aSchedule = (
  entries: readonly ScheduleEntry[],
  schedule: Partial<Omit<ScheduleToTake, 'entries'>> = {},
): ScheduleToTake => ({
  workspaceId: 'T0PRACTICE',
  year: 2023,
  at: new Date('2026-11-24T10:00:00+09:00'),
  notHeld: [],
  ...schedule,
  entries: entries.map((entry) => ({ entry, changes: 0, changedAt: null })),
});
