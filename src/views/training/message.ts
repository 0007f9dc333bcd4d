import type { KnownBlock } from '@slack/types';
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
import { dayText } from '../../texts/day-text.ts';
import { occasionText, STANDING_MARK } from '../../texts/occasion.ts';
import { titleOf } from '../../texts/title.ts';
import { AUDIENCE_TOLD_WORD, TRAINING_WAY_WORD, trainingText } from '../../texts/training.ts';
import { buttons, header, note, paragraph } from '../blocks.ts';
import { escaped } from '../mrkdwn.ts';
import { cancelledMessage } from '../occasion/cancelled-message.ts';
import { changeButtons } from '../occasion/change-buttons.ts';
import { addToCalendarButton } from '../schedule/calendar.ts';

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
  return first === last ? trainingText.codeDay(first ?? '') : occasionText.fromTo(first ?? '', last ?? '');
};

/** Date and place once: with the weekday where days are known, else as the report prints them. */
const dateLine = (session: TrainingSession): string => {
  const days = dayText(session);
  if (days === undefined) return printTrainingDate(session);
  const labelled = session.date.kind === 'until' ? occasionText.dueOn(days) : occasionText.heldOn(days);
  return [labelled, session.place].filter((part) => part !== '').join(' ');
};

/** The marks of a record in front of its name or date; one to come may wait for 確認する too. */
export const trainingMark = (standing: OccasionStanding, { confirmedAt }: TrainingSession): string =>
  standing === 'planned' && confirmedAt === null
    ? `${STANDING_MARK.planned}${STANDING_MARK.unconfirmed}`
    : STANDING_MARK[standing];

const facts = ({ session, name, standing, recorded }: TrainingToTell): string =>
  [
    `${trainingMark(standing, session)}${name}`,
    dateLine(session),
    trainingText.way(TRAINING_WAY_WORD[session.way]),
    ...(session.audience === 'open' ? [] : [trainingText.audience(AUDIENCE_TOLD_WORD[session.audience])]),
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
  ...(standing === 'planned' ? [occasionText.planned(printDayWithWeekday(askedOn))] : []),
  ...(session.confirmedAt === null ? [occasionText.unconfirmed] : []),
];

/** 記録しました, to the person who recorded. */
export const trainingRecordedMessage = (told: TrainingToTell): SlackMessage => {
  const { session, name } = told;
  if (session.cancelled !== null)
    return cancelledMessage(
      { kind: 'training', id: session.id },
      name,
      printTrainingDate(session),
      session.cancelled,
    );
  const notes = [occasionText.fiscalYear(printFiscalYear(session.fiscalYear)), ...standingNotes(told)];
  return {
    text: escaped(titleOf(occasionText.recorded, `${name} ${printTrainingDate(session)}`)),
    blocks: [
      header(occasionText.recorded),
      paragraph(facts(told)),
      ...contents(session),
      ...reception(session),
      ...notes.map(note),
      ...buttons('training', [
        ...changeButtons({ kind: 'training', id: session.id }),
        ...(told.standing === 'planned' ? [addToCalendarButton({ kind: 'training', id: session.id })] : []),
      ]),
    ],
  };
};
