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

export const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

export const warn = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

/** What an error says of itself. One that gathers several, as of a host with two addresses, says what each does. */
export const reasonOf = (error: unknown): string => {
  if (error instanceof AggregateError) return [...new Set(error.errors.map(reasonOf))].join('、');
  return error instanceof Error ? error.message : String(error);
};
