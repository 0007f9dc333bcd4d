import pino, { type Logger } from 'pino';
import { afterEach, beforeEach } from 'vitest';

/** What the bots of this worker have logged since the test began, as lines of JSON. */
let lines: string[] = [];

/** A log that says nothing unless its test fails: then what a person should know is printed. */
export const createTestLog = (): Logger =>
  pino({ level: 'warn' }, { write: (line) => void lines.push(line) });

/** Called once in each test file. */
export const tellLogOfFailures = (): void => {
  beforeEach(() => {
    lines = [];
  });
  afterEach(({ task }) => {
    if (task.result?.state === 'fail') process.stderr.write(`logged in 「${task.name}」:\n${lines.join('')}`);
  });
};
