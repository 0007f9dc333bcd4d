import { z } from 'zod';
import { confirmRoleGuide } from '../services/promoter/confirm-role-guide.ts';
import { ROLE_GUIDE_HELP } from '../texts/role-guide.ts';
import { guidePressed } from '../views/promoter/role-guide.ts';
import type { ButtonRequest, Feature, HandlerDeps } from './types.ts';

const AppointmentId = z.uuid();

/** 確認しました of the guide, or 取り消す of it. The message itself changes through its delivery. */
const pressGuide =
  (deps: HandlerDeps, confirmed: boolean) =>
  async ({ actor, value, refuse }: ButtonRequest): Promise<void> => {
    const done = await confirmRoleGuide(deps, AppointmentId.parse(value), confirmed, actor);
    if (!done.ok) await refuse(done.error);
  };

/** The same where the button stands apart from the guide: what was pressed says when. */
const pressApart =
  (deps: HandlerDeps, confirmed: boolean) =>
  async ({ actor, value, replace, refuse }: ButtonRequest): Promise<void> => {
    const done = await confirmRoleGuide(deps, AppointmentId.parse(value), confirmed, actor);
    await (done.ok ? replace(guidePressed(done.value)) : refuse(done.error));
  };

/** 協働推進員の役割のご案内. */
export const roleGuideFeature: Feature = {
  noun: 'roster',
  buttons: {
    'role-guide.confirm': (deps) => pressGuide(deps, true),
    'role-guide.take-back': (deps) => pressGuide(deps, false),
    'role-guide.confirm-apart': (deps) => pressApart(deps, true),
    'role-guide.take-back-apart': (deps) => pressApart(deps, false),
  },
  sends: [{ what: ROLE_GUIDE_HELP.sends, audience: 'promoters' }],
};
