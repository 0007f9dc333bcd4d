import { z } from 'zod';
import { MEETING_WAYS, MeetingDraft, type MeetingWay } from '../../domain/meeting/meeting.ts';
import { mayRecordSomeMeeting } from '../../domain/meeting/permission.ts';
import type { DatePrecision } from '../../domain/occasion/date.ts';
import { listMeetings } from '../../services/meeting/list.ts';
import { listComingMeetings } from '../../services/meeting/list-coming.ts';
import { openMeeting } from '../../services/meeting/open.ts';
import { bodiesToRecord } from '../../services/meeting/open-form.ts';
import { recordMeeting } from '../../services/meeting/record.ts';
import { MEETING_HELP } from '../../texts/help.ts';
import { MEETING_BUTTON } from '../../texts/meeting.ts';
import { comingMeetingsPart } from '../../views/meeting/coming.ts';
import { meetingForm } from '../../views/meeting/form.ts';
import { meetingListMessage } from '../../views/meeting/list.ts';
import { sameDayForm } from '../../views/occasion/same-day.ts';
import { filled } from '../answer.ts';
import { yearList } from '../fiscal-year.ts';
import { Asking, readJson } from '../modal-input.ts';
import type { Asked, ChoiceRequest, Feature, FormSubmission, HandlerDeps } from '../types.ts';
import { MeetingTarget } from './change.ts';

/** Opens 会議を記録 with the bodies this person may record for. */
const openMeetingForm =
  (deps: HandlerDeps) =>
  async ({ actor, openForm, refuse }: Asked): Promise<void> => {
    const bodies = await bodiesToRecord(deps, actor);
    if (!bodies.ok) return refuse(bodies.error);
    await openForm(meetingForm(bodies.value, { kind: 'record' }));
  };

/** The year's meetings by body. */
const list = yearList(async (deps, wanted, page, actor) => {
  const listed = await listMeetings(deps, wanted, actor);
  return { ...listed.sought, message: meetingListMessage(listed, page) };
});

/**
 * 書面開催 has a 期限, any other way 年月日; but a 年月 stays as it is known. A form is told even of what it shows already:
 * when somebody hurries past 書面開催 with the arrow keys, its 期限 may still be on the way to the form.
 */
const precisionAfter = (way: MeetingWay, before: unknown): DatePrecision | undefined => {
  if (way === 'written') return 'until';
  return before === 'month' ? undefined : 'day';
};

/** 開催方法 was chosen: where 報告書での日付 follows from it the form is updated; all else in it stays. */
const chooseMeetingWay =
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
const submitMeeting = filled(MeetingDraft, async (deps, { actor, key, draft, accept, push, refuse }) => {
  const recorded = await recordMeeting(deps, { key, draft }, actor);
  if (!recorded.ok) return refuse(recorded.error);
  const { value } = recorded;
  await (value.kind === 'asks'
    ? push(sameDayForm('meeting', 'meeting.record.same-day', value.same, { asking: key }))
    : accept());
});

/** 同じ日の記録があります was answered: the meeting is another one. */
const submitAnother =
  (deps: HandlerDeps) =>
  async ({ actor, key, metadata, acceptAll, refuse }: FormSubmission): Promise<void> => {
    const { asking } = readJson(Asking, metadata);
    const recorded = await recordMeeting(deps, { key, answers: asking }, actor);
    await (recorded.ok ? acceptAll() : refuse(recorded.error));
  };

/** Recording meetings, and the year's list. */
export const meetingFeature: Feature = {
  noun: 'meeting',
  commands: {
    '/kyodo-meeting': [
      { words: [], audience: 'promoters', does: MEETING_HELP.record, handle: openMeetingForm },
      {
        words: ['一覧', 'list'],
        argument: MEETING_HELP.listArgument,
        audience: 'all',
        does: MEETING_HELP.list,
        handle: list.typed,
        look: list.look,
      },
    ],
  },
  shortcuts: { 'meeting.record': openMeetingForm },
  buttons: {
    'meeting.open': openMeetingForm,
    'meeting-list.open': list.open,
    'meeting-list.previous': list.turn,
    'meeting-list.next': list.turn,
    'meeting-list.previous-year': list.turn,
    'meeting-list.next-year': list.turn,
  },
  forms: { 'meeting.record': submitMeeting, 'meeting.record.same-day': submitAnother },
  redraws: { 'meeting-list': list.turn },
  choices: { way: chooseMeetingWay },
  openers: [
    { actionId: 'meeting.open', words: MEETING_BUTTON.record, may: mayRecordSomeMeeting },
    { actionId: 'meeting-list.open', words: MEETING_BUTTON.list, may: () => true },
  ],
  home: [
    {
      place: 'coming',
      read: async (deps, actor) => comingMeetingsPart(await listComingMeetings(deps, actor)),
    },
  ],
  sends: [
    { what: MEETING_HELP.sendsRecorded, audience: 'promoters' },
    { what: MEETING_HELP.sendsAnnounced, audience: 'secretariat' },
    { what: MEETING_HELP.sendsHeldAsked, audience: 'promoters' },
  ],
};
