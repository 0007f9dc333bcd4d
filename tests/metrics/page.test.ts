import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { localDate } from '../../src/domain/calendar/local-date.ts';
import { JOBS } from '../../src/jobs/jobs.ts';
import { ask, startAskedCity } from '../handlers/asked-city.ts';
import { rowsOf } from '../handlers/steps.ts';
import type { Practice } from '../support/practice.ts';
import { readMetrics, type Samples, samplesOf } from '../support/read-metrics.ts';

let practice: Practice;
const read = async (): Promise<Samples> => {
  const answer = await fetch(`${practice.bot.url}/metrics`);
  expect(answer.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/u);
  return readMetrics(await answer.text());
};

/** Counts over rows, as the samples of a metric: by the words of their labels. */
const counted = async (sql: string, ...labels: readonly string[]): Promise<Samples> =>
  Object.fromEntries(
    (await rowsOf(practice, sql)).map((row) => [
      `{${labels.map((label) => `${label}="${row[label]}"`).join(',')}}`,
      Number(row.value),
    ]),
  );

const until = (sql: string, rows: number): Promise<void> =>
  vi.waitFor(async () => expect(await rowsOf(practice, sql)).toHaveLength(rows), {
    timeout: 20_000,
    interval: 20,
  });

/** A working day of a city: asked on Mon 2026-11-30, told the next morning. */
beforeAll(async () => {
  practice = await startAskedCity('2026-11-30T09:30:00+09:00');
  await ask(practice, { audience: 'everyone', dueOn: localDate('2026-12-10') });
  await practice.secretary.command('/kyodo-promoter', '一覧');
  await practice.secretary.nextAnswer();
  practice.clock.set('2026-12-01T09:00:00+09:00');
  await until(
    `select 1 from job_slot where slot = '2026-12-01T09:00:00+09:00' and finished_at is not null`,
    1,
  );
  await until(`select 1 from job_slot where finished_at is null`, 0);
  await until(`select 1 from delivery where state in ('planned', 'sending') and not_before is null`, 0);
  await until(
    `select 1 from graphile_worker.jobs where locked_at is not null union all select 1 from graphile_worker_runs.jobs`,
    0,
  );
  await practice.bot.settled();
  // What a restored record holds waits for somebody, not for Slack.
  await rowsOf(
    practice,
    `insert into delivery (workspace_id, id, key, kind, recipient, subject, planned_at, held)
     select workspace_id, gen_random_uuid(), 'held', kind, recipient, subject, '2020-01-01', true from delivery limit 1`,
  );
}, 60_000);
afterAll(() => practice.stop());

test('after a day each figure is what the rows say, and each call of Slack is counted', async () => {
  const samples = await read();
  const states = `unnest(enum_range(null::delivery_state)) state`;
  expect(samplesOf(samples, 'kyodo_deliveries')).toEqual(
    await counted(
      `select state, (select count(*) from delivery where delivery.state = states.state) as value from (select ${states}) states`,
      'state',
    ),
  );
  expect(samplesOf(samples, 'kyodo_job_last_slot_timestamp_seconds')).toEqual(
    await counted(
      'select name, extract(epoch from max(slot)) as value from job_slot where finished_at is not null group by name',
      'name',
    ),
  );
  expect(samplesOf(samples, 'kyodo_job_runs_unfinished')).toEqual(
    await counted('select name, 0 as value from job_slot group by name', 'name'),
  );
  const lags = await counted(
    'select name, extract(epoch from max(finished_at - slot)) as value from job_slot j where slot = (select max(slot) from job_slot where name = j.name) group by name',
    'name',
  );
  expect(samplesOf(samples, 'kyodo_job_lag_seconds')).toEqual(lags);
  expect(samplesOf(samples, 'kyodo_queue_jobs')).toEqual(
    await counted(
      `select queue, state, (select count(*) from graphile_worker.jobs where queue = 'graphile_worker' and state = 'put_off') as value
       from unnest(array['graphile_worker', 'graphile_worker_runs']) queue, unnest(array['running', 'due', 'put_off', 'given_up']) state`,
      'queue',
      'state',
    ),
  );
  expect(samplesOf(samples, 'kyodo_workspaces')).toEqual({ '{state="set_aside"}': 0, '{state="served"}': 1 });
  expect(samples.kyodo_delivery_oldest_waiting_seconds).toBe(0);
  const calls: Record<string, number> = {};
  for (const { method } of practice.slack.calls) {
    const name = `{method="${method}",outcome="ok"}`;
    calls[name] = (calls[name] ?? 0) + 1;
  }
  const { '{method="response_url",outcome="ok"}': answers, ...methods } = samplesOf(
    samples,
    'kyodo_slack_call_seconds_count',
  );
  expect(methods).toEqual(calls);
  expect(answers).toBe(1);
  expect(samples.process_resident_memory_bytes).toBeGreaterThan(50_000_000);
  for (const pool of ['requests', 'background'])
    expect(samples[`kyodo_database_connections{pool="${pool}",state="open"}`]).toBeGreaterThan(0);
});

