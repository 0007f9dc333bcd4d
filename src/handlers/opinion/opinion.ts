import { z } from 'zod';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import { yearWrittenOn } from '../../domain/chapter5/wanted.ts';
import { sectionsSought } from '../../domain/department-match.ts';
import { CancelDraft } from '../../domain/occasion/record.ts';
import { mayManageOpinions } from '../../domain/opinion/desk.ts';
import { OpinionDraft } from '../../domain/opinion/draft.ts';
import { splitParts, YearPart } from '../../domain/parts.ts';
import { cancelOpinion } from '../../services/opinion/cancel.ts';
import { countOpinions } from '../../services/opinion/count.ts';
import { listOpinions } from '../../services/opinion/list.ts';
import { openOpinion } from '../../services/opinion/open.ts';
import { openOpinionForm } from '../../services/opinion/open-form.ts';
import { restoreOpinion } from '../../services/opinion/restore.ts';
import { saveOpinion } from '../../services/opinion/save.ts';
import { showOpinion } from '../../services/opinion/show.ts';
import { OPINION_BUTTON, OPINION_HELP, opinionText } from '../../texts/opinion.ts';
import type { Choice } from '../../views/blocks.ts';
import { sectionChoice } from '../../views/external-fields.ts';
import {
  opinionCancelForm,
  opinionCancelled,
  opinionEditForm,
  opinionForm,
  opinionSaved,
} from '../../views/opinion/form.ts';
import { opinionHomePart } from '../../views/opinion/home.ts';
import { opinionListMessage } from '../../views/opinion/list.ts';
import { opinionView } from '../../views/opinion/show.ts';
import { undoneMessage } from '../../views/undo.ts';
import { orAgain } from '../again.ts';
import { filled } from '../answer.ts';
import { yearList } from '../fiscal-year.ts';
import { readJson } from '../modal-input.ts';
import type { Asked, ButtonRequest, Feature, Handler, HandlerDeps, OptionsRequest } from '../types.ts';

/** 評価・意見 of a year; of the one whose report is evaluated now where none was named. */
const list = yearList(async (deps, wanted, page, actor) => {
  const listed = await listOpinions(deps, wanted, actor);
  return { ...listed.sought, message: opinionListMessage(listed, page) };
}, yearWrittenOn);

/** 評価・意見を登録, of a year. */
const openRegister = async (
  deps: HandlerDeps,
  { actor, openForm, refuse }: Asked,
  year = yearWrittenOn(todayInTokyo(deps.clock.now())),
): Promise<void> => {
  const opened = await openOpinionForm(deps, actor);
  await (opened.ok ? openForm(opinionForm(opened.value, year)) : refuse(opened.error));
};

const pressRegister: Handler<ButtonRequest> = (deps) => (request) =>
  openRegister(deps, request, YearPart.safeParse(request.value).data);

const OpinionId = z.uuid();

/** 編集 or 取り消す of one. */
const openOne =
  (view: typeof opinionEditForm): Handler<ButtonRequest> =>
  (deps) =>
  async ({ actor, value, openForm, refuse }) => {
    const opened = await openOpinion(deps, OpinionId.parse(value), actor);
    await (opened.ok ? openForm(view(opened.value)) : refuse(opened.error));
  };

const OfYear = z.tuple([OpinionId, YearPart]).transform(([opinionId, year]) => ({ opinionId, year }));

/** 全文を見る. */
const openWhole: Handler<ButtonRequest> =
  (deps) =>
  async ({ actor, value, openForm, refuse }) => {
    const shown = await showOpinion(deps, OfYear.parse(splitParts(value)), actor);
    await (shown.ok ? openForm(opinionView(shown.value)) : refuse(shown.error));
  };

/** The same anew, in its own place. */
const redrawWhole: Handler<ButtonRequest> = (deps) => (request) =>
  openWhole(deps)({
    ...request,
    value: readJson(z.string(), request.value),
    openForm: request.replaceForm,
  });

