import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Message } from '../../src/sandbox/driver/messages-read.ts';
import { planRoleGuides } from '../../src/services/promoter/plan-role-guides.ts';
import { answerTo, auditOf, rowsOf, WORKSPACE, withDatabase } from '../handlers/steps.ts';
import { runJobsAt } from '../support/jobs.ts';
import { type Practice, STAFF, startPractice } from '../support/practice.ts';
import { putRoster, type RosterLine } from '../support/promoters.ts';

const PROMOTER = 'U0PROMOTER';
const TITLE = '協働推進員の役割のご案内';

let practice: Practice;
beforeEach(async () => {
  practice = await startPractice({
    now: '2026-10-01T10:00:00+09:00',
    people: [{ id: PROMOTER, real_name: '新任 二郎' }],
  });
});
afterEach(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

/** A new promoter of 福祉課 from `startsOn`, who wants the guide. */
const appoint = async (startsOn: string, line: Partial<RosterLine> = {}): Promise<void> => {
  const lines = [
    { department: '福祉部', section: '福祉課', name: '新任 二郎', slackId: PROMOTER, startsOn, ...line },
  ];
  await withDatabase(practice, (db) => putRoster(db, WORKSPACE, lines, practice.clock.now()));
  await rowsOf(practice, 'update appointment set guide_wanted = true');
};

const guides = (): readonly Message[] =>
  practice.slack.messages(PROMOTER).filter(({ plain }) => plain.startsWith(TITLE));
const nextGuide = (): Promise<Message> =>
  practice.slack.dm(PROMOTER).next(({ plain }) => plain.startsWith(TITLE));

describe('the guide leaves at 9:00 of the first working day on or after the first day', () => {
  test.each([
    {
      startsOn: '2026-10-10',
      day: 'a Saturday before スポーツの日',
      quiet: ['2026-10-09T09:00:00', '2026-10-10T09:00:00', '2026-10-12T09:00:00', '2026-10-13T08:59:00'],
      leaves: '2026-10-13T09:00:00',
    },
    {
      startsOn: '2026-11-02',
      day: 'a Monday',
      quiet: ['2026-10-30T16:59:00', '2026-11-02T08:59:00'],
      leaves: '2026-11-02T09:00:00',
    },
    {
      startsOn: '2026-12-29',
      day: 'the turn of the year',
      quiet: ['2026-12-28T09:00:00', '2026-12-29T09:00:00', '2027-01-03T09:00:00'],
      leaves: '2027-01-04T09:00:00',
    },
  ])('from $startsOn, $day: $leaves', async ({ startsOn, quiet, leaves }) => {
    await appoint(startsOn);
    for (const now of quiet) await runJobsAt(practice, now);
    expect(await rowsOf(practice, 'select kind from delivery')).toEqual([]);
    await runJobsAt(practice, leaves);
    const guide = await nextGuide();
    expect(guide.plain).toContain('福祉部 福祉課の協働推進員に選任されました。');
    expect(guide.buttons).toEqual(['引継資料を見る', '確認しました']);
    await runJobsAt(practice, `${leaves.slice(0, 11)}16:00:00`);
    expect(guides()).toHaveLength(1);
  });
});

test('what is planned and ends before it leaves is not sent', async () => {
  await appoint('2026-10-10');
  practice.clock.set('2026-10-13T08:00:00+09:00');
  await withDatabase(practice, (db) =>
    planRoleGuides({ clock: practice.clock, db }, WORKSPACE, 'remind test'),
  );
  await rowsOf(practice, 'update appointment set cancelled_at = now()');
  practice.clock.set('2026-10-13T09:00:00+09:00');
  await practice.restart();
  await withDatabase(practice, async (db) => {
    const { deliveries } = db.record(WORKSPACE);
    const [row] = await rowsOf(practice, 'select id from delivery');
    await deliveries.postpone(String(row?.id), practice.clock.now());
    await practice.database.db.dueDeliveries.wake([practice.slack.team.id], practice.clock.now());
  });
  // A message asked for afterwards comes when the guide would have come.
  await practice.slack.person(PROMOTER).message('こんにちは');
  await practice.slack.dm(PROMOTER).next(({ plain }) => plain.startsWith('このメッセージでは'));
  expect(guides()).toEqual([]);
});

describe('確認しました', () => {
  beforeEach(async () => {
    await appoint('2026-10-10');
    await runJobsAt(practice, '2026-10-13T09:00:00');
  });

  test('shows when it was pressed, with a way back', async () => {
    const promoter = practice.slack.person(PROMOTER);
    const guide = await nextGuide();
    practice.clock.set('2026-10-13T11:05:00+09:00');
    const until = (words: string) =>
      practice.slack.dm(PROMOTER).until(({ ts, buttons }) => ts === guide.ts && buttons.includes(words));
    await promoter.press('確認しました', { in: guide });
    expect((await until('取り消す')).plain).toContain(
      '令和8年10月13日(火) 11:05に「確認しました」を押していただきました。',
    );
    await promoter.press('取り消す', { in: guide });
    await until('確認しました');
    expect(await auditOf(practice, PROMOTER)).toEqual(['confirm-guide', 'take-back-guide']);
  });

  test('is owed on Home and in /kyodo until it is pressed there', async () => {
    await nextGuide();
    const promoter = practice.slack.person(PROMOTER);
    await promoter.openHome();
    const asks = '協働推進員の役割のご案内(福祉部 福祉課)をお読みいただけましたら';
    await promoter.homeUntil(({ text }) => text.includes(asks));
    const menu = await answerTo(promoter, '/kyodo');
    expect(menu.plain).toContain(asks);
    await promoter.press('確認しました', { in: menu });
    await practice.slack.until(
      ({ ts, plain }) => ts === menu.ts && plain.includes('「確認しました」を押していただきました。'),
    );
    await promoter.homeUntil(({ text }) => !text.includes(asks));
  });

  test('is the promoter’s own: another gets one sentence and an audit line', async () => {
    const guide = await nextGuide();
    const staff = practice.slack.person(STAFF);
    const menu = await answerTo(staff, '/kyodo');
    const [row] = await rowsOf(practice, 'select id from appointment');
    for (const action_id of ['role-guide.confirm', 'role-guide.confirm-apart']) {
      const action = { type: 'button', block_id: 'guide', action_id, value: String(row?.id) };
      await staff.pressRaw({ in: menu, action });
      expect((await staff.nextAnswer()).plain).toBe(
        '恐れ入りますが、この操作は、ご本人が行います。事務局にご相談ください。',
      );
    }
    expect(guide.buttons).toEqual(['引継資料を見る', '確認しました']);
    expect(await auditOf(practice, STAFF)).toEqual(['refused confirm-guide', 'refused confirm-guide']);
  });
});
