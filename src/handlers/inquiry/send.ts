import { z } from 'zod';
import { InquiryDraft } from '../../domain/inquiry/inquiry.ts';
import { isSecretariat } from '../../domain/permission.ts';
import { openInquiryForm } from '../../services/inquiry/open-form.ts';
import { previewInquiry } from '../../services/inquiry/preview.ts';
import { removeInquiryDraft } from '../../services/inquiry/remove-draft.ts';
import { saveInquiry } from '../../services/inquiry/save.ts';
import { sendInquiry } from '../../services/inquiry/send.ts';
import { tryInquiry } from '../../services/inquiry/try.ts';
import { INQUIRY_BUTTON, inquiryText } from '../../texts/inquiry.ts';
import { problemMessage, schemaSentences, sentenceForm, sentenceMessage } from '../../views/failure.ts';
import { inquiryForm } from '../../views/inquiry/form.ts';
import { inquiryConfirmation, inquirySent } from '../../views/inquiry/send.ts';
import { readJson } from '../modal-input.ts';
import type { ButtonRequest, CommandRequest, Feature, FormSubmission, HandlerDeps } from '../types.ts';

const InquiryId = z.uuid();

/** 照会を作成. */
export const openInquiry =
  (deps: HandlerDeps) =>
  async ({
    actor,
    answer,
    openForm,
  }: Pick<CommandRequest, 'actor' | 'answer' | 'openForm'>): Promise<void> => {
    const opened = await openInquiryForm(deps, undefined, actor);
    await (opened.ok ? openForm(inquiryForm(opened.value)) : answer(problemMessage(opened.error)));
  };

/** 続きを書く of a draft. */
const continueDraft =
  (deps: HandlerDeps) =>
  async ({ actor, value, answer, openForm }: ButtonRequest): Promise<void> => {
    const opened = await openInquiryForm(deps, InquiryId.parse(value), actor);
    if (!opened.ok) return answer(problemMessage(opened.error));
    await (opened.value.inquiry?.state === 'draft'
      ? openForm(inquiryForm(opened.value))
      : answer(problemMessage({ kind: 'already-recorded' })));
  };

/** Without a revision it counts as opened before every change. */
const Carried = z.object({ inquiryId: z.uuid(), revision: z.number().int().default(0) });

/** 照会を作成 was submitted: kept as a draft, and unless that is all, 送信の確認 comes on top. */
const submitInquiry =
  (deps: HandlerDeps) =>
  async ({ actor, key, values, metadata, show, reject, refuse, push }: FormSubmission): Promise<void> => {
    const draft = InquiryDraft.safeParse(values);
    if (!draft.success) return reject(schemaSentences(draft.error, values));
    const target = readJson(Carried, metadata);
    const saved = await saveInquiry(deps, target, { key, draft: draft.data }, actor);
    if (!saved.ok) return refuse(saved.error);
    const { sending } = draft.data;
    if (sending === 'draft') return show(sentenceForm(sentenceMessage(inquiryText.savedDraft)));
    const preview = await previewInquiry(deps, target.inquiryId, sending, actor);
    await (preview.ok ? push(inquiryConfirmation(preview.value)) : refuse(preview.error));
  };

const Confirmed = Carried.extend({ sending: z.enum(['next-morning', 'now']) });

/** 送信の確認 was submitted. */
const submitConfirmation =
  (deps: HandlerDeps) =>
  async ({ actor, key, metadata, show, refuse }: FormSubmission): Promise<void> => {
    const { sending, ...target } = readJson(Confirmed, metadata);
    const sent = await sendInquiry(deps, target, { key, draft: sending }, actor);
    // It has no field to say it at.
    await (sent.ok ? show(inquirySent(sent.value, sending === 'now')) : refuse(sent.error, ''));
  };

/** 自分に試し送信. */
const pressTry =
  (deps: HandlerDeps) =>
  async ({ actor, value, answer }: ButtonRequest): Promise<void> => {
    const tried = await tryInquiry(deps, InquiryId.parse(value), actor);
    await answer(tried.ok ? sentenceMessage(inquiryText.trialSent) : problemMessage(tried.error));
  };

/** 下書きを削除: the Home tab shows itself anew. */
const pressRemove =
  (deps: HandlerDeps) =>
  async ({ actor, value, answer }: ButtonRequest): Promise<void> => {
    const removed = await removeInquiryDraft(deps, InquiryId.parse(value), actor);
    if (!removed.ok) await answer(problemMessage(removed.error));
  };

/** Making and sending an inquiry. */
export const inquirySendFeature: Feature = {
  buttons: {
    'inquiry.open': openInquiry,
    'inquiry.continue': continueDraft,
    'inquiry.try': pressTry,
    'inquiry.remove': pressRemove,
  },
  forms: { 'inquiry.save': submitInquiry, 'inquiry.send': submitConfirmation },
  openers: [{ actionId: 'inquiry.open', words: INQUIRY_BUTTON.create, may: isSecretariat }],
};
