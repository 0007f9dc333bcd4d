import { printDayWithWeekday } from '../../domain/calendar/japanese-era.ts';
import { AGENDA_WORD } from '../../domain/meeting/agenda.ts';
import { isDecided } from '../../domain/written-meeting/answer.ts';
import { type ItemOutcome, withoutNames } from '../../domain/written-meeting/outcome.ts';
import { standingOfVoters, type VoterStanding } from '../../domain/written-meeting/standing.ts';
import type { MinutesFacts } from '../../services/meeting/read-minutes.ts';
import { OFFICE_WORD } from '../../texts/body-member.ts';
import { RECEIVED_WORD } from '../../texts/inquiry-answer.ts';
import {
  ANSWERED_WORD,
  MINUTES_COLUMN,
  MINUTES_HEADING,
  MINUTES_LABEL,
  minutesText,
  presenceText,
} from '../../texts/minutes.ts';
import { rulingSentence, WRITTEN_RESULT_WORD, writtenRuling } from '../../texts/written-result.ts';
import type { AttendanceRows, ItemRow, MinutesFact } from './rows.ts';

/** What the minutes of a 書面開催 have from what was asked and answered: nothing tells who said what. */
type Written = NonNullable<MinutesFacts['written']>;

export const writtenFacts = ({ meeting }: Written): readonly MinutesFact[] => [
  ...(meeting.documentNumber === ''
    ? []
    : [{ label: MINUTES_LABEL.documentNumber, lines: [meeting.documentNumber] }]),
  ...(meeting.askedOn === null
    ? []
    : [{ label: MINUTES_LABEL.askedOn, lines: [printDayWithWeekday(meeting.askedOn)] }]),
];

const hasAnswered = ({ open }: VoterStanding, items: number): keyof typeof ANSWERED_WORD => {
  if (open.length === items) return 'none';
  return open.length === 0 ? 'all' : 'some';
};

const answeredText = (standing: VoterStanding, items: number): string => {
  const { last, late } = standing;
  const answered = hasAnswered(standing, items);
  if (answered === 'none') return late === 0 ? ANSWERED_WORD.none : minutesText.lateToo(ANSWERED_WORD.none);
  if (answered === 'some' || last === undefined) return ANSWERED_WORD[answered];
  if (last.proxy !== null) return minutesText.answeredByProxy(`${last.proxy.title} ${last.proxy.name}`);
  if (last.received === null) return ANSWERED_WORD.all;
  return minutesText.answeredOnBehalf(RECEIVED_WORD[last.received.by], printDayWithWeekday(last.received.on));
};

/** Every 回答者 in their order, and whether they have answered. */
export const answererRows = ({ meeting, voters, answers, items }: Written): AttendanceRows => {
  const standings = standingOfVoters(meeting, voters, answers);
  const counted = (['all', 'some', 'none'] as const).flatMap((kind) => {
    const count = standings.filter((standing) => hasAnswered(standing, items.length) === kind).length;
    return count === 0 ? [] : [presenceText.counted(ANSWERED_WORD[kind], count)];
  });
  return {
    heading: MINUTES_HEADING.answerers,
    column: MINUTES_COLUMN.answer,
    counts: counted.join('、'),
    members: standings.map((standing) => ({
      office: OFFICE_WORD[standing.voter.office],
      title: standing.voter.title,
      name: standing.voter.name,
      presence: answeredText(standing, items.length),
    })),
    others: [],
    otherAbsences: [],
  };
};

/** What the numbers give by themselves needs no word; all else the rules give is said. */
const rulingLines = ({ ruling }: ItemOutcome): readonly string[] => {
  if (ruling === null) return [];
  const isPlain = ruling.kind === 'carried' || ruling.kind === 'not-carried';
  return [
    ...(ruling.deemed === 0 ? [] : [writtenRuling.deemed(ruling.deemed)]),
    ...(isPlain ? [] : [rulingSentence(ruling)]),
  ];
};

const resultLines = (outcome: ItemOutcome): readonly string[] => {
  const { item, agreed, withOpinion, objected, unanswered, decision } = outcome;
  const isVoted = isDecided(item);
  return [
    ...(decision?.result == null ? [] : [WRITTEN_RESULT_WORD[decision.result]]),
    isVoted ? minutesText.agreed(agreed) : minutesText.confirmed(agreed),
    ...(withOpinion === 0 ? [] : [minutesText.withOpinion(withOpinion)]),
    ...(isVoted ? [minutesText.objected(objected)] : []),
    minutesText.unanswered(unanswered),
    ...rulingLines(outcome),
  ];
};

/** The 案件 as they were asked last, each with its numbers, result and opinions. */
export const writtenItemRows = ({ items }: Written): readonly ItemRow[] =>
  items.map((outcome) => {
    const { item, opinions, decision } = outcome;
    return {
      no: minutesText.no(item.position),
      text: item.text,
      kind: item.kind === null ? '' : AGENDA_WORD[item.kind],
      result: resultLines(outcome),
      opinions: [
        ...withoutNames(opinions).map(({ choice, words }) =>
          choice === 'object' ? minutesText.objection(words) : minutesText.opinion(words),
        ),
        ...(decision === undefined || decision.reply === '' ? [] : [minutesText.reply(decision.reply)]),
      ],
    };
  });
