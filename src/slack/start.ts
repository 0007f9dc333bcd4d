import type { AuthTestResponse, WebClient } from '@slack/web-api';
import type { Log } from '../domain/log.ts';
import { pauseAfter } from '../domain/retry-pause.ts';
import { mustBeMended, type SlackToken, type SlackTrouble } from '../domain/slack/trouble.ts';
import type { MachineTime } from './pace.ts';
import { SCOPES } from './scopes.ts';
import { troubleOf } from './trouble.ts';

/** The bot can't start before a person has mended this. */
export class SlackStartError extends Error {
  readonly trouble: SlackTrouble;
  readonly token: SlackToken;
  /** The scopes that are missing, where they are known. */
  readonly scopes: readonly string[];
  constructor(trouble: SlackTrouble, token: SlackToken, scopes: readonly string[] = []) {
    super(`Slack does not take the bot: ${trouble.kind === 'word' ? trouble.word : trouble.kind}`);
    this.name = 'SlackStartError';
    this.trouble = trouble;
    this.token = token;
    this.scopes = scopes;
  }
}

export type WaitForSlack = {
  readonly log: Log;
  readonly time: Pick<MachineTime, 'wait'>;
  /** Ends the waiting. */
  readonly signal: AbortSignal;
  /** What is said of a trouble in the log. */
  readonly describe: (trouble: SlackTrouble) => string;
};

/**
 * Asks Slack whose the token is until it answers: what may pass is waited for, with a line in the log for each try. Throws a
 * SlackStartError for what only a person can mend, and the signal's reason when it ends the waiting.
 */
export const waitForSlack = async (
  client: WebClient,
  { log, time, signal, describe }: WaitForSlack,
): Promise<AuthTestResponse> => {
  for (let failures = 1; ; failures += 1) {
    signal.throwIfAborted();
    try {
      const answer = await client.auth.test();
      const granted = answer.response_metadata?.scopes;
      const missing = granted === undefined ? [] : SCOPES.filter((scope) => !granted.includes(scope));
      if (missing.length === 0) return answer;
      throw new SlackStartError({ kind: 'word', word: 'missing_scope' }, 'SLACK_BOT_TOKEN', missing);
    } catch (error) {
      if (error instanceof SlackStartError) throw error;
      const trouble = troubleOf(error);
      if (mustBeMended(trouble)) throw new SlackStartError(trouble, 'SLACK_BOT_TOKEN');
      const asked = trouble.kind === 'limited' ? trouble.seconds * 1000 : 0;
      const againInMs = Math.max(pauseAfter(failures), asked);
      log.warn({ trouble, why: describe(trouble), againInMs }, 'waiting for Slack');
      await time.wait(againInMs, signal);
    }
  }
};
