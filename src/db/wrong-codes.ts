import type { Prismatic } from './client.ts';

export type WrongCodeTable = {
  /** How many wrong codes this person typed since a moment. */
  readonly since: (slackId: string, since: Date) => Promise<number>;
  /** Notes one more, and forgets those of more than a day ago. */
  readonly note: (slackId: string, at: Date) => Promise<void>;
};

const FORGOTTEN_AFTER_MS = 24 * 60 * 60 * 1000;

export const createWrongCodeTable = (prisma: Prismatic, workspaceId: string): WrongCodeTable => ({
  since: (slackId, since) => prisma.wrongCode.count({ where: { workspaceId, slackId, at: { gte: since } } }),
  note: async (slackId, at) => {
    await prisma.wrongCode.deleteMany({
      where: { workspaceId, at: { lt: new Date(at.getTime() - FORGOTTEN_AFTER_MS) } },
    });
    await prisma.wrongCode.create({ data: { workspaceId, slackId, at } });
  },
});
