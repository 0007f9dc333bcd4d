import type { Article, ArticleFacts, ArticleSource } from '../domain/newsletter/article.ts';
import type { Prismatic } from './client.ts';
import type { Prisma } from './generated/client.ts';

/** A photo of the record, and the same as a file of Slack's. */
export type KeptPhoto = { readonly id: string; readonly slackId: string };

/** What of an article's course changes. */
export type ArticleCourse = Partial<{
  readonly agreedAt: Date;
  readonly withdrawnAt: Date | null;
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
  /** Not withdrawn and in no issue but such as were called off, the newest first. */
  readonly waiting: () => Promise<readonly Article[]>;
  /** Entered by somebody, the newest first. */
  readonly writtenBy: (slackId: string, limit: number) => Promise<readonly Article[]>;
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

const toArticle = ({
  workspaceId: _,
  photoId: __,
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

export const createArticleTable = (prisma: Prismatic, workspaceId: string): ArticleTable => {
  const where = (id: string) => ({ workspaceId_id: { workspaceId, id } });
  const list = async (wanted: Prisma.ArticleWhereInput, take?: number): Promise<readonly Article[]> =>
    (
      await prisma.article.findMany({
        where: { ...wanted, workspaceId },
        include: whole,
        orderBy: [{ writtenAt: 'desc' }, { id: 'asc' }],
        ...(take === undefined ? {} : { take }),
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
    waiting: () => list({ withdrawnAt: null, issues: { none: { issue: { state: { not: 'cancelled' } } } } }),
    writtenBy: (writtenBy, limit) => list({ writtenBy, withdrawnAt: null }, limit),
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
