import { vi } from 'vitest';
import type { Practice } from '../support/practice.ts';
import { rowsOf } from './steps.ts';

/** Empties tables while the bot may still be reading: lets go and tries again before PostgreSQL would have to end one of the two. */
export const empty = (practice: Practice, tables: string): Promise<unknown> =>
  vi.waitFor(() => rowsOf(practice, `set local lock_timeout = '200ms'; truncate ${tables} cascade`), {
    timeout: 10_000,
    interval: 20,
  });
