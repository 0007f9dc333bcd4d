import { afterEach, beforeEach, expect, test } from 'vitest';
import { succeed } from '../../src/domain/result.ts';
import { DEFAULT_SETTINGS } from '../../src/domain/settings.ts';
import { JOBS } from '../../src/jobs/jobs.ts';
import { rollOverRoster } from '../../src/services/roster/roll-over.ts';
import { ask, type Desk, openDesk } from '../support/desk.ts';
import { putRoster, type RosterLine } from '../support/promoters.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk('2027-03-01T09:00:00+09:00');
});
afterEach(() => desk.stop());

const put = (lines: readonly RosterLine[]): Promise<void> =>
  putRoster(desk.db, desk.workspaceId, lines, new Date('2026-03-20T10:00:00+09:00'));
const rollOver = () => rollOverRoster(desk, desk.workspaceId);
const copies = () =>
  ask(
    desk.database,
    `select p.name, s.name as section, a.role, a.starts_on::text as from, a.ends_on::text as to,
       a.reported_at as reported, a.confirmed_at as confirmed, a.guide_wanted as guide
     from appointment a join person p on p.id = a.person_id join section s on s.id = a.section_id
     where a.fiscal_year = 2027 and a.cancelled_at is null order by s.position`,
  );

test.each([
  ['2027-02-28T23:59:59', undefined],
  ['2027-03-01T08:59:59', undefined],
  ['2027-03-01T09:00:00', '2027-03-01T00:00:00.000Z'],
  ['2027-03-14T03:00:00', '2027-03-01T00:00:00.000Z'],
  ['2027-03-31T23:59:59', '2027-03-01T00:00:00.000Z'],
  ['2027-04-01T00:00:00', undefined],
  ['2028-03-02T10:00:00', '2028-03-01T00:00:00.000Z'],
])('at %s in Japan the slot is %s', (now, slot) => {
  const job = JOBS.find(({ name }) => name === 'roster-rollover');
  expect(job?.slotAt(new Date(`${now}+09:00`), DEFAULT_SETTINGS)?.toISOString()).toBe(slot);
});

test('who holds a section on 31 March is copied 未確認 for the whole next year, and nobody else', async () => {
  await put([
    { department: '福祉部', section: '福祉総務課', name: '主任 一郎', role: 'chief' },
    { department: '福祉部', section: '福祉課', name: '前任 二郎', endsOn: '2026-09-30' },
    { department: '福祉部', section: '福祉課', name: '後任 三郎', startsOn: '2026-10-01' },
    { department: '福祉部', section: '長寿課', name: '未確 四郎', unconfirmed: true },
    { department: '福祉部', section: '子育課', name: '退職 五郎', deactivated: true },
    { department: '福祉部', section: '廃止課', name: '廃止 六郎' },
    { department: '福祉部', section: '年末課', name: '年末 七郎' },
  ]);
  await ask(desk.database, `update section set ended_on = '2027-03-31' where name = '廃止課'`);
  await ask(desk.database, `update section set ended_on = '2027-12-31' where name = '年末課'`);
  expect(await rollOver()).toEqual({ copied: 3, deactivated: 1, sectionEnded: 1, known: 0 });
  const copy = { role: 'promoter', from: '2027-04-01', to: '2028-03-31', reported: null, confirmed: null };
  expect(await copies()).toEqual([
    { ...copy, name: '主任 一郎', section: '福祉総務課', role: 'chief', guide: false },
    { ...copy, name: '後任 三郎', section: '福祉課', guide: false },
    { ...copy, name: '年末 七郎', section: '年末課', to: '2027-12-31', guide: false },
  ]);
  const lines = `select actor, via from audit_line where action = 'roll-over-roster'`;
  expect(await ask(desk.database, lines)).toEqual(
    Array.from({ length: 3 }, () => ({ actor: 'job:roster-rollover', via: 'job' })),
  );
});

test('doing it twice adds nothing, and a copy that was cancelled stays so', async () => {
  await put([
    { department: '福祉部', section: '福祉課', name: '青空 そら' },
    { department: '福祉部', section: '長寿課', name: '花園 さくら' },
  ]);
  await rollOver();
  const [first] = await desk.record.appointments.ofYear(2027);
  const act = { actor: desk.secretary, action: 'test', at: desk.clock.now() } as const;
  await desk.db.act(act, async ({ appointments }) => {
    await appointments.put(first?.id ?? '', { cancelledAt: desk.clock.now() });
    return succeed(null);
  });
  const before = await copies();
  expect(before).toHaveLength(1);
  expect(await rollOver()).toEqual({ copied: 0, deactivated: 0, sectionEnded: 0, known: 2 });
  expect(await copies()).toEqual(before);
});

test('one who is appointed for the next year already is left alone, confirmed or not', async () => {
  await put([
    { department: '福祉部', section: '福祉課', name: '青空 そら' },
    { department: '福祉部', section: '福祉課', name: '青空 そら', startsOn: '2027-04-01' },
    { department: '福祉部', section: '長寿課', name: '花園 さくら' },
    {
      department: '福祉部',
      section: '長寿課',
      name: '花園 さくら',
      startsOn: '2027-06-01',
      unconfirmed: true,
    },
  ]);
  expect(await rollOver()).toEqual({ copied: 0, deactivated: 0, sectionEnded: 0, known: 2 });
});
