import { z } from 'zod';
import { mayRecordTraining } from '../../domain/training/permission.ts';
import { TrainingDraft } from '../../domain/training/training.ts';
import { listTrainings } from '../../services/training/list.ts';
import { listComingTrainings } from '../../services/training/list-ahead.ts';
import { openTrainingForm } from '../../services/training/open-form.ts';
import { recordTraining } from '../../services/training/record.ts';
import { TRAINING_BUTTON, TRAINING_HELP } from '../../texts/training.ts';
import { sameDayForm } from '../../views/occasion/same-day.ts';
import { trainingForm } from '../../views/training/form.ts';
import { comingTrainingsPart } from '../../views/training/home.ts';
import { trainingListMessage } from '../../views/training/list.ts';
import { filled } from '../answer.ts';
import { yearList } from '../fiscal-year.ts';
import { Asking, readJson } from '../modal-input.ts';
import type { Asked, ButtonRequest, Feature, FormSubmission, HandlerDeps } from '../types.ts';

/** Opens 研修を記録 with the programmes of the present year, one of them chosen where that is known. */
const openWith = async (
  deps: HandlerDeps,
  { actor, openForm, refuse }: Asked,
  programmeId?: string,
): Promise<void> => {
  const programmes = await openTrainingForm(deps, actor);
  await (programmes.ok
    ? openForm(trainingForm(programmes.value, undefined, programmeId))
    : refuse(programmes.error));
};

const openTraining =
  (deps: HandlerDeps) =>
  (asked: Asked): Promise<void> =>
    openWith(deps, asked);

/** 研修を記録, of what chapter 5 lacks. */
const openForPoint =
  (deps: HandlerDeps) =>
  (request: ButtonRequest): Promise<void> =>
    openWith(deps, request, z.uuid().parse(request.value));

/** The year's training by programme. */
const list = yearList(async (deps, wanted, page, actor) => {
  const listed = await listTrainings(deps, wanted, actor);
  return { ...listed.sought, message: trainingListMessage(listed, page) };
});

/** 研修を記録 was submitted. */
const submitTraining = filled(TrainingDraft, async (deps, { actor, key, draft, accept, push, refuse }) => {
  const recorded = await recordTraining(deps, { key, draft }, actor);
  if (!recorded.ok) return refuse(recorded.error);
  const { value } = recorded;
  await (value.kind === 'asks'
    ? push(sameDayForm('training', 'training.record.same-day', value.same, { asking: key }))
    : accept());
});

/** 同じ日の記録があります was answered: the 研修 is another one. */
const submitAnother =
  (deps: HandlerDeps) =>
  async ({ actor, key, metadata, acceptAll, refuse }: FormSubmission): Promise<void> => {
    const { asking } = readJson(Asking, metadata);
    const recorded = await recordTraining(deps, { key, answers: asking }, actor);
    await (recorded.ok ? acceptAll() : refuse(recorded.error));
  };

/** Recording 研修, and the year's list. */
export const trainingFeature: Feature = {
  noun: 'training',
  commands: {
    '/kyodo-training': [
      { words: [], audience: 'promoters', does: TRAINING_HELP.record, handle: openTraining },
      {
        words: ['一覧', 'list'],
        argument: TRAINING_HELP.listArgument,
        audience: 'all',
        does: TRAINING_HELP.list,
        handle: list.typed,
        look: list.look,
      },
    ],
  },
  shortcuts: { 'training.record': openTraining },
  buttons: {
    'training.open': openTraining,
    'training.point': openForPoint,
    'training-list.open': list.open,
    'training-list.previous': list.turn,
    'training-list.next': list.turn,
    'training-list.previous-year': list.turn,
    'training-list.next-year': list.turn,
  },
  forms: { 'training.record': submitTraining, 'training.record.same-day': submitAnother },
  redraws: { 'training-list': list.turn },
  openers: [
    { actionId: 'training.open', words: TRAINING_BUTTON.record, may: mayRecordTraining },
    { actionId: 'training-list.open', words: TRAINING_BUTTON.list, may: () => true },
  ],
  home: [
    {
      place: 'coming',
      read: async (deps, actor) => comingTrainingsPart(await listComingTrainings(deps, actor)),
    },
  ],
  sends: [
    { what: TRAINING_HELP.sendsRecorded, audience: 'promoters' },
    { what: TRAINING_HELP.sendsHeldAsked, audience: 'promoters' },
  ],
};
