import { z } from 'zod';
import { MeetingContentsDraft, MeetingDraft } from '../../domain/meeting/meeting.ts';
import { CancelDraft } from '../../domain/occasion/record.ts';
import { WrittenRecordDraft } from '../../domain/written-meeting/result.ts';
import { confirmMeeting } from '../../services/meeting/confirm.ts';
import { editMeeting } from '../../services/meeting/edit.ts';
import { listMeetings } from '../../services/meeting/list.ts';
import { openMeeting } from '../../services/meeting/open.ts';
import { recordMeetingContents } from '../../services/meeting/record-contents.ts';
import { showMeetingContents } from '../../services/meeting/show-contents.ts';
import { cancelOccasion } from '../../services/occasion/cancel.ts';
import { restoreOccasion } from '../../services/occasion/restore.ts';
import { editWrittenRecord } from '../../services/written-meeting/edit-record.ts';
import { undoText } from '../../texts/undo.ts';
import { meetingCancelForm } from '../../views/meeting/cancel-form.ts';
import { meetingContentsView } from '../../views/meeting/contents.ts';
import { meetingContentsForm } from '../../views/meeting/contents-form.ts';
import { meetingForm } from '../../views/meeting/form.ts';
import { meetingListMessage } from '../../views/meeting/list.ts';
import { sameDayForm } from '../../views/occasion/same-day.ts';
import { undoneMessage } from '../../views/undo.ts';
import { writtenRecordForm } from '../../views/written-meeting/record-form.ts';
import { filled } from '../answer.ts';
import { Asking, readJson } from '../modal-input.ts';
import type { ButtonRequest, Feature, FormSubmission, HandlerDeps } from '../types.ts';

/** What a form about a meeting carries: which one, and as of which change it was opened. */
export const MeetingTarget = z.object({ meetingId: z.uuid(), revision: z.number().int() });

const MeetingId = z.uuid();

/** 編集 or 日程を変更. */
const openEditForm =
  (deps: HandlerDeps) =>
  async ({ actor, value, openForm, refuse }: ButtonRequest): Promise<void> => {
    const opened = await openMeeting(deps, MeetingId.parse(value), actor);
    if (!opened.ok) return refuse(opened.error);
    const { bodies, meeting, history } = opened.value;
    await openForm(
      meeting.writtenMeetingId === null
        ? meetingForm(bodies, { kind: 'edit', meeting, history })
        : writtenRecordForm(opened.value),
    );
  };

/** 内容を記録. */
const openContentsForm =
  (deps: HandlerDeps) =>
  async ({ actor, value, openForm, refuse }: ButtonRequest): Promise<void> => {
    const opened = await openMeeting(deps, MeetingId.parse(value), actor, 'contents');
    if (!opened.ok) return refuse(opened.error);
    await openForm(meetingContentsForm(opened.value));
  };

/** 内容を見る. */
const openContents =
  (deps: HandlerDeps) =>
  async ({ actor, value, openForm, refuse }: ButtonRequest): Promise<void> => {
    const shown = await showMeetingContents(deps, MeetingId.parse(value), actor);
    await (shown.ok ? openForm(meetingContentsView(shown.value)) : refuse(shown.error));
  };

/** The same anew, in its own place. */
const redrawContents =
  (deps: HandlerDeps) =>
  async ({ actor, value, replaceForm, refuse }: ButtonRequest): Promise<void> => {
    const shown = await showMeetingContents(deps, readJson(MeetingId, value), actor);
    await (shown.ok ? replaceForm(meetingContentsView(shown.value)) : refuse(shown.error));
  };

/** 記録を取り消す or 中止. */
const openCancelForm =
  (deps: HandlerDeps) =>
  async ({ actor, value, openForm, refuse }: ButtonRequest): Promise<void> => {
    const opened = await openMeeting(deps, MeetingId.parse(value), actor);
    await (opened.ok ? openForm(meetingCancelForm(opened.value)) : refuse(opened.error));
  };

