import type { Actor } from '../actor.ts';
import { maySeeContents, meetingTarget } from '../meeting/permission.ts';
import { may } from '../permission.ts';
import type { ActionItem, MeetingOfItem } from './action-item.ts';

/** Registering, changing and 取りやめ of what was promised at a meeting. */
export const mayManageActions = (
  actor: Actor,
  meeting: Pick<MeetingOfItem, 'recordedBy' | 'recordedFor' | 'bodyId'>,
): boolean => may(actor, 'manage-action-item', meetingTarget(meeting));

/** 済みにする: those of the section, their 主任, the one person; and taking that back. */
export const maySettleAction = (actor: Actor, { responsible }: Pick<ActionItem, 'responsible'>): boolean =>
  may(
    actor,
    'settle-action-item',
    responsible.kind === 'section'
      ? { sectionId: responsible.sectionId, departmentId: responsible.departmentId }
      : { owner: responsible.person.slackId ?? '' },
  );

/** Reading one: it is of the contents of its meeting, and who is responsible knows it in any case. */
export const maySeeAction = (actor: Actor, item: Pick<ActionItem, 'responsible' | 'meeting'>): boolean =>
  maySeeContents(actor, item.meeting) || maySettleAction(actor, item);

/** Whether there may be any that they may see: what the button is shown by. */
export const maySeeSomeActions = ({ isSecretariat, memberOf, posts }: Actor): boolean =>
  isSecretariat || memberOf.length > 0 || posts.length > 0;
