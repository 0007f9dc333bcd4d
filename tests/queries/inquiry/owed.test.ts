import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { todayInTokyo } from '../../../src/domain/calendar/local-date.ts';
import { dueOnOf } from '../../../src/domain/inquiry/inquiry.ts';
import { responsibleFor } from '../../../src/domain/inquiry/responsible.ts';
import { targetRef } from '../../../src/domain/inquiry/target.ts';
import { daysOfServing, servingDay, servingOn } from '../../../src/domain/promoter/serving.ts';
import { readInquiryReader, readOwedInquiries } from '../../../src/queries/inquiry/owed.ts';
import { readResponsibles } from '../../../src/queries/inquiry/responsibles.ts';
import { readInquiryLines } from '../../../src/queries/morning/inquiry-lines.ts';
import { readLineReading } from '../../../src/queries/morning/reading.ts';
import { readDepartmentInquiry } from '../../../src/services/inquiry/read-department.ts';
import { putInquiry } from '../../support/asked-inquiries.ts';
import { ask, type Desk, openDesk } from '../../support/desk.ts';
import { SECRETARY } from '../../support/practice.ts';
import { putRoster } from '../../support/promoters.ts';

const CHIEF = 'U0CHIEF';
const HOLDER = 'U0HOLDER';

/** A city of four sections, and of people who hold them, or held them once. */
const ROSTER = [
  { department: '福祉部', section: '総務課', name: '主任 一郎', slackId: CHIEF, role: 'chief' },
  { department: '福祉部', section: '福祉課', name: '青空 そら', slackId: HOLDER },
  { department: '環境部', section: '環境課', name: '隣部 三郎', slackId: 'U0NEXT' },
  { department: '環境部', section: '公園課', name: '紙山 とおる' },
] as const;

let desk: Desk;
let inquiryId: string;
beforeAll(async () => {
  desk = await openDesk('2026-11-20T09:30:00+09:00');
  await putRoster(desk.db, desk.workspaceId, ROSTER, desk.clock.now());
  inquiryId = await putInquiry(desk.db, desk.workspaceId, desk.clock.now());
});
afterAll(() => desk.stop());

const sql = (text: string, values: readonly unknown[] = []) => ask(desk.database, text, values);
const idsOf = async (table: 'person' | 'section') =>
  new Map(
    (await sql(`select name, id from ${table} order by name`)).map(({ name, id }) => [
      String(name),
      String(id),
    ]),
  );
const targetsNow = () => desk.record.inquiryTargets.ofInquiry(inquiryId);

/** What falls to somebody by the rule, asked about everybody and all departments. */
const byRule = async () => {
  const targets = await targetsNow();
  const responsibles = await readResponsibles(desk.record, todayInTokyo(desk.clock.now()), {
    departmentIds: (await desk.record.departments.all()).map(({ id }) => id),
    delegateIds: targets.map(({ delegateId }) => delegateId),
    secretariat: [SECRETARY],
  });
  const inquiry = await desk.record.inquiries.find(inquiryId);
  return (reader: string) =>
    targets
      .filter(
        (target) => target.answer === null && responsibleFor(target, responsibles).receivers.includes(reader),
      )
      .map((target) => ({ ref: targetRef(target), dueOn: inquiry && dueOnOf(inquiry, target) }));
};
/** In which posts somebody serves, by the rule, asked about all appointments. */
const postsByRule = async () => {
  const serving = servingDay(todayInTokyo(desk.clock.now()), await desk.record.settings.read());
  const { first, last } = daysOfServing(serving);
  const all = servingOn(await desk.record.appointments.between(first, last), serving);
  return (reader: string) =>
    all
      .filter(({ person }) => person.slackId === reader)
      .map(({ sectionId, role }) => `${sectionId} ${role}`)
      .sort();
};
const postsAsRead = async (reader: string) =>
  (await readInquiryReader(desk.record, reader, todayInTokyo(desk.clock.now()), [SECRETARY])).posts
    .map(({ sectionId, role }) => `${sectionId} ${role}`)
    .sort();
const asRead = async (reader: string) => {
  const now = desk.clock.now();
  const who = await readInquiryReader(desk.record, reader, todayInTokyo(now), [SECRETARY]);
  const { lines } = await readOwedInquiries(desk.record, who, now, 100);
  return lines.map(({ key, dueOn }) => ({ ref: targetRef(key), dueOn }));
};

/** How an appointment may stand. */
const STATES = [
  ...['confirmed', 'confirmed', 'unconfirmed', 'cancelled', 'over'],
  ...['until 31 March', 'until 31 March', 'until 30 March'],
] as const;
/** The last days of those that do not last to 31 March 2027. */
const ENDS: Readonly<Record<string, string>> = {
  over: '2026-11-19',
  'until 31 March': '2026-03-31',
  'until 30 March': '2026-03-30',
};

/** Whether Slack reaches somebody; what they hold; who was named for what, and what was given back until when. */
const city = fc.record({
  // While 選任報告 is awaited who served on 31 March goes on; the last day of that; and a day on which nobody does any more.
  day: fc.constantFrom('2026-11-20', '2026-04-10', '2026-04-30', '2026-05-01'),
  accounts: fc.array(fc.constantFrom('there', 'none', 'stopped'), { minLength: 4, maxLength: 4 }),
  held: fc.array(
    fc.record({
      person: fc.nat(3),
      section: fc.nat(3),
      role: fc.constantFrom('promoter', 'chief'),
      state: fc.constantFrom(...STATES),
    }),
    { maxLength: 8 },
  ),
  targets: fc.uniqueArray(
    fc.record({
      section: fc.nat(3),
      role: fc.constantFrom('promoter', 'chief'),
      delegate: fc.option(fc.nat(3)),
      returnedDays: fc.option(fc.integer({ min: -3, max: 3 })),
    }),
    { minLength: 1, maxLength: 6, selector: ({ section, role }) => `${section} ${role}` },
  ),
});

