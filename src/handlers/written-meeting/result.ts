import { z } from 'zod';
import { WrittenResultDraft } from '../../domain/written-meeting/result.ts';
import { announceWrittenResult } from '../../services/written-meeting/announce.ts';
import { openWrittenResult } from '../../services/written-meeting/open-result.ts';
import { previewWrittenResult } from '../../services/written-meeting/preview-result.ts';
import { saveWrittenResult } from '../../services/written-meeting/save-result.ts';
import { tryWrittenResult } from '../../services/written-meeting/try-result.ts';
import { writtenAnnounceText } from '../../texts/written-result.ts';
import { doneMessage } from '../../views/failure.ts';
import {
  writtenResultAnnounced,
  writtenResultConfirmation,
} from '../../views/written-meeting/result-confirm.ts';
import { writtenResultForm } from '../../views/written-meeting/result-form.ts';
import { filled } from '../answer.ts';
import { readJson } from '../modal-input.ts';
import type { ButtonRequest, Feature, HandlerDeps } from '../types.ts';

const MeetingId = z.uuid();

/** 結果をまとめる. */
const openForm =
  (deps: HandlerDeps) =>
  async ({ actor, value, openForm: open, refuse }: ButtonRequest): Promise<void> => {
    const opened = await openWrittenResult(deps, MeetingId.parse(value), actor);
    await (opened.ok ? open(writtenResultForm(opened.value)) : refuse(opened.error));
  };

const Carried = z.object({ meetingId: z.uuid(), revision: z.number().int() });

/** 書面開催の結果をまとめる was submitted: kept, and what would be sent comes on top. */
const submitResult = filled(
  WrittenResultDraft,
  async (deps, { actor, key, draft, metadata, push, refuse }) => {
    const target = readJson(Carried, metadata);
    const saved = await saveWrittenResult(deps, target, { key, draft }, actor);
    if (!saved.ok) return refuse(saved.error);
    const preview = await previewWrittenResult(deps, target.meetingId, actor);
    await (preview.ok ? push(writtenResultConfirmation(preview.value)) : refuse(preview.error));
  },
);

/** Inside of office hours nobody is asked when. */
const AnnounceDraft = z.object({ sending: z.enum(['next-morning', 'now']).default('now') });

/** 結果を通知する. */
const submitAnnouncement = filled(
  AnnounceDraft,
  async (deps, { actor, key, draft: { sending }, metadata, show, refuse }) => {
    const target = readJson(Carried, metadata);
    const announced = await announceWrittenResult(deps, target, { key, draft: sending }, actor);
    await (announced.ok ? show(writtenResultAnnounced(announced.value)) : refuse(announced.error));
  },
);

/** 自分に試し送信. */
const pressTry =
  (deps: HandlerDeps) =>
  async ({ actor, value, answer, refuse }: ButtonRequest): Promise<void> => {
    const tried = await tryWrittenResult(deps, MeetingId.parse(value), actor);
    await (tried.ok ? answer(doneMessage('sent', writtenAnnounceText.trialSent)) : refuse(tried.error));
  };

/** The result of a 書面開催: put together and told by the secretariat. */
export const writtenResultFeature: Feature = {
  noun: 'meeting',
  buttons: {
    'written-result.open': openForm,
    'written-result.try': pressTry,
  },
  forms: {
    'written-result.save': submitResult,
    'written-result.announce': submitAnnouncement,
  },
};
