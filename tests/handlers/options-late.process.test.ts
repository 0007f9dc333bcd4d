import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Form } from '../../src/sandbox/driver/form.ts';
import { type Practice, startPractice } from '../support/practice.ts';
import { putRoster } from '../support/promoters.ts';
import { pressToOpen, recordByForm, WORKSPACE, withDatabase } from './steps.ts';

/** A record that keeps whoever types waiting longer than Slack waits. */

let practice: Practice;
let form: Form;
beforeAll(async () => {
  practice = await startPractice();
  const roster = [{ department: '福祉部', section: '福祉課' }];
  await withDatabase(practice, (db) => putRoster(db, WORKSPACE, roster, practice.clock.now()));
  form = await pressToOpen(practice.secretary, '対応事項を登録', await recordByForm(practice, {}));
});
afterAll(async () => {
  // An answer that never came is one that Slack refused.
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

test('nothing is offered in time, and all of it when it is asked for again', async () => {
  const holder = new pg.Client(practice.database.connection);
  await holder.connect();
  await holder.query('begin; lock table section in access exclusive mode');
  const began = performance.now();
  const late = await form.offered('担当の課・室等', '福祉');
  expect([late, performance.now() - began < 2_950, practice.secretary.notice]).toEqual([[], true, undefined]);
  await holder.query('rollback');
  await holder.end();
  expect(await form.offered('担当の課・室等', '福祉')).toEqual(['福祉部 福祉課']);
});
