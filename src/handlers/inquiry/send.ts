import { z } from 'zod';
import { AskAgainDraft } from '../../domain/delivery/ask-again.ts';
import { hasQuestions, InquiryDraft } from '../../domain/inquiry/inquiry.ts';
import { isSecretariat } from '../../domain/permission.ts';
import { askAgain } from '../../services/inquiry/ask-again.ts';
import { openInquiryEnding } from '../../services/inquiry/open-ending.ts';
import { openInquiryForm } from '../../services/inquiry/open-form.ts';
import { previewInquiry } from '../../services/inquiry/preview.ts';
import { removeInquiryDraft } from '../../services/inquiry/remove-draft.ts';
import { saveInquiry } from '../../services/inquiry/save.ts';
import { sendInquiry } from '../../services/inquiry/send.ts';
import { tryInquiry } from '../../services/inquiry/try.ts';
import { INQUIRY_BUTTON, INQUIRY_HELP, inquiryText } from '../../texts/inquiry.ts';
import { doneMessage, sentenceForm } from '../../views/failure.ts';
import { againForm, askedAgainView } from '../../views/inquiry/again.ts';
import { inquiryForm } from '../../views/inquiry/form.ts';
import { inquiryConfirmation, inquirySent } from '../../views/inquiry/send.ts';
import { filled } from '../answer.ts';
import { readJson } from '../modal-input.ts';
import { openAskForm } from '../opinion/ask.ts';
import type { Asked, ButtonRequest, Feature, FormSubmission, HandlerDeps } from '../types.ts';

const InquiryId = z.uuid();

/** 照会を作成. */
export const openInquiry =
  (deps: HandlerDeps) =>
  async ({ actor, openForm, refuse }: Asked): Promise<void> => {
    const opened = await openInquiryForm(deps, undefined, actor);
    await (opened.ok ? openForm(inquiryForm(opened.value)) : refuse(opened.error));
  };

/** 続きを書く of a draft. */
const continueDraft =
  (deps: HandlerDeps) =>
  async (request: ButtonRequest): Promise<void> => {
    const { actor, value, openForm, refuse } = request;
    const inquiryId = InquiryId.parse(value);
    const opened = await openInquiryForm(deps, inquiryId, actor);
    if (!opened.ok) return refuse(opened.error);
    const { inquiry } = opened.value;
    if (inquiry !== undefined && hasQuestions(inquiry)) return openAskForm(deps, { inquiryId }, request);
    await (opened.value.inquiry?.state === 'draft'
      ? openForm(inquiryForm(opened.value))
      : refuse({ kind: 'already-recorded' }));
  };

/** Without a revision it counts as opened before every change. */
const Carried = z.object({ inquiryId: z.uuid(), revision: z.number().int().default(0) });

/** Of 照会を作成 also the earlier inquiry that it was filled from. */
const CarriedNew = Carried.extend({ earlierId: z.uuid().optional() });

/** 照会を作成 was submitted: kept as a draft, and unless that is all, 送信の確認 comes on top. */
const submitInquiry = filled(
  InquiryDraft,
  async (deps, { actor, key, draft, metadata, show, refuse, push }) => {
    const target = readJson(CarriedNew, metadata);
    const saved = await saveInquiry(deps, target, { key, draft }, actor);
    if (!saved.ok) return refuse(saved.error);
    const { sending } = draft;
    if (sending === 'draft') return show(sentenceForm(doneMessage('savedDraft', inquiryText.savedDraft)));
    const preview = await previewInquiry(deps, target.inquiryId, sending, actor);
    await (preview.ok ? push(inquiryConfirmation(preview.value)) : refuse(preview.error));
  },
);

const Confirmed = Carried.extend({ sending: z.enum(['next-morning', 'now']) });

/** 送信の確認 was submitted. */
const submitConfirmation =
  (deps: HandlerDeps) =>
  async ({ actor, key, metadata, show, refuse }: FormSubmission): Promise<void> => {
    const { sending, ...target } = readJson(Confirmed, metadata);
    const sent = await sendInquiry(deps, target, { key, draft: sending }, actor);
    await (sent.ok ? show(inquirySent(sent.value, sending === 'now')) : refuse(sent.error));
  };

/** 自分に試し送信. */
const pressTry =
  (deps: HandlerDeps) =>
  async ({ actor, value, answer, refuse }: ButtonRequest): Promise<void> => {
    const tried = await tryInquiry(deps, InquiryId.parse(value), actor);
    await (tried.ok ? answer(doneMessage('sent', inquiryText.trialSent)) : refuse(tried.error));
  };

/** 下書きを削除: the Home tab shows itself anew. */
const pressRemove =
  (deps: HandlerDeps) =>
  async ({ actor, value, refuse }: ButtonRequest): Promise<void> => {
    const removed = await removeInquiryDraft(deps, InquiryId.parse(value), actor);
    if (!removed.ok) await refuse(removed.error);
  };

/** もう一度お願いする, while it is open. */
const openAgain =
  (deps: HandlerDeps) =>
  async ({ actor, value, openForm, refuse }: ButtonRequest): Promise<void> => {
    const opened = await openInquiryEnding(deps, InquiryId.parse(value), 'close', actor);
    await (opened.ok ? openForm(againForm(opened.value)) : refuse(opened.error));
  };

/** もう一度お願いする was submitted. */
const submitAgain = filled(AskAgainDraft, async (deps, { actor, key, draft, metadata, show, refuse }) => {
  const { inquiryId } = readJson(Carried, metadata);
  const asked = await askAgain(deps, inquiryId, { key, draft }, actor);
  await (asked.ok ? show(askedAgainView(asked.value)) : refuse(asked.error));
});

/** Making and sending an inquiry. */
export const inquirySendFeature: Feature = {
  noun: 'inquiry',
  buttons: {
    'inquiry.open': openInquiry,
    'inquiry.continue': continueDraft,
    'inquiry.try': pressTry,
    'inquiry.remove': pressRemove,
    'inquiry.again': openAgain,
  },
  forms: {
    'inquiry.save': submitInquiry,
    'inquiry.send': submitConfirmation,
    'inquiry.again': submitAgain,
  },
  openers: [{ actionId: 'inquiry.open', words: INQUIRY_BUTTON.create, may: isSecretariat }],
  sends: [{ what: INQUIRY_HELP.sendsAsked, audience: 'promoters' }],
};
