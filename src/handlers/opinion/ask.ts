import type { ModalView } from '@slack/types';
import { z } from 'zod';
import type { Actor } from '../../domain/actor.ts';
import { AskDraft } from '../../domain/opinion/asking.ts';
import { splitParts, YearPart } from '../../domain/parts.ts';
import { previewInquiry } from '../../services/inquiry/preview.ts';
import { type AskToOpen, openAsk } from '../../services/opinion/open-ask.ts';
import { saveAsk } from '../../services/opinion/save-ask.ts';
import { inquiryText } from '../../texts/inquiry.ts';
import { doneMessage, problemMessage, sentenceForm } from '../../views/failure.ts';
import { inquiryConfirmation } from '../../views/inquiry/send.ts';
import { askForm, preparingAsk } from '../../views/opinion/ask-form.ts';
import { filled } from '../answer.ts';
import { readJson } from '../modal-input.ts';
import type { Asked, ButtonRequest, Feature, HandlerDeps } from '../types.ts';

/** 調査・検討を依頼, empty or with the draft that is continued. */
export const openAskForm = async (
  deps: HandlerDeps,
  what: AskToOpen,
  { actor, openForm, refuse }: Asked,
): Promise<void> => {
  const opened = await openAsk(deps, what, actor);
  await (opened.ok ? openForm(askForm(opened.value)) : refuse(opened.error));
};

const OfYear = z.tuple([z.uuid(), YearPart]).transform(([opinionId, year]) => ({ opinionId, year }));

/** About one opinion: `OPINION:YEAR`. */
const pressOne =
  (deps: HandlerDeps) =>
  (request: ButtonRequest): Promise<void> =>
    openAskForm(deps, OfYear.parse(splitParts(request.value)), request);

/** About all of a year that were not asked about yet. */
const pressAll =
  (deps: HandlerDeps) =>
  (request: ButtonRequest): Promise<void> =>
    openAskForm(deps, { year: YearPart.parse(request.value) }, request);

const Carried = z.object({
  inquiryId: z.uuid(),
  revision: z.number().int(),
  year: z.number().int(),
  opinionId: z.uuid().optional(),
  title: z.string().max(100),
});

const confirmation = async (
  deps: HandlerDeps,
  inquiryId: string,
  sending: 'next-morning' | 'now',
  actor: Actor,
): Promise<ModalView> => {
  const preview = await previewInquiry(deps, inquiryId, sending, actor);
  return preview.ok ? inquiryConfirmation(preview.value) : sentenceForm(problemMessage(preview.error));
};

/**
 * It was submitted: kept as a draft, and unless that is all, 送信の確認 comes on top, after the acknowledgement, since it names all that is
 * asked.
 */
const submit = filled(AskDraft, async (deps, { actor, key, draft, metadata, show, refuse, pushThen }) => {
  const target = readJson(Carried, metadata);
  const { sending } = draft;
  const saved = await saveAsk(deps, target, { key, draft }, actor);
  if (!saved.ok) return refuse(saved.error);
  if (sending === 'draft') return show(sentenceForm(doneMessage('savedDraft', inquiryText.savedDraft)));
  await pushThen(preparingAsk(), () => confirmation(deps, target.inquiryId, sending, actor));
});

/** 調査・検討を依頼: an inquiry that asks the 関係課 of 評価・意見, each about its own. */
export const opinionAskFeature: Feature = {
  noun: 'report',
  buttons: { 'opinion-ask.one': pressOne, 'opinion-ask.all': pressAll },
  forms: { 'opinion-ask.save': submit },
};
