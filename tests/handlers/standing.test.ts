import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { localDate } from '../../src/domain/calendar/local-date.ts';
import type { BlockShape } from '../../src/sandbox/workspace/shapes.ts';
import { runJobsAt } from '../support/jobs.ts';
import { type Practice, SECRETARY, STAFF } from '../support/practice.ts';
import { ask, CHIEF, COLLEAGUE, ELSEWHERE, homeOf, PROMOTER, startAskedCity } from './asked-city.ts';
import { actorOf, answerTo, recordAs, rowsOf, WORKSPACE } from './steps.ts';
import { recordTraining } from './training/steps.ts';

/** A line with the words on its buttons, as blocks show them. */
type Line = { readonly words: string; readonly buttons: readonly string[] };

const Elements = z.array(z.looseObject({ text: z.unknown(), action_id: z.string(), value: z.string() }));
const elementsOf = (block: BlockShape | undefined) => Elements.parse(block?.elements ?? []);

/** Whether these are the buttons of a line. */
const isOfLine = (block: BlockShape | undefined): boolean =>
  /^(?:standing:|line-)/u.test(block?.block_id ?? '');

/** Sections of text, each with the words of the buttons right below it. */
const linesOf = (blocks: readonly BlockShape[]): readonly Line[] =>
  blocks.flatMap((block, index) => {
    const below = blocks[index + 1];
    if (block.type !== 'section') return [];
    return [
      {
        words: JSON.stringify(block.text),
        buttons: elementsOf(isOfLine(below) ? below : undefined).map(({ text }) => JSON.stringify(text)),
      },
    ];
  });

/** How many lines with buttons stand open on a surface. */
const countStanding = (blocks: readonly BlockShape[]): number =>
  blocks.filter(({ block_id }) => block_id?.startsWith('standing:') === true).length;

const KINDS_OF: Readonly<Record<string, readonly string[]>> = {
  [PROMOTER]: ['inquiry', 'inquiry', 'inquiry', 'video', 'guide', 'held-meeting'],
  [COLLEAGUE]: ['inquiry', 'inquiry', 'inquiry', 'video'],
  [CHIEF]: ['inquiry', 'inquiry', 'roster-report', 'video', 'away-over-due', 'department-unanswered'],
  [SECRETARY]: [
    'inquiry',
    'inquiry',
    'inquiry',
    'inquiry',
    'inquiry',
    'roster-report',
    'roster-report',
    'held-training',
    'preparation',
    'unanswered',
    'deactivated',
  ],
};

let practice: Practice;
/** On the morning of Mon 2027-03-01 everything that there is falls due, to be asked or to be told of, for the first time. */
beforeAll(async () => {
  practice = await startAskedCity();
  await recordTraining(practice, {
    実施方法: '動画配信',
    会場: null,
    開催日: '2027-01-12',
    終了日: '2027-03-10',
    対象: '協働推進員全員(主任を含む)',
  });
  await recordTraining(practice, { 開催日: '2027-02-26' });
  await recordAs(practice, actorOf(PROMOTER, 'promoter'), {
    body: '協働事業成案化検討会議',
    heldOn: '2027-02-26',
  });
  // 15 working days after 1 March 2027.
  await recordAs(practice, actorOf(SECRETARY, 'secretariat'), {
    body: '協働推進本部会議',
    heldOn: '2027-03-23',
  });
  // The morning of that day is over before anything is asked on it.
  await runJobsAt(practice, '2027-02-10T09:30:00');
  const own = { audience: 'people', chosen: [PROMOTER] } as const;
  await ask(practice, { ...own, title: '主任に知らせる調査', dueOn: localDate('2027-02-24') });
  await ask(practice, { ...own, title: '不在中が期限の調査', dueOn: localDate('2027-03-04') });
  const [{ id: environment = '' } = {}] = await rowsOf(
    practice,
    "select id from department where name = '環境部'",
  );
  await ask(practice, {
    title: '事務局に知らせる調査',
    dueOn: localDate('2027-02-19'),
    audience: 'departments',
    departmentIds: [String(environment)],
  });
  await rowsOf(
    practice,
    `update appointment set guide_planned_at = '2027-02-19T09:00:00+09:00'
     where person_id = (select id from person where slack_id = $1)`,
    [PROMOTER],
  );
  await rowsOf(
    practice,
    `insert into away_period (workspace_id, id, person_id, starts_on, ends_on, recorded_by, recorded_at)
     select $1, gen_random_uuid(), id, '2027-03-04', '2027-03-05', 'test', now() from person where slack_id = $2`,
    [WORKSPACE, COLLEAGUE],
  );
  practice.clock.set('2027-02-28T10:00:00+09:00');
  await practice.slack.changePerson(ELSEWHERE, { deleted: true });
  practice.clock.set('2027-03-01T08:40:00+09:00');
  await ask(practice, { title: '全員への調査', dueOn: localDate('2027-03-15') });
  await runJobsAt(practice, '2027-03-01T09:00:00');
}, 60_000);
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

const morningOf = (person: string) =>
  practice.slack.dm(person).until(({ text }) => text.startsWith('回答・確認のお願い'));

