import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { plainStaff, trusted } from '../../src/domain/actor.ts';
import { addDays, localDate, todayInTokyo } from '../../src/domain/calendar/local-date.ts';
import { succeed } from '../../src/domain/result.ts';
import { readWrittenOutcome } from '../../src/queries/written-meeting/outcome.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import { prepareWorkspace } from '../../src/services/settings/prepare-workspace.ts';
import { announceWrittenResult } from '../../src/services/written-meeting/announce.ts';
import { putWrittenMeeting } from '../support/asked-written-meetings.ts';
import { type BotProcess, killBotProcesses, startBotFor } from '../support/bot-process.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { ask } from '../support/desk.ts';
import { jobsLeft } from '../support/jobs-left.ts';
import { urlOf } from '../support/practice.ts';

const VOTERS = Array.from({ length: 12 }, (_, index) => `U0VOTER${index + 1}`);
const SECRETARY = 'U0SECRETARY';
const NOTICE = '結果をお知らせします。';

let slack: Sandbox;
let database: TestDatabase;
let db: Database;
let meetingId: string;
beforeEach(async () => {
  database = await createTestDatabase();
  slack = await startSandbox({
    people: [SECRETARY, ...VOTERS].map((id) => ({
      id,
      real_name: id,
      email: `${id.toLowerCase()}@city.example`,
    })),
  });
  db = database.db;
  const workspaceId = slack.team.id;
  // The bot's processes go by the machine's clock: its due day ended with yesterday.
  const today = todayInTokyo(new Date());
  const at = new Date(Date.now() - 6 * 86_400_000);
  await prepareWorkspace({ clock: { now: () => at }, db }, workspaceId);
  const [body] = await db.record(workspaceId).bodies.nameable(2026);
  if (body === undefined) throw new Error('a new workspace has bodies');
  const actor = trusted(workspaceId, 'cli:test', 'cli');
  await db.act({ actor, action: 'seat members', at }, async ({ people, bodyMembers }) => {
    for (const [index, slackId] of VOTERS.entries()) {
      const personId = randomUUID();
      await people.create([{ id: personId, slackId, email: null, name: slackId }], at);
      const member = {
        bodyId: body.id,
        personId,
        title: `第${index + 1}部長`,
        office: 'member' as const,
        position: index + 1,
        copiedTo: [],
        proxies: [],
        startsOn: localDate('2020-04-01'),
        endsOn: null,
      };
      await bodyMembers.create(randomUUID(), member, { by: SECRETARY, at });
    }
    return succeed(null);
  });
  meetingId = await putWrittenMeeting(db, workspaceId, at, { bodyId: body.id, dueOn: addDays(today, -1) });
});
afterEach(async () => {
  killBotProcesses();
  await slack.stop();
  await database.drop();
});

const start = (): Promise<BotProcess> => startBotFor(slack, { DATABASE_URL: urlOf(database.connection) });
const until = (holds: () => void | Promise<void>) => vi.waitFor(holds, { timeout: 45_000, interval: 20 });
const notices = () =>
  VOTERS.map((who) => slack.dm(who).messages.filter(({ plain }) => plain.includes(NOTICE)).length);

/** The steps that the record tells of. */
const steps = async () =>
  (
    await ask(
      database,
      `select action from audit_line where subject = $1 and action like '%written%' order by at, id`,
      [`written-meeting:${meetingId}`],
    )
  ).map(({ action }) => action);

test('two at work, one killed after closing and one between the notices: one result, each notice once', async () => {
  // Some answers are lost after Slack has posted: in messages to a person, too, they are found again.
  slack.faults.random({ seed: 5, share: 0.1, faults: [{ cutAfter: true }], methods: ['chat.postMessage'] });
  const [first, second] = await Promise.all([start(), start()]);
  const stateOf = async () => (await db.record(slack.team.id).writtenMeetings.find(meetingId))?.state;
  await until(async () => expect(await stateOf()).toBe('closed'));
  first.signal('SIGKILL');
  await first.ended;

  const workspaceId = slack.team.id;
  const secretary = { ...plainStaff(workspaceId, SECRETARY), isSecretariat: true };
  await db.act({ actor: secretary, action: 'decide', at: new Date() }, async (record) => {
    const meeting = await record.writtenMeetings.find(meetingId);
    const outcome = meeting && (await readWrittenOutcome(record, meeting));
    await record.writtenMeetings.putResult(meetingId, {
      decisions: [{ position: 1, result: 'approved', reply: '' }],
      notice: NOTICE,
      noticeOffered: false,
      basis: outcome?.basis ?? null,
    });
    return succeed(null);
  });
  const { revision = 0 } = (await db.record(workspaceId).writtenMeetings.find(meetingId)) ?? {};
  const clock = { now: () => new Date() };
  const press = (key: string) =>
    announceWrittenResult({ db, clock }, { meetingId, revision }, { key, draft: 'now' }, secretary);
  // The same form twice, and another's at the same moment.
  const pressed = await Promise.all([press('one'), press('one'), press('another')]);
  expect(pressed.map(({ ok }) => ok).filter(Boolean).length).toBeGreaterThanOrEqual(1);

  await until(() => expect(notices().filter((count) => count > 0).length).toBeGreaterThanOrEqual(3));
  second.signal('SIGKILL');
  await second.ended;
  await start();
  await until(() => expect(Math.min(...notices())).toBe(1));
  await until(async () => expect(await jobsLeft(database)).toEqual([]));
  expect(notices()).toEqual(VOTERS.map(() => 1));
  expect(await steps()).toEqual(['close-written-meeting', 'announce-written-result']);
  expect(await ask(database, 'select count(*)::int as meetings from meeting')).toEqual([{ meetings: 1 }]);
  expect(
    await ask(
      database,
      `select state, count(*)::int as count from delivery where kind like 'written-result%' group by 1`,
    ),
  ).toEqual([{ state: 'sent', count: VOTERS.length }]);
  expect(slack.refusals).toEqual([]);
}, 120_000);
