import type { ModalView } from '@slack/types';
import type { BodyMember } from '../../domain/body/member.ts';
import type { OpenedBodyMember } from '../../services/body/open-member.ts';
import { BODY_MEMBER_HINT, bodyMemberText } from '../../texts/body-member.ts';
import { finalActView } from '../final-act.ts';
import { cancelReasonField } from '../occasion/cancel-form.ts';
import { memberWords } from './member.ts';

/** 外す: who leaves the list of which body, and how many stand in it before and after. */
export const memberRemovalView = (
  { bodies, listed }: Pick<OpenedBodyMember, 'bodies' | 'listed'>,
  member: BodyMember,
): ModalView => {
  const body = bodies.find(({ id }) => id === member.bodyId);
  return finalActView('body-member.remove', {
    numbers: [bodyMemberText.removing, bodyMemberText.listed(listed, listed - 1)],
    about: [[body?.name, memberWords(member)].join(' ')],
    fields: [cancelReasonField(BODY_MEMBER_HINT.removal)],
    metadata: { memberId: member.id, revision: member.revision },
  });
};
