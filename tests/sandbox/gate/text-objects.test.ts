import { describe, expect, test } from 'vitest';
import { badBlock, badMention, type Case, inMessage, long, mrkdwn, plain } from './payloads.ts';

const at = (path: string): string => `/blocks/0/text${path}`;

const cases: readonly Case[] = [
  { what: 'plain text', payload: plain('議事録') },
  { what: 'plain text with emoji', payload: { ...plain(':memo: 議事録'), emoji: true } },
  { what: 'plain text that looks like a call', payload: plain('<!channel> A & B') },
  { what: 'mrkdwn', payload: mrkdwn('*議事録*') },
  { what: 'the longest text', payload: plain(long(3000)) },
  {
    what: 'one character more',
    payload: plain(long(3001)),
    errors: [badBlock('must be less than 3001 characters', at('/text'))],
  },
  {
    what: 'no characters',
    payload: mrkdwn(''),
    errors: [badBlock('must be more than 0 characters', at('/text'))],
  },
  {
    what: 'no text',
    payload: { type: 'plain_text' },
    errors: [badBlock('missing required field: text', at(''))],
  },
  {
    what: 'a number for a text',
    payload: { type: 'plain_text', text: 5 },
    errors: [badBlock('must provide a string', at('/text'))],
  },
  {
    what: 'null for a text',
    payload: { type: 'mrkdwn', text: null, verbatim: true },
    errors: [badBlock('must provide a string', at('/text'))],
  },
  {
    what: 'verbatim with plain text',
    payload: { ...plain('案'), verbatim: true },
    errors: [badBlock('invalid additional property: verbatim', at(''))],
  },
  {
    what: 'emoji with mrkdwn',
    payload: { ...mrkdwn('案'), emoji: true },
    errors: [badBlock('invalid additional property: emoji', at(''))],
  },
  {
    what: 'mrkdwn without verbatim',
    payload: { type: 'mrkdwn', text: '@here' },
    errors: [badMention('must have `verbatim` set to true', at(''))],
  },
  {
    what: 'mrkdwn with verbatim off',
    payload: { type: 'mrkdwn', text: '@here', verbatim: false },
    errors: [badMention('must have `verbatim` set to true', at(''))],
  },
  {
    what: 'a call in mrkdwn',
    payload: mrkdwn('<!channel>'),
    errors: [badMention('mention not allowed: <!channel>', at('/text'))],
  },
  {
    what: 'another kind of text',
    payload: { type: 'markdown', text: '案' },
    errors: [badBlock('unsupported type: markdown', at('/type'))],
  },
  {
    what: 'a type every object inherits',
    payload: { type: 'constructor', text: '案' },
    errors: [badBlock('unsupported type: constructor', at('/type'))],
  },
  { what: 'no type', payload: { text: '案' }, errors: [badBlock('missing required field: type', at(''))] },
];

describe('text objects in a section', () => {
  test.each(cases)('$what', ({ payload, errors = [] }) => {
    expect(inMessage({ type: 'section', text: payload })).toEqual(errors);
  });

  test('a string is no text object', () => {
    expect(inMessage({ type: 'section', text: '案' })).toEqual([badBlock('must provide an object', at(''))]);
  });

  test('a field that is undefined is not sent, so it does not count', () => {
    expect(
      inMessage({ type: 'section', text: { ...plain('案'), emoji: undefined }, block_id: undefined }),
    ).toEqual([]);
  });
});
