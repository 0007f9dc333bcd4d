import { z } from 'zod';
import { SENDINGS } from '../../domain/inquiry/inquiry.ts';
import { isSecretariat } from '../../domain/permission.ts';
import { ITEMS_FIELDS, WrittenMeetingDraft } from '../../domain/written-meeting/written-meeting.ts';
import { listWrittenMeetingDrafts } from '../../services/written-meeting/list-drafts.ts';
import { openWrittenMeeting } from '../../services/written-meeting/open.ts';
import { openWrittenMeetingForm } from '../../services/written-meeting/open-form.ts';
import { previewWrittenMeeting } from '../../services/written-meeting/preview.ts';
import { removeWrittenMeetingDraft } from '../../services/written-meeting/remove-draft.ts';
import { saveWrittenMeeting } from '../../services/written-meeting/save.ts';
import { tryWrittenMeeting } from '../../services/written-meeting/try.ts';
import { WRITTEN_START_BUTTON, WRITTEN_START_HELP, writtenStartText } from '../../texts/written-start.ts';
import { doneMessage, problemMessage, sentenceForm } from '../../views/failure.ts';
import {
  preparingConfirmation,
  writtenConfirmation,
  writtenDraftsPart,
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
      : refuse({ kind: 'already-recorded' }));
  };

/** Without a revision it counts as opened before every change. */
const Carried = z.object({ meetingId: z.uuid(), revision: z.number().int().default(0) });

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
  dueOn: z.string().optional(),
  voters: z.array(z.string()).default([]),
  votersWithoutSlack: z.string().default(''),
  sending: z.enum(SENDINGS).default('next-morning'),
});

const typedIn = (values: FormValues) => ({
  ...Typed.parse(values),
  items: ITEMS_FIELDS.map((field) => z.string().catch('').parse(values[field])),
});

/** 会議体 was chosen: its members are filled in as 回答者, in the place of those of another. */
const chooseBody =
  (deps: HandlerDeps) =>
  async ({ actor, chosen, values, metadata, updateForm }: ChoiceRequest): Promise<void> => {
    const carried = readJson(CarriedForm, metadata);
    if (chosen === carried.membersOf) return;
    const opened = await openWrittenMeetingForm(deps, { membersOf: MeetingId.parse(chosen) }, actor);
    if (!opened.ok || opened.value.offered === undefined) return;
    const { bodies, offered } = opened.value;
    await updateForm(
      writtenStartForm(
        bodies,
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
    const opened = await openWrittenMeetingForm(deps, {}, actor);
    if (opened.ok) await updateForm(writtenStartForm(opened.value.bodies, carried, typedIn(values)));
  };

/** 書面開催を始める was submitted: kept as a draft, and unless that is all, 送信の確認 comes on top. */
const submitStart = filled(
  WrittenMeetingDraft,
  async (deps, { actor, key, draft, metadata, show, refuse, pushThen }) => {
    const target = readJson(Carried, metadata);
    const saved = await saveWrittenMeeting(deps, target, { key, draft }, actor);
    if (!saved.ok) return refuse(saved.error);
    const { sending } = draft;
    if (sending === 'draft')
      return show(sentenceForm(doneMessage('savedDraft', writtenStartText.savedDraft)));
    // In Socket Mode an acknowledgement of 20 KB is dropped without a word: 案件 come after it.
    await pushThen(preparingConfirmation(), async () => {
      const preview = await previewWrittenMeeting(deps, target.meetingId, sending, actor);
      return preview.ok ? writtenConfirmation(preview.value) : sentenceForm(problemMessage(preview.error));
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
    'written-start.continue': continueDraft,
    'written-start.try': pressTry,
    'written-start.remove': pressRemove,
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
