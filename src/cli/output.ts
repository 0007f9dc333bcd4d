import { DatabaseError } from '../db/database-problem.ts';
import { withoutBadLetters } from '../domain/bad-letters.ts';
import { databaseSentence } from '../texts/database.ts';

/** Exit states of the command line. */
export const EXIT = { done: 0, refused: 1, usage: 2, failure: 3 } as const;
export type Exit = (typeof EXIT)[keyof typeof EXIT];

/** Ends a command with a sentence on standard error. */
export class CommandEnd extends Error {
  readonly exit: Exit;
  constructor(exit: Exit, message: string) {
    super(message);
    this.exit = exit;
  }
}

/** Says it without what a terminal would obey: words of a file or of the record may hold anything. */
export const say = (line: string): void => {
  process.stdout.write(`${withoutBadLetters(line)}\n`);
};

export const warn = (line: string): void => {
  process.stderr.write(`${withoutBadLetters(line)}\n`);
};

const streams = () => [process.stdout, process.stderr] as const;

/** Whoever reads what is said may leave first, as `less` and `head` do; that ends no command. */
export const letReadersLeave = (): void => {
  for (const stream of streams())
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
};

/**
 * Resolves when all that was said has been read, or nobody reads it any more: a pipe takes 64 KB at a time, and what waits
 * behind that would be lost with the process.
 */
export const flushed = async (): Promise<void> => {
  const read = streams().map((stream) => new Promise<void>((resolve) => stream.write('', () => resolve())));
  await Promise.all(read);
};

/** What an error says of itself. One that gathers several, as of a host with two addresses, says what each does. */
export const reasonOf = (error: unknown): string => {
  if (error instanceof DatabaseError) return databaseSentence(error.problem);
  if (error instanceof AggregateError) return [...new Set(error.errors.map(reasonOf))].join('、');
  return error instanceof Error ? error.message : String(error);
};
