import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Practice, SECRETARY, startPractice } from '../support/practice.ts';
import {
  bodyId,
  chosen,
  countOf,
  fillMeeting,
  openMeetingForm,
  PLAIN_MEETING,
  picked,
  post,
  submission,
  typed,
} from './steps.ts';

const ONCE = { meetings: 1, audited: 1, messages: 1 };

/** What one recorded meeting leaves behind. */
const recorded = async (practice: Practice) => {
  await practice.slack.dm(SECRETARY).next();
  return {
    meetings: await countOf(practice, 'meeting'),
    audited: await countOf(practice, `audit_line where action = 'record-meeting'`),
    messages: await countOf(practice, 'delivery'),
  };
};

describe('requests over HTTP', () => {
  let practice: Practice;
  beforeAll(async () => {
    practice = await startPractice();
  });
  afterAll(async () => {
    expect(practice.slack.refusals).toEqual([]);
    await practice.stop();
  });

  test.each([
    ['a forged signature', { forged: true }, 401],
    ['a timestamp of six minutes ago', { timestampShift: -360 }, 401],
    ['a timestamp of four minutes ago', { timestampShift: -240 }, 200],
    ['a timestamp in four minutes', { timestampShift: 240 }, 200],
    ['a timestamp in six minutes', { timestampShift: 360 }, 401],
  ])('are taken by their signature and age: %s', async (_what, options, status) => {
    const answered = practice.secretary.answers.length;
    const result = await practice.secretary.command('/kyodo', 'ヘルプ', options);
    expect(result.status).toBe(status);
    if (status === 200) await practice.secretary.nextAnswer();
    expect(practice.secretary.answers.length - answered).toBe(status === 200 ? 1 : 0);
  });

  test.each([
    ['POST', '/slack/event', 404],
    ['POST', '/', 404],
    ['GET', '/slack/events', 404],
    ['GET', '/healthy', 404],
    ['POST', '/healthz', 404],
    ['GET', '/healthz?from=monitor', 200],
  ])('are answered at their own path only: %s %s gives %i', async (method, path, status) => {
    const response = await fetch(`${practice.bot.url}${path}`, { method });
    expect(response.status).toBe(status);
  });

  test('are taken with a charset in the content type, as some proxies send them', async () => {
    const select = { type: 'static_select' };
    const empty = { bodyId: select, way: select, heldOn: { type: 'datepicker' }, precision: select };
    const fields = { items: typed('案件'), ...empty };
    const body = submission(SECRETARY, { callbackId: 'meeting.record', fields });
    const type = 'application/x-www-form-urlencoded; charset=utf-8';
    const { status, body: answer } = await post(practice, body, { type });
    expect([status, JSON.parse(answer)]).toEqual([
      200,
      {
        response_action: 'errors',
        errors: {
          bodyId: 'この項目を選んでください。',
          way: 'この項目を選んでください。',
          heldOn: 'この項目を選んでください。',
          precision: 'この項目を選んでください。',
        },
      },
    ]);
  });
});

describe.each(['http', 'socket'] as const)('a form submitted over %s', (mode) => {
  let practice: Practice;
  beforeEach(async () => {
    practice = await startPractice({ mode });
  });
  afterEach(async () => {
    expect(practice.slack.refusals).toEqual([]);
    await practice.stop();
  });

  test.each([
    ['once', {}],
    ['twice at the same time, as by a double press', { twice: true }],
    ['once more, as Slack does when it heard nothing', { retry: true }],
  ])('makes one record and one message when it is sent %s', async (_how, options) => {
    const form = await openMeetingForm(practice);
    await fillMeeting(form, { ...PLAIN_MEETING, 開催方法: '書面開催' });
    expect(await form.submit(options)).toEqual({ closed: true, errors: {} });
    expect(await recorded(practice)).toEqual(ONCE);
  });
});

