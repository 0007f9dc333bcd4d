import type { TargetKey } from '../domain/inquiry/inquiry.ts';
import type { DelegateRequest } from '../domain/inquiry/standing.ts';
import type { Prismatic } from './client.ts';

/** 担当の変更を依頼. */
export type DelegateRequestTable = {
  readonly create: (request: DelegateRequest & TargetKey) => Promise<void>;
  readonly find: (id: string) => Promise<(DelegateRequest & TargetKey) | undefined>;
};

export const createDelegateRequestTable = (prisma: Prismatic, workspaceId: string): DelegateRequestTable => ({
  create: async ({ id, inquiryId, sectionId, role, at, by, candidate, word }) => {
    await prisma.delegateRequest.create({
      data: { workspaceId, id, inquiryId, sectionId, role, at, by, candidate, word },
    });
  },
  find: async (id) => {
    const row = await prisma.delegateRequest.findUnique({ where: { workspaceId_id: { workspaceId, id } } });
    if (row === null) return undefined;
    const { workspaceId: _, ...request } = row;
    return request;
  },
});
