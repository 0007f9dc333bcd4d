import { entryFile } from '../../documents/schedule/file.ts';
import { printRecordDate } from '../../domain/occasion/date.ts';
import { EntryPart } from '../../domain/schedule/entry.ts';
import { takeEntry } from '../../services/schedule/take.ts';
import { scheduleText } from '../../texts/schedule.ts';
import { sendOwnFile } from '../own-file.ts';
import type { ButtonRequest, Feature, Handler } from '../types.ts';

/** 予定表に追加: the file says how the date stands when it is pressed, also that it was cancelled meanwhile. */
const addToCalendar: Handler<ButtonRequest> = (deps) => async (request) => {
  const taken = await takeEntry(deps, EntryPart.parse(request.value), request.actor);
  if (!taken.ok) return request.refuse(taken.error);
  const { title, standing, facts } = taken.value.entry;
  const when = printRecordDate(facts.date);
  const words =
    standing === 'cancelled'
      ? {
          beside: scheduleText.entryCancelledBeside(title, when),
          sent: scheduleText.entryCancelledSent(title),
        }
      : { beside: scheduleText.entryBeside(title, when), sent: scheduleText.entrySent(title) };
  await sendOwnFile(deps, request, entryFile(taken.value), words);
};

/** 予定表に追加, wherever a message tells of a coming date. */
export const calendarFeature: Feature = {
  noun: 'meeting',
  buttons: { 'schedule.add-to-calendar': addToCalendar },
};
