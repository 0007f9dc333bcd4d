import { z } from 'zod';
import { currentFiscalYear, readFiscalYear } from '../domain/calendar/fiscal-year.ts';
import { todayInTokyo } from '../domain/calendar/local-date.ts';
import { MEETING_WAYS, MeetingDraft, type MeetingWay } from '../domain/meeting.ts';
import type { DatePrecision } from '../domain/record-date.ts';
import { listMeetings } from '../services/list-meetings.ts';
import { openMeeting } from '../services/open-meeting.ts';
import { bodiesToRecord } from '../services/open-meeting-form.ts';
import { recordMeeting } from '../services/record-meeting.ts';
import { fieldSentences, problemMessage, schemaSentences } from '../views/failure.ts';
import { meetingForm } from '../views/meeting-form.ts';
import { meetingListMessage } from '../views/meeting-list.ts';
import { openDidNotMeetForm } from './did-not-meet.ts';
import { answerHelp } from './help.ts';
import { MeetingTarget } from './meeting-change.ts';
import { readJson } from './modal-input.ts';
import type {
  ButtonRequest,
  ChoiceRequest,
  CommandRequest,
  FormSubmission,
  HandlerDeps,
  ShortcutRequest,
} from './types.ts';

type Opening = Pick<CommandRequest, 'actor' | 'answer' | 'openForm'>;

/** Opens 会議を記録 with the bodies this person may record for. */
export const openMeetingForm =
  (deps: HandlerDeps) =>
  async ({ actor, answer, openForm }: Opening): Promise<void> => {
    const bodies = await bodiesToRecord(deps, actor);
    if (!bodies.ok) return answer(problemMessage(bodies.error));
    await openForm(meetingForm(bodies.value, { kind: 'record' }));
  };

/** The shortcut 会議を記録: a refusal comes in a form, for there is no channel to answer in. */
export const meetingShortcut =
  (deps: HandlerDeps) =>
  async ({ actor, openForm, tell }: ShortcutRequest): Promise<void> => {
    await openMeetingForm(deps)({ actor, openForm, answer: tell });
  };

const answerList =
  (deps: HandlerDeps) =>
  async ({ actor, answer }: Pick<CommandRequest, 'actor' | 'answer'>, typedYear: string): Promise<void> => {
    const today = todayInTokyo(deps.clock.now());
    const year = typedYear === '' ? currentFiscalYear(today) : readFiscalYear(typedYear, today);
    if (year === undefined) return answer(problemMessage({ field: 'fiscalYear', kind: 'year-unreadable' }));
    await answer(meetingListMessage(await listMeetings(deps, year, actor), 1));
  };

/** `/kyodo-meeting`: the form, the year's list, or 開催なし. */
export const meetingCommand =
  (deps: HandlerDeps) =>
  async (request: CommandRequest): Promise<void> => {
    const [word, ...rest] = request.words;
    switch (word?.toLowerCase()) {
      case undefined:
        return openMeetingForm(deps)(request);
      case 'list':
      case '一覧':
        return answerList(deps)(request, rest.join(''));
      case 'none':
      case '開催なし':
        return openDidNotMeetForm(deps)(request);
      default:
        return answerHelp(request, word);
    }
  };

/** 会議の一覧: the present fiscal year's. */
export const openMeetingList =
  (deps: HandlerDeps) =>
  async (request: ButtonRequest): Promise<void> =>
    answerList(deps)(request, '');

const Page = z
  .string()
  .regex(/^\d{4}:\d{1,4}$/u)
  .transform((value) => {
    const [year = 0, page = 0] = value.split(':').map(Number);
    return { year, page };
  });

/** Another page of the list, in place of the one shown. */
export const turnMeetingList =
  (deps: HandlerDeps) =>
  async ({ actor, value, replace }: ButtonRequest): Promise<void> => {
    const { year, page } = Page.parse(value);
    await replace(meetingListMessage(await listMeetings(deps, year, actor), page));
  };

/**
 * 書面開催 has a 期限, any other way 年月日; but a 年月 stays as it is known. A form is told even of what it shows already:
 * when somebody hurries past 書面開催 with the arrow keys, its 期限 may still be on the way to the form.
 */
const precisionAfter = (way: MeetingWay, before: unknown): DatePrecision | undefined => {
  if (way === 'written') return 'until';
  return before === 'month' ? undefined : 'day';
};

/** 開催方法 was chosen: where 報告書での日付 follows from it the form is updated; all else in it stays. */
export const chooseMeetingWay =
  (deps: HandlerDeps) =>
  async ({ actor, chosen, values, callbackId, metadata, updateForm }: ChoiceRequest): Promise<void> => {
    const precision = precisionAfter(z.enum(MEETING_WAYS).parse(chosen), values.precision);
    if (precision === undefined) return;
    if (callbackId === 'meeting.edit') {
      const { meetingId, revision } = readJson(MeetingTarget, metadata);
      const opened = await openMeeting(deps, meetingId, actor);
      if (!opened.ok) return;
      const { bodies, history } = opened.value;
      // Still as of the change at which it was opened: what was typed must not undo what another has changed since.
      const meeting = { ...opened.value.meeting, revision };
      return updateForm(meetingForm(bodies, { kind: 'edit', meeting, history }, precision));
    }
    const bodies = await bodiesToRecord(deps, actor);
    if (bodies.ok) await updateForm(meetingForm(bodies.value, { kind: 'record' }, precision));
  };

/** 会議を記録 was submitted. */
export const submitMeeting =
  (deps: HandlerDeps) =>
  async ({ actor, key, values, accept, reject }: FormSubmission): Promise<void> => {
    const draft = MeetingDraft.safeParse(values);
    if (!draft.success) return reject(schemaSentences(draft.error, values));
    const recorded = await recordMeeting(deps, { key, draft: draft.data }, actor);
    await (recorded.ok ? accept() : reject(fieldSentences(recorded.error)));
  };
