import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { localDate } from '../../../src/domain/calendar/local-date.ts';
import { refuse, succeed } from '../../../src/domain/result.ts';
import { calendarOf, DEFAULT_SETTINGS } from '../../../src/domain/settings.ts';
import { readDocumentLinks } from '../../../src/domain/written-meeting/document-link.ts';
import {
  ITEMS_FIELDS,
  itemsFrom,
  itemsInFields,
  MOST_FIELD_LETTERS,
  MOST_ITEM_LETTERS,
  MOST_ITEMS,
  WrittenMeetingDraft,
  writtenMeetingFrom,
} from '../../../src/domain/written-meeting/written-meeting.ts';

const calendar = calendarOf(DEFAULT_SETTINGS);
const lines = (count: number, text = '議題の内容'): string => Array(count).fill(text).join('\n');

describe('案件', () => {
  test('are numbered as typed, with their kinds', () => {
    expect(itemsFrom({ items: '1. 年間予定について\n②調査・検討について（審議）' })).toEqual(
      succeed([
        { text: '年間予定について', kind: null, position: 1, version: 1 },
        { text: '調査・検討について', kind: 'deliberation', position: 2, version: 1 },
      ]),
    );
  });

  test.each([
    ['none', ' \n', { kind: 'no-items' }],
    ['twenty-one', lines(MOST_ITEMS + 1), { kind: 'too-many-items', count: 21, most: 20 }],
    [
      'one of 2,001 letters',
      `一\n${'二'.repeat(MOST_ITEM_LETTERS + 1)}`,
      { kind: 'item-too-long', position: 2, letters: 2001, most: 2000 },
    ],
  ])('%s are refused', (_what, typed, problem) => {
    expect(itemsFrom({ items: typed })).toEqual(refuse({ field: 'items', ...problem }));
  });

  test('twenty of 2,000 letters are taken', () => {
    const typed = lines(MOST_ITEMS, '議'.repeat(MOST_ITEM_LETTERS));
    const items = itemsFrom({ items: typed });
    expect(items.ok && items.value.map(({ text }) => text.length)).toEqual(Array(20).fill(2000));
  });
});

/** A 案件 as it may be typed, short ones and the longest, with and without what looks like a number. */
const anyItem = fc
  .tuple(
    fc.constantFrom('', '(1)', '1.5次産業', '・'),
    fc.constantFrom(1, 30, 990, 1495, 1990),
    fc.constantFrom('', '(審議)', '（報告）'),
  )
  .map(([first, letters, last]) => `${first}${'議'.repeat(letters)}${last}`);

test('案件 are read from the fields that hold them as they were, each field within what Slack takes', () => {
  fc.assert(
    fc.property(fc.array(anyItem, { minLength: 1, maxLength: MOST_ITEMS }), (typed) => {
      // One field for each is always enough.
      const items = itemsFrom(Object.fromEntries(typed.map((text, index) => [ITEMS_FIELDS[index], text])));
      if (!items.ok) throw new Error(items.error.kind);
      const fields = itemsInFields(items.value);
      expect(fields.every(({ length }) => length <= MOST_FIELD_LETTERS)).toBe(true);
      expect(itemsFrom(Object.fromEntries(fields.map((text, index) => [ITEMS_FIELDS[index], text])))).toEqual(
        items,
      );
    }),
  );
});

test('the field is told in which the 21st stands, or one that is too long', () => {
  expect(itemsFrom({ items: '一', items3: lines(20) })).toMatchObject({
    error: { field: 'items3', count: 21 },
  });
  expect(itemsFrom({ items: '一', items2: '二'.repeat(2001) })).toMatchObject({
    error: { field: 'items2', position: 2 },
  });
});

test.each([
  ['資料1 年間予定 https://example.jp/1.pdf', [{ name: '資料1 年間予定', url: 'https://example.jp/1.pdf' }]],
  ['資料2：https://example.jp/2', [{ name: '資料2', url: 'https://example.jp/2' }]],
  ['\nhttps://example.jp/3\n', [{ name: 'https://example.jp/3', url: 'https://example.jp/3' }]],
  ['', []],
])('the 資料 %j are read', (text, links) => {
  expect(readDocumentLinks(text)).toEqual(succeed(links));
});

test.each(['別紙のとおり', '資料1 ftp://example.jp', '資料1 https://'])('%s has no address', (line) => {
  expect(readDocumentLinks(`資料0 https://example.jp\n${line}`)).toEqual(
    refuse({ field: 'documents', kind: 'no-address', line }),
  );
});

test('a 回答期限 of today leaves no time, and one on a closing day is kept', () => {
  const today = localDate('2023-08-10');
  const from = (dueOn: string) => {
    const read = writtenMeetingFrom(
      WrittenMeetingDraft.parse({
        bodyId: '00000000-0000-4000-8000-0000000000b1',
        items: '年間予定について',
        dueOn,
        sending: 'now',
      }),
      today,
      calendar,
    );
    return read.ok ? read.value.facts.dueOn : read.error;
  };
  expect([from('2023-08-10'), from('2023-08-11')]).toEqual([
    { field: 'dueOn', kind: 'not-after-today', today },
    '2023-08-11',
  ]);
});
