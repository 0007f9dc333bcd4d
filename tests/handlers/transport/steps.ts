import { expect, vi } from 'vitest';
import type { Sandbox } from '../../../src/sandbox/sandbox.ts';
import { type Practice, startPractice } from '../../support/practice.ts';
import { chosen, picked, rowsOf, typed } from '../steps.ts';

/** Who works while connections come and go. */
export const CLERKS = Array.from({ length: 5 }, (_, index) => ({
  id: `U0CLERK${index}`,
  real_name: `事務 ${index}子`,
  email: `clerk${index}@city.example`,
}));

/** The bot over Socket Mode. Slack closes what it has asked to leave in two seconds, and notices soon what is silent. */
export const startOverSockets = async (
  options: Pick<Parameters<typeof startPractice>[0] & {}, 'socketTimes' | 'ackPatience'> = {},
): Promise<Practice> => {
  const practice = await startPractice({
    mode: 'socket',
    people: CLERKS,
    secretariat: CLERKS.map(({ email }) => email),
    // A request that failed is told here.
    logChannel: 'C0GENERAL',
    socketTimes: { leaveAfter: 2_000, pingEvery: 300 },
    ...options,
  });
  // It starts with one.
  await vi.waitFor(() => expect(practice.slack.socket.connections()).toBe(2), { timeout: 10_000 });
  return practice;
};

/** Numbers from 0 to 1, always the same ones for a seed. */
export const numbersFrom = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
};

/** Lets `count` rounds of the event loop pass: what is on its way gets so much further. */
export const rounds = async (count: number): Promise<void> => {
  for (let round = 0; round < count; round += 1) await new Promise((resolve) => setImmediate(resolve));
};

/**
 * Runs what it is given, and now and then something happens to a connection while that is under way. It is cut only while as
 * many stand as stood at first: whoever keeps two has another then.
 */
export const createDisturbance = ({ socket }: Sandbox, draw: () => number) => {
  const atFirst = socket.connections();
  const disturb = (which: number, what: number): void => {
    if (what < 0.2) socket.warn();
    else if (what < 0.4) socket.refreshOne(which);
    else if (socket.connections() >= atFirst) socket.cutOne(which);
  };
  return async <T>(act: () => Promise<T>): Promise<T> => {
    const acting = act();
    if (draw() < 0.6) {
      await rounds(Math.floor(draw() * 8));
      disturb(Math.floor(draw() * socket.connections()), draw());
    }
    return acting;
  };
};

/** 会議を記録 as `person` submits it: the payload of the press, the same however often it is sent. */
export const meetingSubmission = (
  slack: Sandbox,
  person: string,
  form: { readonly bodyId: string; readonly id: string; readonly item: string },
) => {
  const fields = {
    bodyId: chosen(form.bodyId),
    way: chosen('onsite'),
    heldOn: picked('2026-10-01'),
    precision: chosen('day'),
    items: typed(form.item),
  };
  const names = Object.keys(fields);
  return {
    type: 'view_submission',
    trigger_id: slack.trigger(person),
    view: {
      id: form.id,
      type: 'modal',
      callback_id: 'meeting.record',
      private_metadata: '{}',
      hash: '1',
      blocks: names.map((name) => ({ type: 'input', block_id: name })),
      state: {
        values: Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, { [name]: field }])),
      },
    },
  };
};

/** What is recorded: the items of all meetings in order, and whether each meeting has its audit line and its message. */
export const recordedWhole = async (practice: Practice) => {
  const rows = await rowsOf(
    practice,
    `select i.text,
            (select count(*)::int from audit_line a where a.action = 'record-meeting' and a.subject = 'meeting:' || m.id) as audited,
            (select count(*)::int from delivery d where d.key = 'meeting-recorded:' || m.id) as told
       from meeting m join agenda_item i on i.meeting_id = m.id order by i.text`,
  );
  return {
    items: rows.map(({ text }) => text),
    whole: rows.every(({ audited, told }) => audited === 1 && told === 1),
  };
};
