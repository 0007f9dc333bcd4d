import { LogLevel, WebClient } from '@slack/web-api';
import { expect, vi } from 'vitest';
import { runDueJobs } from '../../src/jobs/runner.ts';
import { createChannels } from '../../src/slack/channels.ts';
import { createPeople } from '../../src/slack/people.ts';
import { ask, createKeptLog } from './desk.ts';
import { type Practice, SECRETARY } from './practice.ts';

/** Its channels likewise. */
export const channelsOf = ({ slack }: Pick<Practice, 'slack'>) =>
  createChannels(new WebClient(slack.botToken, { slackApiUrl: slack.apiUrl }));

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

/** Every run that was begun is done: the bot, which looks at its clock too, may have taken one. */
const untilRun = (practice: Practice): Promise<void> =>
  vi.waitFor(
    async () =>
      expect(await ask(practice.database, 'select name from job_slot where finished_at is null')).toEqual([]),
    { timeout: 10_000, interval: 10 },
  );

/** The moment comes (in Japan, e.g. 2027-03-01T09:00:00), and the jobs are looked at; their runs are done then. */
export const runJobsAt = async (practice: Practice, now: string): Promise<void> => {
  practice.clock.set(`${now}+09:00`);
  const { db } = practice.database;
  const workspace = { id: practice.slack.team.id, secretariat: [SECRETARY] };
  await runDueJobs({
    clock: practice.clock,
    db,
    workspace,
    log: createKeptLog(),
    people: peopleOf(practice),
    channels: channelsOf(practice),
  });
  await untilRun(practice);
};
