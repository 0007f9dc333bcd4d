import type { KnownBlock } from '@slack/types';
import { printDayWithWeekday } from '../../domain/calendar/japanese-era.ts';
import type { OwnAppointment } from '../../services/promoter/list-own-appointments.ts';
import type { RosterGaps } from '../../services/promoter/list-roster-gaps.ts';
import { PROMOTER_BUTTON, promoterText } from '../../texts/promoter.ts';
import { ROLE_WORD } from '../../texts/role-guide.ts';
import { button, buttons, header, note, paragraph } from '../blocks.ts';

/** The Home tab names at most this many lines of each kind. */
const MOST = 8;

const named = (lines: readonly string[]): readonly KnownBlock[] => [
  paragraph(lines.slice(0, MOST).map(promoterText.bullet).join('\n')),
  ...(lines.length > MOST ? [note(promoterText.others(lines.length - MOST))] : []),
];

/** For the secretariat: 未選任 or 選任報告待ち, and closed accounts that need a successor; no block where there is neither. */
export const rosterGapsPart = (gaps: RosterGaps | undefined): readonly KnownBlock[] => {
  const { vacancies = [], awaitedUntil = null, needingSuccessor = [] } = gaps ?? {};
  if (vacancies.length + needingSuccessor.length === 0) return [];
  return [
    ...(vacancies.length === 0
      ? []
      : [
          header(awaitedUntil === null ? promoterText.vacant : promoterText.awaited),
          paragraph(
            awaitedUntil === null
              ? promoterText.vacantCount(vacancies.length)
              : promoterText.awaitedCount(vacancies.length, printDayWithWeekday(awaitedUntil)),
          ),
          ...named(vacancies.map(({ department, section }) => `${department} ${section}`)),
        ]),
    ...(needingSuccessor.length === 0
      ? []
      : [
          header(promoterText.needingSuccessor),
          paragraph(promoterText.needingSuccessorCount(needingSuccessor.length)),
          ...named(
            needingSuccessor.map(
              ({ department, section, appointment }) => `${department} ${section} ${appointment.person.name}`,
            ),
          ),
        ]),
    ...buttons('roster-gaps', [button('promoter-list.open', PROMOTER_BUTTON.list, 'new')]),
  ];
};

/** For a promoter: what they are appointed to, and until when. */
export const ownAppointmentsPart = (own: readonly OwnAppointment[]): readonly KnownBlock[] =>
  own.length === 0
    ? []
    : [
        header(promoterText.ownTitle),
        ...named(
          own.map(({ department, section, appointment: { role, startsOn, endsOn } }) =>
            promoterText.own(
              `${department} ${section}`,
              ROLE_WORD[role],
              printDayWithWeekday(startsOn),
              printDayWithWeekday(endsOn),
            ),
          ),
        ),
      ];
