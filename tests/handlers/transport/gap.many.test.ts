import { afterEach, expect, test } from 'vitest';
import type { Practice } from '../../support/practice.ts';
import { bodyId, fillMeeting, PLAIN_MEETING } from '../steps.ts';
import { CLERKS, meetingSubmission, numbersFrom, recordedWhole, rounds, startOverSockets } from './steps.ts';

let practice: Practice;
afterEach(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

const CLERK = CLERKS[0]?.id ?? '';
const openForm = async () => (await practice.slack.person(CLERK).command('/kyodo-meeting')).opened();
const opened = (): number => practice.slack.calls.filter(({ method }) => method === 'views.open').length;
const isReady = async () => (await fetch(`${practice.bot.url}/readyz`)).ok;
const standsAgain = (connections = 2) =>
  expect.poll(() => practice.slack.socket.connections(), { timeout: 10_000 }).toBe(connections);

test.each(['warn', 'refresh'] as const)(
  'both connections asked to leave at once (%s) leave no gap: every command and form is answered, and none had to be sent again',
  async (how) => {
    practice = await startOverSockets({ socketTimes: { leaveAfter: 3_000 } });
    const { slack } = practice;
    const body = await bodyId(practice, '協働推進本部会議');
    const statuses: number[] = [];
    const ready: boolean[] = [];
    for (let number = 0; number < 20; number += 1) {
      const item = `案件 ${number}`;
      const submission = meetingSubmission(slack, CLERK, { bodyId: body, id: `V0${number}`, item });
      const recording = slack.interaction(CLERK, submission);
      if (number % 10 === 5) slack.socket[how]();
      const { status } = await slack.person(CLERK).command('/kyodo-meeting');
      statuses.push(status, await recording);
      ready.push(await isReady());
    }
    expect([statuses, ready]).toEqual([Array(40).fill(200), Array(20).fill(true)]);
    expect((await recordedWhole(practice)).items).toHaveLength(20);
    expect(slack.socket.handedOn()).toBe(0);
    // After a mere warning Slack closes nothing yet.
    if (how === 'refresh') await standsAgain();
  },
  60_000,
);

test('when one connection hangs, what it was sent is carried out once by the other', async () => {
  practice = await startOverSockets();
  const { slack } = practice;
  const body = await bodyId(practice, '協働推進本部会議');
  slack.socket.hangOne();
  const statuses = await Promise.all(
    CLERKS.flatMap(({ id }) => {
      const submission = meetingSubmission(slack, id, { bodyId: body, id: `V0${id}`, item: id });
      return [
        slack
          .person(id)
          .command('/kyodo-meeting')
          .then(({ status }) => status),
        slack.interaction(id, submission),
      ];
    }),
  );
  expect(statuses).toEqual(Array(10).fill(200));
  await expect.poll(opened).toBe(5);
  expect(await recordedWhole(practice)).toEqual({ items: CLERKS.map(({ id }) => id), whole: true });
  expect(slack.socket.handedOn()).toBe(5);
  await standsAgain();
  expect(opened()).toBe(5);
  expect(CLERKS.flatMap(({ id }) => slack.person(id).answers)).toEqual([]);
});

test('with every connection cut again and again, whoever is told that nothing came back may simply press again', async () => {
  practice = await startOverSockets();
  const { slack } = practice;
  const body = await bodyId(practice, '協働推進本部会議');
  const draw = numbersFrom(7);
  const statuses: number[] = [];
  const items = Array.from({ length: 40 }, (_, number) => `案件 ${String(number).padStart(2, '0')}`);
  for (const item of items) {
    for (let status = 0; status !== 200; ) {
      const submission = meetingSubmission(slack, CLERK, { bodyId: body, id: `V0${item}`, item });
      const submitting = slack.interaction(CLERK, submission);
      if (draw() < 0.7) {
        await rounds(Math.floor(draw() * 8));
        slack.socket.cut();
        if (draw() < 0.5)
          statuses.push(await slack.interaction(CLERK, { ...submission, trigger_id: 'other' }));
      }
      status = await submitting;
      statuses.push(status);
      await expect.poll(() => slack.socket.connections()).toBeGreaterThan(0);
    }
  }
  expect(new Set(statuses)).toEqual(new Set([0, 200]));
  expect(await recordedWhole(practice)).toEqual({ items, whole: true });
  expect(slack.socket.handedOn()).toBeGreaterThan(10);
}, 60_000);

test('a form whose answer could not come back in time keeps what was typed, and is recorded once when it is sent again', async () => {
  practice = await startOverSockets({ ackPatience: 400 });
  const { slack } = practice;
  const form = await openForm();
  await fillMeeting(form, PLAIN_MEETING);
  const methods = ['apps.connections.open'];
  slack.faults.random({ seed: 1, share: 1, faults: [{ status: 503 }], methods });
  const submitting = form.submit();
  await rounds(2);
  slack.socket.cut();
  expect(await submitting).toEqual({ closed: false, errors: {}, failed: 'trouble connecting' });
  expect([form.isOpen, form.values.案件, slack.person(CLERK).notice]).toEqual([
    true,
    PLAIN_MEETING.案件,
    '接続に問題が発生しました。もう一度お試しください。',
  ]);
  expect((await recordedWhole(practice)).whole).toBe(true);
  expect(await isReady()).toBe(false);
  slack.faults.random(undefined);
  await standsAgain();
  expect(await form.submit()).toEqual({ closed: true, errors: {} });
  expect(await recordedWhole(practice)).toEqual({ items: [PLAIN_MEETING.案件], whole: true });
});

test('messages to the bot are answered once each while connections are cut', async () => {
  practice = await startOverSockets();
  const { slack } = practice;
  const clerk = slack.person(CLERK);
  const draw = numbersFrom(11);
  for (let number = 0; number < 20; number += 1) {
    const writing = clerk.message(`質問 ${number}`);
    await rounds(Math.floor(draw() * 6));
    slack.socket.cutOne(Math.floor(draw() * 2));
    await writing;
  }
  const answers = () => slack.messages(CLERK).filter(({ author }) => author !== CLERK).length;
  await expect.poll(answers, { timeout: 10_000 }).toBe(20);
  expect(slack.socket.handedOn()).toBeGreaterThan(0);
}, 60_000);
