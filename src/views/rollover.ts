import type { Button, KnownBlock } from '@slack/types';
import { printFiscalYear } from '../domain/calendar/fiscal-year.ts';
import { joinParts } from '../domain/parts.ts';
import { CARRIED_KINDS, type Carried, type RolloverStep } from '../domain/rollover.ts';
import type { RolloverProgress } from '../services/settings/read-rollover.ts';
import { ACTION_BUTTON } from '../texts/action-item.ts';
import { BODY_MEMBER_FORM } from '../texts/body-member.ts';
import { CHAPTER_TEXT_BUTTON } from '../texts/chapter-text.ts';
import { INQUIRY_BUTTON } from '../texts/inquiry.ts';
import { OPINION_BUTTON } from '../texts/opinion.ts';
import { PROGRAMME_BUTTON } from '../texts/programme.ts';
import { CARRIED_WORD, rolloverSteps, rolloverText } from '../texts/rollover.ts';
import { ROSTER_REPORT_BUTTON } from '../texts/roster-report.ts';
import { SCHEDULE_BUTTON } from '../texts/schedule-plan.ts';
import { SETTINGS_BUTTON } from '../texts/settings.ts';
import { WRITTEN_PROGRESS } from '../texts/written-course.ts';
import { button } from './blocks.ts';
import { firstNamed, stepBlocks } from './steps.ts';

/** How much there is of each kind that has any. */
const counted = ({ facts }: RolloverProgress, of: keyof Carried): readonly string[] =>
  CARRIED_KINDS.filter((kind) => facts.carried[kind][of] > 0).map((kind) =>
    rolloverText.counted(CARRIED_WORD[kind], facts.carried[kind][of]),
  );

const LINES: Readonly<Record<RolloverStep, (progress: RolloverProgress) => readonly string[]>> = {
  roster: ({ turn, facts: { appointments, unconfirmed } }) => [
    appointments === 0
      ? rolloverText.noRoster
      : rolloverText.unconfirmed(printFiscalYear(turn.next), appointments, unconfirmed),
  ],
  bodies: ({ turn, facts }) =>
    firstNamed(facts.withoutMembers, (names, others) =>
      rolloverText.withoutMembers(printFiscalYear(turn.next), names, others),
    ),
  programmes: () => [],
  schedule: ({ facts: { hasMeetings, hasTrainings } }) => [
    ...(hasMeetings ? [] : [rolloverText.noMeetings]),
    ...(hasTrainings ? [] : [rolloverText.noTrainings]),
  ],
  texts: ({ facts }) => [rolloverText.textsLeft(facts.textsLeft)],
  carried: (progress) => {
    const goesOn = counted(progress, 'goesOn');
    return [
      rolloverText.due(counted(progress, 'due')),
      ...(goesOn.length === 0 ? [] : [rolloverText.goesOn(printFiscalYear(progress.turn.next), goesOn)]),
    ];
  },
};

/** What settles a step, for what of it is open. */
const BUTTONS: Readonly<Record<RolloverStep, (progress: RolloverProgress) => readonly Button[]>> = {
  roster: () => [button('roster-confirm.open', ROSTER_REPORT_BUTTON.confirmList, '1')],
  bodies: () => [
    button('body-list.open', SETTINGS_BUTTON.bodies, 'new'),
    button('body-member.open', BODY_MEMBER_FORM.register, 'new'),
  ],
  programmes: () => [button('programme-list.open', PROGRAMME_BUTTON.list, 'new')],
  schedule: () => [button('schedule.new', SCHEDULE_BUTTON.make, 'new')],
  texts: ({ turn }) => [
    button('chapter-text.edit', CHAPTER_TEXT_BUTTON.open, joinParts(turn.closing, 'preface')),
  ],
  carried: ({ turn: { closing }, facts: { carried }, writtenMeetingId }) => [
    ...(carried.actionItems.due > 0 ? [button('action-list.open', ACTION_BUTTON.list, 'new')] : []),
    ...(carried.inquiries.due > 0
      ? [button('inquiry-list.open', INQUIRY_BUTTON.list, joinParts(closing))]
      : []),
    ...(writtenMeetingId === undefined
      ? []
      : [button('written-progress.open', WRITTEN_PROGRESS.title, writtenMeetingId)]),
    ...(carried.opinions.due > 0
      ? [button('opinion-list.open', OPINION_BUTTON.list, joinParts(closing - 1))]
      : []),
  ],
};

/** 年度替わりの準備: what is done in a word, what is open with what settles it; nothing once all is done. */
export const rolloverBlocks = (progress: RolloverProgress | undefined): readonly KnownBlock[] =>
  progress === undefined
    ? []
    : stepBlocks<RolloverStep>({
        prefix: 'rollover',
        steps: progress.steps,
        title: rolloverText.title,
        words: rolloverSteps(printFiscalYear(progress.turn.closing), printFiscalYear(progress.turn.next)),
        lines: (name) => LINES[name](progress),
        buttons: (name) => BUTTONS[name](progress),
      });
