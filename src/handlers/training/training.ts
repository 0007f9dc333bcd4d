import { z } from 'zod';
import { currentFiscalYear, readFiscalYear } from '../../domain/calendar/fiscal-year.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import { mayRecordTraining } from '../../domain/training/permission.ts';
import { TrainingDraft } from '../../domain/training/training.ts';
import { listTrainings } from '../../services/training/list.ts';
import { listComingTrainings } from '../../services/training/list-ahead.ts';
import { openTrainingForm } from '../../services/training/open-form.ts';
import { recordTraining } from '../../services/training/record.ts';
import { TRAINING_BUTTON, TRAINING_HELP } from '../../texts/training.ts';
import { problemMessage, schemaSentences } from '../../views/failure.ts';
import { trainingForm } from '../../views/training/form.ts';
import { comingTrainingsPart } from '../../views/training/home.ts';
import { trainingListMessage } from '../../views/training/list.ts';
import type {
  ButtonRequest,
  CommandRequest,
  Feature,
  FormSubmission,
  HandlerDeps,
  ShortcutRequest,
} from '../types.ts';

/** Opens 研修を記録 with the programmes of the present year. */
const openForm =
  (deps: HandlerDeps) =>
  async ({
    actor,
    answer,
    openForm: open,
  }: Pick<CommandRequest, 'actor' | 'answer' | 'openForm'>): Promise<void> => {
    const programmes = await openTrainingForm(deps, actor);
    await (programmes.ok ? open(trainingForm(programmes.value)) : answer(problemMessage(programmes.error)));
  };

/** The shortcut 研修を記録: a refusal comes in a form, for there is no channel to answer in. */
const trainingShortcut =
  (deps: HandlerDeps) =>
  async ({ actor, openForm: open, tell }: ShortcutRequest): Promise<void> => {
    await openForm(deps)({ actor, openForm: open, answer: tell });
  };

const answerList =
  (deps: HandlerDeps) =>
  async ({ actor, answer }: Pick<CommandRequest, 'actor' | 'answer'>, typedYear: string): Promise<void> => {
    const today = todayInTokyo(deps.clock.now());
    const year = typedYear === '' ? currentFiscalYear(today) : readFiscalYear(typedYear, today);
    if (year === undefined) return answer(problemMessage({ field: 'fiscalYear', kind: 'year-unreadable' }));
    await answer(trainingListMessage(await listTrainings(deps, year, actor), 1));
  };

/** 研修の一覧: the present fiscal year's. */
const openList =
  (deps: HandlerDeps) =>
  async (request: ButtonRequest): Promise<void> =>
    answerList(deps)(request, '');

const Page = z
  .string()
  .regex(/^\d{4}:\d{1,4}$/u)
  .transform((value) => {
    const [year = 0, page = 0] = value.split(':').map(Number);
    return { year, page };
  });

/** Another page of the list, in place of the one shown. */
const turnList =
  (deps: HandlerDeps) =>
  async ({ actor, value, replace }: ButtonRequest): Promise<void> => {
    const { year, page } = Page.parse(value);
    await replace(trainingListMessage(await listTrainings(deps, year, actor), page));
  };

/** 研修を記録 was submitted. */
const submitTraining =
  (deps: HandlerDeps) =>
  async ({ actor, key, values, accept, reject, refuse }: FormSubmission): Promise<void> => {
    const draft = TrainingDraft.safeParse(values);
    if (!draft.success) return reject(schemaSentences(draft.error, values));
    const recorded = await recordTraining(deps, { key, draft: draft.data }, actor);
    await (recorded.ok ? accept() : refuse(recorded.error));
  };

/** Recording 研修, and the year's list. */
export const trainingFeature: Feature = {
  commands: {
    '/kyodo-training': [
      { words: [], audience: 'promoters', does: TRAINING_HELP.record, handle: openForm },
      {
        words: ['一覧', 'list'],
        argument: '年度',
        audience: 'all',
        does: TRAINING_HELP.list,
        handle: (deps) => (request) => answerList(deps)(request, request.words.join('')),
      },
    ],
  },
  shortcuts: { 'training.record': trainingShortcut },
  buttons: {
    'training.open': openForm,
    'training-list.open': openList,
    'training-list.previous': turnList,
    'training-list.next': turnList,
  },
  forms: { 'training.record': submitTraining },
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
  sends: [TRAINING_HELP.sendsRecorded, TRAINING_HELP.sendsHeldAsked],
};
