import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { localDate } from '../../src/domain/calendar/local-date.ts';
import { STANDARD_CALENDAR } from '../../src/domain/calendar/working-day.ts';
import { forecast } from '../../src/services/morning/forecast.ts';
import { putInquiry } from '../support/asked-inquiries.ts';
import { ask } from '../support/desk.ts';
import { peopleOf, runJobsAt } from '../support/jobs.ts';
import { type Practice, SECRETARY, startPractice } from '../support/practice.ts';
import { putRoster } from '../support/promoters.ts';

const PEOPLE = ['U0CHIEF', 'U0ONE', 'U0AWAY', 'U0NEW', 'U0SOON', 'U0LEAVES', 'U0COMES'];

let practice: Practice;
let db: Database;
beforeAll(async () => {
  practice = await startPractice({
    now: '2026-11-24T17:30:00+09:00',
    people: PEOPLE.map((id) => ({ id, real_name: `協働 ${id}` })),
  });
  db = practice.database.db;
  const { database, slack, clock } = practice;
  const place = { department: '福祉部' };
  const one = (slackId: string, section: string, more = {}) => ({
    ...place,
    slackId,
    section,
    name: slackId,
    ...more,
  });
  await putRoster(
    db,
    slack.team.id,
    [
      one('U0CHIEF', '総務課', { role: 'chief' }),
      one('U0ONE', '福祉課'),
      one('U0AWAY', '長寿課'),
      one('U0LEAVES', '子育て課', { endsOn: '2026-12-04' }),
      one('U0COMES', '子育て課', { startsOn: '2026-12-05' }),
      one('U0NEW', '保険課', { startsOn: '2026-11-25' }),
      one('U0SOON', '年金課', { startsOn: '2026-12-12' }),
      { ...place, section: '窓口課' },
      { ...place, section: '支援課', name: '用紙 花子' },
    ],
    new Date('2026-11-20T09:00:00+09:00'),
  );
  await ask(database, `update appointment set guide_wanted = true where starts_on > '2026-11-20'`);
  await ask(
    database,
    `insert into away_period (workspace_id, id, person_id, starts_on, ends_on, recorded_by, recorded_at)
     select workspace_id, gen_random_uuid(), id, '2026-12-07', '2026-12-10', 'test', now() from person where slack_id = 'U0AWAY'`,
  );
  const asked = (day: string, dueOn: string) =>
    putInquiry(db, slack.team.id, new Date(`${day}T09:00:00+09:00`), {
      title: `${dueOn}まで`,
      audience: 'everyone',
      dueOn: localDate(dueOn),
    });
  await asked('2026-11-20', '2026-12-10');
  await asked('2026-11-30', '2026-12-03');
  await practice.secretary.command('/kyodo-meeting');
  const form = await practice.secretary.nextForm();
  await form.fill({ 会議体: '協働推進本部会議', 開催方法: '対面', 開催日: '2026-12-01', 案件: '年間の予定' });
  expect(await form.submit()).toMatchObject({ closed: true });
  clock.set('2026-11-24T18:00:00+09:00');
}, 60_000);
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

const inWords = (day: string, kind: string, recipient: string, lines: readonly { readonly kind: string }[]) =>
  `${day} ${kind} ${recipient}: ${lines
    .map((line) => line.kind)
    .toSorted()
    .join(' ')}`;

/** What Slack has been sent on a day, once nothing waits any more. */
const sentOn = async (day: string): Promise<readonly string[]> => {
  await expect
    .poll(
      () =>
        ask(
          practice.database,
          `select 'still to leave' from delivery where state in ('planned', 'sending')
           union all select 'still to run' where not exists (
             select 1 from job_slot where name = 'remind' and slot = $1 and finished_at is not null)`,
          [new Date(`${day}T09:00:00+09:00`)],
        ),
      { timeout: 15_000, interval: 20 },
    )
    .toEqual([]);
  const rows = await ask(
    practice.database,
    `select d.kind, d.recipient, d.state, coalesce(json_agg(json_build_object('kind', l.kind)) filter (where l.kind is not null), '[]') as lines
     from delivery d left join morning_line l on l.workspace_id = d.workspace_id and l.delivery_id = d.id
     where d.planned_at = $1 group by d.id, d.kind, d.recipient, d.state order by 1, 2`,
    [new Date(`${day}T09:00:00+09:00`)],
  );
  return rows.map(({ kind, recipient, state, lines }) => {
    expect(state).toBe('sent');
    return inWords(day, String(kind), String(recipient), Array.isArray(lines) ? lines : []);
  });
};

test('what is foretold for 30 days is what a month of moved clock sends, message by message', async () => {
  const workspace = { secretariat: [SECRETARY] };
  const deps = { db, clock: practice.clock, people: peopleOf(practice), workspace };
  const foretold = await forecast(deps, practice.slack.team.id, 30);
  const sent: string[] = [];
  for (
    let day = localDate('2026-11-25');
    day <= localDate('2026-12-24');
    day = STANDARD_CALENDAR.nextWorkingDay(day)
  ) {
    await runJobsAt(practice, `${day}T09:00:00`);
    sent.push(...(await sentOn(day)));
  }
  expect(sent.length).toBeGreaterThan(60);
  expect(sent.toSorted()).toEqual(
    foretold.map(({ day, kind, recipient, lines }) => inWords(day, kind, recipient, lines)).toSorted(),
  );
}, 120_000);
