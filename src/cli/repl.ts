import { start } from 'node:repl';
import type { Config } from '../config.ts';
import { todayInTokyo } from '../domain/calendar/local-date.ts';
import { replText, sandboxText } from '../texts/cli.ts';
import { CommandEnd, EXIT, say } from './output.ts';
import { PRACTICE_TEAM } from './practice-people.ts';
import { withRecord } from './record.ts';

/** Where lines come from and answers go. */
type Terminal = { readonly input: NodeJS.ReadableStream; readonly output: NodeJS.WritableStream };

/**
 * `repl`: JavaScript line by line over the practice record, for who works on the bot; ends with `.exit`. `record` has the
 * tables of the practice workspace, `db` the transactions. A record that holds another workspace is refused.
 */
export const repl = (config: Config, terminal: Terminal): Promise<void> =>
  // Tokens are left aside: nothing here is about a real Slack.
  withRecord({ ...config, slack: undefined }, undefined, async ({ db, clock, workspaceId, actor }) => {
    if (workspaceId !== PRACTICE_TEAM.id) throw new CommandEnd(EXIT.refused, sandboxText.othersRecord);
    say(replText.begins);
    const session = start({ ...terminal, prompt: 'kyodo> ', ignoreUndefined: true });
    Object.assign(session.context, {
      db,
      clock,
      workspaceId,
      actor,
      record: db.record(workspaceId),
      today: () => todayInTokyo(clock.now()),
    });
    await new Promise<void>((resolve) => session.once('exit', () => resolve()));
  });
