import type { BodyMember } from '../body/member.ts';
import { instantInTokyo, type LocalDate } from '../calendar/local-date.ts';
import type { WorkingCalendar } from '../calendar/working-day.ts';
import { type AwayPeriod, whoIsAwayOn } from '../person/away.ts';
import { isReachable, type Person } from '../person/person.ts';
import type { Voter } from './voter.ts';

/** One who gets 開催案内(書面開催): as a 回答者, by position, or as one who is told too (通知も受ける人), null. */
export type Invited = {
  readonly slackId: string;
  readonly position: number | null;
  /** The day on which it comes: that of asking, or of one who is 不在 then the working day on which they are back. */
  readonly on: LocalDate;
};

/** Whom 開催案内(書面開催) reaches, and who of the 回答者 has no Slack to read it in. */
export type Invitations = {
  readonly invited: readonly Invited[];
  readonly unreachable: readonly Voter[];
};

/** Whether it reaches one of those who answer. */
export const isVoterReached = ({ invited }: Pick<Invitations, 'invited'>): boolean =>
  invited.some(({ position }) => position !== null);

/** The body and the people as they are known on the day of asking. */
type Known = {
  readonly members: readonly BodyMember[];
  /** Those who are told too, and 回答者 who were taken out of the members since, as far as they are in the record. */
  readonly people: readonly Person[];
  readonly away: readonly AwayPeriod[];
  /** Others who are told too, by Slack id. */
  readonly also?: readonly string[];
};

/** The first working day, from that of asking on, on which somebody is there; a period is a year at the longest. */
export const backOn = (
  personId: string | undefined,
  askedOn: LocalDate,
  away: readonly AwayPeriod[],
  calendar: Pick<WorkingCalendar, 'nextWorkingDay'>,
): LocalDate => {
  let day = askedOn;
  while (personId !== undefined && whoIsAwayOn(away, day).has(personId)) day = calendar.nextWorkingDay(day);
  return day;
};

/** Each person once: a 回答者 who is also told for another is asked. One who was taken out of the members since (外す) stays. */
export const invitationsOf = (
  voters: readonly Voter[],
  { members, people, away, also = [] }: Known,
  askedOn: LocalDate,
  calendar: Pick<WorkingCalendar, 'nextWorkingDay'>,
): Invitations => {
  const known = [...members.map(({ person }) => person), ...people];
  const seats = voters.map((voter) => ({
    voter,
    member: members.find(({ id }) => id === voter.memberId),
    person: known.find(({ id }) => id === voter.personId),
  }));
  const asked = new Map(
    seats.flatMap(({ voter, person }): readonly [string, number][] =>
      person !== undefined && person.slackId !== null && isReachable(person)
        ? [[person.slackId, voter.position]]
        : [],
    ),
  );
  const told = new Set([...seats.flatMap(({ member }) => member?.copiedTo ?? []), ...also]);
  return {
    invited: [...new Set([...asked.keys(), ...told])].map((slackId) => ({
      slackId,
      position: asked.get(slackId) ?? null,
      on: backOn(known.find((person) => person.slackId === slackId)?.id, askedOn, away, calendar),
    })),
    unreachable: seats.flatMap(({ voter, person }) =>
      person !== undefined && isReachable(person) ? [] : [voter],
    ),
  };
};

/** The same of what is over after `last`: who is back only then is not reached in time, and named with those whom Slack does not reach. */
export const reachedUntil = (
  { invited, unreachable }: Invitations,
  voters: readonly Voter[],
  last: LocalDate,
): Invitations => {
  const inTime = invited.filter(({ on }) => on <= last);
  const missed = invited.filter(({ on }) => on > last).map(({ position }) => position);
  return {
    invited: inTime,
    unreachable: voters.filter((voter) => unreachable.includes(voter) || missed.includes(voter.position)),
  };
};

/** When a message leaves that is to be there on the morning of `day`; undefined when that has come. */
export const leavesAt = (day: LocalDate, morningAt: string, now: Date): Date | undefined => {
  const morning = instantInTokyo(day, morningAt);
  return morning > now ? morning : undefined;
};
