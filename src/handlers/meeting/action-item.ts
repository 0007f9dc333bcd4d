import { z } from 'zod';
import { ActionItemDraft, SettleDraft } from '../../domain/action-item/action-item.ts';
import { maySeeSomeActions } from '../../domain/action-item/permission.ts';
import { sectionsSought } from '../../domain/department-match.ts';
import { CancelDraft } from '../../domain/occasion/record.ts';
import { isSecretariat } from '../../domain/permission.ts';
import { listActionItems } from '../../services/action-item/list.ts';
import { openActionItem } from '../../services/action-item/open.ts';
import { openActionForm } from '../../services/action-item/open-form.ts';
import { restoreActionItem } from '../../services/action-item/restore.ts';
import { saveActionItem } from '../../services/action-item/save.ts';
import { settleActionItem } from '../../services/action-item/settle.ts';
import { ACTION_BUTTON, ACTION_HELP, actionText } from '../../texts/action-item.ts';
import { actionEditForm, actionForm, actionSaved } from '../../views/action-item/form.ts';
import { actionHomePart, actionListMessage } from '../../views/action-item/list.ts';
import { dropForm, droppedView, settledView, settleForm } from '../../views/action-item/settle.ts';
import type { Choice } from '../../views/blocks.ts';
import { sectionChoice } from '../../views/external-fields.ts';
import { undoneMessage } from '../../views/undo.ts';
import { filled } from '../answer.ts';
import { readJson } from '../modal-input.ts';
import { paged } from '../paging.ts';
import type { ButtonRequest, Feature, HandlerDeps, OptionsRequest } from '../types.ts';

/** What is open of what was promised at meetings, as far as one may see it. */
const list = paged(async (deps, { actor, answer }, page) =>
  answer(actionListMessage(await listActionItems(deps, actor), page)),
);

const RowId = z.uuid();

/** 対応事項を登録, of a meeting. */
const openRegister =
  (deps: HandlerDeps) =>
  async ({ actor, value, openForm, refuse }: ButtonRequest): Promise<void> => {
    const opened = await openActionForm(deps, RowId.parse(value), actor);
    await (opened.ok ? openForm(actionForm(opened.value)) : refuse(opened.error));
  };

/** 続けて登録: in the place of what the form has become. */
const openAgain =
  (deps: HandlerDeps) =>
  (request: ButtonRequest): Promise<void> =>
    openRegister(deps)({ ...request, openForm: request.replaceForm });

/** 編集, 済みにする or 取りやめる of one that is open. */
const openOne =
  (purpose: Parameters<typeof openActionItem>[2], view: typeof settleForm) =>
  (deps: HandlerDeps) =>
  async ({ actor, value, openForm, refuse }: ButtonRequest): Promise<void> => {
    const opened = await openActionItem(deps, RowId.parse(value), purpose, actor);
    await (opened.ok ? openForm(view(opened.value)) : refuse(opened.error));
  };

const OfMeeting = z.object({ meetingId: z.uuid() });
const Target = z.object({ actionItemId: z.uuid(), revision: z.number().int() });

/** 担当の課・室等, as somebody looks for it: offered to those to whom the form opens. */
const offerSections =
  (deps: HandlerDeps) =>
  async ({ actor, typed, metadata }: OptionsRequest): Promise<readonly Choice[]> => {
    const target = readJson(OfMeeting.or(Target), metadata);
    const opened =
      'meetingId' in target
        ? await openActionForm(deps, target.meetingId, actor)
        : await openActionItem(deps, target.actionItemId, 'manage', actor);
    return opened.ok ? sectionsSought(opened.value.departments, typed).map(sectionChoice) : [];
  };

/** 対応事項を登録 was submitted. */
const submitRegister = filled(
  ActionItemDraft,
  async (deps, { actor, key, draft, metadata, show, refuse }) => {
    const saved = await saveActionItem(deps, readJson(OfMeeting, metadata), { key, draft }, actor);
    await (saved.ok ? show(actionSaved(saved.value, true)) : refuse(saved.error));
  },
);

/** 対応事項を編集 was submitted. */
const submitEdit = filled(ActionItemDraft, async (deps, { actor, key, draft, metadata, show, refuse }) => {
  const saved = await saveActionItem(deps, readJson(Target, metadata), { key, draft }, actor);
  await (saved.ok ? show(actionSaved(saved.value, false)) : refuse(saved.error));
});

/** 対応事項を済みにする was submitted. */
const submitSettle = filled(SettleDraft, async (deps, { actor, key, draft, metadata, show, refuse }) => {
  const settled = await settleActionItem(deps, readJson(Target, metadata), 'done', { key, draft }, actor);
  await (settled.ok ? show(settledView(settled.value)) : refuse(settled.error));
});

/** 対応事項を取りやめる was submitted. */
const submitDrop = filled(CancelDraft, async (deps, { actor, key, draft, metadata, show, refuse }) => {
  const input = { key, draft: { word: draft.reason } };
  const dropped = await settleActionItem(deps, readJson(Target, metadata), 'dropped', input, actor);
  await (dropped.ok ? show(droppedView(dropped.value)) : refuse(dropped.error));
});

/** 取り消す of 済みにする, or 元に戻す of 取りやめ. */
const pressRestore =
  (deps: HandlerDeps) =>
  async ({ actor, value, answer, refuse }: ButtonRequest): Promise<void> => {
    const restored = await restoreActionItem(deps, RowId.parse(value), actor);
    await (restored.ok ? answer(undoneMessage(actionText.undone)) : refuse(restored.error));
  };

/** 対応事項: what was promised at meetings. */
export const actionItemFeature: Feature = {
  noun: 'meeting',
  commands: {
    '/kyodo-meeting': [
      { words: ['対応事項', 'actions'], audience: 'all', does: ACTION_HELP.list, handle: list.open },
    ],
  },
  buttons: {
    'action-item.open': openRegister,
    'action-item.again': openAgain,
    'action-item.edit': openOne('manage', actionEditForm),
    'action-item.settle': openOne('settle', settleForm),
    'action-item.drop': openOne('manage', dropForm),
    'action-item.restore': pressRestore,
    'action-list.open': list.open,
    'action-list.previous': list.turn,
    'action-list.next': list.turn,
  },
  options: { 'action-item.section': offerSections },
  forms: {
    'action-item.register': submitRegister,
    'action-item.edit': submitEdit,
    'action-item.settle': submitSettle,
    'action-item.drop': submitDrop,
  },
  redraws: { 'action-list': list.turn },
  openers: [{ actionId: 'action-list.open', words: ACTION_BUTTON.list, may: maySeeSomeActions }],
  home: [
    {
      place: 'due',
      read: async (deps, actor) =>
        isSecretariat(actor) ? actionHomePart(await listActionItems(deps, actor)) : [],
    },
  ],
};
