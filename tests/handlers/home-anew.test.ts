import pg from 'pg';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { plainStaff } from '../../src/domain/actor.ts';
import { MeetingDraft } from '../../src/domain/meeting/meeting.ts';
import { recordMeeting } from '../../src/services/meeting/record.ts';
import { type Practice, SECRETARY, startPractice } from '../support/practice.ts';
import { rowsOf, WORKSPACE, withDatabase } from './steps.ts';

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
  await vi.waitFor(async () => {
    const under = await rowsOf(
      practice,
      `select wait_event_type as wait from pg_stat_activity
       where datname = current_database() and state = 'active' and pid <> pg_backend_pid()`,
    );
    if (under.length === 0 || under.some(({ wait }) => wait !== 'Lock')) throw new Error('still reading');
  });
  await recordNextWeek();
  await holder.query('rollback');
  await pressed;
  expect((await secretary.nextAnswer()).text).not.toContain('12月1日');
  await secretary.homeUntil(({ text }) => text.includes('12月1日'));
});
