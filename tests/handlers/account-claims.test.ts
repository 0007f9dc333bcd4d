import { WebClient } from '@slack/web-api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Form } from '../../src/sandbox/driver/form.ts';
import { matchEverybody } from '../../src/services/person/match.ts';
import { createPeople } from '../../src/slack/people.ts';
import { type Practice, SECRETARY, STAFF, startPractice } from '../support/practice.ts';
import { putRoster } from '../support/promoters.ts';
import { auditOf, rowsOf, WORKSPACE, withDatabase } from './steps.ts';

/** An address that belongs to another living account than the record has: shown with a choice, on the secretariat's Home. */

const TITLE = 'どちらのアカウントか、確かめていただきたい方';
let practice: Practice;
beforeAll(async () => {
  practice = await startPractice({
    // Before 6:00, so that the bot does not look by itself.
    now: '2026-11-24T05:00:00+09:00',
    people: [
      { id: 'U0SORA1', real_name: '青空 そら', email: 'sora-old@city.example' },
      { id: 'U0SORA2', real_name: '青空 そら', email: 'sora@city.example' },
      { id: 'U0UMI', real_name: 'Umi', email: 'umi@city.example' },
      { id: 'U0YAMA1', real_name: '山川 やま', email: 'yama-old@city.example' },
      { id: 'U0YAMA2', real_name: '山川 やま', email: 'yama@city.example' },
    ],
  });
  const people = [
    { name: '1 青空 <そら>', slackId: 'U0SORA1', email: 'sora@city.example' },
    { name: '2 海野 うみ', email: 'umi@city.example' },
    { name: '3 山川 やま', slackId: 'U0YAMA1', email: 'yama@city.example' },
    { name: 'Umi', slackId: 'U0UMI' },
  ].map((one) => ({ department: '福祉部', section: '福祉課', ...one }));
  await withDatabase(practice, (db) => putRoster(db, WORKSPACE, people, practice.clock.now()));
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

const look = (): Promise<unknown> => {
  const { clock, slack } = practice;
  const people = createPeople(new WebClient(slack.botToken, { slackApiUrl: slack.apiUrl }), clock);
  return withDatabase(practice, (db) => matchEverybody({ clock, db, people }, WORKSPACE, 'job:test'));
};
const home = async (fits: (text: string) => boolean): Promise<Form> => {
  await practice.secretary.openHome();
  return practice.secretary.homeUntil(({ text }) => fits(text));
};
const record = async () =>
  (
    await rowsOf(practice, 'select name, slack_id, email from person where email is not null or name = $1', [
      'Umi',
    ])
  )
    .map(({ name, slack_id, email }) => `${name} ${slack_id} ${email}`)
    .filter((line) => /^(?:\d|Umi)/u.test(line))
    .toSorted();
const AS_BEFORE = [
  '1 青空 <そら> U0SORA1 sora@city.example',
  '2 海野 うみ null umi@city.example',
  '3 山川 やま U0YAMA1 yama@city.example',
  'Umi U0UMI null',
];

test('both accounts, or both people, are named, and nothing is changed meanwhile', async () => {
  await look();
  await look();
  const { text, buttons } = await home((shown) => shown.includes(TITLE));
  expect(text).toContain(
    '1 青空 <そら>さんは @青空 そら につながっています。記録のメール sora@city.example は @青空 そら のものです。',
  );
  expect(text).toContain(
    '2 海野 うみさんの記録のメール umi@city.example は @Umi のものです。@Umi は、記録ではもう1人の「Umi」さんにつながっています。',
  );
  expect(buttons.filter((words) => words === 'このアカウントにつなぐ')).toHaveLength(3);
  expect(await record()).toEqual(AS_BEFORE);
});

test('このアカウントにつなぐ connects it once, and whoever had it has none', async () => {
  const before = await home((shown) => shown.includes('2 海野'));
  await before.press('このアカウントにつなぐ', { block: 'claim-2' });
  const then = await practice.secretary.homeUntil(({ text }) => !text.includes('2 海野'));
  await then.press('このアカウントにつなぐ', { block: 'claim-1' });
  await practice.secretary.homeUntil(({ text }) => !text.includes('1 青空'));
  const after = [
    '1 青空 <そら> U0SORA2 sora@city.example',
    '2 海野 うみ U0UMI umi@city.example',
    AS_BEFORE[2],
  ];
  expect((await record()).slice(0, 3)).toEqual(after);
  await look();
  expect((await record()).slice(0, 3)).toEqual(after);
  expect(await auditOf(practice, SECRETARY)).toEqual(['take-account', 'take-account', 'take-account']);
});

test('このままにする is asked once, and the record follows the account that is connected', async () => {
  const before = await home((shown) => shown.includes('3 山川'));
  await before.press('このままにする', { block: 'claim-1' });
  await practice.secretary.homeUntil(({ text }) => !text.includes(TITLE));
  await look();
  await look();
  expect(await rowsOf(practice, 'select name from person where claimant is not null')).toEqual([]);
  await home((shown) => !shown.includes(TITLE));
  expect((await record())[2]).toBe('3 山川 やま U0YAMA1 yama-old@city.example');
  expect((await auditOf(practice, SECRETARY)).at(-1)).toBe('leave-account');
});

test('nobody else sees or settles it, and what is settled is settled', async () => {
  const [row] = await rowsOf(practice, "select id from person where name like '3 %'");
  const action = {
    type: 'button',
    block_id: 'claim-1',
    action_id: 'account-claim.take',
    value: `${row?.id} U0YAMA2`,
  };
  for (const [id, words] of [
    [STAFF, 'この操作は事務局が行います'],
    [SECRETARY, '一覧から開き直してください'],
  ] as const) {
    const person = practice.slack.person(id);
    await person.openHome();
    const form = await person.homeUntil(({ text }) => !text.includes(TITLE));
    await person.pressRaw({ form, action });
    expect((await person.nextForm()).text).toContain(words);
  }
  expect((await record())[2]).toBe('3 山川 やま U0YAMA1 yama-old@city.example');
});
