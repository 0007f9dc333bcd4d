import { statfs } from 'node:fs/promises';

/** PostgreSQL stops when it can't write its next 16 MB of log. */
const LEAST_ROOM_BYTES = 50 * 1024 * 1024;

/** Whether the disk under `directory` has room for the embedded server to go on. Rejects when there is no such directory. */
export const hasRoom = async (directory: string, leastBytes: number = LEAST_ROOM_BYTES): Promise<boolean> => {
  const { bavail, bsize } = await statfs(directory);
  return bavail * bsize >= leastBytes;
};

/** PostgreSQL's code for a disk that is full. */
const DISK_FULL = '53100';

/** Whether PostgreSQL said, as the driver or Prisma hands it on, that it could not write for lack of room. */
export const saysDiskFull = (error: unknown): boolean =>
  error instanceof Error &&
  (Object.values({ ...error, ...(typeof error.cause === 'object' ? error.cause : {}) }).includes(DISK_FULL) ||
    saysDiskFull(error.cause));
