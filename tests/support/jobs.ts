import { LogLevel, WebClient } from '@slack/web-api';
import { expect, vi } from 'vitest';
import type { Log } from '../../src/domain/log.ts';
import { JOBS, type Job, type JobDeps } from '../../src/jobs/jobs.ts';
import { runDueJob } from '../../src/jobs/run-due.ts';
import { lookForDue } from '../../src/jobs/runner.ts';
import { createChannels } from '../../src/slack/channels.ts';
import { createPeople } from '../../src/slack/people.ts';
import { alone } from './alone.ts';
import type { TestDatabase } from './database.ts';
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

type RunDeps = JobDeps & { readonly log: Log };

const RUNS = `select id from graphile_worker_runs._private_jobs`;

/**
 * One look at the jobs, and what was claimed is run here, one workspace after the other, as a process would that has taken it from
 * the queue. Where a bot is at work, too, it may have taken it: its runs are done then.
 */
export const runDueJobs = async (
  database: TestDatabase,
  deps: RunDeps,
  jobs: readonly Job[] = JOBS,
): Promise<void> => {
  await lookForDue({ ...deps, served: async () => [deps.workspace.id] }, jobs);
  const taken = await ask(database, `select payload from graphile_worker_runs.complete_jobs(array(${RUNS}))`);
  for (const { payload } of taken) await runDueJob(async () => deps, jobs)(payload, alone());
  await vi.waitFor(async () => expect(await ask(database, RUNS)).toEqual([]), {
    timeout: 10_000,
    interval: 10,
  });
};

/** The moment comes (in Japan, e.g. 2027-03-01T09:00:00), and the jobs are looked at; their runs are done then. */
export const runJobsAt = async (practice: Practice, now: string): Promise<void> => {
  practice.clock.set(`${now}+09:00`);
  await runDueJobs(practice.database, {
    clock: practice.clock,
    db: practice.database.db,
    workspace: { id: practice.slack.team.id, secretariat: [SECRETARY] },
    log: createKeptLog(),
    people: peopleOf(practice),
    channels: channelsOf(practice),
  });
};
