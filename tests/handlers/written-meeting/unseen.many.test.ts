import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { trusted } from '../../../src/domain/actor.ts';
import { joinParts } from '../../../src/domain/parts.ts';
import { succeed } from '../../../src/domain/result.ts';
import { subjectOf } from '../../../src/domain/subject.ts';
import { FEATURES } from '../../../src/handlers/features.ts';
import { runJobsAt } from '../../support/jobs.ts';
import { type Practice, SECRETARY } from '../../support/practice.ts';
import { answerInWriting, askBody, CHAIR, GENERAL, startAskedBody, WELFARE } from '../asked-body.ts';
import { homeOf } from '../asked-city.ts';
import { WORKSPACE, withDatabase } from '../steps.ts';

/**
 * What others have answered, and how many, is nowhere before a 回答者: every surface says the same to them whatever came from others.
 * To see that this is tried where it could be, the same is walked for the secretariat, who sees it.
 */

let practice: Practice;
let meeting: string;
beforeAll(async () => {
  practice = await startAskedBody();
  meeting = await askBody(practice);
  const at = practice.clock.now();
  await withDatabase(practice, (db) =>
    db.act({ actor: trusted(WORKSPACE, 'cli:test', 'cli'), action: 'ask', at }, async ({ deliveries }) => {
      for (const [index, recipient] of [CHAIR, GENERAL, WELFARE].entries()) {
        const subject = subjectOf('written-meeting', meeting, String(index + 1));
        const kind = 'written-meeting-asked-now';
        await deliveries.plan({ key: joinParts('asked', recipient), kind, recipient, subject }, at);
      }
      return succeed(null);
    }),
  );
  await practice.slack.dm(WELFARE).until(({ plain }) => plain.startsWith('開催案内'));
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

const OPINION = '反対の意見です';

/** Every word of every command. */
const COMMANDS = FEATURES.flatMap(({ commands = {} }) =>
  Object.entries(commands).flatMap(([command, subcommands]) =>
    subcommands.map(({ words: [word = ''] }) => [command, word] as const),
  ),
);

/** Buttons that show records, or their history, to those who may see them. */
const READING = ['kyodo.menu', 'meeting-list.open', 'action-list.open', 'audit.open'] as const;

/** Every button of 書面開催, about the whole, about others and about oneself. */
const pressesOf = (): readonly (readonly [string, string])[] => [
  ...FEATURES.flatMap(({ buttons = {} }) => Object.keys(buttons))
    .filter((id) => id.startsWith('written-'))
    .flatMap((id) =>
      (id.startsWith('written-answer')
        ? [':1', ':2', ':3', ':4']
        : [/\.(?:previous|next)$/u.test(id) ? ':1' : '']
      ).map((part) => [id, `${meeting}${part}`] as const),
    ),
  ...READING.map((id) => [id, '1'] as const),
  ['audit.row', `written-meeting:${meeting}:1`],
  ...['meeting.minutes', 'meeting.contents.show'].map((id) => [id, meeting] as const),
];

/** What differs from one time to the next, whatever is shown. */
const plainOf = (text: string): string =>
  text.replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|受付番号[^\n]*/gu, '…');

/** Does something as a person, and reads what comes of it: a dialog, or an answer. */
const readAfter = async (id: string, act: () => Promise<unknown>): Promise<string> => {
  const person = practice.slack.person(id);
  const seen = () =>
    JSON.stringify([
      person.form?.viewId,
      person.form?.hash,
      person.answers.map(({ ts, plain }) => ts + plain),
    ]);
  const before = seen();
  await act();
  // Some of them show nothing to one who may not.
  await vi.waitUntil(() => seen() !== before, { timeout: 1000, interval: 5 }).catch(() => false);
  await practice.bot.settled();
  const said = [
    person.form?.title,
    person.form?.text,
    JSON.stringify(person.form?.values),
    person.form === undefined ? person.answers.at(-1)?.plain : '',
  ];
  await person.form?.close({ all: true });
  return plainOf(said.join('\n'));
};

/** All that somebody has before them and can reach. */
const surfacesOf = async (id: string): Promise<Readonly<Record<string, string>>> => {
  const person = practice.slack.person(id);
  const surfaces: Record<string, string> = { home: plainOf((await homeOf(practice, id)).text) };
  for (const [command, word] of COMMANDS)
    surfaces[`${command} ${word}`] = await readAfter(id, () => person.command(command, word));
  for (const [actionId, value] of pressesOf()) {
    const action = { type: 'button', block_id: 'pressed', action_id: actionId, value };
    surfaces[`${actionId} ${value}`] = await readAfter(id, async () =>
      person.pressRaw({ form: await person.homeUntil(() => true), action }),
    );
  }
  const messages = practice.slack.dm(id).messages.map(({ text, plain }) => `${text}\n${plain}`);
  return { ...surfaces, messages: plainOf(messages.join('\n')) };
};

/** Numbers, names and words of others. */
const OTHERS = new RegExp(
  `${OPINION}|髙田|架空 太郎|紙山|回答[0-9]+/[0-9]|(?:異議なし|異議あり|未回答|確認しました) [0-9]`,
  'u',
);

const answerOfOthers = async (): Promise<void> => {
  const agreed = { 案件1: '異議なし', 案件2: '確認しました' };
  const objected = { 案件1: '異議あり', 案件1への意見: OPINION, 案件2: '確認しました' };
  await answerInWriting(practice, CHAIR, { meeting, position: 1 }, objected);
  await answerInWriting(practice, GENERAL, { meeting, position: 2 }, agreed);
  const received = { 受けた方法: '紙', 受けた日: '2026-11-24' };
  await answerInWriting(practice, SECRETARY, { meeting, position: 4 }, { ...objected, ...received });
};

test('every surface says the same to a 回答者 before and after others have answered', async () => {
  const before = await surfacesOf(WELFARE);
  expect(Object.keys(before).length).toBeGreaterThan(50);
  expect(before.messages).toContain('開催案内(書面開催)');
  expect(before.home).toContain('協働推進本部会議(書面開催)への回答をお願いします。');
  await answerOfOthers();
  const calls = practice.slack.calls.length;
  expect(await surfacesOf(WELFARE)).toEqual(before);
  expect(JSON.stringify(practice.slack.calls.slice(calls))).not.toContain(OPINION);
}, 120_000);

test('the secretariat sees it where they do not', async () => {
  const progress = () => practice.slack.person(SECRETARY);
  expect((await homeOf(practice)).text).toMatch(OTHERS);
  const action = { type: 'button', block_id: 'pressed', action_id: 'written-progress.open', value: meeting };
  const seen = await readAfter(SECRETARY, async () =>
    progress().pressRaw({ form: await progress().homeUntil(() => true), action }),
  );
  expect(seen).toContain(OPINION);
});

test('nothing of others is in the message of the morning, in one’s own answer, nor after the end', async () => {
  await runJobsAt(practice, '2026-12-07T09:00:00');
  const asked = await practice.slack.dm(WELFARE).next(({ plain }) => plain.startsWith('回答期限のお知らせ'));
  expect(asked.plain).toContain('協働推進本部会議(書面開催)への回答をお願いします。');
  await answerInWriting(
    practice,
    WELFARE,
    { meeting, position: 3 },
    { 案件1: '異議なし', 案件2: '確認しました' },
  );
  const answered = await practice.slack
    .dm(WELFARE)
    .until(({ ts, plain }) => ts === asked.ts && plain.includes('済み)'));
  const own = await surfacesOf(WELFARE);
  await runJobsAt(practice, '2026-12-11T00:01:00');
  const closed = await surfacesOf(WELFARE);
  for (const said of [asked.plain, answered.plain, ...Object.values(own), ...Object.values(closed)])
    expect(said).not.toMatch(OTHERS);
}, 120_000);
