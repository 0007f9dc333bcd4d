import type { ModalView } from '@slack/types';
import { z } from 'zod';
import type { Actor } from '../../domain/actor.ts';
import { SENDINGS } from '../../domain/inquiry/inquiry.ts';
import { isSecretariat } from '../../domain/permission.ts';
import { ITEMS_FIELDS, WrittenMeetingDraft } from '../../domain/written-meeting/written-meeting.ts';
import { listWrittenMeetingDrafts } from '../../services/written-meeting/list-drafts.ts';
import { openWrittenMeeting } from '../../services/written-meeting/open.ts';
import {
  type OpenedWrittenMeetingForm,
  openWrittenMeetingForm,
} from '../../services/written-meeting/open-form.ts';
import { previewWrittenMeeting } from '../../services/written-meeting/preview.ts';
import { removeWrittenMeetingDraft } from '../../services/written-meeting/remove-draft.ts';
import { saveWrittenMeeting } from '../../services/written-meeting/save.ts';
import { sendWrittenFiles } from '../../services/written-meeting/send-files.ts';
import { tryWrittenMeeting } from '../../services/written-meeting/try.ts';
import { WRITTEN_START_BUTTON, WRITTEN_START_HELP, writtenStartText } from '../../texts/written-start.ts';
import { doneMessage, problemMessage, sentenceForm } from '../../views/failure.ts';
import {
  preparingConfirmation,
  writtenBegunAlready,
  writtenConfirmation,
  writtenDraftsPart,
  writtenFilesSent,
  writtenMeetingSent,
} from '../../views/written-meeting/confirm.ts';
import { openedWrittenStart, writtenStartForm } from '../../views/written-meeting/start-form.ts';
import { filled } from '../answer.ts';
import { type FormValues, readJson } from '../modal-input.ts';
import type { Asked, ButtonRequest, ChoiceRequest, Feature, FormSubmission, HandlerDeps } from '../types.ts';

const MeetingId = z.uuid();

/** 書面開催を始める. */
const openStart =
  (deps: HandlerDeps) =>
  async ({ actor, openForm, refuse }: Asked): Promise<void> => {
    const opened = await openWrittenMeetingForm(deps, {}, actor);
    await (opened.ok ? openForm(openedWrittenStart(opened.value)) : refuse(opened.error));
  };

/** 書面開催を始める of a 予定: filled with its body, 案件 and 回答期限; with its draft; or, where it is asked already, 状況. */
const openFromPlanned =
  (deps: HandlerDeps) =>
  async ({ actor, value, openForm, answer, refuse }: ButtonRequest): Promise<void> => {
    const opened = await openWrittenMeetingForm(deps, { plannedId: MeetingId.parse(value) }, actor);
    if (opened.ok) return openForm(openedWrittenStart(opened.value));
    const { error } = opened;
    await (error.kind === 'begun-already' ? answer(writtenBegunAlready(error)) : refuse(error));
  };

/** 続きを書く of a draft. */
const continueDraft =
  (deps: HandlerDeps) =>
  async ({ actor, value, openForm, refuse }: ButtonRequest): Promise<void> => {
    const opened = await openWrittenMeetingForm(deps, { meetingId: MeetingId.parse(value) }, actor);
    if (!opened.ok) return refuse(opened.error);
    const { meeting } = opened.value;
    if (meeting === undefined) return refuse({ kind: 'gone' });
    await (meeting.state === 'draft'
      ? openForm(openedWrittenStart(opened.value))
      : refuse({ kind: 'written-meeting-sent' }));
  };

/** Without a revision it counts as opened before every change. */
const Carried = z.object({
  meetingId: z.uuid(),
  revision: z.number().int().default(0),
  plannedId: z.uuid().optional(),
});

/** The same of an open form, with how many fields of 案件 it has, and whose members are filled in. */
const CarriedForm = Carried.extend({
  fields: z.number().int().min(1).max(ITEMS_FIELDS.length),
  membersOf: z.uuid().optional(),
});

/** What the open form holds, whatever of it is filled in as yet. */
const Typed = z.object({
  bodyId: z.uuid().optional(),
  documentNumber: z.string().default(''),
  invitation: z.string().default(''),
  documents: z.string().default(''),
  keptFiles: z.array(z.string()).default([]),
  dueOn: z.string().optional(),
  voters: z.array(z.string()).default([]),
  votersWithoutSlack: z.string().default(''),
  sending: z.enum(SENDINGS).default('next-morning'),
});

const typedIn = (values: FormValues) => ({
  ...Typed.parse(values),
  items: ITEMS_FIELDS.map((field) => z.string().catch('').parse(values[field])),
});

/** A form that was opened empty has its files in its own field, though the draft of it may be kept by now. */
const offeredIn = (
  { bodies, meeting }: OpenedWrittenMeetingForm,
  { revision }: z.infer<typeof CarriedForm>,
) => ({ bodies, files: revision === 0 ? [] : (meeting?.files ?? []) });

/** 会議体 was chosen: its members are filled in as 回答者, in the place of those of another. */
const chooseBody =
  (deps: HandlerDeps) =>
  async ({ actor, chosen, values, metadata, updateForm }: ChoiceRequest): Promise<void> => {
    const carried = readJson(CarriedForm, metadata);
    if (chosen === carried.membersOf) return;
    const { meetingId } = carried;
    const opened = await openWrittenMeetingForm(
      deps,
      { meetingId, membersOf: MeetingId.parse(chosen) },
      actor,
    );
    if (!opened.ok || opened.value.offered === undefined) return;
    const { offered } = opened.value;
    await updateForm(
      writtenStartForm(
        offeredIn(opened.value, carried),
        { ...carried, membersOf: chosen },
        { ...typedIn(values), voters: offered.voters, votersWithoutSlack: offered.withoutSlack.join('\n') },
      ),
    );
  };

