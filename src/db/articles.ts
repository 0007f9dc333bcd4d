import type { Article, ArticleFacts, ArticleSource } from '../domain/newsletter/article.ts';
import type { ArticleWithProposal } from '../domain/newsletter/proposal.ts';
import type { Prismatic } from './client.ts';
import type { Prisma } from './generated/client.ts';

/** A photo of the record, and the same as a file of Slack's. */
export type KeptPhoto = { readonly id: string; readonly slackId: string };

/** What of an article's course changes. */
export type ArticleCourse = Partial<{
  readonly agreedAt: Date;
  readonly withdrawnAt: Date | null;
  readonly withdrawnBy: string | null;
  readonly correctedAt: Date;
}>;

/** An earlier wording. */
export type ArticleVersion = ArticleFacts & {
  readonly revision: number;
  readonly changedAt: Date;
  readonly changedBy: string;
};

export type ArticleTable = {
  readonly find: (id: string) => Promise<Article | undefined>;
  /** Finds it and holds it until the transaction ends. */
  readonly findToChange: (id: string) => Promise<Article | undefined>;
  /** Of these, in the order of the list. */
  readonly ofIds: (ids: readonly string[]) => Promise<readonly Article[]>;
  /** Not withdrawn and in no issue but such as were called off: those written since they were put in order first, the newest first. */
  readonly waiting: () => Promise<readonly Article[]>;
  /** All that the secretariat has before it: the same, and those of which a change waits for 承認. */
  readonly onDesk: () => Promise<readonly ArticleWithProposal[]>;
  /** Puts articles that wait in this order. */
  readonly putOrder: (ids: readonly string[]) => Promise<void>;
  /** Entered by somebody, the newest first. */
  readonly writtenBy: (slackId: string, limit: number) => Promise<readonly ArticleWithProposal[]>;
  readonly create: (
    id: string,
    facts: ArticleFacts,
    written: {
      readonly by: string;
      readonly at: Date;
      readonly source: ArticleSource | null;
      readonly photo: KeptPhoto | null;
    },
  ) => Promise<void>;
  /** Changes what it says; the words of before are kept. */
  readonly putFacts: (
    id: string,
    facts: ArticleFacts,
    photo: KeptPhoto | null,
    changed: { readonly by: string; readonly at: Date },
  ) => Promise<void>;
  readonly putCourse: (id: string, course: ArticleCourse) => Promise<void>;
  /** What it said before it was changed, the oldest first. */
  readonly versionsOf: (id: string) => Promise<readonly ArticleVersion[]>;
};

const whole = { photo: { select: { id: true, name: true } } } as const satisfies Prisma.ArticleInclude;
type Row = Prisma.ArticleGetPayload<{ include: typeof whole }>;

const withProposal = {
  ...whole,
  proposals: { where: { outcome: null }, select: { id: true, facts: true } },
} as const satisfies Prisma.ArticleInclude;
type RowWithProposal = Prisma.ArticleGetPayload<{ include: typeof withProposal }>;

const toArticle = ({
  workspaceId: _,
  photoId: __,
  place: ___,
  photoSlackId,
  photo,
  sourceChannel,
  sourceTs,
  sourceAuthor,
  ...row
}: Row): Article => ({
  ...row,
  photo: photo === null || photoSlackId === null ? null : { ...photo, slackId: photoSlackId },
  source:
    sourceChannel === null || sourceTs === null || sourceAuthor === null
      ? null
      : { channel: sourceChannel, ts: sourceTs, author: sourceAuthor },
});

const toArticleWithProposal = ({ proposals: [open], ...article }: RowWithProposal): ArticleWithProposal => ({
  ...toArticle(article),
  proposal: open === undefined ? null : { id: open.id, isWithdrawal: open.facts === null },
});

/** Not withdrawn and in no issue but such as were called off. */
const WAITS = {
  withdrawnAt: null,
  issues: { none: { issue: { state: { not: 'cancelled' } } } },
} as const satisfies Prisma.ArticleWhereInput;

