import { type LocalDate, todayInTokyo } from '../calendar/local-date.ts';
import { isReachable, type Person } from '../person/person.ts';
import type { WrittenAnswer } from './answer.ts';
import { openItems } from './tally.ts';
import { type BodyOnDay, successorOf, type Voter } from './voter.ts';
import type { ItemVersion, WrittenMeeting } from './written-meeting.ts';

/** To whom it falls, on a day, that a 回答者 answers. */
export type BallotReceivers = {
  /** Who is reminded of it, by Slack id. */
  readonly reminded: readonly string[];
  /** Who is told on the same days (通知も受ける人), and may not answer. */
  readonly told: readonly string[];
  /** Who may enter the answer (代理入力できる人), and reads of it where all that is open stands. */
  readonly aides: readonly string[];
  /** Why Slack reaches neither the 回答者 nor a successor, where it does not. */
  readonly unreachable: 'withoutSlack' | 'deactivated' | undefined;
};

const slackIdOf = (person: Person): readonly string[] =>
  person.slackId !== null && isReachable(person) ? [person.slackId] : [];

/** The seat of a 回答者, unless it was taken out of the record, and those whom Slack reaches who answer: they and their successor. */
const answerersOf = (voter: Voter, voters: readonly Voter[], body: BodyOnDay) => {
  const member = body.members.find(({ id }) => id === voter.memberId);
  const own = member === undefined ? [voter.slackId ?? []].flat() : slackIdOf(member.person);
  const successor = successorOf(voter, voters, body);
  return {
    member,
    successor,
    reached: [...own, ...(successor === undefined ? [] : slackIdOf(successor.person))],
  };
};

/**
 * Who hears that a 回答者 has not answered: they themselves, their successor, and those who are told too (通知も受ける人). Where Slack
 * reaches nobody who answers, the secretariat and who may enter the answer.
 */
export const ballotReceivers = (
  voter: Voter,
  voters: readonly Voter[],
  body: BodyOnDay,
  secretariat: readonly string[],
): BallotReceivers => {
  const { member, reached } = answerersOf(voter, voters, body);
  const { copiedTo = [], proxies = [] } = member ?? {};
  const isReached = reached.length > 0;
  const isDeactivated = member !== undefined && member.person.deactivatedAt !== null;
  const both = copiedTo.filter((slackId) => proxies.includes(slackId));
  const reminded = new Set(isReached ? [...reached, ...both] : [...proxies, ...secretariat]);
  return {
    reminded: [...reminded],
    told: copiedTo.filter((slackId) => !reminded.has(slackId)),
    aides: proxies.filter((slackId) => !reminded.has(slackId)),
    unreachable: isReached ? undefined : isDeactivated ? 'deactivated' : 'withoutSlack',
  };
};

/** Whether a 書面開催 may concern somebody: as a 回答者, as a member, or as one who hears of it or answers for them. */
export const mayConcern = (
  slackId: string,
  voters: readonly Voter[],
  members: BodyOnDay['members'],
): boolean =>
  voters.some((voter) => voter.slackId === slackId) ||
  members.some(
    ({ person, copiedTo, proxies }) =>
      person.slackId === slackId || copiedTo.includes(slackId) || proxies.includes(slackId),
  );

/**
 * How one who reads of it stands to what a 回答者 owes: who answers, as themselves or as 代理; who enters the answer; one who is only
 * told; or nobody of these any more.
 */
export type BallotRelation = 'own' | 'proxy' | 'on-behalf' | 'told' | 'elsewhere';

/** How the reader, by Slack id, stands to it. What Slack brings to nobody who answers is read by who enters the answer. */
export const ballotRelation = (
  reader: string,
  voter: Voter,
  voters: readonly Voter[],
  body: BodyOnDay,
): BallotRelation => {
  const { member, successor, reached } = answerersOf(voter, voters, body);
  if (voter.slackId === reader) return 'own';
  if (successor?.person.slackId === reader) return 'proxy';
  if (member?.proxies.includes(reader) === true) return 'on-behalf';
  if (member?.copiedTo.includes(reader) === true) return 'told';
  return reached.length > 0 ? 'elsewhere' : 'on-behalf';
};

/** Whether a 回答者 has answered every 案件 as it reads now, or once and not since one was amended, or never. */
export type Answered = 'no' | 'some' | 'all';

export const answeredBy = (
  meeting: Pick<WrittenMeeting, 'dueOn' | 'endedAt' | 'items'>,
  answers: readonly WrittenAnswer[],
): Answered => {
  if (openItems(meeting, answers).length === 0) return 'all';
  return answers.length === 0 ? 'no' : 'some';
};

/** The 案件 that a 回答者 had answered before they were amended (案件を訂正), and is asked again. */
export const itemsAskedAgain = (
  meeting: Pick<WrittenMeeting, 'dueOn' | 'endedAt' | 'items'>,
  answers: readonly WrittenAnswer[],
): WrittenMeeting['items'] =>
  openItems(meeting, answers).filter(({ position, version }) =>
    answers.some(({ votes }) => votes.some((vote) => vote.position === position && vote.version < version)),
  );

/** The day on which a 回答者 was last asked: that of asking, or of the amendment of a 案件 that they had answered. */
export const lastAskedOn = (
  meeting: Pick<WrittenMeeting, 'dueOn' | 'endedAt' | 'items'> & { readonly askedOn: LocalDate },
  answers: readonly WrittenAnswer[],
  versions: readonly ItemVersion[],
): LocalDate =>
  itemsAskedAgain(meeting, answers).reduce((last, { position, version }) => {
    const amended = versions.find((one) => one.position === position && one.version === version);
    const day = amended === undefined ? last : todayInTokyo(amended.at);
    return day > last ? day : last;
  }, meeting.askedOn);
