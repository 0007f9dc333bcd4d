import { z } from 'zod';
import { BodyMemberDraft } from '../domain/body/member.ts';
import { CancelDraft } from '../domain/occasion/record.ts';
import { listBodyMembers } from '../services/body/list-members.ts';
import { openBodyMember } from '../services/body/open-member.ts';
import { registerBodyMember } from '../services/body/register-member.ts';
import { removeBodyMember } from '../services/body/remove-member.ts';
import { restoreBodyMember } from '../services/body/restore-member.ts';
import { connectPeople } from '../services/person/match.ts';
import { undoText } from '../texts/undo.ts';
import { bodyMemberForm, bodyMemberListMessage, bodyMemberRegistered } from '../views/body/member.ts';
import { memberRemovalView } from '../views/body/removal.ts';
import { accountPart } from '../views/person/accounts.ts';
import { undoneMessage } from '../views/undo.ts';
import { orAgain } from './again.ts';
import { filled } from './answer.ts';
import { readJson } from './modal-input.ts';
import { paged } from './paging.ts';
import type { ButtonRequest, Feature, HandlerDeps } from './types.ts';

/** The members of every body. */
const memberList = paged(async (deps, { actor, answer, refuse }, page) => {
  const parts = await listBodyMembers(deps, actor);
  await (parts.ok ? answer(bodyMemberListMessage(parts.value, page)) : refuse(parts.error));
});

const Opened = z.union([z.literal('new').transform(() => null), z.uuid()]);

/** 委員を登録, empty (`new`) or of the member whose 変更 was pressed. */
const openMemberForm =
  (deps: HandlerDeps) =>
  async ({ actor, value, openForm, refuse }: ButtonRequest): Promise<void> => {
    const opened = await openBodyMember(deps, Opened.parse(value), actor);
    await (opened.ok ? openForm(bodyMemberForm(opened.value)) : refuse(opened.error));
  };

/** What the form carries: nothing for a new member. */
const MemberTarget = z.union([
  z.object({ memberId: z.uuid(), revision: z.number().int() }),
  z.strictObject({}).transform(() => null),
]);

/** 委員を登録 was submitted. */
const submitMember = filled(
  BodyMemberDraft,
  async (deps, { actor, key, draft, metadata, showThen, refuse }) => {
    const target = readJson(MemberTarget, metadata);
    const registered = await registerBodyMember(deps, target, { key, draft }, actor);
    if (!registered.ok) return refuse(registered.error);
    const { value } = registered;
    const { name, personId } = value;
    const isNew = target === null;
    await showThen(bodyMemberRegistered(value, accountPart(name, undefined), isNew), async () =>
      bodyMemberRegistered(
        value,
        accountPart(name, await connectPeople(deps, actor.workspaceId, [personId])),
        isNew,
      ),
    );
  },
);

/** 外す: what it touches, and the reason. */
const openRemoval =
  (deps: HandlerDeps) =>
  async ({ actor, value, openForm, refuse }: ButtonRequest): Promise<void> => {
    const opened = await openBodyMember(deps, z.uuid().parse(value), actor);
    if (!opened.ok) return refuse(opened.error);
    const { member } = opened.value;
    await (member === null ? refuse({ kind: 'gone' }) : openForm(memberRemovalView(opened.value, member)));
  };

const RemovalTarget = z.object({ memberId: z.uuid(), revision: z.number().int().optional() });

/** The reason for taking a member out was submitted. */
const submitRemoval = filled(CancelDraft, async (deps, { actor, key, draft, metadata, accept, refuse }) => {
  const target = readJson(RemovalTarget, metadata);
  const removed = await removeBodyMember(deps, target, { key, draft }, actor);
  await (removed.ok ? accept() : refuse(removed.error));
});

/** 元に戻す of 外す. */
const pressRestore =
  (deps: HandlerDeps) =>
  async ({ actor, value, answer, refuse }: ButtonRequest): Promise<void> => {
    const restored = await restoreBodyMember(deps, z.uuid().parse(value), actor);
    await (restored.ok ? answer(undoneMessage(undoText.member)) : refuse(restored.error));
  };

/** 委員 of 会議体. */
export const bodyMemberFeature: Feature = {
  noun: 'settings',
  buttons: {
    'body-member-list.open': memberList.open,
    'body-member-list.previous': memberList.turn,
    'body-member-list.next': memberList.turn,
    'body-member.open': orAgain(openMemberForm),
    'body-member.change': openMemberForm,
    'body-member.remove': openRemoval,
    'body-member.restore': pressRestore,
  },
  forms: { 'body-member.register': submitMember, 'body-member.remove': submitRemoval },
  redraws: { 'body-member-list': memberList.turn },
};
