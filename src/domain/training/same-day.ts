import { z } from 'zod';
import type { LocalDate } from '../calendar/local-date.ts';
import { isSameDay, plainWords, type SameDayRecord } from '../occasion/same-day.ts';
import { standingOf } from '../occasion/standing.ts';
import { AskedOfSlack } from '../person/chosen.ts';
import { printTrainingDate, TrainingDraft, type TrainingFacts, type TrainingSession } from './training.ts';

/** What was typed into 研修を記録, with what Slack says of those chosen whom the record does not know. */
export const TypedTraining = z.object({ draft: TrainingDraft, asked: AskedOfSlack.readonly() });
export type TypedTraining = z.infer<typeof TypedTraining>;

type Matter = Pick<TrainingFacts, 'programmeId' | 'otherName' | 'date'>;

/** Whether they may be one 研修, recorded twice: of the same programme, or その他 of the same name, on the same day. */
export const isSameTraining = (one: Matter, other: Matter): boolean =>
  one.programmeId === other.programmeId &&
  plainWords(one.otherName) === plainWords(other.otherName) &&
  isSameDay(one.date, other.date);

/** 研修 as the question about them shows them. */
export const shownTrainings = (
  programmeName: string | undefined,
  sessions: readonly TrainingSession[],
  today: LocalDate,
): readonly SameDayRecord[] =>
  sessions.map((session) => ({
    name: programmeName ?? session.otherName,
    printed: printTrainingDate(session),
    agenda: [],
    standing: standingOf(session, today),
  }));
