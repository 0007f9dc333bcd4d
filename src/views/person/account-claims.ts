import type { KnownBlock } from '@slack/types';
import type { AccountClaim } from '../../services/person/settle-account-claim.ts';
import { ACCOUNT_CLAIM_BUTTON, accountClaimsText } from '../../texts/account-claims.ts';
import { button, buttons, header, note } from '../blocks.ts';
import { escaped, personMention } from '../mrkdwn.ts';

/** The Home tab shows at most this many. */
const MOST_CLAIMS = 5;

/** Who, by which address, and both accounts or both people. Mentions call nobody on a Home tab. */
const about = ({ person, claimant, holder }: AccountClaim): KnownBlock => {
  const [name, email] = [escaped(person.name), escaped(person.email ?? '')];
  const other = personMention(claimant);
  const text =
    holder === undefined
      ? accountClaimsText.otherAccount(name, email, other, personMention(person.slackId ?? ''))
      : accountClaimsText.otherRow(name, email, other, escaped(holder.name));
  return { type: 'section', text: { type: 'mrkdwn', verbatim: true, text } };
};

/** People whose address belongs to another account than theirs, each with the choice; no block where there are none. */
export const accountClaimsPart = (claims: readonly AccountClaim[]): readonly KnownBlock[] => {
  if (claims.length === 0) return [];
  const shown = claims.slice(0, MOST_CLAIMS);
  const others = claims.length - shown.length;
  return [
    header(accountClaimsText.title),
    ...shown.flatMap((claim, index) => {
      const value = `${claim.person.id} ${claim.claimant}`;
      return [
        about(claim),
        ...buttons(`claim-${index + 1}`, [
          button('account-claim.take', ACCOUNT_CLAIM_BUTTON.take, value),
          button('account-claim.leave', ACCOUNT_CLAIM_BUTTON.leave, value),
        ]),
      ];
    }),
    note(accountClaimsText.note),
    ...(others > 0 ? [note(accountClaimsText.more(others))] : []),
  ];
};
