import { z } from 'zod';
import { CancelDraft } from '../../domain/occasion/record.ts';
import { TrainingContentsDraft, TrainingDraft } from '../../domain/training/training.ts';
import { cancelOccasion } from '../../services/occasion/cancel.ts';
import { restoreOccasion } from '../../services/occasion/restore.ts';
import { confirmTraining } from '../../services/training/confirm.ts';
import { editTraining } from '../../services/training/edit.ts';
import { listTrainings } from '../../services/training/list.ts';
import { type OpenedTraining, openTraining } from '../../services/training/open.ts';
import { recordTrainingContents } from '../../services/training/record-contents.ts';
import { undoText } from '../../texts/undo.ts';
import { sameDayForm } from '../../views/occasion/same-day.ts';
import { trainingCancelForm } from '../../views/training/cancel-form.ts';
import { trainingContentsForm, trainingForm } from '../../views/training/form.ts';
import { trainingListMessage } from '../../views/training/list.ts';
import { undoneMessage } from '../../views/undo.ts';
import { filled } from '../answer.ts';
import { Asking, readJson } from '../modal-input.ts';
import type { ButtonRequest, Feature, FormSubmission, HandlerDeps } from '../types.ts';

/** What a form about a 研修 carries: which one, and as of which change it was opened. */
const TrainingTarget = z.object({ sessionId: z.uuid(), revision: z.number().int() });

const SessionId = z.uuid();

/** Opens a form about the 研修 whose button was pressed. */
const openAbout =
  (formOf: (opened: OpenedTraining) => Parameters<ButtonRequest['openForm']>[0]) =>
  (deps: HandlerDeps) =>
  async ({ actor, value, openForm, refuse }: ButtonRequest): Promise<void> => {
    const opened = await openTraining(deps, SessionId.parse(value), actor);
    await (opened.ok ? openForm(formOf(opened.value)) : refuse(opened.error));
  };

/** 編集 or 日程を変更. */
const openEditForm = openAbout((opened) => trainingForm(opened.programmes, opened));

/** 内容を記録. */
const openContentsForm = openAbout(trainingContentsForm);

/** 記録を取り消す or 中止. */
const openCancelForm = openAbout(trainingCancelForm);

/** The edit form was submitted. */
const submitEdit = filled(
  TrainingDraft,
  async (deps, { actor, key, draft, metadata, accept, push, refuse }) => {
    const target = readJson(TrainingTarget, metadata);
    const edited = await editTraining(deps, target, { key, draft }, actor);
    if (!edited.ok) return refuse(edited.error);
    const { value } = edited;
    await (value.kind === 'asks'
      ? push(sameDayForm('training', 'training.edit.same-day', value.same, { ...target, asking: key }))
      : accept());
  },
);

const AskingTraining = TrainingTarget.extend(Asking.shape);

/** 同じ日の記録があります was answered: the 研修 is another one. */
const submitEditOfAnother =
  (deps: HandlerDeps) =>
  async ({ actor, key, metadata, acceptAll, refuse }: FormSubmission): Promise<void> => {
    const { asking, ...target } = readJson(AskingTraining, metadata);
    const edited = await editTraining(deps, target, { key, answers: asking }, actor);
    await (edited.ok ? acceptAll() : refuse(edited.error));
  };

/** 研修の内容を記録 was submitted. */
const submitContents = filled(
  TrainingContentsDraft,
  async (deps, { actor, key, draft, metadata, accept, refuse }) => {
    const target = readJson(TrainingTarget, metadata);
    const kept = await recordTrainingContents(deps, target, { key, draft }, actor);
    await (kept.ok ? accept() : refuse(kept.error));
  },
);

/** 記録を取り消す was submitted. */
const submitCancel = filled(CancelDraft, async (deps, { actor, key, draft, metadata, accept, refuse }) => {
  const { sessionId: id, revision } = readJson(TrainingTarget, metadata);
  const target = { kind: 'training', id, revision } as const;
  const cancelled = await cancelOccasion(deps, target, { key, draft }, actor);
  await (cancelled.ok ? accept() : refuse(cancelled.error));
});

/** 元に戻す of a record that was cancelled: its messages are written anew by themselves. */
const pressRestore =
  (deps: HandlerDeps) =>
  async ({ actor, value, answer, refuse }: ButtonRequest): Promise<void> => {
    const restored = await restoreOccasion(deps, { kind: 'training', id: SessionId.parse(value) }, actor);
    await (restored.ok ? answer(undoneMessage(undoText.record)) : refuse(restored.error));
  };

/** 確認する in the list: the list is shown again as it is now. */
const pressConfirm =
  (deps: HandlerDeps) =>
  async ({ actor, value, replace, refuse }: ButtonRequest): Promise<void> => {
    const confirmed = await confirmTraining(deps, SessionId.parse(value), actor);
    if (!confirmed.ok) return refuse(confirmed.error);
    await replace(
      trainingListMessage(await listTrainings(deps, { of: confirmed.value.fiscalYear, words: '' }, actor), 1),
    );
  };

/** Changing what was recorded of 研修. */
export const trainingChangeFeature: Feature = {
  noun: 'training',
  buttons: {
    'training.edit': openEditForm,
    'training.contents': openContentsForm,
    'training.cancel': openCancelForm,
    'training.restore': pressRestore,
    'training.confirm': pressConfirm,
  },
  forms: {
    'training.edit': submitEdit,
    'training.edit.same-day': submitEditOfAnother,
    'training.contents': submitContents,
    'training.cancel': submitCancel,
  },
};
