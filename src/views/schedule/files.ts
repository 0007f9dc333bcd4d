import type { Button } from '@slack/types';
import { type FiscalYear, printFiscalYear } from '../../domain/calendar/fiscal-year.ts';
import { SCHEDULE_FORMATS } from '../../domain/schedule/format.ts';
import type { SlackMessage } from '../../slack/message.ts';
import { SCHEDULE_BUTTON, SCHEDULE_FORMAT, scheduleText } from '../../texts/schedule.ts';
import { button, buttons, header, note, paragraph } from '../blocks.ts';

/** ファイルを受け取る: of a year. */
export const filesButton = (year: FiscalYear): Button =>
  button('schedule.files', SCHEDULE_BUTTON.files, String(year));

/** Asks in which format the year's schedule is wanted. */
export const scheduleFormatsMessage = (year: FiscalYear): SlackMessage => {
  const question = scheduleText.askFormat(printFiscalYear(year));
  return {
    text: question,
    blocks: [
      header(SCHEDULE_BUTTON.files),
      paragraph(question),
      ...buttons(
        'formats',
        SCHEDULE_FORMATS.map((format) =>
          button(`schedule.file.${format}`, SCHEDULE_FORMAT[format], String(year)),
        ),
      ),
      note(scheduleText.calendarNote),
    ],
  };
};
