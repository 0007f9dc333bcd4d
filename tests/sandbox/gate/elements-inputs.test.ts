import { describe, expect, test } from 'vitest';
import { badView, type Case, inHome, inModal, input, long, many, plain } from './payloads.ts';

const at = (path: string): string => `/blocks/0/element${path}`;
const number = (fields: object) => ({ type: 'number_input', is_decimal_allowed: false, ...fields });

const cases: readonly Case[] = [
  {
    what: 'a text input with all it may have',
    payload: {
      type: 'plain_text_input',
      action_id: 'place',
      multiline: true,
      min_length: 0,
      max_length: 3000,
      initial_value: long(3000),
      placeholder: plain('例 本庁舎3階'),
      dispatch_action_config: { trigger_actions_on: ['on_enter_pressed'] },
    },
  },
  { what: 'a text input with nothing in it', payload: { type: 'plain_text_input', initial_value: '' } },
  {
    what: 'lengths beyond 3000',
    payload: { type: 'plain_text_input', min_length: 3001, max_length: 3001 },
    errors: [
      badView('must be less than 3001', at('/min_length')),
      badView('must be less than 3001', at('/max_length')),
    ],
  },
  {
    what: 'lengths below what is possible',
    payload: { type: 'plain_text_input', min_length: -1, max_length: 0 },
    errors: [
      badView('must be greater than -1', at('/min_length')),
      badView('must be greater than 0', at('/max_length')),
    ],
  },
  {
    what: 'a least length above the greatest',
    payload: { type: 'plain_text_input', min_length: 61, max_length: 60 },
    errors: [badView('must be less than 61', at('/min_length'))],
  },
  {
    what: 'a headline longer than it may be',
    payload: { type: 'plain_text_input', max_length: 60, initial_value: long(61) },
    errors: [badView('must be less than 61 characters', at('/initial_value'))],
  },
  {
    what: 'a text longer than any may be',
    payload: { type: 'plain_text_input', initial_value: long(3001) },
    errors: [badView('must be less than 3001 characters', at('/initial_value'))],
  },
  {
    what: 'a trigger that is not there',
    payload: { type: 'plain_text_input', dispatch_action_config: { trigger_actions_on: ['on_blur'] } },
    errors: [
      badView(
        'must be one of: on_enter_pressed, on_character_entered',
        at('/dispatch_action_config/trigger_actions_on/0'),
      ),
    ],
  },
  { what: 'a number', payload: number({ min_value: '0', max_value: '112', initial_value: '112' }) },
  { what: 'a number with decimals', payload: number({ is_decimal_allowed: true, initial_value: '-0.5' }) },
  {
    what: 'a number that does not say whether decimals are allowed',
    payload: { type: 'number_input' },
    errors: [badView('missing required field: is_decimal_allowed', at(''))],
  },
  {
    what: 'limits that are numbers, not strings',
    payload: number({ min_value: 0 }),
    errors: [badView('must provide a string', at('/min_value'))],
  },
  {
    what: 'a number in full-width digits',
    payload: number({ initial_value: '１２' }),
    errors: [badView('must be a number in a string', at('/initial_value'))],
  },
  {
    what: 'decimals where none are allowed',
    payload: number({ initial_value: '1.5' }),
    errors: [badView('must provide an integer', at('/initial_value'))],
  },
  {
    what: 'a least number above the greatest',
    payload: number({ min_value: '10', max_value: '9' }),
    errors: [badView('must not be greater than max_value', at('/min_value'))],
  },
  {
    what: 'a first number below the least',
    payload: number({ min_value: '1', initial_value: '0' }),
    errors: [badView('must not be less than min_value', at('/initial_value'))],
  },
  {
    what: 'a first number above the greatest',
    payload: number({ max_value: '9', initial_value: '10' }),
    errors: [badView('must not be greater than max_value', at('/initial_value'))],
  },
  { what: 'an address', payload: { type: 'url_text_input', initial_value: 'https://example.jp/協働' } },
  {
    what: 'an address without a scheme',
    payload: { type: 'url_text_input', initial_value: 'example.jp' },
    errors: [badView('must be a valid URL', at('/initial_value'))],
  },
  { what: 'a mail address', payload: { type: 'email_text_input', initial_value: 'yamada@city.example.jp' } },
  {
    what: 'half a mail address',
    payload: { type: 'email_text_input', initial_value: 'yamada@' },
    errors: [badView('must be a valid email address', at('/initial_value'))],
  },
  {
    what: 'a day',
    payload: { type: 'datepicker', initial_date: '2023-08-10', placeholder: plain('開催日') },
  },
  { what: 'a leap day', payload: { type: 'datepicker', initial_date: '2024-02-29' } },
  ...['2023-02-29', '2023-04-31', '2023-8-10', '2023/08/10', '令和5年8月10日', ''].map((initial_date) => ({
    what: `no day: ${initial_date}`,
    payload: { type: 'datepicker', initial_date },
    errors: [badView('must be a valid date in the format YYYY-MM-DD', at('/initial_date'))],
  })),
  { what: 'a time', payload: { type: 'timepicker', initial_time: '09:00', timezone: 'Asia/Tokyo' } },
  ...['24:00', '9:00', '09:60'].map((initial_time) => ({
    what: `no time: ${initial_time}`,
    payload: { type: 'timepicker', initial_time },
    errors: [badView('must be a valid time in the format HH:mm', at('/initial_time'))],
  })),
  // 2023-08-10 09:00 in Tokyo.
  { what: 'a day and time', payload: { type: 'datetimepicker', initial_date_time: 1_691_625_600 } },
  {
    what: 'a day and time in milliseconds',
    payload: { type: 'datetimepicker', initial_date_time: 1_691_625_600_000 },
    errors: [badView('must be less than 10000000000', at('/initial_date_time'))],
  },
  {
    what: 'a day and time with a placeholder',
    payload: { type: 'datetimepicker', placeholder: plain('発行日時') },
    errors: [badView('invalid additional property: placeholder', at(''))],
  },
  { what: 'files', payload: { type: 'file_input', filetypes: ['csv', 'xlsx'], max_files: 10 } },
  {
    what: 'eleven files, of types with a dot',
    payload: { type: 'file_input', filetypes: ['.csv'], max_files: 11 },
    errors: [
      badView('must be a file type such as csv', at('/filetypes/0')),
      badView('must be less than 11', at('/max_files')),
    ],
  },
  {
    what: 'no files',
    payload: { type: 'file_input', max_files: 0 },
    errors: [badView('must be greater than 0', at('/max_files'))],
  },
  {
    what: 'half a file',
    payload: { type: 'file_input', max_files: 0.5 },
    errors: [badView('must provide an integer', at('/max_files'))],
  },
];

describe('inputs of a modal', () => {
  test.each(cases)('$what', ({ payload, errors = [] }) => {
    expect(inModal(input(payload))).toEqual(errors);
  });

  test('a file can be handed in by a modal only', () => {
    expect(inHome(input({ type: 'file_input' }))).toEqual([
      badView('unsupported type: file_input', at('/type')),
    ]);
  });

  test('a file is handed in by an input block only', () => {
    expect(inModal({ type: 'actions', elements: [{ type: 'file_input' }] })).toEqual([
      badView('unsupported type: file_input', '/blocks/0/elements/0/type'),
    ]);
  });

  test('one element has the focus', () => {
    const focused = many(3, (index) =>
      input({ type: 'plain_text_input', action_id: `a${index}`, focus_on_load: index > 0 }, index),
    );
    expect(inModal(...focused)).toEqual([
      badView('only one element can have focus_on_load', '/blocks/2/element/focus_on_load'),
    ]);
  });
});
