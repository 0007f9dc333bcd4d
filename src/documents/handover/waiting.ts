import { printDayWithWeekday } from '../../domain/calendar/japanese-era.ts';
import type { SecretariatHandover } from '../../services/handover/read-secretariat.ts';
import { handoverPart, underWayText as TEXT } from '../../texts/handover.ts';
import { ROLE_WORD } from '../../texts/role-guide.ts';
import type { DocumentPart } from '../writing/text-document.ts';
import { heading, list, tableOf } from './parts.ts';

type Waiting = SecretariatHandover['waiting'];

const recordParts = ({ records }: Waiting): readonly DocumentPart[] => [
  heading(TEXT.records, 2),
  tableOf(
    TEXT.records,
    [
      [TEXT.recordColumn.what, 40],
      [TEXT.recordColumn.date, 34],
      [TEXT.recordColumn.standing, 26],
    ],
    records.map(({ name, printedDate, isUnconfirmed, isPlanned, isHeldOpen }) => [
      [name],
      [printedDate],
      [
        ...(isUnconfirmed ? [TEXT.recordWaits.unconfirmed] : []),
        ...(isHeldOpen ? [TEXT.recordWaits.held] : []),
        ...(isPlanned ? [TEXT.recordWaits.planned] : []),
      ],
    ]),
  ),
];

const placeWord = (one: { readonly departmentName: string; readonly sectionName: string }): string =>
  handoverPart.place(one.departmentName, one.sectionName);

const rosterParts = (waiting: Waiting): readonly DocumentPart[] => {
  const { unconfirmed, vacancies, awaitedUntil, needingSuccessor } = waiting;
  return [
    heading(TEXT.roster, 2),
    heading(TEXT.unconfirmedTitle, 3),
    tableOf(
      TEXT.unconfirmedTitle,
      [
        [TEXT.rosterColumn.place, 28],
        [TEXT.rosterColumn.who, 16],
        [TEXT.rosterColumn.role, 18],
        [TEXT.rosterColumn.term, 26],
        [TEXT.rosterColumn.standing, 12],
      ],
      unconfirmed.map((one) => {
        const { person, role, startsOn, endsOn, reportedAt } = one.appointment;
        return [
          [placeWord(one)],
          [person.name],
          [ROLE_WORD[role]],
          [TEXT.term(printDayWithWeekday(startsOn), printDayWithWeekday(endsOn))],
          [reportedAt === null ? TEXT.notReported : TEXT.reported],
        ];
      }),
    ),
    heading(awaitedUntil === null ? TEXT.vacant : TEXT.awaited(printDayWithWeekday(awaitedUntil)), 3),
    list(vacancies.map(placeWord)),
    heading(TEXT.successors, 3),
    list(
      needingSuccessor.map((one) => `${placeWord(one)} ${handoverPart.named(one.appointment.person.name)}`),
    ),
  ];
};

/** What waits for the secretariat in the record of meetings and 研修, and in the roster. */
export const waitingParts = (waiting: Waiting): readonly DocumentPart[] => [
  ...recordParts(waiting),
  ...rosterParts(waiting),
];
