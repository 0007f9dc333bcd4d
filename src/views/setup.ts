import type { KnownBlock } from '@slack/types';
import { joinParts } from '../domain/parts.ts';
import type { SetupStep } from '../domain/setup.ts';
import type { SetupProgress } from '../services/settings/read-setup.ts';
import { BODY_MEMBER_FORM } from '../texts/body-member.ts';
import { PROGRAMME_BUTTON } from '../texts/programme.ts';
import { ROSTER_IMPORT_FORM } from '../texts/roster-import.ts';
import { SETTINGS_BUTTON, SETTINGS_FORM } from '../texts/settings.ts';
import { SETUP_STEP, setupText } from '../texts/setup.ts';
import { button, buttons, header, paragraph } from './blocks.ts';
import type { OpenerButton } from './open-buttons.ts';

const SETTINGS: OpenerButton = { actionId: 'settings.open', words: SETTINGS_FORM };

/** What opens the forms of a step; none where it is done by other means. */
const OPENERS: Readonly<Record<SetupStep, readonly OpenerButton[]>> = {
  settings: [SETTINGS],
  departments: [{ actionId: 'department-list.open', words: SETTINGS_BUTTON.departments }],
  bodies: [
    { actionId: 'body-list.open', words: SETTINGS_BUTTON.bodies },
    { actionId: 'body-member.open', words: BODY_MEMBER_FORM },
  ],
  programmes: [{ actionId: 'programme-list.open', words: PROGRAMME_BUTTON.list }],
  roster: [{ actionId: 'promoter.import.open', words: ROSTER_IMPORT_FORM.import }],
  closingDays: [SETTINGS],
  logChannel: [SETTINGS],
  pastRecords: [],
};

/** はじめの設定: what is done in a word, what is open with its buttons; nothing once all is done. */
export const setupBlocks = (steps: SetupProgress): readonly KnownBlock[] => {
  const done = steps.filter(({ isDone }) => isDone);
  if (done.length === steps.length) return [];
  return [
    header(setupText.title(done.length, steps.length)),
    ...steps.flatMap(({ name, isDone }): readonly KnownBlock[] => {
      const { title, how } = SETUP_STEP[name];
      if (isDone) return [paragraph(setupText.done(title))];
      return [
        paragraph(setupText.open(title, how)),
        ...buttons(
          joinParts('setup', name),
          OPENERS[name].map(({ actionId, words }) => button(actionId, words, 'new')),
        ),
      ];
    }),
  ];
};
