import { describe, expect, test } from 'vitest';
import { badBlock, badMention, type Case, error, inMessage, many, type Payload } from './payloads.ts';

const cell = (text: string): Payload => ({ type: 'raw_text', text });
const rich = (leaf: Payload): Payload => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements: [leaf] }],
});
const table = (...rows: readonly (readonly Payload[])[]): Payload => ({ type: 'table', rows });

const cases: readonly Case[] = [
  {
    what: 'every kind of cell',
    payload: {
      ...table(
        [cell('部局'), cell('人数'), cell('備考')],
        [
          rich({ type: 'text', text: '市民部' }),
          { type: 'raw_number', value: 112, text: '112人' },
          cell('-'),
        ],
      ),
      block_id: 'counts',
      column_settings: [{ align: 'left' }, { align: 'right', is_wrapped: true }],
    },
  },
  { what: 'a hundred rows', payload: table(...many(100, () => [cell('1')])) },
  { what: 'twenty cells', payload: table(many(20, () => cell('1'))) },
  {
    what: 'a hundred rows of twenty cells',
    payload: table(...many(100, () => many(20, () => cell('1')))),
    errors: [error('msg_blocks_too_long', 'must be less than 13000 characters of JSON', '/blocks')],
  },
  {
    what: 'a row for each of the 112 promoters',
    payload: table(...many(112, () => [cell('1')])),
    errors: [badBlock('no more than 100 items allowed', '/blocks/0/rows')],
  },
  {
    what: 'a row of 21 cells',
    payload: table(many(21, () => cell('1'))),
    errors: [badBlock('no more than 20 items allowed', '/blocks/0/rows/0')],
  },
  { what: 'no rows', payload: table(), errors: [badBlock('no less than 1 items allowed', '/blocks/0/rows')] },
  {
    what: 'an empty row',
    payload: table([]),
    errors: [badBlock('no less than 1 items allowed', '/blocks/0/rows/0')],
  },
  {
    what: 'an empty cell',
    payload: table([cell('')]),
    errors: [badBlock('must be more than 0 characters', '/blocks/0/rows/0/0/text')],
  },
  {
    what: 'a cell of mrkdwn',
    payload: table([{ type: 'mrkdwn', text: '案' }]),
    errors: [badBlock('unsupported type: mrkdwn', '/blocks/0/rows/0/0/type')],
  },
  {
    what: 'a number in a string',
    payload: table([{ type: 'raw_number', value: '112', text: '112人' }]),
    errors: [badBlock('must provide a number', '/blocks/0/rows/0/0/value')],
  },
  {
    what: 'a call in a cell',
    payload: table([rich({ type: 'broadcast', range: 'here' })]),
    errors: [badMention('mention not allowed: broadcast here', '/blocks/0/rows/0/0/elements/0/elements/0')],
  },
  {
    what: 'settings of 21 columns, one crooked',
    payload: {
      ...table([cell('1')]),
      column_settings: [{ align: 'justify' }, ...many(20, () => ({ align: 'left' }))],
    },
    errors: [
      badBlock('no more than 20 items allowed', '/blocks/0/column_settings'),
      badBlock('must be one of: left, center, right', '/blocks/0/column_settings/0/align'),
    ],
  },
];

describe('tables', () => {
  test.each(cases)('$what', ({ payload, errors = [] }) => {
    expect(inMessage(payload)).toEqual(errors);
  });

  test('one to a message', () => {
    expect(inMessage(table([cell('1')]), table([cell('2')]))).toEqual([
      badBlock('only_one_table_allowed', '/blocks/1'),
    ]);
  });
});
