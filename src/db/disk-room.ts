import { statfs } from 'node:fs/promises';

/** PostgreSQL stops when it can't write its next 16 MB of log. */
const LEAST_ROOM_BYTES = 50 * 1024 * 1024;

/** Whether the disk under `directory` has room for the embedded server to go on. Rejects when there is no such directory. */
export const hasRoom = async (directory: string, leastBytes: number = LEAST_ROOM_BYTES): Promise<boolean> => {
  const { bavail, bsize } = await statfs(directory);
  return bavail * bsize >= leastBytes;
};
