import { LogLevel, WebClient } from '@slack/web-api';
import pg from 'pg';
import type { Database, WorkspaceRecord } from '../../src/db/database.ts';
import { type Actor, plainStaff } from '../../src/domain/actor.ts';
import { fiscalYearOf } from '../../src/domain/calendar/fiscal-year.ts';
import type { Delivery } from '../../src/domain/delivery/delivery.ts';
import type { Log } from '../../src/domain/log.ts';
import { MeetingDraft } from '../../src/domain/meeting/meeting.ts';
import { createHolds, type Holds } from '../../src/jobs/holds.ts';
import { createLine, type Line } from '../../src/jobs/line.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import type { SandboxOptions } from '../../src/sandbox/sandbox-options.ts';
import type { Workspace } from '../../src/services/identify.ts';
import { recordMeeting } from '../../src/services/meeting/record.ts';
import { prepareWorkspace } from '../../src/services/settings/prepare-workspace.ts';
import { type Channels, createChannels } from '../../src/slack/channels.ts';
import { createPeople, type People } from '../../src/slack/people.ts';
import { createSender, type Sender } from '../../src/slack/sender.ts';
import { createTestDatabase, type TestDatabase } from './database.ts';
import { createFreePace } from './pace.ts';
import { createQuickMachine, createTestClock, SECRETARY, type TestClock } from './practice.ts';

/** How long the sender waits for Slack at a desk, in milliseconds: tests of silence must not last. */
const SILENCE_MS = 1000;

/** The body the desk records meetings of. */
const BODY = '協働推進本部会議';

/** A log that keeps its lines. */
export type KeptLog = Log & {
  readonly lines: readonly { readonly level: string; readonly event: string; readonly data: object }[];
};

export const createKeptLog = (): KeptLog => {
  const lines: { level: string; event: string; data: object }[] = [];
  const keep = (level: string) => (data: object, event: string) => void lines.push({ level, event, data });
  return { lines, info: keep('info'), warn: keep('warn'), error: keep('error') };
};

/** The record, Slack's side and the sender between them, with no bot at work: nothing happens by itself. */
export type Desk = {
  readonly slack: Sandbox;
  readonly clock: TestClock;
  readonly database: TestDatabase;
  readonly db: Database;
  readonly record: WorkspaceRecord;
  readonly sender: Sender;
  readonly line: Line;
  /** What its line and pace have the queue leave. */
  readonly holds: Holds;
  readonly people: People;
  readonly channels: Channels;
  readonly workspaceId: string;
  readonly workspace: Workspace;
  readonly secretary: Actor;
  /** Records a meeting of one day and gives its id and that of the message 記録しました. */
  readonly recordMeeting: (
    heldOn: string,
    items?: string,
  ) => Promise<{ readonly meetingId: string; readonly deliveryId: string }>;
  readonly draft: (heldOn: string, items: string) => Promise<MeetingDraft>;
  readonly deliveryOf: (key: string) => Promise<Delivery>;
  readonly stop: () => Promise<void>;
};

/** Asks a database anything: a test's by a connection that is kept, a server's own by a new one. */
export const ask = async (
  { connection, ask: askKept }: Pick<TestDatabase, 'connection'> & Partial<Pick<TestDatabase, 'ask'>>,
  sql: string,
  values: readonly unknown[] = [],
): Promise<readonly Record<string, unknown>[]> => {
  if (askKept !== undefined) return askKept(sql, values);
  const client = new pg.Client(connection);
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql, [...values])).rows;
  } finally {
    await client.end();
  }
};

const yearOf = (day: string) => fiscalYearOf(MeetingDraft.shape.heldOn.parse(day));

/** `people` are at Slack besides the secretary. */
export const openDesk = async (
  now = '2026-11-24T10:00:00+09:00',
  people: SandboxOptions['people'] = [],
): Promise<Desk> => {
  const clock = createTestClock(now);
  const database = await createTestDatabase();
  const slack = await startSandbox({
    now: clock.now,
    people: [{ id: SECRETARY, real_name: '事務 局子', email: 'jimukyoku@city.example' }, ...people],
    channels: [{ id: 'C0GENERAL', name: '協働推進' }],
    // Longer than the queue waits before its second try.
    patience: 15_000,
  });
  const { db } = database;
  const workspaceId = slack.team.id;
  await prepareWorkspace({ clock, db }, workspaceId);
  const record = db.record(workspaceId);
  const secretary: Actor = { ...plainStaff(workspaceId, SECRETARY), isSecretariat: true };
  const client = new WebClient(slack.botToken, {
    slackApiUrl: slack.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logLevel: LogLevel.ERROR,
    timeout: SILENCE_MS,
  });
  const sender = createSender(client, createFreePace());
  const holds = createHolds();
  let recorded = 0;
  const desk: Desk = {
    slack,
    clock,
    database,
    db,
    record,
    workspaceId,
    workspace: { id: workspaceId, secretariat: [] },
    secretary,
    people: createPeople(client, clock),
    channels: createChannels(client),
    sender,
    line: createLine({
      machine: createQuickMachine(),
      sender,
      log: createKeptLog(),
      hold: holds.of(workspaceId),
    }),
    holds,
    draft: async (heldOn, items) => {
      const body = (await record.bodies.nameable(yearOf(heldOn))).find(({ name }) => name === BODY);
      return MeetingDraft.parse({ bodyId: body?.id, way: 'onsite', heldOn, precision: 'day', items });
    },
    recordMeeting: async (heldOn, items = '年間の予定') => {
      recorded += 1;
      const draft = await desk.draft(heldOn, items);
      const outcome = await recordMeeting({ clock, db }, { key: `form-${recorded}`, draft }, secretary);
      if (!outcome.ok) throw new Error(`not recorded: ${outcome.error.kind}`);
      if (outcome.value.kind === 'asks') throw new Error('not recorded: one of the same day stands');
      const standing = await record.meetings.standing(draft.bodyId, yearOf(heldOn));
      const meeting = standing.find(({ date }) => date.kind === 'day' && date.day === draft.heldOn);
      if (meeting === undefined) throw new Error('not found again');
      const { id } = await desk.deliveryOf(`meeting-recorded:${meeting.id}`);
      return { meetingId: meeting.id, deliveryId: id };
    },
    deliveryOf: async (key) => {
      const [row] = await ask(database, 'select id from delivery where key = $1', [key]);
      const delivery = await record.deliveries.find(String(row?.id));
      if (delivery === undefined) throw new Error(`no delivery ${key}`);
      return delivery;
    },
    stop: async () => {
      await slack.stop();
      await database.drop();
    },
  };
  return desk;
};
