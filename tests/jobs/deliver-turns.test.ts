import { LogLevel, WebClient } from '@slack/web-api';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { DELIVER_INSTALLED, needOf } from '../../src/domain/delivery/delivery.ts';
import { deliverJob } from '../../src/jobs/deliver.ts';
import { createPace } from '../../src/slack/pace.ts';
import { createSender } from '../../src/slack/sender.ts';
import { alone } from '../support/alone.ts';
import { ask, createKeptLog, type Desk, openDesk } from '../support/desk.ts';
import { createManualMachine, SECRETARY } from '../support/practice.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.stop());

const EARLIER = 3;
let day = 0;
/** A message, whose job is out of the queue as if a worker had it. */
let deliveryId = '';
beforeEach(async () => {
  day += 1;
  deliveryId = (await desk.recordMeeting(`2026-10-${String(day).padStart(2, '0')}`)).deliveryId;
  await ask(desk.database, 'delete from graphile_worker._private_jobs');
});

/** A sender at a pace of its own, of whose first five turns so many are taken. */
const senderAfter = (taken: number) => {
  const client = new WebClient(desk.slack.botToken, {
    slackApiUrl: desk.slack.apiUrl,
    retryConfig: { retries: 0 },
    logLevel: LogLevel.ERROR,
  });
  const pace = createPace(createManualMachine());
  for (let post = 0; post < taken; post += 1) pace.take('post', `U0P${post}`);
  return { pace, sender: createSender(client, pace) };
};

type Parts = Partial<Parameters<typeof deliverJob>[0]> & { readonly sender?: Desk['sender'] };

const run = (
  given: Partial<ReturnType<typeof alone>> & Parts = {},
  words: Parameters<typeof alone>[0] = {},
) => {
  const { sender = desk.sender, ...others } = given;
  const job = deliverJob({
    db: desk.db,
    log: createKeptLog(),
    partsOf: async () => ({ ...desk, sender, log: createKeptLog() }),
    ...others,
  });
  const { workspaceId } = desk;
  return job(
    { workspaceId, deliveryId, recipient: SECRETARY },
    { ...alone({ priority: EARLIER, flags: { [needOf(workspaceId, 'post')]: true }, ...words }), ...given },
  );
};

const queued = () =>
  ask(
    desk.database,
    `select key, priority, round(extract(epoch from run_at - now()) * 1000)::int as ms from graphile_worker.jobs`,
  );
const state = async () => {
  const { state: word, tries } = (await desk.record.deliveries.find(deliveryId)) ?? {};
  return [word, tries];
};
const posts = () => desk.slack.calls.filter(({ method }) => method === 'chat.postMessage').length;

test('a message whose turn has not come goes back to its turn without a look at the record or a call of Slack', async () => {
  const before = posts();
  const looks: number[] = [];
  await run({ sender: senderAfter(5).sender, lookIn: (ms) => void looks.push(Math.round(ms)) });
  const [job, ...others] = await queued();
  expect([job?.key, job?.priority, others]).toEqual([deliveryId, EARLIER, []]);
  expect(Number(job?.ms)).toBeGreaterThan(-5000);
  expect(Number(job?.ms)).toBeLessThanOrEqual(204);
  expect([looks, await state(), posts() - before]).toEqual([[203], ['planned', 0], 0]);
});

test('a turn kept for a message is used by its post, and given back where nothing is posted', async () => {
  const { pace, sender } = senderAfter(4);
  await desk.record.deliveries.end(deliveryId, 'dropped', null);
  await run({ sender });
  const turn = pace.take('post', 'U0NEXT');
  expect(turn.kind).toBe('turn');
  if (turn.kind === 'turn') turn.giveBack();
  await ask(desk.database, `update delivery set state = 'planned' where id = $1`, [deliveryId]);
  await run({ sender });
  expect([await state(), pace.take('post', 'U0NEXT').kind]).toEqual([['sent', 1], 'early']);
});

test('while Slack has asked to wait, a message that had its turn does not go out', async () => {
  const { pace, sender } = senderAfter(0);
  const before = posts();
  const paused = {
    ...sender,
    post: (...args: Parameters<typeof sender.post>) => {
      pace.pause(30_000);
      return sender.post(...args);
    },
  };
  await run({ sender: paused });
  expect([(await state())[0], posts() - before]).toEqual(['planned', 0]);
  expect(Number((await queued())[0]?.ms)).toBeGreaterThan(20_000);
});

test('a recipient for whom another job works is come back to', async () => {
  await run({ claim: async () => undefined });
  expect([await state(), (await queued()).map(({ key }) => key)]).toEqual([['planned', 0], [deliveryId]]);
});

test('a claim is given up however the job ends', async () => {
  const claims: string[] = [];
  const claim = async (name: string) => {
    claims.push(`claimed ${name}`);
    return async () => void claims.push('given up');
  };
  desk.slack.faults.next('chat.postMessage', { error: 'external_channel_migrating' });
  await expect(run({ claim })).rejects.toThrow('external_channel_migrating');
  expect(claims).toEqual([`claimed ${needOf(desk.workspaceId, 'to', SECRETARY)}`, 'given up']);
});

test('the message of a workspace that is set aside stays planned, without a job', async () => {
  await run({ partsOf: async () => undefined }, { task_identifier: DELIVER_INSTALLED });
  expect([await state(), await queued()]).toEqual([['planned', 0], []]);
  await desk.record.deliveries.recover();
  expect((await queued()).map(({ key }) => key)).toContain(deliveryId);
});

test.each(['token_revoked', 'account_inactive', 'invalid_auth'])(
  'a token that serves no more (%s) is told of where the app was installed, and the message stays planned',
  async (word) => {
    const { sender } = senderAfter(0);
    const ended: string[] = [];
    desk.slack.faults.next('chat.postMessage', { error: word });
    const tokenEnded = async (why: string) => void ended.push(why);
    await run({ partsOf: async () => ({ ...desk, sender, tokenEnded }) });
    expect([ended, (await state())[0], await queued(), desk.line.isOpen()]).toEqual([
      [word],
      'planned',
      [],
      true,
    ]);
  },
);

test('where Slack limits who asks about people, the message waits as long as it says, and no worker', async () => {
  const subject = `slack-user:${SECRETARY}`;
  const { deliveries } = desk.record;
  await deliveries.plan(
    { key: 'answer', kind: 'free-text-answer', recipient: SECRETARY, subject },
    desk.clock.now(),
  );
  deliveryId = (await desk.deliveryOf('answer')).id;
  await ask(desk.database, 'delete from graphile_worker._private_jobs');
  const { sender } = senderAfter(0);
  const workspace = { ...desk.workspace, secretariat: ['jimukyoku@city.example'] };
  desk.slack.faults.next('users.lookupByEmail', { rateLimited: 40 });
  await run({ partsOf: async () => ({ ...desk, sender, workspace }) });
  const [job] = await queued();
  expect([await state(), job?.key]).toEqual([['planned', 0], deliveryId]);
  expect(Number(job?.ms)).toBeGreaterThan(30_000);
});