/** The edit form was submitted. */
const submitEdit = filled(
  MeetingDraft,
  async (deps, { actor, key, draft, metadata, accept, push, refuse }) => {
    const target = readJson(MeetingTarget, metadata);
    const edited = await editMeeting(deps, target, { key, draft }, actor);
    if (!edited.ok) return refuse(edited.error);
    const { value } = edited;
    await (value.kind === 'asks'
      ? push(sameDayForm('meeting', 'meeting.edit.same-day', value.same, { ...target, asking: key }))
      : accept());
  },
);

const AskingMeeting = MeetingTarget.extend(Asking.shape);

/** 同じ日の記録があります was answered: the meeting is another one. */
const submitEditOfAnother =
  (deps: HandlerDeps) =>
  async ({ actor, key, metadata, acceptAll, refuse }: FormSubmission): Promise<void> => {
    const { asking, ...target } = readJson(AskingMeeting, metadata);
    const edited = await editMeeting(deps, target, { key, answers: asking }, actor);
    await (edited.ok ? acceptAll() : refuse(edited.error));
  };

/** The same of the record of a 書面開催. */
const submitWrittenEdit = filled(
  WrittenRecordDraft,
  async (deps, { actor, key, draft, metadata, accept, refuse }) => {
    const edited = await editWrittenRecord(deps, readJson(MeetingTarget, metadata), { key, draft }, actor);
    await (edited.ok ? accept() : refuse(edited.error));
  },
);

/** 会議の内容を記録 was submitted. */
const submitContents = filled(
  MeetingContentsDraft,
  async (deps, { actor, key, draft, metadata, accept, refuse }) => {
    const target = readJson(MeetingTarget, metadata);
    const kept = await recordMeetingContents(deps, target, { key, draft }, actor);
    await (kept.ok ? accept() : refuse(kept.error));
  },
);

/** 記録を取り消す was submitted. */
const submitCancel = filled(CancelDraft, async (deps, { actor, key, draft, metadata, accept, refuse }) => {
  const { meetingId: id, revision } = readJson(MeetingTarget, metadata);
  const target = { kind: 'meeting', id, revision } as const;
  const cancelled = await cancelOccasion(deps, target, { key, draft }, actor);
  await (cancelled.ok ? accept() : refuse(cancelled.error));
});

/** 元に戻す of a record that was cancelled: its messages are written anew by themselves. */
const pressRestore =
  (deps: HandlerDeps) =>
  async ({ actor, value, answer, refuse }: ButtonRequest): Promise<void> => {
    const restored = await restoreOccasion(deps, { kind: 'meeting', id: MeetingId.parse(value) }, actor);
    await (restored.ok ? answer(undoneMessage(undoText.record)) : refuse(restored.error));
  };

/** 確認する in the list: the list is shown again as it is now. */
const pressConfirm =
  (deps: HandlerDeps) =>
  async ({ actor, value, replace, refuse }: ButtonRequest): Promise<void> => {
    const confirmed = await confirmMeeting(deps, MeetingId.parse(value), actor);
    if (!confirmed.ok) return refuse(confirmed.error);
    await replace(
      meetingListMessage(await listMeetings(deps, { of: confirmed.value.fiscalYear, words: '' }, actor), 1),
    );
  };

/** Changing what was recorded. */
export const meetingChangeFeature: Feature = {
  noun: 'meeting',
  buttons: {
    'meeting.edit': openEditForm,
    'meeting.contents': openContentsForm,
    'meeting.contents.show': openContents,
    'meeting.cancel': openCancelForm,
    'meeting.restore': pressRestore,
    'meeting.confirm': pressConfirm,
  },
  forms: {
    'meeting.edit': submitEdit,
    'written-record.edit': submitWrittenEdit,
    'meeting.edit.same-day': submitEditOfAnother,
    'meeting.contents': submitContents,
    'meeting.cancel': submitCancel,
  },
  redraws: { 'meeting.contents.shown': redrawContents },
};
