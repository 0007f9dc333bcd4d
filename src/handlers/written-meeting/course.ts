import type { ModalView } from '@slack/types';
import { z } from 'zod';
import { ReasonDraft } from '../../domain/inquiry/course.ts';
import { AmendItemDraft, NewDueDraft } from '../../domain/written-meeting/course.ts';
import { amendWrittenItem } from '../../services/written-meeting/amend.ts';
import {
  type OpenedWrittenCourse,
  openWrittenCourse,
  type WrittenCourseForm,
} from '../../services/written-meeting/open-course.ts';
import { stepWrittenMeeting } from '../../services/written-meeting/step.ts';
import { writtenCourseText } from '../../texts/written-course.ts';
import { finalActDone } from '../../views/final-act.ts';
import {
  amendedWrittenView,
  amendWrittenForm,
  cancellingWrittenView,
  closingWrittenView,
  extendWrittenForm,
  newDueOnClosingDay,
  reopenWrittenForm,
} from '../../views/written-meeting/course.ts';
import { filled } from '../answer.ts';
import { readJson } from '../modal-input.ts';
import type { ButtonRequest, ChoiceRequest, Feature, FormSubmission, HandlerDeps } from '../types.ts';

const MeetingId = z.uuid();
const Carried = z.object({ meetingId: z.uuid(), revision: z.number().int() });

/** Opens a form that changes the course of a 書面開催. */
const openFor =
  (wanted: WrittenCourseForm, view: (opened: OpenedWrittenCourse) => ModalView) =>
  (deps: HandlerDeps) =>
  async ({ actor, value, openForm, refuse }: ButtonRequest): Promise<void> => {
    const opened = await openWrittenCourse(deps, MeetingId.parse(value), wanted, actor);
    await (opened.ok ? openForm(view(opened.value)) : refuse(opened.error));
  };

/** 回答期限を変更 or 再開 was submitted; what is to be known of the new day comes in its place. */
const submitNewDue = (step: 'extend' | 'reopen') =>
  filled(NewDueDraft, async (deps, { actor, key, draft, metadata, accept, refuse, show }) => {
    const target = { ...readJson(Carried, metadata), key };
    const stepped = await stepWrittenMeeting(deps, target, { step, ...draft }, actor);
    if (!stepped.ok) return refuse(stepped.error);
    const { meeting, warnOf } = stepped.value;
    await (warnOf === undefined ? accept() : show(newDueOnClosingDay(meeting.dueOn, warnOf)));
  });

/** 受付を終了 was submitted. */
const submitClose =
  (deps: HandlerDeps) =>
  async ({ actor, key, metadata, show, refuse }: FormSubmission): Promise<void> => {
    const target = { ...readJson(Carried, metadata), key };
    const closed = await stepWrittenMeeting(deps, target, { step: 'close' }, actor);
    await (closed.ok
      ? show(finalActDone('written-meeting.close', writtenCourseText.closed))
      : refuse(closed.error));
  };

/** 中止 was submitted with its reason. */
const submitCancel = filled(ReasonDraft, async (deps, { actor, key, draft, metadata, show, refuse }) => {
  const target = { ...readJson(Carried, metadata), key };
  const cancelled = await stepWrittenMeeting(deps, target, { step: 'cancel', ...draft }, actor);
  await (cancelled.ok
    ? show(finalActDone('written-meeting.cancel', writtenCourseText.cancelled))
    : refuse(cancelled.error));
});

/** 案件 was chosen in 案件を訂正: what it says now is filled in. */
const chooseItem =
  (deps: HandlerDeps) =>
  async ({ actor, chosen, metadata, updateForm }: ChoiceRequest): Promise<void> => {
    const { meetingId, revision } = readJson(Carried, metadata);
    const opened = await openWrittenCourse(deps, meetingId, 'amend', actor);
    if (!opened.ok) return;
    // Still as of the change at which it was opened: what is amended must not undo what another has amended since.
    const meeting = { ...opened.value.meeting, revision };
    await updateForm(amendWrittenForm({ ...opened.value, meeting }, Number(chosen)));
  };

/** 案件を訂正 was submitted. */
const submitAmend = filled(AmendItemDraft, async (deps, { actor, key, draft, metadata, show, refuse }) => {
  const amended = await amendWrittenItem(deps, readJson(Carried, metadata), { key, draft }, actor);
  await (amended.ok ? show(amendedWrittenView(amended.value)) : refuse(amended.error));
});

/** Changing the course of a 書面開催 that was sent. */
export const writtenCourseFeature: Feature = {
  noun: 'meeting',
  buttons: {
    'written-meeting.extend': openFor('extend', extendWrittenForm),
    'written-meeting.reopen': openFor('reopen', reopenWrittenForm),
    'written-meeting.amend': openFor('amend', (opened) => amendWrittenForm(opened)),
    'written-meeting.close': openFor('close', closingWrittenView),
    'written-meeting.cancel': openFor('cancel', cancellingWrittenView),
  },
  forms: {
    'written-meeting.extend': submitNewDue('extend'),
    'written-meeting.reopen': submitNewDue('reopen'),
    'written-meeting.amend': submitAmend,
    'written-meeting.close': submitClose,
    'written-meeting.cancel': submitCancel,
  },
  choices: { item: chooseItem },
};
