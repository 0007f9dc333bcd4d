import type { Prismatic } from './client.ts';

/** A file that was put into a form: 様式・資料, 添付. */
export type StoredFileTable = {
  readonly keep: (
    id: string,
    file: { readonly name: string; readonly bytes: Uint8Array },
    stored: { readonly by: string; readonly at: Date },
  ) => Promise<void>;
  readonly find: (id: string) => Promise<{ readonly name: string; readonly bytes: Uint8Array } | undefined>;
};

export const createStoredFileTable = (prisma: Prismatic, workspaceId: string): StoredFileTable => ({
  keep: async (id, { name, bytes }, { by, at }) => {
    await prisma.storedFile.create({
      data: { workspaceId, id, name, bytes: new Uint8Array(bytes), storedBy: by, storedAt: at },
    });
  },
  find: async (id) => {
    const row = await prisma.storedFile.findUnique({ where: { workspaceId_id: { workspaceId, id } } });
    return row === null ? undefined : { name: row.name, bytes: row.bytes };
  },
});
