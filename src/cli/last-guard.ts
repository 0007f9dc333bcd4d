import type { RunningBot } from '../main.ts';

/**
 * What is thrown where nobody listens, from now on: it is logged and told by the bot. An unhandled rejection leaves it at that, for the
 * work it was part of has ended. Resolves with an uncaught exception, after which nobody knows what was left half done: the bot
 * is to be stopped in order, and started anew by who started it.
 */
export const guardProcess = ({ noteUnforeseen }: Pick<RunningBot, 'noteUnforeseen'>): Promise<void> =>
  new Promise((resolve) => {
    process.on('unhandledRejection', (error) => void noteUnforeseen(error));
    process.on('uncaughtException', (error) => void noteUnforeseen(error).then(resolve));
  });
