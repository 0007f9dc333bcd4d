import { createHash } from 'node:crypto';

/** Tells whether two contents are the same without keeping them: 43 characters for any value JSON can write. */
export const digestOf = (content: unknown): string =>
  createHash('sha256').update(JSON.stringify(content)).digest('base64url');
