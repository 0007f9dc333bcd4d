import { describe, expect, test } from 'vitest';
import { badBlock, badMention, type Case, inMessage, type Payload } from './payloads.ts';

const at = (path: string): string => `/blocks/0/elements/0${path}`;
const words = (text: string): Payload => ({ type: 'text', text });
const sectionOf = (...elements: readonly Payload[]): Payload => ({ type: 'rich_text_section', elements });

const cases: readonly Case[] = [
  {
    what: 'every leaf',
    payload: sectionOf(
      {
        ...words('<!channel> A & B'),
        style: { bold: true, italic: false, strike: true, code: true, underline: true },
      },
      { type: 'link', url: 'https://example.jp/', text: '資料' },
      { type: 'user', user_id: 'U111' },
      { type: 'channel', channel_id: 'C111' },
      { type: 'emoji', name: 'memo', unicode: '1f4dd' },
      { type: 'date', timestamp: 1_691_625_600, format: '{date_num}', fallback: '2023-08-10' },
    ),
  },
  {
    what: 'a list',
    payload: {
      type: 'rich_text_list',
      style: 'ordered',
      indent: 0,
      border: 0,
      elements: [sectionOf(words('案件1')), sectionOf(words('案件2'))],
    },
  },
  { what: 'a quote', payload: { type: 'rich_text_quote', border: 1, elements: [words('ご意見')] } },
  { what: 'preformatted text', payload: { type: 'rich_text_preformatted', elements: [words('A,B\n1,2')] } },
  {
    what: 'a call to the channel',
    payload: sectionOf({ type: 'broadcast', range: 'channel' }),
    errors: [badMention('mention not allowed: broadcast channel', at('/elements/0'))],
  },
  {
    what: 'a call to a group',
    payload: sectionOf({ type: 'usergroup', usergroup_id: 'S111' }),
    errors: [badMention('mention not allowed: usergroup', at('/elements/0'))],
  },
  {
    what: 'a person by name',
    payload: sectionOf({ type: 'user', user_id: 'yamada' }),
    errors: [badBlock('must be a valid user id', at('/elements/0/user_id'))],
  },
  {
    what: 'a leaf the bot has no use for',
    payload: sectionOf({ type: 'color', value: '#ff0000' }),
    errors: [badBlock('unsupported type: color', at('/elements/0/type'))],
  },
  {
    what: 'an empty leaf',
    payload: sectionOf(words('')),
    errors: [badBlock('must be more than 0 characters', at('/elements/0/text'))],
  },
  {
    what: 'an empty section',
    payload: sectionOf(),
    errors: [badBlock('no less than 1 items allowed', at('/elements'))],
  },
  {
    what: 'a leaf without its section',
    payload: words('案'),
    errors: [badBlock('unsupported type: text', at('/type'))],
  },
  {
    what: 'a style that is not there',
    payload: sectionOf({ ...words('案'), style: { blink: true } }),
    errors: [badBlock('invalid additional property: blink', at('/elements/0/style'))],
  },
  {
    what: 'a link that runs',
    payload: sectionOf({ type: 'link', url: 'javascript:alert(1)' }),
    errors: [badBlock('must be a valid URL', at('/elements/0/url'))],
  },
  {
    what: 'an emoji with colons',
    payload: sectionOf({ type: 'emoji', name: ':memo:' }),
    errors: [badBlock('must be an emoji name without colons', at('/elements/0/name'))],
  },
  {
    what: 'a list without a style, of leaves',
    payload: { type: 'rich_text_list', elements: [words('案件1')] },
    errors: [
      badBlock('missing required field: style', at('')),
      badBlock('unsupported type: text', at('/elements/0/type')),
    ],
  },
  {
    what: 'a list too deep, with a wide border',
    payload: {
      type: 'rich_text_list',
      style: 'bullet',
      indent: 9,
      border: 2,
      elements: [sectionOf(words('案'))],
    },
    errors: [badBlock('must be less than 9', at('/indent')), badBlock('must be one of: 0, 1', at('/border'))],
  },
  {
    what: 'a person in preformatted text',
    payload: { type: 'rich_text_preformatted', elements: [{ type: 'user', user_id: 'U111' }] },
    errors: [badBlock('unsupported type: user', at('/elements/0/type'))],
  },
];

describe('rich text', () => {
  test.each(cases)('$what', ({ payload, errors = [] }) => {
    expect(inMessage({ type: 'rich_text', elements: [payload] })).toEqual(errors);
  });

  test('an empty rich text', () => {
    expect(inMessage({ type: 'rich_text', elements: [] })).toEqual([
      badBlock('no less than 1 items allowed', '/blocks/0/elements'),
    ]);
  });
});
