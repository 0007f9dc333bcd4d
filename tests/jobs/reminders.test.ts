import { afterAll, beforeAll, expect, test } from 'vitest';
import type { WorkspaceRecord } from '../../src/db/database.ts';
import { localDate, todayInTokyo } from '../../src/domain/calendar/local-date.ts';
import { STANDARD_CALENDAR } from '../../src/domain/calendar/working-day.ts';
import { AnswerDraft } from '../../src/domain/inquiry/answer.ts';
import { InquiryDraft } from '../../src/domain/inquiry/inquiry.ts';
import { JOBS } from '../../src/jobs/jobs.ts';
import { answerInquiry } from '../../src/services/inquiry/answer.ts';
import { saveInquiry } from '../../src/services/inquiry/save.ts';
import { sendInquiry } from '../../src/services/inquiry/send.ts';
import { planMorningMessages } from '../../src/services/morning/plan.ts';
import { ask, createKeptLog, type Desk, openDesk } from '../support/desk.ts';
import { runDueJobs } from '../support/jobs.ts';
import { SECRETARY } from '../support/practice.ts';
import { putRoster } from '../support/promoters.ts';

const INQUIRY = '00000000-0000-4000-8000-000000000001';
const COUNT = 112;
const ANSWERED = 40;
const noFiles = { read: () => Promise.reject(new Error('no file was given')) };

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk('2026-11-19T15:00:00+09:00');
  await putRoster(
    desk.db,
    desk.workspaceId,
    Array.from({ length: COUNT }, (_, index) => ({
      department: `第${Math.floor(index / 8) + 1}部`,
      section: `第${index + 1}課`,
      name: `協働 ${index + 1}`,
      slackId: `U0P${index + 1}`,
      role: index % 8 === 0 ? ('chief' as const) : ('promoter' as const),
    })),
    desk.clock.now(),
  );
});
afterAll(() => desk.stop());

/** The morning of a day, as the runner sees it. */
const morning = async (day: string): Promise<void> => {
  desk.clock.set(`${day}T09:00:00+09:00`);
  const { clock, db, people, channels, workspaceId } = desk;
  const workspace = { id: workspaceId, secretariat: [SECRETARY] };
  const remind = JOBS.filter(({ name }) => name === 'remind');
  await runDueJobs(desk.database, { clock, db, people, channels, workspace, log: createKeptLog() }, remind);
  // Nothing sends here: what stayed behind would be told again on the next morning.
  await ask(desk.database, `update delivery set state = 'sent', channel = recipient, ts = id::text`);
};

const answer = async (record: WorkspaceRecord, index: number): Promise<void> => {
  const person = await record.people.findBySlackId(`U0P${index}`);
  const [appointment] = person === undefined ? [] : await record.appointments.ofPerson(person.id);
  if (appointment === undefined) throw new Error(`nobody ${index}`);
  const { sectionId, role } = appointment;
  // What the section answers is asked of it, whoever serves.
  const key = { inquiryId: INQUIRY, sectionId, role: 'promoter' as const };
  const draft = AnswerDraft.parse({ applicable: 'no' });
  const actor = {
    ...desk.secretary,
    id: `U0P${index}`,
    isSecretariat: false,
    personId: appointment.person.id,
    posts: [{ sectionId, role, departmentId: '' }],
  };
  const form = { key: `answer-${index}`, draft };
  const answered = await answerInquiry({ ...desk, files: noFiles }, key, form, actor);
  if (!answered.ok) throw new Error(`not answered: ${answered.error.kind}`);
};

/** How many are reminded on each day, and what else each day brings to whom. */
const days = () =>
  ask(
    desk.database,
    `select substr(d.key, length(d.key) - 4) as day, l.kind,
       count(*) filter (where d.recipient ~ '^U0P')::int as promoters,
       count(*) filter (where d.recipient = $1)::int as secretariat
     from delivery d join morning_line l on l.workspace_id = d.workspace_id and l.delivery_id = d.id
     group by 1, 2 order by 1, 2`,
    [SECRETARY],
  );

