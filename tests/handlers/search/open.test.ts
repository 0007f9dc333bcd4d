import { afterAll, beforeAll, expect, test } from 'vitest';
import { SEARCH_BUTTON } from '../../../src/texts/search.ts';
import type { Practice } from '../../support/practice.ts';
import { wordOf } from './fields.ts';
import { lookFor, lookForAll, seenBy } from './look.ts';
import { WHO, type Who } from './people.ts';
import { startPlanted } from './planted.ts';

/** 開く of what is found leads to the record, as far as the one who pressed may see it. */

let practice: Practice;
beforeAll(async () => {
  practice = await startPlanted();
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

/** By the word of which field, and what the view is called that opens. */
const OPENED: readonly (readonly [Who, field: string, title: string])[] = [
  ['staff', 'm-item', '協働推進本部会議'],
  ['staff', 'd-item', '協働推進本部会議'],
  ['staff', 'w-item', '協働推進本部会議'],
  ['staff', 't-content', wordOf('t-name')],
  ['staff', 'a-body', 'バックナンバー'],
  ['staff', 'i-greeting', 'バックナンバー'],
  ['staff', 'l-words', '評価・意見'],
  ['staff', 'y-promoter', '令和8年11月24日(火)の協働推進員'],
  ['promoter', 'n-body', '記事を編集'],
  ['promoter', 'q-title', '照会への回答'],
  ['delegate', 'r-title', '照会への回答'],
  ['chief', 'q-title', '照会の状況'],
  ['secretariat', 'w-item', '書面開催の状況'],
  ['secretariat', 'w-draft', '書面開催を始める'],
  ['secretariat', 'n-body', '記事を編集'],
  ['secretariat', 'j-greeting', '号を編集・発行'],
  ['secretariat', 's-draft', '照会を作成'],
  ['secretariat', 'q-title', '照会の状況'],
  ['secretariat', 'h-words', '評価・意見'],
  ['secretariat', 'b-role', '会議体を編集'],
];

const openBy = async (who: Who, field: string) => {
  const person = practice.slack.person(WHO[who].id);
  const found = await lookFor(practice, who, wordOf(field));
  return (await person.press(SEARCH_BUTTON.show, { in: found })).opened();
};

test.each(OPENED)('%s opens what has the word of %s: %s', async (who, field, title) => {
  const opened = await openBy(who, field);
  expect([opened.title, JSON.stringify(opened.blocks).includes(wordOf(field))]).toEqual([title, true]);
  await opened.close({ all: true });
});

test('a body opens the list of its meetings', async () => {
  const opened = await openBy('staff', 'b-name');
  expect([opened.title, opened.text]).toEqual([
    '令和8年度の会議',
    expect.stringContaining('協働推進本部会議幹事会'),
  ]);
  await opened.close({ all: true });
});

test('a body that holds no meetings says so', async () => {
  const staff = practice.slack.person(WHO.staff.id);
  const found = await lookFor(practice, 'staff', 'NATS');
  const opened = await (await staff.press(SEARCH_BUTTON.show, { in: found })).opened();
  expect(opened.text).toContain('会議を開かない「取組み」です');
  await opened.close({ all: true });
});

test('one of the staff finds what everybody may see; everybody is tried in leak.many.test.ts', async () => {
  expect(await lookForAll(practice, 'staff')).toEqual({ found: seenBy('staff'), leaked: [], otherwise: [] });
});
