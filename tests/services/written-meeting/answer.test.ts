import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { localDate } from '../../../src/domain/calendar/local-date.ts';
import { tallyOf } from '../../../src/domain/written-meeting/tally.ts';
import { amendWrittenItem } from '../../../src/services/written-meeting/amend.ts';
import { closeOverWrittenMeetings } from '../../../src/services/written-meeting/close-over.ts';
import { type StepOfWrittenMeeting, stepWrittenMeeting } from '../../../src/services/written-meeting/step.ts';
import { openWrittenDesk, type WrittenDesk } from '../../support/written-meeting-desk.ts';

let desk: WrittenDesk;
let meetingId: string;
beforeAll(async () => {
  desk = await openWrittenDesk(4, { proxy: 'allowed' });
});
beforeEach(async () => {
  desk.clock.set('2023-07-26T10:00:00+09:00');
  meetingId = await desk.begin();
});
afterAll(() => desk.stop());

/** 異議なし, of them with words, 異議あり and 未回答 of each 案件. */
const numbers = async (): Promise<readonly string[]> => {
  const { writtenMeetings, writtenAnswers } = desk.record;
  const meeting = await writtenMeetings.find(meetingId);
  if (meeting === undefined) throw new Error('it was begun');
  const [voters, answers] = await Promise.all([
    writtenAnswers.votersOf(meetingId),
    writtenAnswers.answersOf(meetingId),
  ]);
  return tallyOf(meeting, voters, answers).map(({ item: _, ...counted }) => Object.values(counted).join(' '));
};

const step = (taken: StepOfWrittenMeeting) =>
  stepWrittenMeeting(desk, { meetingId, key: desk.nextKey() }, taken, desk.secretary);

const amend = async (text: string, item = 1) => {
  const meeting = await desk.record.writtenMeetings.find(meetingId);
  const form = { key: desk.nextKey(), draft: { item, text, reason: '誤記' } };
  return amendWrittenItem(desk, { meetingId, revision: meeting?.revision ?? 0 }, form, desk.secretary);
};

const kindOf = (result: Awaited<ReturnType<WrittenDesk['say']>>): string =>
  result.ok ? (result.value.isLate ? 'late' : 'in time') : result.error.kind;

describe('the end of the due day', () => {
  test.each([
    ['2023-08-10T23:59:59+09:00', 'in time', '1 0 0 3'],
    ['2023-08-11T00:00:00+09:00', 'late', '0 0 0 4'],
  ])('at %s an answer is %s', async (now, came, counted) => {
    desk.clock.set(now);
    expect(kindOf(await desk.say(meetingId, 1, ['agree', 'agree']))).toBe(came);
    expect(await numbers()).toEqual([counted, counted]);
    expect(await desk.record.writtenAnswers.answersOf(meetingId)).toHaveLength(1);
  });

  test('closes it, and what was on its way at 23:59:59 counts', async () => {
    const { clock } = desk;
    // The clock of the process that took the form, which then waited for the closing.
    const taken = { ...desk, clock: { now: () => new Date('2023-08-10T23:59:59+09:00') } };
    clock.set('2023-08-11T00:00:10+09:00');
    await closeOverWrittenMeetings(desk, desk.workspaceId);
    expect((await desk.record.writtenMeetings.find(meetingId))?.state).toBe('closed');
    expect(await closeOverWrittenMeetings(desk, desk.workspaceId)).toEqual({ writtenClosed: 0 });
    expect(kindOf(await desk.say(meetingId, 2, ['object', 'agree'], { deps: taken }))).toBe('in time');
    expect(await numbers()).toEqual(['0 0 1 3', '1 0 0 3']);
  });

  test('late answers are kept, and count once it is reopened', async () => {
    desk.clock.set('2023-08-11T00:00:10+09:00');
    await closeOverWrittenMeetings(desk, desk.workspaceId);
    await desk.say(meetingId, 1, ['agree', 'agree']);
    expect(await numbers()).toEqual(['0 0 0 4', '0 0 0 4']);
    await step({ step: 'reopen', dueOn: localDate('2023-08-18'), reason: '回答が少ないため' });
    expect(await numbers()).toEqual(['1 0 0 3', '1 0 0 3']);
  });

  test('paper that came in time counts, though it is entered on Monday', async () => {
    desk.clock.set('2023-08-14T09:00:00+09:00');
    await closeOverWrittenMeetings(desk, desk.workspaceId);
    const by = desk.secretary;
    const paper = (receivedOn: string) => ({ by, received: { receivedOn } });
    expect(kindOf(await desk.say(meetingId, 4, ['agree', 'agree'], paper('2023-08-10')))).toBe('in time');
    expect(kindOf(await desk.say(meetingId, 4, ['object', 'agree'], paper('2023-08-14')))).toBe('late');
    expect(await numbers()).toEqual(['1 0 0 3', '1 0 0 3']);
  });
});