test('a form that is sent with other words after it was recorded says so and changes nothing', async () => {
  const practice = await startPractice();
  const form = await openMeetingForm(practice);
  await fillMeeting(form, { ...PLAIN_MEETING, 案件: '後から直した案件' });
  // The first answer is lost on its way: the form stays open before the person.
  const fields = {
    bodyId: chosen(await bodyId(practice, '協働推進本部会議')),
    way: chosen('onsite'),
    heldOn: picked('2026-10-01'),
    precision: chosen('day'),
    items: typed('最初の案件'),
  };
  const first = await post(
    practice,
    submission(SECRETARY, { id: form.viewId, callbackId: form.callbackId, fields }),
  );
  expect(first).toEqual({ status: 200, body: '' });
  expect(await form.submit()).toEqual({
    closed: false,
    errors: {
      会議体:
        'この画面の内容はすでに記録されています。変更するときは、「記録しました」のお知らせから「編集」を押してください。',
    },
  });
  expect(form.values.案件).toBe('後から直した案件');
  expect(await recorded(practice)).toEqual(ONCE);
  expect(practice.slack.messages(SECRETARY).map(({ plain }) => plain.includes('最初の案件'))).toEqual([true]);
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

const READY = { ready: true, database: true, slack: true, clock: true };

describe('/healthz and /readyz', () => {
  const look = async ({ bot }: Practice, path: string) => {
    const response = await fetch(`${bot.url}${path}`);
    return [response.status, await response.json()];
  };

  test.each(['http', 'socket'] as const)('tell in %s mode that the bot is up and ready', async (mode) => {
    const practice = await startPractice({ mode });
    expect(await look(practice, '/healthz')).toEqual([200, { up: true }]);
    expect(await look(practice, '/readyz')).toEqual([200, READY]);
    await practice.stop();
  });

  test('ask neither Slack nor for a new connection to the database, and answer while Slack hangs', async () => {
    const practice = await startPractice();
    const looks = () => practice.slack.calls.filter(({ method }) => method === 'auth.test').length;
    const before = looks();
    practice.slack.faults.next('auth.test', { hang: true });
    const looking = practice.minute();
    // Whoever asks the database now, waits, and is seen: but for readiness hardly anything reads this table.
    const holder = new pg.Client(practice.database.connection);
    await holder.connect();
    await holder.query('begin; lock table workspace in access exclusive mode');
    const begun = performance.now();
    const told = await Promise.all(Array.from({ length: 150 }, () => look(practice, '/readyz')));
    expect(performance.now() - begun).toBeLessThan(2000);
    expect(told).toEqual(Array.from({ length: 150 }, () => [200, READY]));
    // Readiness's question is the one that reads whole rows, once for all 150; what is due may be looked for just now besides.
    const { rows } = await holder.query(
      `select count(*)::int from pg_locks held join pg_stat_activity using (pid)
       where relation = 'workspace'::regclass and held.mode = 'AccessShareLock' and not granted
         and query like '%clock_ahead%'`,
    );
    expect(rows).toEqual([{ count: 1 }]);
    await holder.end();
    // The one call is the bot's own look, which is still waiting.
    expect(looks() - 1).toBe(before);
    await practice.stop();
    await looking;
  });

  test('tell that Slack does not take the token, until it does again', async () => {
    const practice = await startPractice();
    practice.slack.faults.next('auth.test', { error: 'invalid_auth' });
    await practice.minute();
    expect(await look(practice, '/readyz')).toEqual([503, { ...READY, ready: false, slack: false }]);
    await practice.minute();
    expect(await look(practice, '/readyz')).toEqual([200, READY]);
    await practice.stop();
  });

  test.each([
    { named: 'somebody', secretariat: ['jimukyoku@city.example'] },
    { named: 'nobody', secretariat: [] },
  ])(
    'tell that the database is gone while the process is up, where the environment names $named',
    async ({ secretariat }) => {
      const practice = await startPractice({ ownDatabase: true, secretariat });
      await practice.database.drop();
      expect(await look(practice, '/readyz')).toEqual([503, { ...READY, ready: false, database: false }]);
      expect(await look(practice, '/healthz')).toEqual([200, { up: true }]);
      const told = await practice.secretary.command('/kyodo-meeting', '一覧');
      expect(told.status).toBe(200);
      expect((await practice.secretary.nextAnswer()).plain).toMatch(
        /^ただいま処理できませんでした。しばらくしてからもう一度お試しください。\(受付番号 [0-9a-f]{8}\)$/u,
      );
      await practice.stop();
    },
  );
});
