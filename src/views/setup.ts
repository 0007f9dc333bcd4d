import type { KnownBlock } from '@slack/types';
import type { SetupStep } from '../domain/setup.ts';
import type { SetupProgress } from '../services/settings/read-setup.ts';
import { BODY_MEMBER_FORM } from '../texts/body-member.ts';
import { PAST_FORM } from '../texts/past-records.ts';
import { PROGRAMME_BUTTON } from '../texts/programme.ts';
import { ROSTER_IMPORT_FORM } from '../texts/roster-import.ts';
import { SETTINGS_BUTTON, SETTINGS_FORM } from '../texts/settings.ts';
import { SETUP_STEP, setupText } from '../texts/setup.ts';
import { button } from './blocks.ts';
import { keepExamplesButton } from './keep-examples.ts';
import type { OpenerButton } from './open-buttons.ts';
import { firstNamed, stepBlocks } from './steps.ts';

const SETTINGS: OpenerButton = { actionId: 'settings.open', words: SETTINGS_FORM };

/** What opens the forms of a step. */
const OPENERS: Readonly<Record<SetupStep, readonly OpenerButton[]>> = {
  settings: [SETTINGS],
  departments: [{ actionId: 'department-list.open', words: SETTINGS_BUTTON.departments }],
  bodies: [
    { actionId: 'body-list.open', words: SETTINGS_BUTTON.bodies },
    { actionId: 'body-member.open', words: BODY_MEMBER_FORM.register },
  ],
  programmes: [{ actionId: 'programme-list.open', words: PROGRAMME_BUTTON.list }],
  roster: [{ actionId: 'promoter.import.open', words: ROSTER_IMPORT_FORM }],
  closingDays: [SETTINGS],
  logChannel: [SETTINGS],
  pastRecords: [{ actionId: 'past-records.open', words: PAST_FORM }],
};

/** 例をすべてこのまま使う, in the step of what is example still. */
const keeping = (name: SetupStep, { hasExamples, hasExampleProgrammes }: SetupProgress) => {
  if (name === 'bodies' && hasExamples) return [keepExamplesButton('body')];
  return name === 'programmes' && hasExampleProgrammes ? [keepExamplesButton('programme')] : [];
};

/** はじめの設定: what is done in a word, what is open with its buttons; nothing once all is done. */
export const setupBlocks = (progress: SetupProgress | undefined): readonly KnownBlock[] =>
  progress === undefined
    ? []
    : stepBlocks<SetupStep>({
        prefix: 'setup',
        steps: progress.steps,
        title: setupText.title,
        words: SETUP_STEP,
        lines: (name) =>
          name === 'bodies' ? firstNamed(progress.withoutMembers, setupText.withoutMembers) : [],
        buttons: (name) => [
          ...OPENERS[name].map(({ actionId, words }) => button(actionId, words, 'new')),
          ...keeping(name, progress),
        ],
      });
