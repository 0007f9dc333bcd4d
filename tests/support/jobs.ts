import { LogLevel, WebClient } from '@slack/web-api';
import { createDatabase } from '../../src/db/database.ts';
import { runDueJobs } from '../../src/jobs/runner.ts';
import { createPeople } from '../../src/slack/people.ts';
import { createKeptLog, type KeptLog } from './desk.ts';
import type { Practice } from './practice.ts';

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

/** The moment comes (in Japan, e.g. 2027-03-01T09:00:00), and the jobs are looked at; what the log says of them. */
export const runJobsAt = async (practice: Practice, now: string): Promise<KeptLog['lines']> => {
  practice.clock.set(`${now}+09:00`);
  const db = createDatabase(practice.database.connection, () => undefined);
  const log = createKeptLog();
  try {
    const household = { workspaceId: practice.slack.team.id };
    await runDueJobs({ clock: practice.clock, db, household, log, people: peopleOf(practice) });
  } finally {
    await db.close();
  }
  return log.lines;
};

/** What a job counted in those lines; undefined when it did not run. */
export const countsOf = (lines: KeptLog['lines'], job: string): object | undefined => {
  const line = lines.find(({ data }) => 'job' in data && data.job === job);
  if (line === undefined) return undefined;
  const { job: _, slot: __, ...counts } = { slot: undefined, ...line.data, job };
  return line.event === 'job done' ? counts : { failed: line.data };
};
