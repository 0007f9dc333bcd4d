import type { Prismatic } from './client.ts';
import { digestOf } from './digest.ts';

/** A form as it was submitted: `key` is the same for a repeated submit, `content` is what was typed. */
export type Submitted = { readonly key: string; readonly content: unknown };

export type SubmissionTable = {
  /**
   * Whether this form was recorded before: with the same words, with other words, or not at all. Until the transaction
   * ends, the same form arriving a second time waits here.
   */
  readonly seen: (submitted: Submitted) => Promise<'same' | 'different' | 'never'>;
  readonly remember: (submitted: Submitted, at: Date) => Promise<void>;
};

export const createSubmissionTable = (prisma: Prismatic, workspaceId: string): SubmissionTable => ({
  seen: async ({ key, content }) => {
    await prisma.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`${workspaceId} ${key}`}, 0))`;
    const row = await prisma.submission.findUnique({
      where: { workspaceId_key: { workspaceId, key } },
    });
    if (row === null) return 'never';
    return row.digest === digestOf(content) ? 'same' : 'different';
  },
  remember: async ({ key, content }, at) => {
    await prisma.submission.create({
      data: { workspaceId, key, digest: digestOf(content), createdAt: at },
    });
  },
});
