import type { Actor } from '../actor.ts';
import type { BodyRules } from '../body/body.ts';
import { type BodyMember, isMemberOn, type MemberOffice } from '../body/member.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { may } from '../permission.ts';
import { indexPeople } from '../person/match.ts';
import { type Result, refuse, succeed } from '../result.ts';
import type { WrittenMeetingFacts } from './written-meeting.ts';

/** 回答者, fixed when the 書面開催 is opened: who leaves the body later stays, who joins later is not among them. */
export type Voter = {
  /** In the order of the members, from 1. */
  readonly position: number;
  /** The member that they were on that day. */
  readonly memberId: string;
  readonly personId: string;
  /** Of the person as of now. */
  readonly slackId: string | null;
  /** 氏名, 職名 and 役 as of the day of opening. */
  readonly name: string;
  readonly title: string;
  readonly office: MemberOffice;
};

/** Why nobody can be asked, or not those who were named. */
export type VotersProblem =
  | { readonly field: 'voters'; readonly kind: 'no-voters' }
  /** `named` are Slack ids in the one field, and lines as typed in the other. */
  | {
      readonly field: 'voters' | 'votersWithoutSlack';
      readonly kind: 'not-members';
      readonly named: readonly string[];
    };

const linesOf = (text: string): readonly string[] =>
  text
    .split(/\r\n|\r|\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** Those of the members who are asked, in their order. `members` are those of one body on the day of opening. */
export const votersOf = (
  { voters, votersWithoutSlack }: Pick<WrittenMeetingFacts, 'voters' | 'votersWithoutSlack'>,
  members: readonly BodyMember[],
): Result<readonly Voter[], VotersProblem> => {
  const strangers = voters.filter((slackId) => members.every(({ person }) => person.slackId !== slackId));
  if (strangers.length > 0) return refuse({ field: 'voters', kind: 'not-members', named: strangers });
  const index = indexPeople(members.map(({ person }) => person));
  const lines = linesOf(votersWithoutSlack).map((line) => ({ line, found: index.byName(line) }));
  const unknown = lines.filter(({ found }) => found.length === 0).map(({ line }) => line);
  if (unknown.length > 0) return refuse({ field: 'votersWithoutSlack', kind: 'not-members', named: unknown });
  const named = new Set(lines.flatMap(({ found }) => found.map(({ id }) => id)));
  const asked = members.filter(
    ({ person: { id, slackId } }) => named.has(id) || (slackId !== null && voters.includes(slackId)),
  );
  return asked.length === 0
    ? refuse({ field: 'voters', kind: 'no-voters' })
    : succeed(
        asked.map(({ id, person, title, office }, place) => ({
          position: place + 1,
          memberId: id,
          personId: person.id,
          slackId: person.slackId,
          name: person.name,
          title,
          office,
        })),
      );
};

/**
 * How somebody answers: as the 回答者; as 代理, who holds the post of one that has left the body; or in their place (代理入力), with
 * 受けた方法 and 受けた日.
 */
export const VOTES_AS = ['own', 'proxy', 'on-behalf'] as const;
export type VotesAs = (typeof VOTES_AS)[number];

/** Those who may answer instead, as the body stands on `day`. */
export type BodyOnDay = {
  readonly rules: Pick<BodyRules, 'proxy'>;
  /** Of the body, past and coming ones too. */
  readonly members: readonly BodyMember[];
  readonly day: LocalDate;
};

/** The successor of a 回答者: a member of `day` with the same 職名, who is not asked for themselves. */
export const successorOf = (
  voter: Voter,
  voters: readonly Voter[],
  { rules, members, day }: BodyOnDay,
): BodyMember | undefined => {
  if (rules.proxy !== 'allowed') return undefined;
  const serving = members.filter((member) => isMemberOn(member, day));
  if (serving.some(({ person }) => person.id === voter.personId)) return undefined;
  return serving.find(
    ({ title, person }) => title === voter.title && voters.every(({ personId }) => personId !== person.id),
  );
};

/** The successor who answers for a 回答者 as 代理; undefined where the actor is none. */
export const proxyFor = (
  actor: Pick<Actor, 'personId'>,
  voter: Voter,
  voters: readonly Voter[],
  body: BodyOnDay,
): BodyMember | undefined => {
  const successor = successorOf(voter, voters, body);
  return successor !== undefined && successor.person.id === actor.personId ? successor : undefined;
};

/** How this person answers for a 回答者; undefined when they may not. */
export const votesAs = (
  actor: Actor,
  voter: Voter,
  voters: readonly Voter[],
  body: BodyOnDay,
): VotesAs | undefined => {
  const isVoter = actor.personId === voter.personId;
  const isProxy = proxyFor(actor, voter, voters, body) !== undefined;
  const isAide = body.members.some(({ id, proxies }) => id === voter.memberId && proxies.includes(actor.id));
  const owner = isVoter || isProxy || isAide ? { owner: actor.id } : {};
  if (!may(actor, 'answer-written-meeting', owner)) return undefined;
  return isVoter ? 'own' : isProxy ? 'proxy' : 'on-behalf';
};
