import { z } from 'zod';
import { ARTICLE_CATEGORIES } from '../domain/newsletter/article.ts';
import type { ArticleProposal, ProposedChange } from '../domain/newsletter/proposal.ts';
import type { Prismatic } from './client.ts';
import type { Prisma } from './generated/client.ts';

/** Changes of published articles that their writers asked for. */
export type ArticleProposalTable = {
  readonly find: (id: string) => Promise<ArticleProposal | undefined>;
  /** That of an article which nobody has judged yet; there is one at most. */
  readonly openOf: (articleId: string) => Promise<ArticleProposal | undefined>;
  /** Adds one, in place of one of the same article that waits; gives the id of that. */
  readonly put: (
    proposal: ProposedChange & Pick<ArticleProposal, 'id' | 'articleId' | 'proposedBy' | 'proposedAt'>,
  ) => Promise<string | undefined>;
  /** What became of it, once. */
  readonly settle: (
    id: string,
    outcome: Exclude<ArticleProposal['outcome'], null>,
    settled: { readonly by: string; readonly at: Date; readonly reason?: string },
  ) => Promise<void>;
};

const Facts = z.object({
  title: z.string(),
  body: z.string(),
  category: z.enum(ARTICLE_CATEGORIES),
  link: z.string(),
  photoText: z.string(),
});

const whole = {
  photo: { select: { id: true, name: true } },
} as const satisfies Prisma.ArticleProposalInclude;
type Row = Prisma.ArticleProposalGetPayload<{ include: typeof whole }>;

const toProposal = ({
  id,
  articleId,
  facts,
  photo,
  photoSlackId,
  proposedBy,
  proposedAt,
  outcome,
  reason,
}: Row): ArticleProposal => ({
  id,
  articleId,
  facts: facts === null ? null : Facts.parse(facts),
  photo: photo === null || photoSlackId === null ? null : { ...photo, slackId: photoSlackId },
  proposedBy,
  proposedAt,
  outcome,
  reason,
});

export const createArticleProposalTable = (prisma: Prismatic, workspaceId: string): ArticleProposalTable => {
  const first = async (wanted: Prisma.ArticleProposalWhereInput): Promise<ArticleProposal | undefined> => {
    const row = await prisma.articleProposal.findFirst({ where: { ...wanted, workspaceId }, include: whole });
    return row === null ? undefined : toProposal(row);
  };
  return {
    find: (id) => first({ id }),
    openOf: (articleId) => first({ articleId, outcome: null }),
    put: async ({ facts, photo, ...proposal }) => {
      const [replaced] = await prisma.articleProposal.updateManyAndReturn({
        where: { workspaceId, articleId: proposal.articleId, outcome: null },
        data: { outcome: 'replaced', settledBy: proposal.proposedBy, settledAt: proposal.proposedAt },
        select: { id: true },
      });
      await prisma.articleProposal.create({
        data: {
          workspaceId,
          ...proposal,
          ...(facts === null ? {} : { facts }),
          photoId: photo?.id ?? null,
          photoSlackId: photo?.slackId ?? null,
        },
      });
      return replaced?.id;
    },
    settle: async (id, outcome, { by, at, reason = '' }) => {
      await prisma.articleProposal.updateMany({
        where: { workspaceId, id, outcome: null },
        data: { outcome, reason, settledBy: by, settledAt: at },
      });
    },
  };
};
