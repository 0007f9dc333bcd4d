import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { trusted } from '../../src/domain/actor.ts';
import { NEUTRAL_RULES } from '../../src/domain/body/body.ts';
import { localDate } from '../../src/domain/calendar/local-date.ts';
import { succeed } from '../../src/domain/result.ts';
import { type Practice, startPractice } from '../support/practice.ts';
import { putRoster } from '../support/promoters.ts';
import { bodyId, pressToOpen, recordByForm, WORKSPACE, withDatabase } from './steps.ts';

/** As long as a name may be, and nothing that Slack could read as more than letters. */
const longName = (what: string, index: number): string =>
  `${what}${index}<!here>&${'長'.repeat(60)}`.slice(0, 60);

const SECTIONS = Array.from({ length: 400 }, (_, index) => ({
  department: longName('部局', Math.floor(index / 30)),
  section: longName('課', index),
}));
const MEMBERS = Array.from({ length: 300 }, (_, index) => longName('委員', index));
const BODIES = Array.from({ length: 94 }, (_, index) => longName('会議体', index));

let practice: Practice;
beforeAll(async () => {
  practice = await startPractice({ now: '2026-11-24T10:00:00+09:00' });
  const body = await bodyId(practice, '協働推進本部会議');
  const at = practice.clock.now();
  await withDatabase(practice, async (db) => {
    await putRoster(db, WORKSPACE, SECTIONS, at);
    const act = { actor: trusted(WORKSPACE, 'cli:test', 'cli'), action: 'put', at, withinMs: 60_000 };
    await db.act(act, async (record) => {
      for (const [index, name] of MEMBERS.entries()) {
        const { id: personId } = await record.people.keep(
          { kind: 'new', facts: { slackId: null, email: null, name } },
          at,
        );
        const facts = { bodyId: body, personId, title: '職'.repeat(60), office: 'member' as const };
        const [startsOn, endsOn] = [localDate('2026-04-01'), localDate('2027-03-31')];
        const aides = { copiedTo: ['U0A'], proxies: ['U0B'] };
        await record.bodyMembers.create(
          randomUUID(),
          { ...facts, ...aides, position: index + 1, startsOn, endsOn },
          { by: 'cli:test', at },
        );
      }
      const facts = { ...NEUTRAL_RULES, shortName: '', composition: '', role: '', writtenNote: '' };
      for (const [index, name] of BODIES.entries()) {
        const id = randomUUID();
        await record.bodies.create(id, at);
        const kind = { kind: 'meeting', section: 'meetings', recordableBy: 'secretariat' } as const;
        const rest = { notifyChannel: null, position: 100 + index };
        await record.bodies.putYear(id, 2026, { ...facts, ...kind, ...rest, name }, true);
      }
      return succeed(null);
    });
  });
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

test.each([
  ['部局と課', SECTIONS.flatMap(({ department, section }) => [department, section])],
  ['委員', [...MEMBERS, ...BODIES]],
  ['会議体', BODIES],
])('%s shows all there is, page by page, and goes back', async (words, names) => {
  const settings = await (await practice.secretary.command('/kyodo', '設定')).opened();
  const list = await (await settings.press(words)).opened();
  const pages = Number(/1\/(\d+)ページ/u.exec(list.text)?.[1]);
  let seen = list.text;
  for (let page = 2; page <= pages; page += 1) {
    await list.press('次のページ');
    await list.until(({ text }) => text.includes(`\n${page}/${pages}ページ`));
    seen += list.text;
  }
  expect(list.buttons).not.toContain('次のページ');
  expect(names.filter((name) => !seen.includes(name))).toEqual([]);
  await list.press('前のページ');
  await list.until(({ text }) => text.includes(`\n${pages - 1}/${pages}ページ`));
});

test('a page that begins within a department says whose sections these are', async () => {
  const settings = await (await practice.secretary.command('/kyodo', '設定')).opened();
  const list = await (await settings.press('部局と課')).opened();
  await list.press('次のページ');
  await list.until(({ text }) => text.includes('\n2/'));
  expect(list.text.split('\n').slice(0, 4)).toEqual([
    '部局と課',
    '14部局、400課・室等を、並び順で表示しています。',
    `${longName('部局', 0)}(続き)`,
    `・${longName('課', 29)}`,
  ]);
});

test('of 400 sections with the longest names as many are offered as Slack takes, and any is found by typing', async () => {
  const form = await pressToOpen(practice.secretary, '対応事項を登録', await recordByForm(practice, {}));
  const first = await form.offered('担当の課・室等', '');
  expect([first.length > 50, first.length <= 100, first[0]?.endsWith(SECTIONS[0]?.section ?? '?')]).toEqual([
    true,
    true,
    true,
  ]);
  const last = await form.offered('担当の課・室等', '課399');
  expect(last.map((words) => words.endsWith(SECTIONS[399]?.section ?? '?'))).toEqual([true]);
});
