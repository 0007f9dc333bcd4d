import type { MemberOffice } from '../body/member.ts';
import type { JudgingRules } from './decision.ts';
import type { ItemTally, VoterVote } from './tally.ts';

/**
 * What a body's rules give of a 案件, for the secretariat to see beside its own choice: the rules decide nothing. `deemed` is how many
 * 未回答 were taken for 異議なし, since the minutes say so.
 */
export type Ruling = { readonly deemed: number } & (
  | { readonly kind: 'carried' | 'not-carried' | 'tie' }
  /** 可否同数, which the chair decides: what the chair answered; null where nobody is the chair or the chair has not answered. */
  | { readonly kind: 'chair-decides'; readonly chair: 'agree' | 'object' | null }
  /** 定足数: so many have answered, so many would have to. */
  | { readonly kind: 'no-quorum'; readonly answered: number; readonly needed: number }
  | { readonly kind: 'nobody-answered' }
);

/** 委員長, or in a 幹事会 the 幹事長. */
const CHAIRS: readonly MemberOffice[] = ['chair', 'leadSecretary'];

const chairOf = (votes: readonly VoterVote[]): 'agree' | 'object' | null => {
  const chair = votes.find(({ voter }) => CHAIRS.includes(voter.office));
  if (chair?.counting === undefined) return null;
  return chair.counting.vote.choice === 'object' ? 'object' : 'agree';
};

/**
 * Applies 定足数, 未回答の扱い and 可否同数 to one 案件. A quorum counts who has answered: silence may be taken for 異議なし, but makes nobody
 * present. With as many 異議あり as 異議なし it is a tie.
 */
export const rulingOf = (
  { agreed, objected, unanswered }: ItemTally,
  votes: readonly VoterVote[],
  rules: JudgingRules,
): Ruling => {
  const answered = agreed + objected;
  const needed = Math.floor((answered + unanswered) / 2) + 1;
  const deemed = rules.unanswered === 'consent' ? unanswered : 0;
  if (rules.quorum === 'majority' && answered < needed)
    return { kind: 'no-quorum', answered, needed, deemed: 0 };
  const consent = agreed + deemed;
  if (consent + objected === 0) return { kind: 'nobody-answered', deemed };
  if (consent > objected) return { kind: 'carried', deemed };
  if (consent < objected) return { kind: 'not-carried', deemed };
  return rules.tie === 'chair'
    ? { kind: 'chair-decides', chair: chairOf(votes), deemed }
    : { kind: 'tie', deemed };
};
