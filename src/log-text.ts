import { prettyFactory } from 'pino-pretty';
import { withoutBadLetters } from './domain/bad-letters.ts';
import { logLevelWord } from './texts/log.ts';

/** A line of the log as a person reads it, with its line breaks; what a terminal would obey is taken out. */
const readable = prettyFactory({
  colorize: false,
  ignore: 'pid,hostname',
  singleLine: true,
  translateTime: 'SYS:HH:MM:ss',
  customPrettifiers: {
    level: (level) => logLevelWord(String(level)),
  },
});

/** Takes lines of JSON and writes them for people. No worker: what was logged is written before anything else happens. */
export const forPeople = (write: (text: string) => void): { readonly write: (line: string) => void } => ({
  write: (line) => write(withoutBadLetters(readable(line))),
});
