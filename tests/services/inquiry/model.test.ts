import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '../../../src/domain/actor.ts';
import { localDate } from '../../../src/domain/calendar/local-date.ts';
import { AnswerDraft } from '../../../src/domain/inquiry/answer.ts';
import type { TargetKey } from '../../../src/domain/inquiry/inquiry.ts';
import { answerInquiry } from '../../../src/services/inquiry/answer.ts';
import { readInquiryStatus } from '../../../src/services/inquiry/read-status.ts';
import { returnAnswer } from '../../../src/services/inquiry/return-answer.ts';
import { stepInquiry } from '../../../src/services/inquiry/step.ts';
import { putInquiry } from '../../support/asked-inquiries.ts';
import { ask, type Desk, openDesk } from '../../support/desk.ts';
import { putRoster } from '../../support/promoters.ts';

const noFiles = { read: () => Promise.reject(new Error('no file was given')) };

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk('2026-11-20T09:30:00+09:00');
  await putRoster(
    desk.db,
    desk.workspaceId,
    [
      { department: '福祉部', section: '総務課', name: '主任', slackId: 'U0CHIEF', role: 'chief' },
      { department: '福祉部', section: '総務課', name: '係員', slackId: 'U0P0' },
      { department: '福祉部', section: '福祉課', name: '一', slackId: 'U0P1' },
      { department: '福祉部', section: '児童課' },
      { department: '環境部', section: '環境課', name: '二', slackId: 'U0P2' },
      { department: '環境部', section: '公園課', name: '三', slackId: 'U0P3' },
    ],
    desk.clock.now(),
  );
});
afterAll(() => desk.stop());

/** What may be done to an inquiry; `at` is one of those asked. */
type Step =
  | { readonly kind: 'answer'; readonly at: number; readonly yes: boolean; readonly count: number }
  | { readonly kind: 'on-behalf'; readonly at: number; readonly yes: boolean; readonly daysAgo: number }
  | { readonly kind: 'return'; readonly at: number }
  | { readonly kind: 'close' | 'reopen' | 'tally' }
  | { readonly kind: 'extend' }
  | { readonly kind: 'tomorrow' };

const at = fc.nat(5);
const steps = fc.array(
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({ kind: fc.constant('answer' as const), at, yes: fc.boolean(), count: fc.nat(9) }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('on-behalf' as const),
        at,
        yes: fc.boolean(),
        daysAgo: fc.nat(3),
      }),
    },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('return' as const), at }) },
    fc.record({ kind: fc.constantFrom('close' as const, 'reopen' as const, 'tally' as const) }),
    fc.constant({ kind: 'extend' as const }),
    { weight: 2, arbitrary: fc.constant({ kind: 'tomorrow' as const }) },
  ),
  { maxLength: 25 },
);

let forms = 0;

const own = (key: TargetKey, departmentId: string): Actor => ({
  ...desk.secretary,
  isSecretariat: false,
  id: 'U0OWN',
  posts: [{ sectionId: key.sectionId, role: key.role, departmentId }],
});

/** Does one step through the use cases, whatever they answer: what is refused must change nothing. */
const take = async (
  step: Step,
  inquiryId: string,
  keys: readonly (TargetKey & { readonly departmentId: string })[],
) => {
  forms += 1;
  const deps = { ...desk, files: noFiles };
  const key = `form-${forms}`;
  const target = 'at' in step ? keys[step.at % keys.length] : undefined;
  switch (step.kind) {
    case 'answer':
    case 'on-behalf': {
      if (target === undefined) return;
      const { departmentId, ...asked } = target;
      const isOwn = step.kind === 'answer';
      const received = isOwn
        ? {}
        : {
            receivedBy: 'telephone',
            receivedOn: new Date(desk.clock.now().getTime() - step.daysAgo * 86_400_000 + 9 * 3_600_000)
              .toISOString()
              .slice(0, 10),
          };
      const draft = AnswerDraft.parse({
        applicable: step.yes ? 'yes' : 'no',
        confirmed: ['confirmed'],
        count: isOwn ? step.count : 1,
        text: '内容',
        ...received,
      });
      await answerInquiry(deps, asked, { key, draft }, isOwn ? own(asked, departmentId) : desk.secretary);
      return;
    }
    case 'return': {
      if (target === undefined) return;
      const { departmentId: _, ...asked } = target;
      await returnAnswer(desk, asked, { key, draft: { reason: '理由' } }, desk.secretary);
      return;
    }
    case 'extend':
      await stepInquiry(
        desk,
        { inquiryId },
        { step: 'extend', reason: '理由', dueOn: localDate('2026-12-04') },
        desk.secretary,
      );
      return;
    case 'tomorrow':
      desk.clock.set(new Date(desk.clock.now().getTime() + 86_400_000).toISOString());
      return;
    default:
      await stepInquiry(desk, { inquiryId }, { step: step.kind, reason: '理由' }, desk.secretary);
  }
};

