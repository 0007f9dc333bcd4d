import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { trusted } from '../../src/domain/actor.ts';
import { localDate } from '../../src/domain/calendar/local-date.ts';
import type { OpinionResponse } from '../../src/domain/opinion/opinion.ts';
import { succeed } from '../../src/domain/result.ts';
import type { Form } from '../../src/sandbox/driver/form.ts';
import { putWrittenMeeting } from '../support/asked-written-meetings.ts';
import { runJobsAt } from '../support/jobs.ts';
import { type Practice, SECRETARY, STAFF } from '../support/practice.ts';
import { statementsOf } from '../support/statements.ts';
import { ask, homeOf, PROMOTER, startAskedCity } from './asked-city.ts';
import { bodyId, recordByForm, rowsOf, WORKSPACE, withDatabase } from './steps.ts';
import { recordTraining } from './training/steps.ts';

/** 年度替わりの準備 on the secretariat's Home, from 1 March to the end of April, while anything of it is open. */

let practice: Practice;
beforeAll(async () => {
  practice = await startAskedCity('2027-02-26T10:00:00+09:00');
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

const at = (day: string): void => practice.clock.set(`${day}T10:00:00+09:00`);
const rows = (sql: string) => rowsOf(practice, sql);
const HEADING = /年度替わりの準備\((\d)\/6\)/u;

/** Somebody's Home tab, once nothing is drawn behind any more. */
const home = async (person = SECRETARY): Promise<Form> => {
  await practice.bot.settled();
  const shown = await homeOf(practice, person);
  await practice.bot.settled();
  return shown;
};

/** Its steps on the Home tab, with what stands under them; undefined where it is not shown. */
const stepsOn = ({ text }: Form): Readonly<Record<string, readonly string[]>> | undefined => {
  const part = text.split(HEADING)[2]?.split(/\n(?=[□✓])/u);
  if (part === undefined) return undefined;
  return Object.fromEntries(
    part.slice(1).map((step) => {
      const [title = '', ...lines] = step.split('\n');
      return [
        title,
        lines
          .slice(1)
          .filter((line) => /^(?:写し|令和9年度(?:の名簿|の委員|に)|会議の予定|研修の予定|まだ)/u.test(line)),
      ];
    }),
  );
};
const titles = async (): Promise<readonly string[]> =>
  Object.keys(stepsOn(await home()) ?? {}).map((title) => title.slice(0, -4));
const press = async (words: string, step: string): Promise<Form> => {
  return (await (await home()).press(words, { block: `rollover:${step}` })).opened();
};

const CONSIDERED = { consideration: '検討します。', responseWhen: '', meetingIds: [] };

/** A 委員 of the bodies of which `of` is true. */
const putMembers = (from: string, until: string, of: string): string =>
  `insert into body_member (workspace_id, id, body_id, person_id, title, office, position, copied_to, proxies, starts_on,
     ends_on, recorded_by, recorded_at)
   select y.workspace_id, gen_random_uuid(), y.body_id, p.id, '部長', 'member', 1, '{}', '{}', date '${from}',
     date '${until}', 'test', now() from body_year y join person p on p.slack_id = '${PROMOTER}' where ${of}`;

/** What is under way: an inquiry, a 書面開催, a 対応事項 and opinions, of the closing year and of the next. */
const putUnderWay = async (): Promise<void> => {
  await ask(practice, { title: '年度末の照会', dueOn: localDate('2027-03-19') });
  await ask(practice, { title: '年度をまたぐ照会', dueOn: localDate('2027-04-09') });
  const now = practice.clock.now();
  await recordByForm(practice, { 開催日: '2027-02-01' });
  const body = await bodyId(practice, '協働推進本部会議');
  await rows(putMembers('2026-04-01', '2027-03-31', "y.name = '協働推進本部会議'"));
  await withDatabase(practice, async (db) => {
    await putWrittenMeeting(db, WORKSPACE, now, { bodyId: body, dueOn: localDate('2027-03-25') });
    const by = { by: SECRETARY, at: now };
    const act = { actor: trusted(WORKSPACE, 'cli:test', 'cli'), action: 'put', at: now };
    await db.act(act, async (record) => {
      const [meeting] = await record.meetings.ofYear(2026);
      const department = (await record.departments.all())[0];
      const sectionId = department?.sections[0]?.id ?? '';
      for (const [text, dueOn] of [
        ['終わるまでに', '2027-03-31'],
        ['次の年度に', '2027-04-01'],
      ] as const)
        await record.actionItems.create(
          randomUUID(),
          meeting?.id ?? '',
          { text, dueOn: localDate(dueOn), sectionId, personId: null },
          by,
        );
      const opinion = async (year: number, considered: readonly (readonly [number, OpinionResponse])[]) => {
        const id = randomUUID();
        const facts = { number: id.slice(0, 4), item: '第5章', kind: 'opinion', words: '意見' } as const;
        await record.opinions.create([{ ...facts, id, fiscalYear: year, sectionIds: [] }], by);
        for (const [of, response] of considered)
          await record.opinions.putYear(id, of, { ...CONSIDERED, response }, by);
      };
      // Considered in the year that closes are those on the year before it, and what went on until then.
      await opinion(2025, []);
      await opinion(2025, [[2025, 'done']]);
      await opinion(2025, [[2025, 'continuing']]);
      await opinion(2024, [[2024, 'will_do']]);
      await opinion(2024, [[2024, 'declined']]);
      // Those on the closing year are given in the next.
      await opinion(2026, []);
      return succeed(null);
    });
  });
};

test('begins on 1 March, with what the record has of each step', async () => {
  await putUnderWay();
  at('2027-02-28');
  expect(stepsOn(await home())).toBeUndefined();
  at('2027-03-01');
  expect(stepsOn(await home())).toEqual({
    '□ 名簿(まだ)': ['写しはまだありません。'],
    '□ 会議体と委員(まだ)': [
      '令和9年度の委員がまだの会議体:協働推進本部会議、協働推進本部会議幹事会、協働事業成案化検討会議、豊能地区市町NPO担当課長連絡会議、豊能地区市町合同研修',
    ],
    '✓ 研修の種類(済み)': [],
    '□ 年間スケジュール(まだ)': ['会議の予定がまだありません。', '研修の予定がまだありません。'],
    '□ 第5章の文章(まだ)': ['まだ書いていない文章:7件'],
    '□ 残っていること(まだ)': [
      'まだのもの:対応事項1件、照会1件、書面開催1件、評価・意見2件',
      '令和9年度に続くもの:対応事項1件、照会1件、評価・意見1件',
    ],
  });
});

test('is counted in one statement: bodies and programmes are read for other parts of Home too', async () => {
  const asked = async (day: string): Promise<readonly number[]> => {
    // What the day has the bot do by itself is done, and asks for nothing meanwhile.
    await runJobsAt(practice, `${day}T10:00:00`);
    await practice.bot.settled();
    const statements = await statementsOf(practice, () => home());
    return ['"hasMeetings"', 'body_year', 'programme_year'].map(
      (words) => statements.filter((statement) => statement.includes(words)).length,
    );
  };
  const [none, ...read] = await asked('2027-02-28');
  expect([none, await asked('2027-03-01')]).toEqual([0, [1, ...read]]);
});

test('is the secretariat’s alone', async () => {
  for (const person of [PROMOTER, STAFF]) expect((await home(person)).text).not.toMatch(HEADING);
});

test('each step has the buttons that settle it', async () => {
  for (const [words, step, title] of [
    ['会議体', 'bodies', '会議体'],
    ['委員を登録', 'bodies', '委員を登録'],
    ['年間スケジュールを作成', 'schedule', '年間スケジュールを作成'],
    ['第5章の文章', 'texts', '第5章の文章'],
    ['書面開催の状況', 'carried', '書面開催の状況'],
    ['照会の状況', 'carried', '令和8年度の照会'],
    ['対応事項の一覧', 'carried', '対応事項'],
    ['評価・意見の一覧', 'carried', '令和7年度の評価・意見'],
  ] as const) {
    const opened = await press(words, step);
    expect([words, opened.title]).toEqual([words, title]);
    if (step === 'texts') expect(opened.values.年度).toBe('令和8年度');
    if (step === 'schedule') expect(opened.values.年度).toBe('令和9年度');
    await opened.close({ all: true });
  }
});

test('the roster is done when its copy is confirmed', async () => {
  await runJobsAt(practice, '2027-03-01T10:00:00');
  const steps = stepsOn(await home()) ?? {};
  expect(steps['□ 名簿(まだ)']).toEqual(['令和9年度の名簿5件のうち、未確認5件']);
  const list = await press('名簿を確認', 'roster');
  expect(list.text).toContain('福祉部');
  await list.close({ all: true });
  await rows('update appointment set confirmed_at = now() where fiscal_year = 2027');
  expect(await titles()).toContain('✓ 名簿');
});

test('what is recorded ticks the other steps, also in April, and with the last of them nothing is shown any more', async () => {
  at('2027-04-01');
  // The lists are of the year in which it was to be done, not of the one that has begun.
  for (const [words, title] of [
    ['照会の状況', '令和8年度の照会'],
    ['評価・意見の一覧', '令和7年度の評価・意見'],
  ] as const) {
    const opened = await press(words, 'carried');
    expect(opened.title).toBe(title);
    await opened.close({ all: true });
  }
  // Who is appointed some days after the year began is of the year as well.
  await rows(putMembers('2027-04-12', '2028-03-31', "y.kind = 'meeting'"));
  await rows(
    "update action_item set settled_at = now(), settled_by = 'test', outcome = 'done' where due_on < '2027-04-01'",
  );
  await rows("update inquiry set state = 'closed' where due_on < '2027-04-01'");
  await rows("update written_meeting set state = 'announced'");
  await rows(
    `insert into chapter_text (workspace_id, fiscal_year, item, text, written_by, written_at)
     select '${WORKSPACE}', 2026, item, '文章', 'test', now() from unnest(enum_range(null::chapter_item)) item`,
  );
  expect(await titles()).toEqual([
    '✓ 名簿',
    '✓ 会議体と委員',
    '✓ 研修の種類',
    '□ 年間スケジュール',
    '✓ 第5章の文章',
    '□ 残っていること',
  ]);
  await rows(
    `insert into opinion_year (workspace_id, opinion_id, fiscal_year, response, consideration)
     select workspace_id, id, 2025, 'done', '' from opinion where fiscal_year < 2026 on conflict do nothing`,
  );
  expect(await titles()).toContain('✓ 残っていること');
  at('2027-05-01');
  expect(stepsOn(await home())).toBeUndefined();
  at('2027-04-30');
  await recordByForm(practice, { 開催日: '2027-06-01' });
  expect(stepsOn(await home())?.['□ 年間スケジュール(まだ)']).toEqual(['研修の予定がまだありません。']);
  await recordTraining(practice, { 開催日: '2027-06-10' });
  expect((await home()).text).not.toMatch(HEADING);
});
