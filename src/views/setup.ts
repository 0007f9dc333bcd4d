import type { KnownBlock } from '@slack/types';
import { joinParts } from '../domain/parts.ts';
import type { SetupStep } from '../domain/setup.ts';
import type { SetupProgress } from '../services/settings/read-setup.ts';
import { BODY_MEMBER_FORM } from '../texts/body-member.ts';
import { PAST_FORM } from '../texts/past-records.ts';
import { PROGRAMME_BUTTON } from '../texts/programme.ts';
import { ROSTER_IMPORT_FORM } from '../texts/roster-import.ts';
import { SETTINGS_BUTTON, SETTINGS_FORM } from '../texts/settings.ts';
import { SETUP_STEP, setupText } from '../texts/setup.ts';
import { button, buttons, header, paragraph } from './blocks.ts';
import { keepExamplesButton } from './keep-examples.ts';
import type { OpenerButton } from './open-buttons.ts';

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

/** So many bodies without 委員 are named. */
const MOST_NAMED = 5;

const lacking = (names: readonly string[]): readonly string[] =>
  names.length === 0
    ? []
    : [setupText.withoutMembers(names.slice(0, MOST_NAMED), Math.max(0, names.length - MOST_NAMED))];

/** The steps done from the first of these on, a line each: they stand close together. */
const doneLines = (steps: SetupProgress['steps']): string => {
  const end = steps.findIndex(({ isDone }) => !isDone);
  return steps
    .slice(0, end === -1 ? steps.length : end)
    .map(({ name }) => setupText.done(SETUP_STEP[name].title))
    .join('\n');
};

/** はじめの設定: what is done in a word, what is open with its buttons; nothing once all is done. */
export const setupBlocks = (progress: SetupProgress | undefined): readonly KnownBlock[] => {
  if (progress === undefined) return [];
  const { steps, withoutMembers } = progress;
  const done = steps.filter(({ isDone }) => isDone);
  if (done.length === steps.length) return [];
  return [
    header(setupText.title(done.length, steps.length)),
    ...steps.flatMap(({ name, isDone }, index): readonly KnownBlock[] => {
      if (isDone) return steps[index - 1]?.isDone ? [] : [paragraph(doneLines(steps.slice(index)))];
      const { title, how } = SETUP_STEP[name];
      return [
        paragraph(
          [setupText.open(title, how), ...(name === 'bodies' ? lacking(withoutMembers) : [])].join('\n'),
        ),
        ...buttons(joinParts('setup', name), [
          ...OPENERS[name].map(({ actionId, words }) => button(actionId, words, 'new')),
          ...keeping(name, progress),
        ]),
      ];
    }),
  ];
};
