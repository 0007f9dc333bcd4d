import { afterAll, beforeAll, expect, test } from 'vitest';
import { trusted } from '../../src/domain/actor.ts';
import { succeed } from '../../src/domain/result.ts';
import type { Message } from '../../src/sandbox/driver/messages-read.ts';
import { GUEST, type Practice, STAFF, startPractice } from '../support/practice.ts';
import { ONLY_SECRETARIAT } from './forgery.ts';
import {
  answerTo,
  auditOf,
  countOf,
  pressToOpen,
  recordByForm,
  send,
  WORKSPACE,
  withDatabase,
} from './steps.ts';

let practice: Practice;
beforeAll(async () => {
  practice = await startPractice({ now: '2026-11-24T10:00:00+09:00' });
  const { clock, secretary, slack } = practice;
  const told = await recordByForm(practice, { 開催日: '2026-10-01' });
  clock.set('2026-11-24T10:05:00+09:00');
  await send(await pressToOpen(secretary, '記録を取り消す', told), { 理由: '日付の<誤り>' });
  clock.set('2026-11-24T10:10:00+09:00');
  await answerTo(slack.person(STAFF), '/kyodo-meeting', '開催なし');
  await answerTo(slack.person(GUEST), '/kyodo');
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

const press = async (person: Practice['secretary'], actionId: string, value: string, message: Message) => {
  const action = { type: 'button', block_id: 'pressed', action_id: actionId, value };
  await person.pressRaw({ in: message, action });
};

const START = ['令和8年11月24日(火) 10:00 ワークスペースの使い始め', '協DOボット(自動)'];
const PAGE = [
  '変更の記録',
  '新しいものから表示しています。',
  '令和8年11月24日(火) 10:10 /kyodoの操作(職員以外のためお断り)',
  '来客 花子(Slack)',
  '令和8年11月24日(火) 10:10 会議体の一覧を開く(権限がないためお断り)',
  '職員 太郎(Slack)',
  '令和8年11月24日(火) 10:05 会議の記録を取消し',
  '事務 局子(Slack) 会議:協働推進本部会議 令和8年10月1日 理由:日付の<誤り>',
  '取消し:まだ → 済み',
  '令和8年11月24日(火) 10:00 会議を記録',
  '事務 局子(Slack) 会議:協働推進本部会議 令和8年10月1日',
  '日付:令和8年10月1日、会議体:協働推進本部会議、開催方法:対面、案件:年間スケジュールについて',
  ...START,
  '1ページ',
];

/** One for each line that is about a record, and one for what can be undone. */
const BUTTONS = ['この記録の変更', '元に戻す', 'この記録の変更'];

test('the secretariat reads who did what, when, on what and why, the newest first', async () => {
  const { secretary } = practice;
  const menu = await answerTo(secretary, '/kyodo');
  await secretary.press('変更の記録', { in: menu });
  const shown = await secretary.nextAnswer();
  expect([shown.plain.split('\n'), shown.buttons, shown.ephemeral]).toEqual([PAGE, BUTTONS, true]);
});

test('on the Home tab it opens in a form of its own', async () => {
  const { secretary } = practice;
  await secretary.openHome();
  const home = await secretary.homeUntil(({ buttons }) => buttons.includes('変更の記録'));
  const form = await (await home.press('変更の記録')).opened();
  expect([form.title, form.text.split('\n').slice(1)]).toEqual(['変更の記録', PAGE.slice(1)]);
  await form.close();
});

test('staff have no button for it, and a forged one gets one sentence and an audit line', async () => {
  const staff = practice.slack.person(STAFF);
  const menu = await answerTo(staff, '/kyodo');
  expect(menu.buttons).not.toContain('変更の記録');
  const known = (await auditOf(practice, STAFF)).length;
  for (const [action, value] of [
    ['audit.open', 'new'],
    ['audit.next', '1'],
    ['audit.previous', '1'],
    ['audit.row', 'settings:1'],
  ] as const) {
    await press(staff, action, value, menu);
    const answer = await staff.nextAnswer();
    expect([answer.plain, answer.ephemeral]).toEqual([ONLY_SECRETARIAT, true]);
  }
  const refused = Array.from({ length: 4 }, () => 'refused list-audit-lines');
  expect((await auditOf(practice, STAFF)).slice(known)).toEqual(refused);
});

test('more lines than a page holds come in pages, each in place of the one before', async () => {
  const { secretary, slack } = practice;
  const lines = await countOf(practice, 'audit_line');
  const act = { actor: trusted(WORKSPACE, 'cli:tanaka', 'cli'), action: 'save-settings' } as const;
  await withDatabase(practice, async (db) => {
    for (let line = lines; line < 45; line += 1)
      await db.act({ ...act, at: practice.clock.now() }, async (record) => {
        await record.audit({ subject: 'settings', reason: `${line}` });
        return succeed(null);
      });
  });
  const list = await answerTo(secretary, '/kyodo');
  await secretary.press('変更の記録', { in: list });
  const first = await secretary.nextAnswer();
  const row = (line: number) => [
    '令和8年11月24日(火) 10:10 設定を保存',
    `cli:tanaka(コマンド) 設定 理由:${line}`,
  ];
  const from44 = Array.from({ length: 12 }, (_, index) => row(44 - index)).flat();
  const turns = ({ buttons }: Message) => buttons.filter((words) => words.endsWith('のページ'));
  expect([first.plain.split('\n').slice(2), turns(first)]).toEqual([[...from44, '1ページ'], ['次のページ']]);

  await secretary.press('次のページ', { in: first });
  const second = await slack.until(({ ts, plain }) => ts === first.ts && plain.endsWith('2ページ'));
  expect(turns(second)).toEqual(['前のページ', '次のページ']);
  await secretary.press('次のページ', { in: second });
  const third = await slack.until(({ ts, plain }) => ts === first.ts && plain.endsWith('3ページ'));
  await secretary.press('次のページ', { in: third });
  const fourth = await slack.until(({ ts, plain }) => ts === first.ts && plain.endsWith('4ページ'));
  expect([fourth.plain.split('\n').slice(-3, -1), turns(fourth)]).toEqual([START, ['前のページ']]);
  await secretary.press('前のページ', { in: fourth });
  await slack.until(({ ts, plain }) => ts === first.ts && plain === third.plain);
});

test('a line says the same after edits, a renaming and the end of its record, and all lines of one record can be read alone', async () => {
  const { secretary, slack, clock } = practice;
  const told = await recordByForm(practice, { 開催日: '2026-10-20' });
  const lineAbout = (shown: Message, day: string, act: string): string => {
    const lines = shown.plain.split('\n');
    return lines.filter((line, index) => lines[index - 1]?.endsWith(act) && line.includes(day)).join('\n');
  };
  const open = async (): Promise<Message> => {
    await secretary.press('変更の記録', { in: await answerTo(secretary, '/kyodo') });
    return secretary.nextAnswer();
  };
  const before = lineAbout(await open(), '令和8年10月20日', '会議を記録');
  expect(before).toBe('事務 局子(Slack) 会議:協働推進本部会議 令和8年10月20日');

  clock.set('2026-11-24T10:20:00+09:00');
  await send(await pressToOpen(secretary, '編集', told), { 開催日: '2026-10-27', 場所: '第一会議室' });
  await withDatabase(practice, async (db) => {
    const act = { actor: trusted(WORKSPACE, 'cli:tanaka', 'cli'), action: 'register-body' } as const;
    await db.act({ ...act, at: clock.now() }, async (record) => {
      const body = (await record.bodies.histories()).find(
        ({ years }) => years[0]?.name === '協働推進本部会議',
      );
      const [facts] = body?.years ?? [];
      if (body === undefined || facts === undefined) throw new Error('no body');
      const { id: _, since, example, ...own } = facts;
      await record.bodies.putYear(body.id, since, { ...own, name: '協働会議' }, example);
      return succeed(null);
    });
  });
  clock.set('2026-11-24T10:25:00+09:00');
  const cancel = await slack.until(({ ts }) => ts === told.ts);
  await send(await pressToOpen(secretary, '記録を取り消す', cancel), { 理由: '二重の記録' });

  const after = await open();
  expect(lineAbout(after, '令和8年10月20日', '会議を記録')).toBe(before);
  await secretary.press('この記録の変更', { in: after });
  const own = await secretary.nextAnswer();
  expect(own.plain.split('\n').slice(1)).toEqual([
    '会議:協働会議 令和8年10月27日についての行を、新しいものから表示しています。',
    '令和8年11月24日(火) 10:25 会議の記録を取消し',
    '事務 局子(Slack) 会議:協働会議 令和8年10月27日 理由:二重の記録',
    '取消し:まだ → 済み',
    '令和8年11月24日(火) 10:20 会議の記録を編集',
    '事務 局子(Slack) 会議:協働推進本部会議 令和8年10月27日',
    '日付:令和8年10月20日 → 令和8年10月27日、場所:空欄 → 第一会議室',
    '令和8年11月24日(火) 10:10 会議を記録',
    before,
    '日付:令和8年10月20日、会議体:協働推進本部会議、開催方法:対面、案件:年間スケジュールについて',
    '1ページ',
  ]);
});

test.each(['0', '-1', '1.5', 'x', '', '100001'])('page 「%s」 is none', async (value) => {
  const { secretary } = practice;
  await press(secretary, 'audit.next', value, await answerTo(secretary, '/kyodo'));
  expect((await secretary.nextAnswer()).plain).toMatch(/^ただいま処理できませんでした。/u);
});
