import { z } from 'zod';
import { openInvitation } from '../../services/meeting/open-invitation.ts';
import { PREPARATION_HELP } from '../../texts/preparation.ts';
import { invitationView } from '../../views/meeting/invitation.ts';
import type { ButtonRequest, Feature, HandlerDeps } from '../types.ts';

/** 開催案内 of a meeting that is to be prepared. */
const openWords =
  (deps: HandlerDeps) =>
  async ({ actor, value, openForm, refuse }: ButtonRequest): Promise<void> => {
    const opened = await openInvitation(deps, z.uuid().parse(value), actor);
    await (opened.ok ? openForm(invitationView(opened.value)) : refuse(opened.error));
  };

/** 準備 of meetings. */
export const preparationFeature: Feature = {
  noun: 'meeting',
  buttons: { 'preparation.invite': openWords },
  sends: [{ what: PREPARATION_HELP.sends, audience: 'secretariat' }],
};
