import { printFiscalYear } from '../../domain/calendar/fiscal-year.ts';
import type { ScheduleRecordedContent } from '../../domain/schedule/told.ts';
import type { SlackMessage } from '../../slack/message.ts';
import { morningText } from '../../texts/morning.ts';
import { scheduleText } from '../../texts/schedule-plan.ts';
import { buttons, header, note, paragraphsOf } from '../blocks.ts';
import { escaped } from '../mrkdwn.ts';
import { filesButton } from './files.ts';

/** 年間スケジュールを登録しました, to who recorded it: every 予定 as it stands now. */
export const scheduleRecordedMessage = ({
  year,
  occasions,
  contact,
}: ScheduleRecordedContent): SlackMessage => {
  const title = scheduleText.told(printFiscalYear(year));
  return {
    text: escaped(title),
    blocks: [
      header(title),
      ...paragraphsOf([
        scheduleText.count(occasions.filter(({ standing }) => standing !== 'cancelled').length),
        ...occasions.map(({ printed, name, standing }) => scheduleText.line(printed, name, standing)),
      ]),
      ...buttons('files', [filesButton(year)]),
      note(scheduleText.toldNote),
      note(morningText.contact(contact)),
    ],
  };
};
