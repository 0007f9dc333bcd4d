import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Practice, SECRETARY, startPractice } from '../support/practice.ts';
import { bodyId, countOf, recordByForm, rowsOf, WORKSPACE } from './steps.ts';

/** What the database itself sees to, whoever writes to it. */

let practice: Practice;
let body = '';
let meeting = '';
beforeAll(async () => {
  practice = await startPractice({ now: '2026-11-24T10:00:00+09:00' });
  await recordByForm(practice, { 案件: '議案(審議)' });
  body = await bodyId(practice, '協働推進本部会議');
  meeting = String((await rowsOf(practice, 'select id from meeting'))[0]?.id);
  await rowsOf(practice, `insert into workspace (id, created_at) values ('T0OTHER', now())`);
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

/** The code of the error with which PostgreSQL answers. */
const refusal = async (sql: string): Promise<string | undefined> => {
  try {
    await rowsOf(practice, sql);
    return undefined;
  } catch (error) {
    return error instanceof pg.DatabaseError ? error.code : String(error);
  }
};

test('an audit line says who did what on which row, when, from where, and what stands there after', async () => {
  const lines = await rowsOf(
    practice,
    `select workspace_id, at, actor, via, action, subject, reason, before, after
     from audit_line where actor = $1`,
    [SECRETARY],
  );
  expect(lines).toEqual([
    {
      workspace_id: WORKSPACE,
      at: new Date('2026-11-24T10:00:00+09:00'),
      actor: SECRETARY,
      via: 'slack',
      action: 'record-meeting',
      subject: `meeting:${meeting}`,
      reason: '',
      before: null,
      after: {
        bodyId: body,
        way: 'onsite',
        date: { kind: 'day', day: '2026-10-01' },
        note: '',
        place: '',
        printed: '令和8年10月1日',
        items: [{ text: '議案', kind: 'deliberation' }],
      },
    },
  ]);
});

describe('audit lines stay as they are', () => {
  test.each([
    ['an update', `update audit_line set actor = 'U0NOBODY'`],
    ['a deletion', 'delete from audit_line'],
    ['a truncation', 'truncate audit_line'],
    ['a truncation of all', 'truncate workspace cascade'],
  ])('%s is refused by the database', async (_what, sql) => {
    const before = await countOf(practice, 'audit_line');
    expect(await refusal(sql)).toBe('42501');
    expect(await countOf(practice, 'audit_line')).toBe(before);
  });
});

describe('a row links rows of its own workspace only', () => {
  const FOREIGN_KEY = '23503';
  test.each([
    [
      'a body’s year',
      () =>
        `insert into body_year (workspace_id, body_id, fiscal_year, name, kind, section, position, recordable_by)
         values ('T0OTHER', '${body}', 2026, '他所', 'meeting', 'meetings', 1, 'secretariat')`,
    ],
    [
      'a meeting',
      () =>
        `insert into meeting (workspace_id, id, body_id, fiscal_year, way, precision, held_on, recorded_by, recorded_at)
         values ('T0OTHER', gen_random_uuid(), '${body}', 2026, 'onsite', 'day', '2026-10-01', 'U0X', now())`,
    ],
    ['a meeting moved away', () => `update meeting set workspace_id = 'T0OTHER'`],
    [
      'a 案件',
      () =>
        `insert into agenda_item (workspace_id, meeting_id, position, text)
         values ('T0OTHER', '${meeting}', 2, '他所の案件')`,
    ],
    [
      '代理出席',
      () =>
        `insert into meeting_absence (workspace_id, meeting_id, position, member)
         values ('T0OTHER', '${meeting}', 1, '他所の人')`,
    ],
    [
      '開催なし',
      () =>
        `insert into did_not_meet (workspace_id, body_id, fiscal_year, recorded_by, recorded_at)
         values ('T0OTHER', '${body}', 2025, 'U0X', now())`,
    ],
    [
      'an audit line of no workspace',
      () =>
        `insert into audit_line (workspace_id, at, actor, via, action, subject)
         values ('T0NOWHERE', now(), 'U0X', 'slack', 'x', 'x')`,
    ],
  ])('%s is refused by its foreign key', async (_what, sql) => {
    expect(await refusal(sql())).toBe(FOREIGN_KEY);
  });

  test('a body with meetings can not be removed', async () => {
    // PostgreSQL 18 names RESTRICT by a code of its own.
    expect(['23001', FOREIGN_KEY]).toContain(await refusal(`delete from body where id = '${body}'`));
  });
});
