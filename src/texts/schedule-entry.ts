import { printAgenda } from '../domain/meeting/agenda.ts';
import { printMeetingNote } from '../domain/meeting/print.ts';
import type { ScheduleEntry } from '../domain/schedule/entry.ts';
import { whenText } from './day-text.ts';
import { WAY_WORD } from './meeting.ts';
import { scheduleText } from './schedule.ts';
import { TRAINING_WAY_WORD } from './training.ts';

/** The days with their weekday where days are known, else the month, and of a meeting what stands beside that. */
export const printEntryDate = (entry: ScheduleEntry): string => {
  const when = whenText(entry.facts.date);
  if (entry.kind === 'training') return when;
  return [when, printMeetingNote(entry.facts)].filter((part) => part !== '').join(' ');
};

/** 案件 and 開催方法 of a meeting, 実施方法 and 会場 of a 研修, a line each. */
export const matterLines = (entry: ScheduleEntry): readonly string[] => {
  if (entry.kind === 'training') {
    const { way, place } = entry.facts;
    return [
      scheduleText.trainingWay(TRAINING_WAY_WORD[way]),
      ...(place === '' ? [] : [scheduleText.venue(place)]),
    ];
  }
  const { items, way } = entry.facts;
  return [...printAgenda(items), ...(way === 'unknown' ? [] : [scheduleText.way(WAY_WORD[way])])];
};
