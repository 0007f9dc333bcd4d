import { LogLevel, WebClient } from '@slack/web-api';
import { createDatabase } from '../../src/db/database.ts';
import { runDueJobs } from '../../src/jobs/runner.ts';
import { createPeople } from '../../src/slack/people.ts';
import { createKeptLog } from './desk.ts';
import { type Practice, SECRETARY } from './practice.ts';

/** Slack's people as the bot of `practice` asks for them. */
export const peopleOf = ({ slack, clock }: Pick<Practice, 'slack' | 'clock'>) =>
  createPeople(
    new WebClient(slack.botToken, {
      slackApiUrl: slack.apiUrl,
      retryConfig: { retries: 0 },
      logLevel: LogLevel.ERROR,
    }),
    clock,
  );

/** The moment comes (in Japan, e.g. 2027-03-01T09:00:00), and the jobs are looked at. */
export const runJobsAt = async (practice: Practice, now: string): Promise<void> => {
  practice.clock.set(`${now}+09:00`);
  const db = createDatabase(practice.database.connection, () => undefined);
  try {
    const household = { workspaceId: practice.slack.team.id, secretariat: [SECRETARY] };
    await runDueJobs({
      clock: practice.clock,
      db,
      household,
      log: createKeptLog(),
      people: peopleOf(practice),
    });
  } finally {
    await db.close();
  }
};
