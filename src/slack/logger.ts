import { type Logger, LogLevel } from '@slack/web-api';
import type { Log } from '../domain/log.ts';

/** What Slack's libraries have to say, in our log: by themselves they write to the terminal in a format of their own. */
export const createSlackLogger = (log: Log): Logger => ({
  debug: () => undefined,
  info: (...message) => log.info({ message: message.map(String) }, 'bolt'),
  warn: (...message) => log.warn({ message: message.map(String) }, 'bolt'),
  error: (...message) => log.error({ message: message.map(String) }, 'bolt'),
  setLevel: () => undefined,
  getLevel: () => LogLevel.INFO,
  setName: () => undefined,
});
