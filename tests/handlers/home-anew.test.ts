import pg from 'pg';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { plainStaff } from '../../src/domain/actor.ts';
import { MeetingDraft } from '../../src/domain/meeting/meeting.ts';
import { recordMeeting } from '../../src/services/meeting/record.ts';
import { type Practice, SECRETARY, startPractice } from '../support/practice.ts';
import { countOf, picked, post, rowsOf, submission, WORKSPACE, withDatabase } from './steps.ts';

/** What a request answered with was read a while ago when its answer has gone out slowly; the Home tab is shown as it is then. */

const AGENDA = '翌年度の計画';

let practice: Practice;
let holder: pg.Client;
beforeEach(async () => {
  practice = await startPractice({ now: '2026-11-24T10:00:00+09:00' });
  holder = new pg.Client(practice.database.connection);
  await holder.connect();
});
afterEach(async () => {
  await holder.end();
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

/** A meeting of next week, as recorded by somebody else. */
const recordNextWeek = (): Promise<void> =>
  withDatabase(practice, async (db) => {
    const [body] = await db.record(WORKSPACE).bodies.nameable(2026);
    const draft = MeetingDraft.parse({
      ...{ bodyId: body?.id, way: 'onsite', heldOn: '2026-12-01', precision: 'day', items: AGENDA },
    });
    const actor = { ...plainStaff(WORKSPACE, SECRETARY), isSecretariat: true };
    const recorded = await recordMeeting({ clock: practice.clock, db }, { key: 'form', draft }, actor);
    expect(recorded.ok).toBe(true);
  });

/** Until so many questions wait for what is held, and nothing else is asked. */
const untilHeldUp = (waiting: number): Promise<void> =>
  vi.waitFor(async () => {
    const under = await rowsOf(
      practice,
      `select wait_event_type as wait from pg_stat_activity
       where datname = current_database() and state = 'active' and pid <> pg_backend_pid()`,
    );
    if (under.length < waiting || under.some(({ wait }) => wait !== 'Lock')) throw new Error('still reading');
  });

test('several forms of one person within a moment make one Home', async () => {
  const { secretary, slack, bot } = practice;
  await secretary.openHome();
  await secretary.homeUntil(() => true);
  const shown = () => slack.calls.filter(({ method }) => method === 'views.publish').length;
  const [before, days] = [shown(), ['2026-12-01', '2026-12-08', '2026-12-15', '2026-12-22']];
  const submit = (day: string) => {
    const fields = { startsOn: picked(day), endsOn: picked(day) };
    return post(practice, submission(SECRETARY, { id: `V${day}`, callbackId: 'away.register', fields }));
  };
  await holder.query('begin; lock table away_period in access exclusive mode');
  const submitted = days.map(submit);
  await untilHeldUp(days.length);
  await holder.query('rollback');
  await Promise.all(submitted);
  await bot.settled();
  expect(await countOf(practice, 'away_period')).toBe(days.length);
  // One more where the answers take longer than it waits behind them.
  expect([1, 2]).toContain(shown() - before);
});

test('what was recorded while the request was answered stands in the Home tab', async () => {
  const { secretary } = practice;
  await secretary.openHome();
  await secretary.homeUntil(() => true);
  await secretary.message('予定は?');
  const answer = await practice.slack
    .dm(SECRETARY)
    .next(({ buttons }) => buttons.includes('お願いとボタンを表示'));
  // The request has read the meetings, and is held up at the issues.
  await holder.query('begin; lock table newsletter_issue in access exclusive mode');
  const pressed = secretary.press('お願いとボタンを表示', { in: answer });
  await untilHeldUp(1);
  await recordNextWeek();
  await holder.query('rollback');
  await pressed;
  expect((await secretary.nextAnswer()).text).not.toContain('12月1日');
  await secretary.homeUntil(({ text }) => text.includes('12月1日'));
});
