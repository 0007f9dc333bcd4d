import { z } from 'zod';
import { type Issue, type IssueFacts, type IssueState, PartText } from '../domain/newsletter/newsletter.ts';
import type { Prismatic } from './client.ts';
import type { Prisma } from './generated/client.ts';

/** What of an issue's course changes; its revision counts itself. */
export type IssueCourse = Partial<{
  readonly state: IssueState;
  readonly publishAt: Date;
  readonly publishedAt: Date;
  readonly partTexts: readonly PartText[];
}>;

export type NewsletterIssueTable = {
  /** Holds all issues until the transaction ends: no other gets the same number meanwhile. */
  readonly lock: () => Promise<void>;
  readonly find: (id: string) => Promise<Issue | undefined>;
  /** Finds it and holds it until the transaction ends, so that it is published once. */
  readonly findToChange: (id: string) => Promise<Issue | undefined>;
  /** All of them, the newest first. */
  readonly all: () => Promise<readonly Issue[]>;
  readonly inState: (states: readonly IssueState[]) => Promise<readonly Issue[]>;
  /** Published issues that an article is in. */
  readonly publishedWith: (articleId: string) => Promise<readonly Issue[]>;
  readonly create: (
    id: string,
    facts: IssueFacts,
    made: { readonly by: string; readonly at: Date },
  ) => Promise<void>;
  readonly putFacts: (id: string, facts: IssueFacts) => Promise<void>;
  /** Adds articles at the end. */
  readonly addArticles: (id: string, articleIds: readonly string[]) => Promise<void>;
  readonly putCourse: (id: string, course: IssueCourse) => Promise<void>;
  /** 読みました; false when that was pressed before. */
  readonly read: (id: string, slackId: string, at: Date) => Promise<boolean>;
  /** Who pressed 読みました, by Slack id. */
  readonly readersOf: (id: string) => Promise<readonly string[]>;
};

const whole = {
  articles: { select: { articleId: true }, orderBy: { position: 'asc' } },
  channels: { select: { channel: true, name: true }, orderBy: { position: 'asc' } },
} as const satisfies Prisma.NewsletterIssueInclude;
type Row = Prisma.NewsletterIssueGetPayload<{ include: typeof whole }>;

const Parts = PartText.shape.part.array();

const toIssue = ({ workspaceId: _, articles, channels, parts, partTexts, ...row }: Row): Issue => ({
  ...row,
  articleIds: articles.map(({ articleId }) => articleId),
  channels: channels.map(({ channel, name }) => ({ id: channel, name })),
  parts: Parts.parse(parts),
  partTexts: z.array(PartText).parse(partTexts),
});

/** The order in which issues are listed. */
export const newestFirst = (one: Issue, other: Issue): number =>
  other.fiscalYear - one.fiscalYear || other.number - one.number || (one.id < other.id ? -1 : 1);

export const createNewsletterIssueTable = (prisma: Prismatic, workspaceId: string): NewsletterIssueTable => {
  const where = (id: string) => ({ workspaceId_id: { workspaceId, id } });
  const list = async (wanted: Prisma.NewsletterIssueWhereInput): Promise<readonly Issue[]> =>
    (
      await prisma.newsletterIssue.findMany({
        where: { ...wanted, workspaceId },
        include: whole,
        orderBy: [{ fiscalYear: 'desc' }, { number: 'desc' }, { id: 'asc' }],
      })
    ).map(toIssue);
  const find = async (id: string): Promise<Issue | undefined> => (await list({ id }))[0];
  const putArticles = async (issueId: string, ids: readonly string[], from: number): Promise<void> => {
    await prisma.issueArticle.createMany({
      data: ids.map((articleId, index) => ({ workspaceId, issueId, articleId, position: from + index + 1 })),
    });
  };
  const putParts = async (issueId: string, { articleIds, channels }: IssueFacts): Promise<void> => {
    await putArticles(issueId, articleIds, 0);
    await prisma.issueChannel.createMany({
      data: channels.map(({ id, name }, index) => ({
        workspaceId,
        issueId,
        channel: id,
        name,
        position: index + 1,
      })),
    });
  };
  const plain = ({ articleIds: _, channels: __, parts, ...facts }: IssueFacts) => ({
    ...facts,
    parts: [...parts],
  });
  return {
    lock: async () => {
      await prisma.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`${workspaceId} newsletter`}, 0))`;
    },
    find,
    findToChange: async (id) => {
      await prisma.$queryRaw`
        select 1 from newsletter_issue where workspace_id = ${workspaceId} and id = ${id}::uuid for update`;
      return find(id);
    },
    all: () => list({}),
    inState: (states) => list({ state: { in: [...states] } }),
    publishedWith: (articleId) => list({ state: 'published', articles: { some: { articleId } } }),
    create: async (id, facts, { by, at }) => {
      await prisma.newsletterIssue.create({
        data: { workspaceId, id, ...plain(facts), createdBy: by, createdAt: at },
      });
      await putParts(id, facts);
    },
    putFacts: async (id, facts) => {
      await prisma.newsletterIssue.update({
        where: where(id),
        data: { ...plain(facts), revision: { increment: 1 } },
      });
      await prisma.issueArticle.deleteMany({ where: { workspaceId, issueId: id } });
      await prisma.issueChannel.deleteMany({ where: { workspaceId, issueId: id } });
      await putParts(id, facts);
    },
    addArticles: async (issueId, articleIds) => {
      const count = await prisma.issueArticle.count({ where: { workspaceId, issueId } });
      await putArticles(issueId, articleIds, count);
    },
    putCourse: async (id, { partTexts, ...course }) => {
      await prisma.newsletterIssue.update({
        where: where(id),
        data: {
          ...course,
          ...(partTexts === undefined ? {} : { partTexts: z.array(PartText).parse(partTexts) }),
          revision: { increment: 1 },
        },
      });
    },
    read: async (issueId, slackId, at) => {
      const { count } = await prisma.newsletterRead.createMany({
        data: [{ workspaceId, issueId, slackId, readAt: at }],
        skipDuplicates: true,
      });
      return count === 1;
    },
    readersOf: async (issueId) =>
      (
        await prisma.newsletterRead.findMany({
          where: { workspaceId, issueId },
          select: { slackId: true },
          orderBy: { readAt: 'asc' },
        })
      ).map(({ slackId }) => slackId),
  };
};
