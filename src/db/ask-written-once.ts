import { askByState, askOnce, type Memory } from './ask-once.ts';
import type { WorkspaceRecord } from './database.ts';
import { earliestDueFirst } from './written-meetings.ts';

type Tables = Pick<WorkspaceRecord, 'bodyMembers' | 'writtenAnswers' | 'writtenMeetings'>;

/** 書面開催 that are under way, and of whom one is asked: several parts of an answer show the same ones. */
export const askWrittenOnce = (
  { bodyMembers, writtenAnswers, writtenMeetings }: Tables,
  memory: Memory,
): Tables => ({
  bodyMembers: { ...bodyMembers, all: askOnce(bodyMembers.all, memory) },
  writtenMeetings: {
    ...writtenMeetings,
    inState: askByState(writtenMeetings.inState, earliestDueFirst, memory),
  },
  writtenAnswers: {
    ...writtenAnswers,
    votersOf: askOnce(writtenAnswers.votersOf, memory),
    answersOf: askOnce(writtenAnswers.answersOf, memory),
  },
});
