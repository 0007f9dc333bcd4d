import type { KnownBlock } from '@slack/types';
import type { Accounts } from '../../services/person/match.ts';
import { accountsText } from '../../texts/accounts.ts';
import { paragraph } from '../blocks.ts';

/** How many have an account, how many have none, and who: the first `most` of them by name. */
export const accountLines = (
  { connected, without, isAsked }: Accounts,
  most: number = without.length,
): readonly string[] => {
  const named = without.slice(0, most);
  return [
    accountsText.counts(connected, without.length),
    ...named.map(({ name, why }) => accountsText.without(name, why)),
    ...(without.length > named.length ? [accountsText.others(without.length - named.length)] : []),
    ...(isAsked ? [] : [accountsText.notAsked]),
  ];
};

/** A form names at most this many. */
const MOST_NAMED = 30;

/** The same in a form; while Slack is asked (`undefined`), that it is. */
export const accountsPart = (accounts: Accounts | undefined): readonly KnownBlock[] => [
  paragraph(accounts === undefined ? accountsText.looking : accountLines(accounts, MOST_NAMED).join('\n')),
];

/** The same of one person. */
export const accountPart = (name: string, accounts: Accounts | undefined): readonly KnownBlock[] => {
  if (accounts === undefined) return accountsPart(accounts);
  const [without] = accounts.without;
  if (without === undefined) return [paragraph(accountsText.oneConnected(name))];
  const said = [
    accountsText.one(without.name, without.why),
    ...(accounts.isAsked ? [] : [accountsText.notAsked]),
  ];
  return [paragraph(said.join('\n'))];
};
