import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Practice } from '../../support/practice.ts';
import { bodyId, countOf } from '../steps.ts';
import {
  CLERKS,
  createDisturbance,
  meetingSubmission,
  numbersFrom,
  recordedWhole,
  startOverSockets,
} from './steps.ts';

let practice: Practice;
let body: string;
beforeAll(async () => {
  practice = await startOverSockets();
  body = await bodyId(practice, '協働推進本部会議');
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

const item = (number: number): string => `案件 ${String(number).padStart(3, '0')}`;
const ITEMS = Array.from({ length: 100 }, (_, number) => item(number));

/** The forms that were asked for, by the trigger of each command. */
const opened = (): number => practice.slack.calls.filter(({ method }) => method === 'views.open').length;

test('100 commands and 100 submitted forms are each carried out once while connections are cut and asked to leave', async () => {
  const { slack } = practice;
  const disturbed = createDisturbance(slack, numbersFrom(20_261_124));
  const statuses: number[] = [];
  const titles: string[] = [];
  await Promise.all(
    CLERKS.map(async ({ id }, clerk) => {
      for (const each of ITEMS.filter((_, number) => number % CLERKS.length === clerk)) {
        const command = await disturbed(() => slack.person(id).command('/kyodo-meeting'));
        titles.push((await command.opened()).title);
        const submission = meetingSubmission(slack, id, { bodyId: body, id: `V0${each}`, item: each });
        statuses.push(command.status, await disturbed(() => slack.interaction(id, submission)));
      }
    }),
  );
  expect(statuses).toEqual(Array(200).fill(200));
  expect([titles, opened()]).toEqual([Array(100).fill('会議を記録'), 100]);
  expect(await recordedWhole(practice)).toEqual({ items: ITEMS, whole: true });
  expect(CLERKS.flatMap(({ id }) => slack.person(id).answers)).toEqual([]);
  // 記録しました for each, and no word of a failure.
  expect(await countOf(practice, "delivery where kind <> 'job-report'")).toBe(100);
  expect(slack.socket.handedOn()).toBeGreaterThan(20);
}, 60_000);
