import { fromUtcMidnight, utcMidnight } from '../domain/calendar/local-date.ts';
import { groupBy } from '../domain/group-by.ts';
import type { WrittenAnswer } from '../domain/written-meeting/answer.ts';
import type { Voter } from '../domain/written-meeting/voter.ts';
import type { Prismatic } from './client.ts';
import type { Prisma } from './generated/client.ts';

/** The 回答者 of a 書面開催 in their order, and every answer in the order in which they came. */
export type AskedAndAnswered = {
  readonly voters: readonly Voter[];
  readonly answers: readonly WrittenAnswer[];
};

/** Who is asked in writing, and what they answered. */
export type WrittenAnswerTable = {
  /** Fixes the 回答者, once. */
  readonly fixVoters: (meetingId: string, voters: readonly Voter[]) => Promise<void>;
  /** How many are asked in each of several 書面開催, all that was answered there, and whose answers they are. */
  readonly ofMeetings: (meetingIds: readonly string[]) => Promise<ReadonlyMap<string, AskedAndAnswered>>;
  /** In their order. */
  readonly votersOf: (meetingId: string) => Promise<readonly Voter[]>;
  /** Holds a 回答者 until the transaction ends: answers for one come one after the other. False where there is none. */
  readonly holdVoter: (meetingId: string, position: number) => Promise<boolean>;
  /** Every answer of all, or of one 回答者, in the order in which they came. */
  readonly answersOf: (meetingId: string, voter?: number) => Promise<readonly WrittenAnswer[]>;
  readonly answer: (meetingId: string, answer: WrittenAnswer) => Promise<void>;
};

const votes = { votes: { orderBy: { position: 'asc' } } } as const satisfies Prisma.WrittenAnswerInclude;
type Row = Prisma.WrittenAnswerGetPayload<{ include: typeof votes }>;

const toAnswer = ({
  voter,
  number,
  at,
  by,
  proxyTitle,
  proxyName,
  receivedBy,
  receivedOn,
  ...row
}: Row): WrittenAnswer => ({
  voter,
  number,
  at,
  by,
  proxy: proxyTitle === null || proxyName === null ? null : { title: proxyTitle, name: proxyName },
  received:
    receivedBy === null || receivedOn === null ? null : { by: receivedBy, on: fromUtcMidnight(receivedOn) },
  votes: row.votes.map(({ position, version, choice, opinion }) => ({ position, version, choice, opinion })),
});

const meetingOf = ({ meetingId }: { readonly meetingId: string }): string => meetingId;

const account = { person: { select: { slackId: true } } } as const satisfies Prisma.WrittenVoterInclude;
type VoterRow = Prisma.WrittenVoterGetPayload<{ include: typeof account }>;

const toVoter = ({
  position,
  memberId,
  personId,
  name,
  title,
  office,
  person: { slackId },
}: VoterRow): Voter => ({ position, memberId, personId, slackId, name, title, office });

const inOrderOfComing = [{ at: 'asc' }, { voter: 'asc' }, { number: 'asc' }] as const;

export const createWrittenAnswerTable = (prisma: Prismatic, workspaceId: string): WrittenAnswerTable => ({
  ofMeetings: async (meetingIds) => {
    const where = { workspaceId, meetingId: { in: [...meetingIds] } };
    const [voters, answers] = await Promise.all([
      prisma.writtenVoter.findMany({ where, include: account, orderBy: { position: 'asc' } }),
      prisma.writtenAnswer.findMany({ where, include: votes, orderBy: [...inOrderOfComing] }),
    ]);
    const [votersOf, answersOf] = [groupBy(voters, meetingOf), groupBy(answers, meetingOf)];
    return new Map(
      [...votersOf].map(([id, asked]) => [
        id,
        { voters: asked.map(toVoter), answers: (answersOf.get(id) ?? []).map(toAnswer) },
      ]),
    );
  },
  fixVoters: async (meetingId, voters) => {
    await prisma.writtenVoter.createMany({
      data: voters.map(({ slackId: _, ...voter }) => ({ ...voter, workspaceId, meetingId })),
    });
  },
  votersOf: async (meetingId) =>
    (
      await prisma.writtenVoter.findMany({
        where: { workspaceId, meetingId },
        include: account,
        orderBy: { position: 'asc' },
      })
    ).map(toVoter),
  holdVoter: async (meetingId, position) => {
    const held = await prisma.$queryRaw<readonly unknown[]>`
      select 1 from written_voter
      where workspace_id = ${workspaceId} and meeting_id = ${meetingId}::uuid and position = ${position} for update`;
    return held.length > 0;
  },
  answersOf: async (meetingId, voter) =>
    (
      await prisma.writtenAnswer.findMany({
        where: { workspaceId, meetingId, ...(voter === undefined ? {} : { voter }) },
        include: votes,
        orderBy: [...inOrderOfComing],
      })
    ).map(toAnswer),
  answer: async (meetingId, { proxy, received, votes: said, ...answer }) => {
    const key = { workspaceId, meetingId, voter: answer.voter, number: answer.number };
    await prisma.writtenAnswer.create({
      data: {
        ...answer,
        workspaceId,
        meetingId,
        proxyTitle: proxy?.title ?? null,
        proxyName: proxy?.name ?? null,
        receivedBy: received?.by ?? null,
        receivedOn: received === null ? null : utcMidnight(received.on),
      },
    });
    await prisma.writtenVote.createMany({ data: said.map((vote) => ({ ...vote, ...key })) });
  },
});