test.each(Object.entries(KINDS_OF))(
  '%s reads the same lines in the morning, on Home and in /kyodo',
  async (person, kinds) => {
    const told = await rowsOf(
      practice,
      `select l.kind from morning_line l join delivery d on d.id = l.delivery_id where d.recipient = $1 order by l.position`,
      [person],
    );
    expect(told.map(({ kind }) => kind)).toEqual(kinds);
    const message = await morningOf(person);
    const lines = linesOf(message.blocks);
    expect(lines).toHaveLength(kinds.length);
    const home = await homeOf(practice, person);
    const menu = await answerTo(practice.slack.person(person), '/kyodo', '');
    for (const surface of [home, menu]) {
      expect(linesOf(surface.blocks)).toEqual(expect.arrayContaining([...lines]));
      expect(countStanding(surface.blocks)).toBe(lines.filter(({ buttons }) => buttons.length > 0).length);
      expect(surface.blocks.map((block) => JSON.stringify(block)).join()).not.toContain(
        '今お願いしていること',
      );
    }
  },
);

test('who owes nothing reads so, and has no message', async () => {
  expect(practice.slack.messages(STAFF)).toEqual([]);
  expect((await homeOf(practice, STAFF)).text).toContain('今お願いしていることはありません。');
  expect((await answerTo(practice.slack.person(STAFF), '/kyodo', '')).plain).toContain(
    '今お願いしていることはありません。',
  );
});

/** The button that says `word` in a line that stands open, the same on every surface, as it is sent when pressed. */
const actionOf = (blocks: readonly BlockShape[], word: string) => {
  const [found] = blocks
    .flatMap((block) => {
      const { block_id = '' } = block;
      return isOfLine(block)
        ? elementsOf(block)
            .filter(({ text }) => JSON.stringify(text)?.includes(`"${word}"`) === true)
            .map(({ action_id, value }) => ({ block_id, action_id, value }))
        : [];
    })
    .toSorted((one, other) => (one.value < other.value ? -1 : 1));
  if (found === undefined) throw new Error(`no line has ${word}`);
  return { type: 'button', ...found };
};

test.each([
  [PROMOTER, ['回答する', '担当の変更を依頼', '日程を変更', '中止']],
  [CHIEF, ['代理入力', '文面をコピー']],
  [SECRETARY, ['代理入力', '文面をコピー']],
])('what %s opens from a line opens from Home, /kyodo and the message', async (id, words) => {
  const person = practice.slack.person(id);
  for (const word of words) {
    const home = await homeOf(practice, id);
    const menu = await answerTo(person, '/kyodo', '');
    const message = await morningOf(id);
    const forms = [
      await (await person.pressRaw({ form: home, action: actionOf(home.blocks, word) })).opened(),
      await (await person.pressRaw({ in: menu, action: actionOf(menu.blocks, word) })).opened(),
      await (await person.pressRaw({ in: message, action: actionOf(message.blocks, word) })).opened(),
    ];
    expect(
      new Set(forms.map(({ callbackId, privateMetadata }) => `${callbackId} ${privateMetadata}`)).size,
    ).toBe(1);
    for (const form of forms) await form.close();
  }
});

test('in /kyodo a line says what was pressed and when, and takes it back', async () => {
  const person = practice.slack.person(PROMOTER);
  const menu = await answerTo(person, '/kyodo', '');
  const until = (words: string) =>
    practice.slack.until(({ ts, plain }) => ts === menu.ts && plain.includes(words));
  await person.press('受講しました', { in: menu });
  const done = await until('受講を記録しました');
  expect(done.buttons).toContain('取り消す');
  expect(done.buttons).not.toContain('受講しました');
  await person.press('取り消す', { in: done });
  expect((await until('視聴が済みましたら')).buttons).toContain('受講しました');
});

test('what nobody was told of yet is put off on Home too, and still stands there', async () => {
  await ask(practice, {
    title: '今日届いた調査',
    audience: 'people',
    chosen: [COLLEAGUE],
    dueOn: localDate('2027-03-20'),
  });
  await rowsOf(practice, "update inquiry set state = 'closed' where title <> '今日届いた調査'");
  const person = practice.slack.person(COLLEAGUE);
  const home = await homeOf(practice, COLLEAGUE);
  await person.pressRaw({ form: home, action: actionOf(home.blocks, '翌開庁日に再通知') });
  const put = await person.homeUntil(({ text }) =>
    text.includes('令和9年3月2日(火)の朝に、もう一度お知らせします。'),
  );
  expect(put.text).toContain('今日届いた調査');
});

test('who is away sees on Home what they owe', async () => {
  await rowsOf(practice, "update away_period set starts_on = '2027-03-01'");
  expect((await homeOf(practice, COLLEAGUE)).text).toContain('今日届いた調査');
});

test('実施を確認 on Home ends the line there and in the message', async () => {
  const person = practice.slack.person(PROMOTER);
  const home = await homeOf(practice, PROMOTER);
  await person.pressRaw({ form: home, action: actionOf(home.blocks, '実施を確認') });
  await person.homeUntil(({ buttons }) => !buttons.includes('実施を確認'));
  await practice.slack
    .dm(PROMOTER)
    .until(({ text, buttons }) => text.startsWith('回答・確認のお願い') && !buttons.includes('実施を確認'));
});

test('a 主任 reads in /kyodo what is to be collected from their department', async () => {
  await ask(practice, {
    title: 'とりまとめの調査',
    audience: 'people',
    chosen: [PROMOTER],
    dueOn: localDate('2027-03-20'),
    collectBy: localDate('2027-03-15'),
  });
  const kyodo = async (id: string) => (await answerTo(practice.slack.person(id), '/kyodo', '')).plain;
  expect(await kyodo(CHIEF)).toContain('とりまとめの調査');
  expect(await kyodo(SECRETARY)).not.toContain('とりまとめの調査');
});