describe('two answers at once', () => {
  test('of the 回答者 and of 代理入力: the own one counts, and nothing is put over it unseen', async () => {
    const [own, onBehalf] = await Promise.all([
      desk.say(meetingId, 1, ['object', 'agree'], { opened: { answers: 0 } }),
      desk.say(meetingId, 1, ['agree', 'agree'], { by: desk.secretary, opened: { answers: 0 } }),
    ]);
    expect(own.ok).toBe(true);
    expect(['in time', 'answered-meanwhile']).toContain(kindOf(onBehalf));
    expect(await desk.record.writtenAnswers.answersOf(meetingId)).toHaveLength(onBehalf.ok ? 2 : 1);
    expect(await numbers()).toEqual(['0 0 1 3', '1 0 0 3']);
  });

  test('of one 回答者 are kept one after the other', async () => {
    await Promise.all(
      Array.from({ length: 4 }, () => desk.say(meetingId, 1, ['agree', 'agree'], { opened: { answers: 0 } })),
    );
    const answers = await desk.record.writtenAnswers.answersOf(meetingId);
    expect(answers.map(({ number }) => number).toSorted()).toEqual([1, 2, 3, 4]);
    expect(await numbers()).toEqual(['1 0 0 3', '1 0 0 3']);
  });

  test('that are the same form are one', async () => {
    const form = { key: 'the same form', opened: { answers: 0 } };
    const both = await Promise.all([1, 2].map(() => desk.say(meetingId, 1, ['agree', 'agree'], form)));
    expect(both.map(kindOf)).toEqual(['in time', 'in time']);
    expect(await desk.record.writtenAnswers.answersOf(meetingId)).toHaveLength(1);
  });
});

describe('案件を訂正', () => {
  test('asks again only who had answered it', async () => {
    await desk.say(meetingId, 1, ['agree', 'agree']);
    await desk.say(meetingId, 3, ['object', 'agree']);
    const amended = await amend('調査・検討の結果について(審議)');
    expect(amended.ok && amended.value.askedAgain.map((voter) => voter.position)).toEqual([1, 3]);
    expect(await numbers()).toEqual(['0 0 0 4', '2 0 0 2']);
  });

  test('between opening and submitting a form: the other 案件 count, this one is asked again', async () => {
    const opened = { versions: [1, 1] };
    await amend('調査・検討の結果について(審議)');
    const said = await desk.say(meetingId, 1, ['object', 'agree'], { opened });
    expect(said.ok && said.value.amended.map(({ text }) => text)).toEqual(['調査・検討の結果について']);
    expect(await numbers()).toEqual(['0 0 0 4', '1 0 0 3']);
    const [kept] = await desk.record.writtenAnswers.answersOf(meetingId);
    expect(kept?.votes[0]).toEqual({ position: 1, version: 1, choice: 'object', opinion: '意見1' });
  });
});

describe('who may not, or not any more', () => {
  test('somebody else', async () => {
    expect(kindOf(await desk.say(meetingId, 1, ['agree', 'agree'], { by: desk.seat(2).actor }))).toBe(
      'not-allowed',
    );
  });

  test('after 中止', async () => {
    await step({ step: 'cancel', reason: '対面で開催するため' });
    expect(kindOf(await desk.say(meetingId, 1, ['agree', 'agree']))).toBe('written-meeting-cancelled');
  });

  test('for 代理入力, who does not say how it came', async () => {
    const by = desk.secretary;
    expect(
      kindOf(await desk.say(meetingId, 1, ['agree', 'agree'], { by, received: { receivedBy: undefined } })),
    ).toBe('way-needed');
  });
});
