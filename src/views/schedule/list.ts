import type { KnownBlock } from '@slack/types';
import { printFiscalYear } from '../../domain/calendar/fiscal-year.ts';
import { printMonth } from '../../domain/calendar/japanese-era.ts';
import type { LocalDate } from '../../domain/calendar/local-date.ts';
import { fittingLines } from '../../domain/meeting/print.ts';
import { joinParts } from '../../domain/parts.ts';
import { isStillAhead, monthOfEntry, type ScheduleEntry } from '../../domain/schedule/entry.ts';
import type { ScheduleList } from '../../services/schedule/list.ts';
import type { SlackMessage } from '../../slack/message.ts';
import { SCHEDULE_STANDING, scheduleText } from '../../texts/schedule.ts';
import { matterLines, printEntryDate } from '../../texts/schedule-entry.ts';
import { SCHEDULE_BUTTON as MAKE_BUTTON } from '../../texts/schedule-plan.ts';
import { button, buttons, header, paragraph } from '../blocks.ts';
import { listLines } from '../list-lines.ts';
import { textLength } from '../measure.ts';
import { pageNote, pageOf, type Unit, wantedPage, yearListButtons } from '../paging.ts';
import { soughtPart } from '../sought.ts';
import { addToCalendarButton } from './calendar.ts';
import { filesButton } from './files.ts';

/** Rows a page, where they fit. */
const DATES_A_PAGE = 15;
const MOST_MATTER_CHARACTERS = 300;

/** Of a past date nobody needs an entry in their calendar; of one that was called off they need that. */
const entryBlocks = (entry: ScheduleEntry, today: LocalDate): readonly KnownBlock[] => [
  paragraph(
    [
      `${scheduleText.mark(SCHEDULE_STANDING[entry.standing])}${printEntryDate(entry)} ${entry.title}`,
      ...fittingLines(matterLines(entry), MOST_MATTER_CHARACTERS),
    ].join('\n'),
  ),
  ...buttons(joinParts(entry.kind, entry.id), isStillAhead(entry, today) ? [addToCalendarButton(entry)] : []),
];

const unitOf = (heading: string, blocks: readonly KnownBlock[]): Unit => ({
  heading,
  blocks,
  length: textLength(blocks),
});

const unitsOf = ({ entries, notHeld, today }: ScheduleList): readonly Unit[] => [
  ...entries.map((entry) => unitOf(printMonth(monthOfEntry(entry)), entryBlocks(entry, today))),
  ...listLines(notHeld.map(scheduleText.notHeld), '\n', { first: '', next: '' }).map((lines) =>
    unitOf(scheduleText.notHeldTitle, [paragraph(lines)]),
  ),
];

/** The year's dates by month, `page` counted from 1; a page past the end shows the last one. */
export const scheduleListMessage = (list: ScheduleList, page: number): SlackMessage => {
  const title = scheduleText.title(printFiscalYear(list.year));
  const units = unitsOf(list);
  const here = pageOf(units, page, (heading) => heading, DATES_A_PAGE);
  return {
    text: title,
    shown: { by: 'schedule-list', of: wantedPage(list.year, list.sought, here.shown) },
    blocks: [
      header(title),
      ...soughtPart(list.sought),
      ...(units.length === 0 && list.sought.words === '' ? [paragraph(scheduleText.none)] : here.blocks),
      ...pageNote(here),
      ...yearListButtons('schedule-list', here, list),
      ...buttons('open', [
        filesButton(list.year),
        ...(list.forSecretariat ? [button('schedule.new', MAKE_BUTTON.make, 'new')] : []),
      ]),
    ],
  };
};