test('112 promoters, one inquiry due on 10 December: the reminders of the example, and none to who has answered', async () => {
  const draft = InquiryDraft.parse({
    title: '協働事業の調査',
    content: '該当する事業をお知らせください。',
    duty: 'proposalSurvey',
    dueOn: '2026-12-10',
    audience: 'everyone',
    answerForm: 'applicability',
    sending: 'next-morning',
  });
  const deps = { ...desk, files: noFiles };
  const kept = { inquiryId: INQUIRY, revision: 1 };
  expect(await saveInquiry(deps, { ...kept, revision: 0 }, { key: 'save', draft }, desk.secretary)).toEqual({
    ok: true,
    value: { revision: 1 },
  });
  expect(await sendInquiry(deps, kept, { key: 'send', draft: 'next-morning' }, desk.secretary)).toEqual({
    ok: true,
    value: { asked: { people: COUNT, sections: COUNT }, askedOn: localDate('2026-11-20') },
  });
  for (
    let day = localDate('2026-11-20');
    day <= localDate('2026-12-28');
    day = STANDARD_CALENDAR.nextWorkingDay(day)
  ) {
    await morning(day);
    if (day === '2026-12-07')
      for (let index = 1; index <= ANSWERED; index += 1) await answer(desk.record, index);
  }
  const left = COUNT - ANSWERED;
  const reminded = (day: string, promoters: number) => ({ day, kind: 'inquiry', promoters, secretariat: 0 });
  expect(await days()).toEqual([
    reminded('11-20', COUNT),
    reminded('12-01', COUNT),
    reminded('12-07', COUNT),
    reminded('12-09', left),
    reminded('12-10', left),
    reminded('12-14', left),
    // Of 14 departments the first five have answered; each 主任 hears of the others of theirs, not of what is their own.
    { day: '12-15', kind: 'department-unanswered', promoters: 9, secretariat: 0 },
    reminded('12-16', left),
    { day: '12-17', kind: 'unanswered', promoters: 0, secretariat: 1 },
    reminded('12-18', left),
    reminded('12-22', left),
    reminded('12-24', left),
  ]);
  const messages = await ask(
    desk.database,
    `select recipient, count(*)::int as count from delivery where kind = 'morning' and planned_at >= '2026-12-15T00:00+09'
       and planned_at < '2026-12-16T00:00+09' group by 1 having count(*) > 1`,
  );
  expect(messages).toEqual([]);
  expect(todayInTokyo(desk.clock.now())).toBe('2026-12-28');
});

test('a morning that is planned again, as after a crash, changes nothing; one that never left is in the next', async () => {
  const counts = async () =>
    (
      await ask(
        desk.database,
        `select count(*)::int as all, count(*) filter (where state = 'planned')::int as planned,
           count(*) filter (where problem = 'superseded')::int as superseded from delivery where kind = 'morning'`,
      )
    )[0];
  await ask(desk.database, 'delete from delivery');
  desk.clock.set('2026-12-08T15:00:00+09:00');
  await ask(desk.database, `delete from job_slot where slot > '2026-12-08'`);
  const plan = async (now: string) => {
    desk.clock.set(now);
    const deps = { ...desk, workspace: { secretariat: [SECRETARY] } };
    await planMorningMessages(deps, desk.workspaceId, `remind ${now}`);
  };
  const left = COUNT - ANSWERED;
  await plan('2026-12-09T09:00:00+09:00');
  await plan('2026-12-09T09:10:00+09:00');
  expect(await counts()).toEqual({ all: left, planned: left, superseded: 0 });
  await plan('2026-12-10T09:00:00+09:00');
  expect(await counts()).toEqual({ all: 2 * left, planned: left, superseded: left });
});
