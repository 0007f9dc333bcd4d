import { expect, onTestFinished, test } from 'vitest';
import type { ImportedMeeting } from '../../../src/domain/meeting/import.ts';
import { MeetingContentsDraft, MeetingDraft } from '../../../src/domain/meeting/meeting.ts';
import { importMeetings } from '../../../src/services/meeting/import.ts';
import { problemSentence } from '../../../src/views/problem.ts';
import { type Desk, openDesk } from '../../support/desk.ts';

const openAt = async (now: string): Promise<Desk> => {
  const desk = await openDesk(now);
  onTestFinished(desk.stop);
  return desk;
};

/** A line of a file: a meeting of 本部会議 that nothing is wrong with but, perhaps, its date. */
const lineOf = (line: number, dates: Readonly<Record<string, string>>): ImportedMeeting => ({
  line,
  bodyName: '本部会議',
  draft: MeetingDraft.omit({ bodyId: true }).parse({
    way: 'onsite',
    precision: 'day',
    items: '年間スケジュールについて',
    ...dates,
  }),
  contents: MeetingContentsDraft.parse({}),
});

const DAY = { heldOn: '2026-11-25' };
const DAYS = { heldOn: '2026-11-25', heldUntil: '2026-11-27' };
const UNTIL = { heldOn: '2026-11-25', precision: 'until' };
const MONTH = { heldOn: '2026-12-15', precision: 'month' };

test.each([
  ['a day', DAY, '2026-11-24T23:30:00+09:00', '2026-11-25T00:30:00+09:00'],
  ['days, from the first', DAYS, '2026-11-24T23:30:00+09:00', '2026-11-25T00:30:00+09:00'],
  ['a deadline', UNTIL, '2026-11-24T23:30:00+09:00', '2026-11-25T00:30:00+09:00'],
  ['a month, from its first day', MONTH, '2026-11-30T23:30:00+09:00', '2026-12-01T00:30:00+09:00'],
  ['1 April', { heldOn: '2027-04-01' }, '2027-03-31T23:30:00+09:00', '2027-04-01T00:30:00+09:00'],
])('a meeting still to come can be imported from midnight in Tokyo on: %s', async (_, dates, eve, begun) => {
  const desk = await openAt(eve);
  const rows = [lineOf(2, dates)];
  expect(await importMeetings(desk, rows, false, desk.secretary)).toEqual({
    ok: false,
    error: { kind: 'lines', lines: [{ line: 2, problem: { field: 'heldOn', kind: 'still-to-come' } }] },
  });
  desk.clock.set(begun);
  expect(await importMeetings(desk, rows, false, desk.secretary)).toEqual({
    ok: true,
    value: { added: 1, known: 0 },
  });
});

test.each([false, true])(
  'each line still to come is told, and keeps the others out (dry run: %s)',
  async (dryRun) => {
    const desk = await openAt('2026-11-24T10:00:00+09:00');
    const rows = [
      lineOf(2, { heldOn: '2026-11-24' }),
      lineOf(3, { heldOn: '2026-11-25' }),
      lineOf(5, { heldOn: '2026-10-01' }),
      lineOf(7, { heldOn: '2027-04-01' }),
    ];
    const outcome = await importMeetings(desk, rows, dryRun, desk.secretary);
    const lines = !outcome.ok && outcome.error.kind === 'lines' ? outcome.error.lines : [];
    const sentence = 'これから開催する会議は取り込めません。Slackのフォームから予定として記録してください。';
    expect(lines.map(({ line, problem }) => [line, problemSentence(problem)])).toEqual([
      [3, sentence],
      [7, sentence],
    ]);
    expect([await desk.record.meetings.ofYear(2026), await desk.record.meetings.ofYear(2027)]).toEqual([
      [],
      [],
    ]);
  },
);
