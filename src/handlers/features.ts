import { attendanceFeature } from './attendance.ts';
import { bodyFeature } from './body.ts';
import { gatherCommands, hintOf } from './commands.ts';
import { didNotMeetFeature } from './did-not-meet.ts';
import { createKyodoFeature } from './kyodo.ts';
import { meetingFeature } from './meeting.ts';
import { meetingChangeFeature } from './meeting-change.ts';
import { programmeFeature } from './programme.ts';
import { trainingFeature } from './training.ts';
import { trainingChangeFeature } from './training-change.ts';
import { trainingNumbersFeature } from './training-numbers.ts';
import type { Feature } from './types.ts';

const OTHERS: readonly Feature[] = [
  meetingFeature,
  meetingChangeFeature,
  didNotMeetFeature,
  bodyFeature,
  trainingFeature,
  trainingChangeFeature,
  attendanceFeature,
  programmeFeature,
  trainingNumbersFeature,
];

/** Everything the bot can do, in the order in which people read of it. */
export const FEATURES: readonly Feature[] = [createKyodoFeature(OTHERS), ...OTHERS];

/** Every slash command with what Slack shows beside it. */
export const COMMANDS: readonly { readonly command: string; readonly hint: string }[] = [
  ...gatherCommands(FEATURES),
].map(([command, subcommands]) => ({ command, hint: hintOf(subcommands) }));

/** The callback ids of the global shortcuts. */
export const SHORTCUTS: readonly string[] = FEATURES.flatMap(({ shortcuts = {} }) => Object.keys(shortcuts));
