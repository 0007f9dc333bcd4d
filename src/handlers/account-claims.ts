import { z } from 'zod';
import { SlackId } from '../domain/person/person.ts';
import { listAccountClaims, settleAccountClaim } from '../services/person/settle-account-claim.ts';
import { accountClaimsPart } from '../views/person/account-claims.ts';
import type { ButtonRequest, Feature, HandlerDeps } from './types.ts';

/** What a button carries: the person and the account, with a space between. */
const Chosen = z.tuple([z.uuid(), SlackId]);

/** このアカウントにつなぐ or このままにする: the Home tab shows itself anew. */
const press =
  (deps: HandlerDeps, take: boolean) =>
  async ({ actor, value, refuse }: ButtonRequest): Promise<void> => {
    const [personId, claimant] = Chosen.parse(value.split(' '));
    const settled = await settleAccountClaim(deps, { personId, claimant }, take, actor);
    if (!settled.ok) await refuse(settled.error);
  };

/** People of the record whose address belongs to another account than theirs. */
export const accountClaimsFeature: Feature = {
  noun: 'settings',
  buttons: {
    'account-claim.take': (deps) => press(deps, true),
    'account-claim.leave': (deps) => press(deps, false),
  },
  home: [
    {
      place: 'confirm',
      read: async (deps, actor) => accountClaimsPart(await listAccountClaims(deps, actor)),
    },
  ],
};
