import { fromUtcMidnight, utcMidnight } from '../domain/calendar/local-date.ts';
import type { WrittenAnswer } from '../domain/written-meeting/answer.ts';
import type { Voter } from '../domain/written-meeting/voter.ts';
import type { Prismatic } from './client.ts';
import type { Prisma } from './generated/client.ts';

/** Who is asked in writing, and what they answered. */
export type WrittenAnswerTable = {
  /** Fixes the 回答者, once. */
  readonly fixVoters: (meetingId: string, voters: readonly Voter[]) => Promise<void>;
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

export const createWrittenAnswerTable = (prisma: Prismatic, workspaceId: string): WrittenAnswerTable => ({
  fixVoters: async (meetingId, voters) => {
    await prisma.writtenVoter.createMany({
      data: voters.map(({ slackId: _, ...voter }) => ({ ...voter, workspaceId, meetingId })),
    });
  },
  votersOf: async (meetingId) =>
    (
      await prisma.writtenVoter.findMany({
        where: { workspaceId, meetingId },
        include: { person: { select: { slackId: true } } },
        orderBy: { position: 'asc' },
      })
    ).map(({ position, memberId, personId, name, title, office, person: { slackId } }) => ({
      position,
      memberId,
      personId,
      slackId,
      name,
      title,
      office,
    })),
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
        orderBy: [{ at: 'asc' }, { voter: 'asc' }, { number: 'asc' }],
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
