import type { Button, KnownBlock } from '@slack/types';
import { printCode } from '../../domain/attendance/reception-code.ts';
import { printFiscalYear } from '../../domain/calendar/fiscal-year.ts';
import { printDayWithWeekday } from '../../domain/calendar/japanese-era.ts';
import { shorten } from '../../domain/letters.ts';
import { firstDayOfRecord, lastDayOfRecord } from '../../domain/occasion/date.ts';
import type { OccasionStanding } from '../../domain/occasion/standing.ts';
import type { TrainingToTell } from '../../domain/training/told.ts';
import {
  countsDiffer,
  participantsOf,
  printTrainingDate,
  type Recorded,
  type TrainingSession,
} from '../../domain/training/training.ts';
import type { SlackMessage } from '../../slack/message.ts';
import { MEETING_BUTTON, meetingText, STANDING_MARK } from '../../texts/meeting.ts';
import { titleOf } from '../../texts/title.ts';
import { AUDIENCE_WORD, TRAINING_WAY_WORD, trainingText } from '../../texts/training.ts';
import { button, buttons, header, note, paragraph } from '../blocks.ts';
import { escaped } from '../mrkdwn.ts';
import { dayText } from '../occasion/day-text.ts';

/** The buttons of a record that may be changed. */
export const trainingButtons = (sessionId: string): readonly Button[] => [
  button('training.contents', MEETING_BUTTON.contents, sessionId),
  button('training.edit', MEETING_BUTTON.edit, sessionId),
  button('training.cancel', MEETING_BUTTON.cancel, sessionId),
];

/** What is known of who came: the head count, the recorded people, and whether the two differ. */
export const countLines = (session: TrainingSession, recorded: Recorded): readonly string[] => {
  const participants = participantsOf(session, recorded);
  const { present, partial, absent } = recorded;
  const counts = [
    ...(participants === null ? [] : [trainingText.participants(participants)]),
    ...(present + partial + absent === 0 ? [] : [trainingText.present(present + partial)]),
  ];
  return [
    ...(counts.length === 0 ? [] : [counts.join('・')]),
    ...(countsDiffer(session, recorded) ? [trainingText.countsDiffer] : []),
  ];
};

/** The days on which its reception code is taken, with their weekday. */
export const receptionDays = ({ date }: TrainingSession): string => {
  const [first, last] = [firstDayOfRecord(date), lastDayOfRecord(date)].map(printDayWithWeekday);
  return first === last ? trainingText.codeDay(first ?? '') : meetingText.fromTo(first ?? '', last ?? '');
};

const dayLine = (session: TrainingSession): readonly string[] => {
  const days = dayText(session);
  if (days === undefined) return [];
  return [session.date.kind === 'until' ? trainingText.dueOn(days) : trainingText.heldOn(days)];
};

/** The marks of a record in front of its name or date; one to come may wait for 確認する too. */
export const trainingMark = (standing: OccasionStanding, { confirmedAt }: TrainingSession): string =>
  standing === 'planned' && confirmedAt === null
    ? `${STANDING_MARK.planned}${STANDING_MARK.unconfirmed}`
    : STANDING_MARK[standing];

const facts = ({ session, name, standing, recorded }: TrainingToTell): string =>
  [
    `${trainingMark(standing, session)}${name}`,
    printTrainingDate(session),
    ...dayLine(session),
    trainingText.way(TRAINING_WAY_WORD[session.way]),
    ...(session.audience === 'open' ? [] : [trainingText.audience(AUDIENCE_WORD[session.audience])]),
    ...countLines(session, recorded),
    ...(session.printedTogether ? [trainingText.together] : []),
  ].join('\n');

const MOST_CONTENT = 1500;

const contents = ({ contents: { lecturer, content, link } }: TrainingSession): readonly KnownBlock[] => {
  const lines = [
    ...(lecturer === '' ? [] : [trainingText.lecturer(lecturer)]),
    ...(content === '' ? [] : [trainingText.content(shorten(content, MOST_CONTENT))]),
    ...(link === '' ? [] : [trainingText.link(link)]),
  ];
  return lines.length === 0 ? [] : [paragraph(lines.join('\n'))];
};

/** The code in large figures, when it is taken, and what to type. */
const reception = (session: TrainingSession): readonly KnownBlock[] => {
  if (session.code === null) return [];
  const code = printCode(session.code);
  return [
    header(trainingText.code(code)),
    paragraph(
      [
        trainingText.codeDays(receptionDays(session)),
        trainingText.codeHow(trainingText.codeTyped(code)),
      ].join('\n'),
    ),
  ];
};

const standingNotes = ({ session, standing, askedOn }: TrainingToTell): readonly string[] => [
  ...(standing === 'planned' ? [trainingText.planned(printDayWithWeekday(askedOn))] : []),
  ...(session.confirmedAt === null ? [trainingText.unconfirmed] : []),
];

/** The message when a record was taken back, in place of what stood there. */
const cancelledMessage = ({ session, name }: TrainingToTell): SlackMessage => ({
  text: escaped(titleOf(trainingText.cancelled, name)),
  blocks: [
    header(trainingText.cancelled),
    paragraph(trainingText.cancelledAs(name, session.cancelled?.reason ?? '')),
    paragraph(printTrainingDate(session)),
  ],
});

/** 記録しました, to the person who recorded. */
export const trainingRecordedMessage = (told: TrainingToTell): SlackMessage => {
  const { session, name } = told;
  if (session.cancelled !== null) return cancelledMessage(told);
  const notes = [trainingText.fiscalYear(printFiscalYear(session.fiscalYear)), ...standingNotes(told)];
  return {
    text: escaped(titleOf(trainingText.recorded, `${name} ${printTrainingDate(session)}`)),
    blocks: [
      header(trainingText.recorded),
      paragraph(facts(told)),
      ...contents(session),
      ...reception(session),
      ...notes.map(note),
      ...buttons('training', trainingButtons(session.id)),
    ],
  };
};