/** The same numbers, counted over the rows by nothing but SQL. */
const COUNTED = `
  with asked as (
    select d.name as department, t.section_id, t.answer_id is not null as answered, t.returned_at is not null as returned, a.applicable, a.count,
      coalesce(a.received_on, (a.at at time zone 'Asia/Tokyo')::date)
        > greatest(i.due_on, coalesce(t.return_due_on, i.due_on)) as late
    from inquiry i join inquiry_target t on t.inquiry_id = i.id
    join section s on s.id = t.section_id join department d on d.id = s.department_id
    left join inquiry_answer a on a.id = t.answer_id
    where i.id = $1
  )
  select department, count(*)::int as asked, count(distinct section_id)::int as sections,
    count(*) filter (where answered)::int as answered,
    count(*) filter (where not answered)::int as unanswered,
    count(*) filter (where not answered and returned)::int as returned,
    count(*) filter (where answered and late)::int as late,
    count(*) filter (where applicable)::int as applicable,
    count(*) filter (where not applicable)::int as "notApplicable",
    coalesce(sum(count), 0)::int as count
  from asked group by grouping sets ((department), ()) order by department nulls last`;

test.each([
  ['applicability', 5],
  ['count', 5],
  ['words', 5],
  // 主任 and 推進員 of one section read it each for themselves.
  ['confirmation', 6],
] as const)(
  'every number of the status is a count over the rows, after any order of answers, returns and closings (%s)',
  async (answerForm, asked) => {
    await fc.assert(
      fc.asyncProperty(steps, async (taken) => {
        desk.clock.set('2026-11-20T09:30:00+09:00');
        const inquiryId = await putInquiry(desk.db, desk.workspaceId, desk.clock.now(), {
          audience: 'everyone',
          dueOn: localDate('2026-11-26'),
          answerForm,
        });
        const rows = await ask(
          desk.database,
          `select t.section_id, t.role, s.department_id from inquiry_target t join section s on s.id = t.section_id
           where t.inquiry_id = $1 order by s.position`,
          [inquiryId],
        );
        const keys = rows.map(({ section_id, role, department_id }) => ({
          inquiryId,
          sectionId: String(section_id),
          role: role === 'chief' ? ('chief' as const) : ('promoter' as const),
          departmentId: String(department_id),
        }));
        for (const step of taken) await take(step, inquiryId, keys);
        const status = await readInquiryStatus(desk, inquiryId, desk.secretary);
        if (!status.ok) throw new Error(status.error.kind);
        const { tally, departments } = status.value;
        expect([tally.asked, tally.sections]).toEqual([asked, 5]);
        const shown = [
          ...departments.map(({ department, tally: one }) => ({ department: department.name, ...one })),
          { department: null, ...tally },
        ];
        const counted = await ask(desk.database, COUNTED, [inquiryId]);
        const byName = (one: { readonly department?: unknown }) => String(one.department);
        expect(shown.toSorted((one, other) => (byName(one) < byName(other) ? -1 : 1))).toEqual(
          counted.toSorted((one, other) => (byName(one) < byName(other) ? -1 : 1)),
        );
      }),
      { numRuns: 25, seed: 20261120 },
    );
  },
  60_000,
);
