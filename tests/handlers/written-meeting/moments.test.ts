import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { tallyOf } from '../../../src/domain/written-meeting/tally.ts';
import { amendWrittenItem } from '../../../src/services/written-meeting/amend.ts';
import { runJobsAt } from '../../support/jobs.ts';
import { type Practice, SECRETARY } from '../../support/practice.ts';
import {
  askBody,
  CHAIR,
  GENERAL,
  openBallot,
  startAskedBody,
  WELFARE,
  writtenAnswersOf,
} from '../asked-body.ts';
import { actorOf, rowsOf, WORKSPACE, withDatabase } from '../steps.ts';

/** Answers at the end of the due day, while it is closed, two at once, and while a 案件 is amended: each is kept, the right one counts. */

let practice: Practice;
let meeting: string;
beforeAll(async () => {
  practice = await startAskedBody();
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

/** Of each 案件: 異議なし, 異議あり and 未回答. */
const numbers = () =>
  withDatabase(practice, async (db) => {
    const { writtenMeetings, writtenAnswers } = db.record(WORKSPACE);
    const found = await writtenMeetings.find(meeting);
    if (found === undefined) throw new Error('it is in the record');
    const [voters, answers] = [
      await writtenAnswers.votersOf(meeting),
      await writtenAnswers.answersOf(meeting),
    ];
    return tallyOf(found, voters, answers).map(
      ({ agreed, objected, unanswered }) => `${agreed} ${objected} ${unanswered}`,
    );
  });

const AGREED = { 案件1: '異議なし', 案件2: '確認しました' };
const OBJECTED = { 案件1: '異議あり', 案件1への意見: '根拠が足りません', 案件2: '確認しました' };

/** 書面開催に回答 as somebody has it before them, filled in. */
const filled = async (person: string, position: number, entries: Readonly<Record<string, string>>) => {
  const form = await openBallot(practice, person, { meeting, position });
  await form.fill(entries);
  return form;
};

const asked = async (now = '2026-11-24T10:00:00+09:00'): Promise<void> => {
  practice.clock.set(now);
  meeting = await askBody(practice);
};

describe('the end of the due day', () => {
  test('23:59:59 is in time and 00:00:00 is not, also before it is closed', async () => {
    await asked();
    const [inTime, late] = [await filled(CHAIR, 1, OBJECTED), await filled(GENERAL, 2, OBJECTED)];
    practice.clock.set('2026-12-10T23:59:59+09:00');
    expect((await inTime.submit()).form?.text).toContain('回答を記録しました。');
    practice.clock.set('2026-12-11T00:00:00+09:00');
    expect((await late.submit()).form?.text).toContain('期限後の回答として記録しました。');
    expect(await rowsOf(practice, 'select state from written_meeting where id = $1', [meeting])).toEqual([
      { state: 'open' },
    ]);
    const before = await numbers();
    await runJobsAt(practice, '2026-12-11T00:01:00');
    expect([before, await numbers()]).toEqual([
      ['0 1 3', '1 0 3'],
      ['0 1 3', '1 0 3'],
    ]);
    expect(await writtenAnswersOf(practice, { meeting, position: 2 })).toHaveLength(1);
  });

  test('an answer that is on its way while it is closed counts by when it came', async () => {
    await asked();
    const form = await filled(CHAIR, 1, AGREED);
    const holder = new pg.Client(practice.database.connection);
    await holder.connect();
    await holder.query('begin');
    await holder.query('select 1 from written_meeting where id = $1 for update', [meeting]);
    // Asked over another connection: within a transaction it would be answered as it was at first.
    const waiting = (count: number) =>
      vi.waitFor(
        async () =>
          expect(
            await rowsOf(
              practice,
              `select 1 from pg_stat_activity
               where datname = current_database() and wait_event_type = 'Lock' and query like '%written_meeting%'`,
            ),
          ).toHaveLength(count),
        { timeout: 10_000, interval: 10 },
      );
    practice.clock.set('2026-12-10T23:59:59+09:00');
    const sent = form.submit();
    await waiting(1);
    const closed = runJobsAt(practice, '2026-12-11T00:00:10');
    await waiting(2);
    await holder.query('commit');
    await holder.end();
    await closed;
    expect((await sent).form?.text).toContain('回答を記録しました。');
    expect(await rowsOf(practice, 'select state from written_meeting where id = $1', [meeting])).toEqual([
      { state: 'closed' },
    ]);
    expect(await numbers()).toEqual(['1 0 3', '1 0 3']);
  });
});

test('of a member’s own answer and 代理入力 at once the member’s counts, whichever is kept first', async () => {
  await asked();
  for (const secretaryFirst of [true, false]) {
    const entries = (await writtenAnswersOf(practice, { meeting, position: 1 })).filter(
      ({ by }) => by === SECRETARY,
    ).length;
    const own = await filled(CHAIR, 1, OBJECTED);
    // The form shows the answer before it: the second time the member's, with words that 異議なし must not keep.
    const entered = await filled(SECRETARY, 1, {
      ...AGREED,
      案件1への意見: '',
      受けた方法: '電話',
      受けた日: '2026-11-24',
    });
    const both = secretaryFirst ? [entered, own] : [own, entered];
    const [one, other] = await Promise.all(both.map((form) => form.submit()));
    const [ofMember, ofSecretary] = secretaryFirst ? [other, one] : [one, other];
    expect(ofMember?.form?.text).toContain('回答を記録しました。');
    const kept = await writtenAnswersOf(practice, { meeting, position: 1 });
    expect(kept.at(-1)).toMatchObject({ by: CHAIR, votes: '1 object 根拠が足りません/2 agree ' });
    // Entered after the member's, it would be put over an answer that nobody has seen: it is refused, and what was typed stays.
    const refused = Object.values(ofSecretary?.errors ?? {});
    if (kept.filter(({ by }) => by === SECRETARY).length === entries)
      expect(refused).toEqual([expect.stringContaining('別の回答がありました')]);
    else expect([refused, ofSecretary?.form?.text.includes('回答を記録しました。')]).toEqual([[], true]);
    await entered.close({ all: true });
    await own.close({ all: true });
    expect(await numbers()).toEqual(['0 1 3', '1 0 3']);
  }
});

describe('a 案件 that is amended while a form is open', () => {
  const amend = async (item: number, text: string) => {
    const [row] = await rowsOf(practice, 'select revision from written_meeting where id = $1', [meeting]);
    const revision = Number(row?.revision);
    const form = { key: `amend ${revision}`, draft: { item, text, reason: '日付の誤り' } };
    const amended = await withDatabase(practice, (db) =>
      amendWrittenItem(
        { clock: practice.clock, db },
        { meetingId: meeting, revision },
        form,
        actorOf(SECRETARY, 'secretariat'),
      ),
    );
    expect(amended.ok).toBe(true);
  };

  test('is asked again with its new words; what was said to the old ones is kept, all else counts', async () => {
    await asked();
    const form = await filled(WELFARE, 3, OBJECTED);
    await amend(1, '市の調査・検討(第2版)について(審議)');
    const { form: kept } = await form.submit();
    expect(kept?.text).toContain(
      '画面を開いたあとに案件1が訂正されました。お手数ですが、改めて回答をお願いします。',
    );
    expect(await numbers()).toEqual(['0 0 4', '1 0 3']);
    const again = await (await kept?.press('訂正後の案件に回答する'))?.opened();
    expect(again?.text).toContain('(1)市の調査・検討(第2版)について(審議)\nこの案件は訂正されました。');
    expect(again?.values).toMatchObject({ 案件1: null, 案件2: '確認しました' });
    await again?.fill({ 案件1: '異議なし' });
    const { form: done } = (await again?.submit()) ?? {};
    await done?.close({ all: true });
    expect(await numbers()).toEqual(['1 0 3', '1 0 3']);
    expect((await writtenAnswersOf(practice, { meeting, position: 3 })).map(({ votes }) => votes)).toEqual([
      '1 object 根拠が足りません/2 agree ',
      '1 agree /2 agree ',
    ]);
  });

  test('who had answered has it on Home again, and only that', async () => {
    await amend(2, '年間スケジュール(第2版)について');
    const person = practice.slack.person(WELFARE);
    await person.openHome();
    const home = await person.homeUntil(({ text }) => text.includes('改めて'));
    expect(home.text).toContain('案件2が訂正されました。お手数ですが、改めて回答をお願いします。');
    expect(home.buttons).toContain('回答する');
  });
});
