import type { Settings } from './settings.ts';

/** What is there of all that a workspace begins with. */
export type SetupFacts = {
  readonly settings: Pick<Settings, 'revision' | 'logChannel'>;
  /** Whether a body of the present fiscal year is still marked 例. */
  readonly hasExamples: boolean;
  readonly programmes: boolean;
  /** Whether a 研修の種類 of the present fiscal year is still marked 例. */
  readonly hasExampleProgrammes: boolean;
  readonly sections: boolean;
  readonly bodies: boolean;
  /** The bodies that meet and have no 委員, by name. */
  readonly withoutMembers: readonly string[];
  readonly appointments: boolean;
  readonly earlierMeetings: boolean;
};

/** はじめの設定, step by step: what the secretariat sees to in the beginning, and by what each is known to be done. */
export const SETUP_STEPS = [
  { name: 'settings', isDone: ({ settings }) => settings.revision > 0 },
  { name: 'departments', isDone: ({ sections }) => sections },
  {
    name: 'bodies',
    isDone: ({ bodies, hasExamples, withoutMembers }) =>
      bodies && !hasExamples && withoutMembers.length === 0,
  },
  {
    name: 'programmes',
    isDone: ({ programmes, hasExampleProgrammes }) => programmes && !hasExampleProgrammes,
  },
  { name: 'roster', isDone: ({ appointments }) => appointments },
  { name: 'closingDays', isDone: ({ settings }) => settings.revision > 0 },
  { name: 'logChannel', isDone: ({ settings }) => settings.logChannel !== null },
  { name: 'pastRecords', isDone: ({ earlierMeetings }) => earlierMeetings },
] as const satisfies readonly {
  readonly name: string;
  readonly isDone: (facts: SetupFacts) => boolean;
}[];

export type SetupStep = (typeof SETUP_STEPS)[number]['name'];
