import { z } from 'zod';
import { BodyMemberDraft } from '../domain/body/member.ts';
import { CancelDraft } from '../domain/meeting/meeting.ts';
import { listBodyMembers } from '../services/body/list-members.ts';
import { openBodyMember } from '../services/body/open-member.ts';
import { registerBodyMember } from '../services/body/register-member.ts';
import { removeBodyMember } from '../services/body/remove-member.ts';
import { connectPeople } from '../services/person/match.ts';
import {
  bodyMemberForm,
  bodyMemberListMessage,
  bodyMemberRegistered,
  memberWords,
} from '../views/body/member.ts';
import { problemMessage, schemaSentences } from '../views/failure.ts';
import { cancelForm } from '../views/meeting/form.ts';
import { accountPart } from '../views/person/accounts.ts';
import { readJson } from './modal-input.ts';
import type { ButtonRequest, Feature, FormSubmission, HandlerDeps } from './types.ts';

/** The members of every body. */
const answerMembers =
  (deps: HandlerDeps) =>
  async ({ actor, answer }: ButtonRequest): Promise<void> => {
    const parts = await listBodyMembers(deps, actor);
    await answer(parts.ok ? bodyMemberListMessage(parts.value, 1) : problemMessage(parts.error));
  };

const Page = z.coerce.number().int().min(1);

/** Another page of them, in place of the one shown. */
const turnMembers =
  (deps: HandlerDeps) =>
  async ({ actor, value, answer, replace }: ButtonRequest): Promise<void> => {
    const parts = await listBodyMembers(deps, actor);
    if (!parts.ok) return answer(problemMessage(parts.error));
    await replace(bodyMemberListMessage(parts.value, Page.parse(value)));
  };

const Opened = z.union([z.literal('new').transform(() => null), z.uuid()]);

/** 委員を登録, empty (`new`) or of the member whose 変更 was pressed. */
const openMemberForm =
  (deps: HandlerDeps) =>
  async ({ actor, value, answer, openForm }: ButtonRequest): Promise<void> => {
    const opened = await openBodyMember(deps, Opened.parse(value), actor);
    await (opened.ok ? openForm(bodyMemberForm(opened.value)) : answer(problemMessage(opened.error)));
  };

/** What the form carries: nothing for a new member. */
const MemberTarget = z.union([
  z.object({ memberId: z.uuid(), revision: z.number().int() }),
  z.strictObject({}).transform(() => null),
]);

/** 委員を登録 was submitted. */
const submitMember =
  (deps: HandlerDeps) =>
  async ({ actor, key, values, metadata, showThen, reject, refuse }: FormSubmission): Promise<void> => {
    const draft = BodyMemberDraft.safeParse(values);
    if (!draft.success) return reject(schemaSentences(draft.error, values));
    const target = readJson(MemberTarget, metadata);
    const registered = await registerBodyMember(deps, target, { key, draft: draft.data }, actor);
    if (!registered.ok) return refuse(registered.error);
    const { value } = registered;
    const { name, personId } = value;
    await showThen(bodyMemberRegistered(value, accountPart(name, undefined)), async () =>
      bodyMemberRegistered(
        value,
        accountPart(name, await connectPeople(deps, actor.workspaceId, [personId])),
      ),
    );
  };

/** 外す: asks for the reason. */
const openRemoval =
  (deps: HandlerDeps) =>
  async ({ actor, value, answer, openForm }: ButtonRequest): Promise<void> => {
    const opened = await openBodyMember(deps, z.uuid().parse(value), actor);
    if (!opened.ok) return answer(problemMessage(opened.error));
    const { bodies, member } = opened.value;
    const body = bodies.find(({ id }) => id === member?.bodyId);
    const what = [body?.name, member && memberWords(member)].join(' ');
    await openForm(cancelForm('body-member.remove', what, { memberId: value }));
  };

const RemovalTarget = z.object({ memberId: z.uuid() });

/** The reason for taking a member out was submitted. */
const submitRemoval =
  (deps: HandlerDeps) =>
  async ({ actor, key, values, metadata, accept, reject, refuse }: FormSubmission): Promise<void> => {
    const draft = CancelDraft.safeParse(values);
    if (!draft.success) return reject(schemaSentences(draft.error, values));
    const { memberId } = readJson(RemovalTarget, metadata);
    const removed = await removeBodyMember(deps, memberId, { key, draft: draft.data }, actor);
    await (removed.ok ? accept() : refuse(removed.error));
  };

/** 委員 of 会議体. */
export const bodyMemberFeature: Feature = {
  buttons: {
    'body-member-list.open': answerMembers,
    'body-member-list.previous': turnMembers,
    'body-member-list.next': turnMembers,
    'body-member.open': openMemberForm,
    'body-member.change': openMemberForm,
    'body-member.remove': openRemoval,
  },
  forms: { 'body-member.register': submitMember, 'body-member.remove': submitRemoval },
};
