import { scheduleFile } from '../../documents/schedule/file.ts';
import { printFiscalYear } from '../../domain/calendar/fiscal-year.ts';
import { YearPart } from '../../domain/parts.ts';
import { SCHEDULE_FORMATS, type ScheduleFormat } from '../../domain/schedule/format.ts';
import { listSchedule } from '../../services/schedule/list.ts';
import { takeSchedule } from '../../services/schedule/take.ts';
import { SCHEDULE_BUTTON, SCHEDULE_HELP, scheduleText } from '../../texts/schedule.ts';
import { scheduleFormatsMessage } from '../../views/schedule/files.ts';
import { scheduleListMessage } from '../../views/schedule/list.ts';
import { yearList } from '../fiscal-year.ts';
import { sendOwnFile } from '../own-file.ts';
import type { ButtonRequest, Feature, Handler } from '../types.ts';

/** The year's dates of meetings and 研修. */
const list = yearList(async (deps, wanted, page, actor) => {
  const listed = await listSchedule(deps, wanted, actor);
  return { ...listed.sought, message: scheduleListMessage(listed, page) };
});

/** ファイルを受け取る: asks in which format. */
const askFormat: Handler<ButtonRequest> =
  () =>
  async ({ value, answer }) =>
    answer(scheduleFormatsMessage(YearPart.parse(value)));

/** The year's schedule comes as a file into one's own messages; where it was asked for, that it has come stands in place of the question. */
const sendFile =
  (format: ScheduleFormat): Handler<ButtonRequest> =>
  (deps) =>
  async (request) => {
    const taken = await takeSchedule(deps, YearPart.parse(request.value), request.actor);
    const title = scheduleText.fileTitle(printFiscalYear(taken.year));
    const asked = { ...request, answer: request.replace };
    await sendOwnFile(deps, asked, await scheduleFile(taken, format), {
      beside: scheduleText.beside(title),
      sent: scheduleText.sent(title),
    });
  };

/** 年間スケジュール: the list of a year, and its files. */
export const scheduleListFeature: Feature = {
  noun: 'meeting',
  commands: {
    '/kyodo-meeting': [
      {
        words: ['年間', 'schedule'],
        argument: SCHEDULE_HELP.listArgument,
        audience: 'all',
        does: SCHEDULE_HELP.list,
        handle: list.typed,
        look: list.look,
      },
    ],
  },
  buttons: {
    'schedule-list.open': list.open,
    'schedule-list.previous': list.turn,
    'schedule-list.next': list.turn,
    'schedule-list.previous-year': list.turn,
    'schedule-list.next-year': list.turn,
    'schedule.files': askFormat,
    ...Object.fromEntries(SCHEDULE_FORMATS.map((format) => [`schedule.file.${format}`, sendFile(format)])),
  },
  redraws: { 'schedule-list': list.turn },
  openers: [{ actionId: 'schedule-list.open', words: SCHEDULE_BUTTON.open, may: () => true }],
};