describe('what falls to somebody', () => {
  test('is by the queries just what the rule says, posts too, in the order of due days', async () => {
    const people = [...(await idsOf('person')).values()];
    const sections = [...(await idsOf('section')).values()];
    await fc.assert(
      fc.asyncProperty(city, async ({ day, accounts, held, targets }) => {
        desk.clock.set(`${day}T09:30:00+09:00`);
        await sql(
          `with given as (select * from jsonb_to_recordset($1) as it(id uuid, slack_id text, stopped date))
           update person p set slack_id = given.slack_id, deactivated_at = given.stopped
           from given where p.id = given.id`,
          [
            JSON.stringify(
              accounts.map((account, index) => ({
                id: people[index],
                slack_id: account === 'none' ? null : `U0P${index}`,
                stopped: account === 'stopped' ? '2026-11-01' : null,
              })),
            ),
          ],
        );
        await sql(
          `with gone as (delete from appointment)
           insert into appointment (workspace_id, id, person_id, section_id, role, fiscal_year, starts_on, ends_on,
             recorded_by, recorded_at, confirmed_at, cancelled_at)
           select $1, gen_random_uuid(), person, section, role::promoter_role, extract(year from starts), starts, ends, 'test', now(),
             confirmed, cancelled
           from jsonb_to_recordset($2) as it(person uuid, section uuid, role text, starts date, ends date, confirmed date, cancelled date)`,
          [
            desk.workspaceId,
            JSON.stringify(
              held.map(({ person, section, role, state }) => ({
                person: people[person],
                section: sections[section],
                role,
                starts: state.startsWith('until') ? '2025-04-01' : '2026-04-01',
                ends: ENDS[state] ?? '2027-03-31',
                confirmed: state === 'unconfirmed' ? null : '2026-04-01',
                cancelled: state === 'cancelled' ? '2026-05-01' : null,
              })),
            ),
          ],
        );
        await sql("update inquiry set asked_on = '2026-04-01'");
        await sql('delete from inquiry_target');
        await sql(
          `insert into inquiry_target (workspace_id, inquiry_id, section_id, role, delegate_id, returned_at, return_due_on)
           select $1, $2, section, role::promoter_role, delegate, returned, date '2026-12-10' + days
           from jsonb_to_recordset($3) as it(section uuid, role text, delegate uuid, returned date, days int)`,
          [
            desk.workspaceId,
            inquiryId,
            JSON.stringify(
              targets.map(({ section, role, delegate, returnedDays }) => ({
                section: sections[section],
                role,
                delegate: delegate === null ? null : people[delegate],
                returned: returnedDays === null ? null : '2026-11-19',
                days: returnedDays,
              })),
            ),
          ],
        );
        const [falls, posts] = [await byRule(), await postsByRule()];
        for (const reader of [SECRETARY, 'U0P0', 'U0P1', 'U0P2', 'U0P3']) {
          expect(await postsAsRead(reader)).toEqual(posts(reader));
          const [read, ruled] = [await asRead(reader), falls(reader)];
          expect(read.map(({ ref }) => ref).sort()).toEqual(ruled.map(({ ref }) => ref).sort());
          expect(read.map(({ dueOn }) => dueOn)).toEqual(ruled.map(({ dueOn }) => dueOn).sort());
        }
      }),
      { numRuns: 40, endOnFailure: true },
    );
  });
});

describe('one who was named and has no Slack', () => {
  beforeEach(async () => {
    await desk.stop();
    desk = await openDesk('2026-11-20T09:30:00+09:00');
    await putRoster(desk.db, desk.workspaceId, ROSTER, desk.clock.now());
    inquiryId = await putInquiry(desk.db, desk.workspaceId, desk.clock.now());
    await sql(
      `update inquiry_target set delegate_id = (select id from person where name = '紙山 とおる')
       where section_id = (select id from section where name = '福祉課')`,
    );
  });

  const targetOf = async (section: string) => {
    const sectionId = (await idsOf('section')).get(section);
    const target = (await targetsNow()).find((one) => one.sectionId === sectionId);
    if (target === undefined) throw new Error(`${section} is not asked`);
    return target;
  };

  test.each([
    [HOLDER, 'own', []],
    [CHIEF, 'elsewhere', ['青空 そら']],
  ])('does not have it: to %s it is %s', async (reader, relation, names) => {
    const reading = await readLineReading(desk.record, reader, desk.clock.now());
    const ref = targetRef(await targetOf('福祉課'));
    expect(await readInquiryLines(reading, 'inquiry', [ref])).toMatchObject([{ relation, names }]);
  });

  test('is not named in the department’s part as who has it', async () => {
    const { sectionId } = await targetOf('福祉課');
    const [{ department_id: departmentId } = {}] = await sql(
      'select department_id from section where id = $1',
      [sectionId],
    );
    const asked = { inquiryId, departmentId: String(departmentId) };
    const read = await readDepartmentInquiry(desk, asked, desk.secretary);
    const row = read.ok ? read.value.rows.find(({ target }) => target.sectionId === sectionId) : undefined;
    expect(row).toMatchObject({ relation: 'own', names: ['青空 そら'], isNamed: false });
  });
});
