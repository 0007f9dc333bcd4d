import { z } from 'zod';
import {
  AmendDraft,
  ExtendDraft,
  type InquiryEnding,
  type InquiryStep,
  ReasonDraft,
} from '../../domain/inquiry/course.ts';
import { amendInquiry } from '../../services/inquiry/amend.ts';
import { openInquiryEnding } from '../../services/inquiry/open-ending.ts';
import { type OpenedInquiryForm, openInquiryForm } from '../../services/inquiry/open-form.ts';
import { readInquiryStatus } from '../../services/inquiry/read-status.ts';
import { stepInquiry } from '../../services/inquiry/step.ts';
import { inquiryText } from '../../texts/inquiry.ts';
import { finalActDone } from '../../views/final-act.ts';
import { endingView } from '../../views/inquiry/ending.ts';
import { amendForm, extendedToClosingDay, extendForm, reopenForm } from '../../views/inquiry/form.ts';
import { inquiryStatusMessage } from '../../views/inquiry/status.ts';
import { undoneMessage, undoPart } from '../../views/undo.ts';
import { filled } from '../answer.ts';
import { readJson } from '../modal-input.ts';
import type { ButtonRequest, Feature, FormSubmission, HandlerDeps } from '../types.ts';

const InquiryId = z.uuid();
const Carried = z.object({ inquiryId: z.uuid() });

type View = (
  opened: OpenedInquiryForm,
  inquiry: NonNullable<OpenedInquiryForm['inquiry']>,
) => Parameters<ButtonRequest['openForm']>[0];

/** Opens a form about an inquiry. */
const openAbout =
  (view: View) =>
  (deps: HandlerDeps) =>
  async ({ actor, value, openForm, refuse }: ButtonRequest): Promise<void> => {
    const opened = await openInquiryForm(deps, InquiryId.parse(value), actor);
    if (!opened.ok) return refuse(opened.error);
    const { inquiry } = opened.value;
    await (inquiry === undefined || inquiry.state === 'draft'
      ? refuse({ kind: 'gone' })
      : openForm(view(opened.value, inquiry)));
  };

const CarriedRevision = Carried.extend({ revision: z.number().int() });

/** 照会を編集 was submitted. */
const submitAmend = filled(AmendDraft, async (deps, { actor, key, draft, metadata, accept, refuse }) => {
  const target = readJson(CarriedRevision, metadata);
  const amended = await amendInquiry(deps, target, { key, draft }, actor);
  await (amended.ok ? accept() : refuse(amended.error));
});

/** A form that gives a step its reason was submitted; what is to be known of a new due day comes in its place. */
const submitStep = (step: InquiryStep, Draft: typeof ExtendDraft | typeof ReasonDraft) =>
  filled(Draft, async (deps, { actor, key, draft, metadata, accept, refuse, show }) => {
    const { inquiryId, revision } = readJson(CarriedRevision.partial({ revision: true }), metadata);
    const target = { inquiryId, ...(revision === undefined ? {} : { revision }) };
    const stepped = await stepInquiry(deps, target, { key, step, ...draft }, actor);
    if (!stepped.ok) return refuse(stepped.error);
    const { dueOn, warnOf } = stepped.value;
    await (warnOf === undefined ? accept() : show(extendedToClosingDay(dueOn, warnOf)));
  });

/** 締め切る or 取りやめる: what it would touch, before it is done. */
const openEnding =
  (ending: InquiryEnding) =>
  (deps: HandlerDeps) =>
  async ({ actor, value, openForm, refuse }: ButtonRequest): Promise<void> => {
    const opened = await openInquiryEnding(deps, InquiryId.parse(value), ending, actor);
    await (opened.ok ? openForm(endingView(ending, opened.value)) : refuse(opened.error));
  };

/** 締め切る was submitted. */
const submitClose =
  (deps: HandlerDeps) =>
  async ({ actor, key, metadata, show, refuse }: FormSubmission): Promise<void> => {
    const target = readJson(CarriedRevision, metadata);
    const closed = await stepInquiry(deps, target, { key, step: 'close', reason: '' }, actor);
    if (!closed.ok) return refuse(closed.error);
    const { id, endedAt } = closed.value;
    const undo = endedAt === null ? [] : undoPart({ kind: 'inquiry', id }, endedAt);
    await show(finalActDone('inquiry.close', inquiryText.closed, undo));
  };

/** 元に戻す of 締め切る. */
const pressRestore =
  (deps: HandlerDeps) =>
  async ({ actor, value, answer, refuse }: ButtonRequest): Promise<void> => {
    const target = { inquiryId: InquiryId.parse(value) };
    const restored = await stepInquiry(deps, target, { step: 'restore', reason: '' }, actor);
    await (restored.ok ? answer(undoneMessage(inquiryText.restored)) : refuse(restored.error));
  };

/** 集計済みにする: in one press, after which the inquiry is shown as it is now. */
const pressTally =
  (deps: HandlerDeps) =>
  async ({ actor, value, replace, refuse }: ButtonRequest): Promise<void> => {
    const target = { inquiryId: InquiryId.parse(value) };
    const tallied = await stepInquiry(deps, target, { step: 'tally', reason: '' }, actor);
    if (!tallied.ok) return refuse(tallied.error);
    const status = await readInquiryStatus(deps, tallied.value.id, actor);
    if (status.ok) await replace(inquiryStatusMessage(status.value));
  };

/** Changing the course of an inquiry that was sent. */
export const inquiryChangeFeature: Feature = {
  noun: 'inquiry',
  buttons: {
    'inquiry.amend': openAbout((opened) => amendForm(opened)),
    'inquiry.extend': openAbout((_, inquiry) => extendForm(inquiry)),
    'inquiry.reopen': openAbout((_, inquiry) => reopenForm(inquiry)),
    'inquiry.cancel': openEnding('cancel'),
    'inquiry.close': openEnding('close'),
    'inquiry.restore': pressRestore,
    'inquiry.tally': pressTally,
  },
  forms: {
    'inquiry.amend': submitAmend,
    'inquiry.extend': submitStep('extend', ExtendDraft),
    'inquiry.reopen': submitStep('reopen', ReasonDraft),
    'inquiry.cancel': submitStep('cancel', ReasonDraft),
    'inquiry.close': submitClose,
  },
};
