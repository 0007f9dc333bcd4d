import type { KnownBlock } from '@slack/types';
import { firstDayOf, fiscalYearOf, lastDayOf } from '../../domain/calendar/fiscal-year.ts';
import { printDayWithWeekday } from '../../domain/calendar/japanese-era.ts';
import { joinParts } from '../../domain/parts.ts';
import type { Appointment } from '../../domain/promoter/appointment.ts';
import { ROSTER_DAY_EXAMPLES } from '../../domain/promoter/roster-day.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { ListedSection, PromoterList } from '../../services/promoter/list.ts';
import type { SlackMessage } from '../../slack/message.ts';
import { PROMOTER_BUTTON, promoterText } from '../../texts/promoter.ts';
import { ROSTER_CSV_BUTTON } from '../../texts/roster-import.ts';
import { button, buttons, header, note, paragraph } from '../blocks.ts';
import { sentenceMessage } from '../failure.ts';
import { rowActs } from '../more-menu.ts';
import { inParts, pageNote, pageOf, turnButtons, type Unit, wantedPage } from '../paging.ts';
import { recordChangesButton } from '../record-changes.ts';
import { soughtPart } from '../sought.ts';

/** Lines of a department in one block: at most 200 characters each, below Slack's 3,000. */
const LINES_A_BLOCK = 12;
/** The characters of the buttons and the menu beside a line. */
const BUTTON_CHARACTERS = 30;

const needsSuccessor = ({ person, endsOn }: Appointment, { mayManage, today }: PromoterList): boolean =>
  mayManage && person.deactivatedAt !== null && endsOn >= today;

/** E.g. 福祉課 協働推進員(主任) 青空 そら(令和8年10月1日(木)から); a whole year's term goes without saying. */
const lineOf = (place: string, appointment: Appointment, list: PromoterList): string => {
  const { role, person, fiscalYear, startsOn, endsOn, confirmedAt } = appointment;
  return promoterText.line(
    [
      place,
      ...(confirmedAt === null ? [promoterText.unconfirmed] : []),
      ...(role === 'chief' ? [promoterText.chief] : []),
      person.name,
      ...(needsSuccessor(appointment, list) ? [promoterText.needsSuccessor] : []),
    ],
    startsOn === firstDayOf(fiscalYear) ? undefined : printDayWithWeekday(startsOn),
    endsOn === lastDayOf(fiscalYear) ? undefined : printDayWithWeekday(endsOn),
  );
};

const byDepartment = (sections: readonly ListedSection[]): readonly (readonly ListedSection[])[] =>
  [...new Set(sections.map(({ department }) => department.id))].map((id) =>
    sections.filter(({ department }) => department.id === id),
  );

/** For reading: the lines of a department together. */
const readingUnits = (list: PromoterList): readonly Unit[] =>
  byDepartment(list.sections).flatMap((sections) => {
    const lines = sections.flatMap(({ section, appointments, isVacant }) => [
      ...(isVacant
        ? [promoterText.line([section.name, list.isAwaited ? promoterText.awaitedMark : promoterText.vacant])]
        : []),
      ...appointments.map((appointment) => lineOf(section.name, appointment, list)),
    ]);
    return inParts(lines, LINES_A_BLOCK).map((chunk) => ({
      heading: sections[0]?.department.name ?? '',
      blocks: [paragraph(chunk.join('\n'))],
      length: chunk.join('\n').length,
    }));
  });

/** One appointment with what the secretariat can do about it. */
const managedUnit = (heading: string, place: string, appointment: Appointment, list: PromoterList): Unit => {
  const { id, sectionId, role } = appointment;
  const line = lineOf(place, appointment, list);
  return {
    heading,
    blocks: [
      paragraph(line),
      ...buttons(
        joinParts('appointment', id),
        rowActs(
          [
            button('promoter.change', PROMOTER_BUTTON.change, id),
            button('promoter.open', PROMOTER_BUTTON.succeed, joinParts(sectionId, role, list.day)),
          ],
          [
            button('promoter.cancel', PROMOTER_BUTTON.cancel, id),
            recordChangesButton(subjectOf('appointment', id)),
          ],
        ),
      ),
    ],
    length: line.length + BUTTON_CHARACTERS,
  };
};

/** For the secretariat: 未選任 or 選任報告待ち before all others, and buttons at each. */
const managedUnits = (list: PromoterList): readonly Unit[] => {
  const vacant = list.sections.filter(({ isVacant }) => isVacant);
  const heading = (list.isAwaited ? promoterText.awaitedVacancies : promoterText.vacancies)(vacant.length);
  const vacancies = vacant.flatMap(({ department, section, appointments }): readonly Unit[] => {
    const place = `${department.name} ${section.name}`;
    const appoint = button(
      'promoter.open',
      PROMOTER_BUTTON.appointHere,
      joinParts(section.id, 'promoter', list.day),
    );
    return [
      {
        heading,
        blocks: [{ ...paragraph(place), accessory: appoint }],
        length: place.length + BUTTON_CHARACTERS,
      },
      ...appointments.map((appointment) => managedUnit(heading, place, appointment, list)),
    ];
  });
  const held = list.sections.filter(({ isVacant }) => !isVacant);
  return [
    ...vacancies,
    ...held.flatMap(({ department, section, appointments }) =>
      appointments.map((appointment) => managedUnit(department.name, section.name, appointment, list)),
    ),
  ];
};

/** What stands over the rows: how many they are, or why there are none. */
const lead = (list: PromoterList): readonly KnownBlock[] => {
  const { sections, count, isWithheld, day, today, sought } = list;
  const empty = day === today ? promoterText.noneYet : promoterText.none;
  const marked = sections.some(({ appointments }) => appointments.some((one) => needsSuccessor(one, list)));
  return [
    ...soughtPart(sought),
    ...(sections.length > 0 ? [paragraph(promoterText.count(count.all, count.chiefs))] : []),
    ...(sections.length === 0 && !isWithheld && sought.words === '' ? [paragraph(empty)] : []),
    ...(isWithheld ? [note(promoterText.withheld)] : []),
    ...(marked ? [note(promoterText.needsSuccessorNote)] : []),
  ];
};

/** The roster of a day, `page` counted from 1. */
export const promoterListMessage = (list: PromoterList, page: number): SlackMessage => {
  const title = promoterText.listTitle(printDayWithWeekday(list.day));
  const units = list.mayManage ? managedUnits(list) : readingUnits(list);
  const here = pageOf(units, page);
  return {
    text: title,
    shown: { by: 'promoter-list', of: wantedPage(list.day, list.sought, here.shown) },
    blocks: [
      header(title),
      ...lead(list),
      ...here.blocks,
      ...pageNote(here),
      ...buttons(
        'pages',
        turnButtons('promoter-list', here, (to) => wantedPage(list.day, list.sought, to)),
      ),
      ...(list.mayManage
        ? buttons('open', [
            button('promoter.open', PROMOTER_BUTTON.appoint, 'new', 'primary'),
            button('promoter.csv', ROSTER_CSV_BUTTON, String(fiscalYearOf(list.day))),
          ])
        : []),
    ],
  };
};

/** What was typed after 一覧 is neither a year nor a day. */
export const rosterDayUnreadable = (): SlackMessage =>
  sentenceMessage(promoterText.dayUnreadable(ROSTER_DAY_EXAMPLES));