const NEWEST_FIRST = [
  { writtenAt: 'desc' },
  { id: 'asc' },
] as const satisfies Prisma.ArticleOrderByWithRelationInput[];

const IN_ORDER = [
  { place: { sort: 'asc', nulls: 'first' } },
  ...NEWEST_FIRST,
] as const satisfies Prisma.ArticleOrderByWithRelationInput[];

export const createArticleTable = (prisma: Prismatic, workspaceId: string): ArticleTable => {
  const where = (id: string) => ({ workspaceId_id: { workspaceId, id } });
  const list = async (wanted: Prisma.ArticleWhereInput): Promise<readonly Article[]> =>
    (
      await prisma.article.findMany({
        where: { ...wanted, workspaceId },
        include: whole,
        orderBy: [...NEWEST_FIRST],
      })
    ).map(toArticle);
  const find = async (id: string): Promise<Article | undefined> => (await list({ id }))[0];
  return {
    find,
    findToChange: async (id) => {
      await prisma.$queryRaw`select 1 from article where workspace_id = ${workspaceId} and id = ${id}::uuid for update`;
      return find(id);
    },
    ofIds: async (ids) => {
      const found = new Map((await list({ id: { in: [...ids] } })).map((article) => [article.id, article]));
      return ids.flatMap((id) => found.get(id) ?? []);
    },
    waiting: async () => {
      const rows = await prisma.article.findMany({
        where: { ...WAITS, workspaceId },
        include: whole,
        orderBy: [...IN_ORDER],
      });
      return rows.map(toArticle);
    },
    onDesk: async () => {
      const rows = await prisma.article.findMany({
        where: {
          workspaceId,
          withdrawnAt: null,
          OR: [WAITS, { proposals: { some: { outcome: null } } }],
        },
        include: withProposal,
        orderBy: [...IN_ORDER],
      });
      return rows.map(toArticleWithProposal);
    },
    putOrder: async (ids) => {
      await prisma.$executeRaw`
        update article set place = wanted.place
        from unnest(${[...ids]}::uuid[]) with ordinality as wanted(id, place)
        where article.workspace_id = ${workspaceId} and article.id = wanted.id`;
    },
    writtenBy: async (writtenBy, limit) => {
      const rows = await prisma.article.findMany({
        where: { workspaceId, writtenBy, withdrawnAt: null },
        include: withProposal,
        orderBy: [...NEWEST_FIRST],
        take: limit,
      });
      return rows.map(toArticleWithProposal);
    },
    create: async (id, facts, { by, at, source, photo }) => {
      await prisma.article.create({
        data: {
          workspaceId,
          id,
          ...facts,
          photoId: photo?.id ?? null,
          photoSlackId: photo?.slackId ?? null,
          writtenBy: by,
          writtenAt: at,
          sourceChannel: source?.channel ?? null,
          sourceTs: source?.ts ?? null,
          sourceAuthor: source?.author ?? null,
        },
      });
    },
    putFacts: async (id, facts, photo, { by, at }) => {
      await prisma.$executeRaw`
        insert into article_version (workspace_id, article_id, revision, title, body, category, link, photo_text, photo_id,
          changed_by, changed_at)
        select workspace_id, id, revision, title, body, category, link, photo_text, photo_id, ${by}, ${at}
        from article where workspace_id = ${workspaceId} and id = ${id}::uuid`;
      await prisma.article.update({
        where: where(id),
        data: {
          ...facts,
          photoId: photo?.id ?? null,
          photoSlackId: photo?.slackId ?? null,
          revision: { increment: 1 },
        },
      });
    },
    putCourse: async (id, course) => {
      await prisma.article.update({ where: where(id), data: course });
    },
    versionsOf: (articleId) =>
      prisma.articleVersion.findMany({
        where: { workspaceId, articleId },
        select: {
          revision: true,
          title: true,
          body: true,
          category: true,
          link: true,
          photoText: true,
          changedAt: true,
          changedBy: true,
        },
        orderBy: { revision: 'asc' },
      }),
  };
};