test('requests are counted by kind and outcome, refused and failed ones by reason, and calls by what Slack said', async () => {
  const before = await read();
  const answered = practice.secretary.answers.length;
  await practice.secretary.command('/kyodo', 'ヘルプ');
  await practice.secretary.nextAnswer();
  await practice.secretary.command('/kyodo', 'ヘルプ', { forged: true });
  await fetch(`${practice.bot.url}/slack/events`, { method: 'POST', body: 'nothing' });
  practice.slack.faults.next('views.open', { error: 'trigger_expired' });
  await practice.secretary.command('/kyodo-meeting');
  await expect.poll(() => practice.secretary.answers.length).toBe(answered + 2);
  await practice.bot.settled();
  const after = await read();
  const grown = Object.fromEntries(
    Object.entries(after)
      .filter(([name]) =>
        /^kyodo_(?:request_seconds_count|requests_|request_failures|slack_call_seconds_count)/u.test(name),
      )
      .map(([name, value]) => [name, value - (before[name] ?? 0)] as const)
      .filter(([, more]) => more !== 0),
  );
  expect(grown).toEqual({
    'kyodo_request_seconds_count{kind="command",outcome="acknowledged"}': 2,
    'kyodo_requests_refused_total{reason="signature"}': 1,
    'kyodo_requests_refused_total{reason="timestamp"}': 1,
    'kyodo_request_failures_total{reason="too-late"}': 1,
    'kyodo_slack_call_seconds_count{method="views.open",outcome="refused"}': 1,
    'kyodo_slack_call_seconds_count{method="response_url",outcome="ok"}': 2,
  });
});

test.each(['alerts.yml', 'grafana.json'])(
  'every figure that deploy/monitoring/%s names is there',
  async (file) => {
    const text = readFileSync(new URL(`../../deploy/monitoring/${file}`, import.meta.url), 'utf8');
    const named = new Set(text.match(/\b(?:kyodo|process)_\w+/gu));
    expect(named.size).toBeGreaterThan(8);
    const there = new Set(Object.keys(await read()).map((name) => name.replace(/\{.*/u, '')));
    expect([...named].filter((name) => !there.has(name))).toEqual([]);
    const jobs = [...text.matchAll(/\bname=\\?"(?<name>[a-z-]+)\\?"/gu)].map(({ groups }) => groups?.name);
    expect(jobs.filter((name) => !JOBS.some((job) => job.name === name))).toEqual([]);
  },
);

test('no label is one that Prometheus gives what it reads, and would put in place of ours', async () => {
  const labelled = Object.keys(await read()).filter((name) => /[{,](?:job|instance)="/u.test(name));
  expect(labelled).toEqual([]);
});

test('refusals and failures are told before the first one', async () => {
  const samples = await read();
  const reasons = (name: string): number => Object.keys(samplesOf(samples, name)).length;
  expect(['kyodo_requests_refused_total', 'kyodo_request_failures_total'].map(reasons)).toEqual([5, 3]);
});

test('a record that can’t be read is answered by 503, and read anew when it can', async () => {
  await rowsOf(practice, 'alter table job_slot rename to job_slot_away');
  const asked = () => fetch(`${practice.bot.url}/metrics`);
  await expect.poll(async () => (await asked()).status).toBe(503);
  await rowsOf(practice, 'alter table job_slot_away rename to job_slot');
  expect((await asked()).status).toBe(200);
});
