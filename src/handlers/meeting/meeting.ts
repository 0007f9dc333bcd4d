import { z } from 'zod';
import type { Body } from '../../domain/body/body.ts';
import { MEETING_WAYS, MeetingDraft, type MeetingWay } from '../../domain/meeting/meeting.ts';
import { mayRecordSomeMeeting } from '../../domain/meeting/permission.ts';
import { noteAfter } from '../../domain/meeting/written-note.ts';
import { DATE_PRECISIONS, type DatePrecision } from '../../domain/occasion/date.ts';
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
import type { Asked, ButtonRequest, ChoiceRequest, Feature, FormSubmission, HandlerDeps } from '../types.ts';
import { MeetingTarget } from './change.ts';

/** Opens 会議を記録 with the bodies this person may record for, one of them chosen where that is known. */
const openWith = async (
  deps: HandlerDeps,
  { actor, openForm, refuse }: Asked,
  bodyId?: string,
): Promise<void> => {
  const bodies = await bodiesToRecord(deps, actor);
  if (!bodies.ok) return refuse(bodies.error);
  await openForm(meetingForm(bodies.value, { kind: 'record', bodyId }));
};

const openMeetingForm =
  (deps: HandlerDeps) =>
  (asked: Asked): Promise<void> =>
    openWith(deps, asked);

/** 会議を記録, of what chapter 5 lacks. */
const openForPoint =
  (deps: HandlerDeps) =>
  (request: ButtonRequest): Promise<void> =>
    openWith(deps, request, z.uuid().parse(request.value));

/** The year's meetings by body. */
const list = yearList(async (deps, wanted, page, actor) => {
  const listed = await listMeetings(deps, wanted, actor);
  return { ...listed.sought, message: meetingListMessage(listed, page) };
});

/**
 * 書面開催 has a 期限, any other way 年月日; but a 年月 stays as it is known. A form is told even of what it shows already:
 * when somebody hurries past 書面開催 with the arrow keys, its 期限 may still be on the way to the form.
 */
const precisionAfter = (way: MeetingWay, before: DatePrecision): DatePrecision | undefined => {
  if (way === 'written') return 'until';
  return before === 'month' ? undefined : 'day';
};

/** What a choice in the form is followed from. */
const FormState = z.object({
  way: z.enum(MEETING_WAYS).optional(),
  bodyId: z.uuid().optional(),
  precision: z.enum(DATE_PRECISIONS).default('day'),
  note: z.string().default(''),
});
const Filled = z.object({ filledFrom: z.uuid().nullable().default(null) });

/**
 * 開催方法 or 会議体 was chosen: where 報告書での日付 or 日付欄の注記 follows from it the form is updated; all else in it stays.
 */
const chooseInMeeting =
  (precisionOf: (state: z.infer<typeof FormState>) => DatePrecision | undefined) =>
  (deps: HandlerDeps) =>
  async ({ actor, values, callbackId, metadata, updateForm }: ChoiceRequest): Promise<void> => {
    const state = FormState.parse(values);
    const { filledFrom } = readJson(Filled, metadata);
    const before = { note: state.note, filledFrom };
    const precision = precisionOf(state);
    const follow = async (
      bodies: readonly Body[],
      purpose: Parameters<typeof meetingForm>[1],
    ): Promise<void> => {
      const note = noteAfter(before, state, bodies);
      if (precision === undefined && note.filledFrom === filledFrom && note.note === state.note) return;
      await updateForm(meetingForm(bodies, purpose, { precision: precision ?? state.precision, note }));
    };
    if (callbackId === 'meeting.edit') {
      const { meetingId, revision } = readJson(MeetingTarget, metadata);
      const opened = await openMeeting(deps, meetingId, actor);
      if (!opened.ok) return;
      const { bodies, history } = opened.value;
      // Still as of the change at which it was opened: what was typed must not undo what another has changed since.
      return follow(bodies, { kind: 'edit', meeting: { ...opened.value.meeting, revision }, history });
    }
    const bodies = await bodiesToRecord(deps, actor);
    if (bodies.ok) await follow(bodies.value, { kind: 'record', bodyId: state.bodyId });
  };

const chooseWay = chooseInMeeting(({ way, precision }) => way && precisionAfter(way, precision));
const chooseBody = chooseInMeeting(() => undefined);

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
      {
        words: [],
        audience: 'promoters',
        does: MEETING_HELP.record,
        reads: ({ db, workspace }) => db.record(workspace.id).bodies.histories(),
        handle: openMeetingForm,
      },
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
    'meeting.point': openForPoint,
    'meeting-list.open': list.open,
    'meeting-list.previous': list.turn,
    'meeting-list.next': list.turn,
    'meeting-list.previous-year': list.turn,
    'meeting-list.next-year': list.turn,
  },
  forms: { 'meeting.record': submitMeeting, 'meeting.record.same-day': submitAnother },
  redraws: { 'meeting-list': list.turn },
  choices: { way: chooseWay, bodyId: chooseBody },
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