const Target = z.object({
  opinionId: OpinionId,
  revision: z.number().int(),
  /** The form has no field for 関係課. */
  keepsSections: z.boolean().optional(),
});

/** 関係課, as somebody looks for them: offered to those to whom the form opens. */
const offerSections: Handler<OptionsRequest, readonly Choice[]> =
  (deps) =>
  async ({ actor, typed, metadata }) => {
    const { opinionId } = readJson(Target.partial(), metadata);
    const opened =
      opinionId === undefined
        ? await openOpinionForm(deps, actor)
        : await openOpinion(deps, opinionId, actor);
    if (!opened.ok) return [];
    const departments = 'opinion' in opened.value ? opened.value.departments : opened.value;
    return sectionsSought(departments, typed).map(sectionChoice);
  };

/** 評価・意見を登録 was submitted. */
const submitRegister = filled(OpinionDraft, async (deps, { actor, key, draft, show, refuse }) => {
  const saved = await saveOpinion(deps, null, { key, draft }, actor);
  await (saved.ok ? show(opinionSaved(saved.value, true)) : refuse(saved.error));
});

/** 評価・意見を編集 was submitted. */
const submitEdit = filled(OpinionDraft, async (deps, { actor, key, draft, metadata, show, refuse }) => {
  const saved = await saveOpinion(deps, readJson(Target, metadata), { key, draft }, actor);
  await (saved.ok ? show(opinionSaved(saved.value, false)) : refuse(saved.error));
});

/** 取り消す was submitted. */
const submitCancel = filled(CancelDraft, async (deps, { actor, key, draft, metadata, show, refuse }) => {
  const cancelled = await cancelOpinion(deps, readJson(Target, metadata), { key, draft }, actor);
  await (cancelled.ok ? show(opinionCancelled(cancelled.value)) : refuse(cancelled.error));
});

/** 元に戻す. */
const pressRestore: Handler<ButtonRequest> =
  (deps) =>
  async ({ actor, value, answer, refuse }) => {
    const restored = await restoreOpinion(deps, OpinionId.parse(value), actor);
    await (restored.ok ? answer(undoneMessage(opinionText.restored)) : refuse(restored.error));
  };

/** 評価・意見: the list that is the desk of it, and what is registered. */
export const opinionFeature: Feature = {
  noun: 'report',
  commands: {
    '/kyodo-opinion': [
      { words: [], audience: 'all', does: OPINION_HELP.menu, handle: list.open },
      {
        words: ['一覧', 'list'],
        argument: OPINION_HELP.listArgument,
        audience: 'all',
        does: OPINION_HELP.list,
        handle: list.typed,
        look: list.look,
      },
      {
        words: ['登録', 'add'],
        audience: 'secretariat',
        does: OPINION_HELP.register,
        handle: (deps) => (request) => openRegister(deps, request),
      },
    ],
  },
  buttons: {
    'opinion-list.open': list.open,
    'opinion-list.previous': list.turn,
    'opinion-list.next': list.turn,
    'opinion-list.previous-year': list.turn,
    'opinion-list.next-year': list.turn,
    'opinion.new': orAgain(pressRegister),
    'opinion.show': openWhole,
    'opinion.edit': openOne(opinionEditForm),
    'opinion.cancel': openOne(opinionCancelForm),
    'opinion.restore': pressRestore,
  },
  forms: {
    'opinion.register': submitRegister,
    'opinion.edit': submitEdit,
    'opinion.cancel': submitCancel,
  },
  options: { 'opinion.sections': offerSections },
  redraws: { 'opinion-list': list.turn, 'opinion.shown': redrawWhole },
  home: [
    {
      place: 'due',
      read: async (deps, actor) => opinionHomePart(await countOpinions(deps, actor)),
    },
  ],
  openers: [
    { actionId: 'opinion-list.open', words: OPINION_BUTTON.list, may: () => true },
    { actionId: 'opinion.new', words: OPINION_BUTTON.register, may: mayManageOpinions },
  ],
};