/** 案件の欄を増やす: all that was typed stays. */
const addFields =
  (deps: HandlerDeps) =>
  async ({ actor, chosen, values, metadata, updateForm }: ChoiceRequest): Promise<void> => {
    const carried = readJson(
      CarriedForm,
      JSON.stringify({ ...JSON.parse(metadata), fields: Number(chosen) }),
    );
    const opened = await openWrittenMeetingForm(deps, { meetingId: carried.meetingId }, actor);
    if (opened.ok)
      await updateForm(writtenStartForm(offeredIn(opened.value, carried), carried, typedIn(values)));
  };

/** The most bytes of a file read before Slack is answered, which must be within 3 seconds. */
const SMALL_BYTES = 1024 * 1024;

type Draft = z.infer<typeof WrittenMeetingDraft>;

/** What comes of a draft that was kept: a word, or 送信の確認. */
const afterSaving = async (
  deps: HandlerDeps,
  meetingId: string,
  { sending }: Draft,
  actor: Actor,
): Promise<ModalView> => {
  if (sending === 'draft') return sentenceForm(doneMessage('savedDraft', writtenStartText.savedDraft));
  const preview = await previewWrittenMeeting(deps, meetingId, sending, actor);
  return preview.ok ? writtenConfirmation(preview.value) : sentenceForm(problemMessage(preview.error));
};

/**
 * 書面開催を始める was submitted: kept as a draft, and unless that is all, 送信の確認 comes on top. Large files are read while it is waited
 * for; and in Socket Mode an acknowledgement of 20 KB is dropped without a word: 案件 come after it.
 */
const submitStart = filled(
  WrittenMeetingDraft,
  async (deps, { actor, key, draft, metadata, show, refuse, pushThen }) => {
    const target = readJson(Carried, metadata);
    const save = (mostBytes?: number) =>
      saveWrittenMeeting(
        deps,
        target,
        { key, draft, ...(mostBytes === undefined ? {} : { mostBytes }) },
        actor,
      );
    const after = (): Promise<ModalView> => afterSaving(deps, target.meetingId, draft, actor);
    const small = await save(SMALL_BYTES);
    if (small.ok)
      return draft.sending === 'draft' ? show(await after()) : pushThen(preparingConfirmation(), after);
    if (small.error.kind !== 'file-too-large') return refuse(small.error);
    await pushThen(preparingConfirmation(), async () => {
      const large = await save();
      return large.ok ? after() : sentenceForm(problemMessage(large.error));
    });
  },
);

const Confirmed = Carried.extend({ sending: z.enum(['next-morning', 'now']) });

/** 送信の確認 was submitted. */
const submitConfirmation =
  (deps: HandlerDeps) =>
  async ({ actor, key, metadata, show, refuse }: FormSubmission): Promise<void> => {
    const { sending, ...target } = readJson(Confirmed, metadata);
    const opened = await openWrittenMeeting(deps, target, { key, draft: sending }, actor);
    await (opened.ok ? show(writtenMeetingSent(opened.value, sending === 'now')) : refuse(opened.error));
  };

/** 自分に試し送信. */
const pressTry =
  (deps: HandlerDeps) =>
  async ({ actor, value, answer, refuse }: ButtonRequest): Promise<void> => {
    const tried = await tryWrittenMeeting(deps, MeetingId.parse(value), actor);
    await (tried.ok ? answer(doneMessage('sent', writtenStartText.trialSent)) : refuse(tried.error));
  };

/** 下書きを削除: the Home tab shows itself anew. */
const pressRemove =
  (deps: HandlerDeps) =>
  async ({ actor, value, refuse }: ButtonRequest): Promise<void> => {
    const removed = await removeWrittenMeetingDraft(deps, MeetingId.parse(value), actor);
    if (!removed.ok) await refuse(removed.error);
  };

/** 資料を受け取る. */
const sendFiles =
  (deps: HandlerDeps) =>
  async ({ actor, value, answer, refuse }: ButtonRequest): Promise<void> => {
    const sent = await sendWrittenFiles(deps, MeetingId.parse(value), writtenStartText.fileWords, actor);
    await (sent.ok ? answer(writtenFilesSent(sent.value)) : refuse(sent.error));
  };

/** Beginning a 書面開催. */
export const writtenStartFeature: Feature = {
  noun: 'meeting',
  commands: {
    '/kyodo-meeting': [
      {
        words: ['書面', 'written'],
        audience: 'secretariat',
        does: WRITTEN_START_HELP.start,
        handle: openStart,
      },
    ],
  },
  buttons: {
    'written-start.open': openStart,
    'preparation.written': openFromPlanned,
    'written-start.continue': continueDraft,
    'written-start.try': pressTry,
    'written-start.remove': pressRemove,
    'written-file.send': sendFiles,
  },
  forms: { 'written-start.save': submitStart, 'written-start.send': submitConfirmation },
  choices: { writtenBodyId: chooseBody, 'written-start.more-items': addFields },
  openers: [{ actionId: 'written-start.open', words: WRITTEN_START_BUTTON.start, may: isSecretariat }],
  home: [
    {
      place: 'due',
      read: async (deps, actor) => writtenDraftsPart(await listWrittenMeetingDrafts(deps, actor)),
    },
  ],
  sends: [{ what: WRITTEN_START_HELP.sendsAsked, audience: 'all' }],
};
