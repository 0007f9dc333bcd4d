import { describe, expect, test } from 'vitest';
import { checkCommandAck, checkMessage } from '../../../src/sandbox/gate/gate.ts';
import {
  actions,
  badBlock,
  badMention,
  button,
  type Case,
  error,
  long,
  many,
  message,
  plain,
  section,
} from './payloads.ts';

const badArgument = (problem: string, pointer: string) => error('invalid_arguments', problem, pointer);
const noText = error('no_text', 'missing required field: text', '/text');
const divider = { type: 'divider' };

const cases: readonly Case[] = [
  {
    what: 'a delivery with all it may have',
    payload: {
      ...message(section('案')),
      channel: 'C111',
      thread_ts: '1691625600.000100',
      unfurl_links: false,
      unfurl_media: false,
      link_names: false,
      parse: 'none',
      mrkdwn: true,
      metadata: { event_type: 'kyodo_delivery', event_payload: { delivery: '42' } },
    },
  },
  { what: 'text alone', payload: { channel: 'U111', text: '記録しました。 <@U222> &amp;' } },
  {
    what: 'an answer to a response_url',
    payload: { text: '受け付けました。', response_type: 'ephemeral', replace_original: true },
  },
  { what: 'the deletion of an original', payload: { delete_original: true } },
  { what: 'blocks without text', payload: { blocks: [divider] }, errors: [noText] },
  { what: 'blocks with empty text', payload: { text: ' ', blocks: [divider] }, errors: [noText] },
  { what: 'nothing at all', payload: {}, errors: [noText] },
  {
    what: 'text that is none',
    payload: { text: 5 },
    errors: [badArgument('must provide a string', '/text')],
  },
  { what: 'the longest text', payload: { text: long(4000) } },
  {
    what: 'text that chat.update would not take',
    payload: { text: long(4001) },
    errors: [badArgument('must be less than 4001 characters', '/text')],
  },
  {
    what: 'a call in the text',
    payload: { text: '<!here> お知らせ' },
    errors: [badMention('mention not allowed: <!here>', '/text')],
  },
  {
    what: 'a forgotten escape in the text',
    payload: { text: 'A & B' },
    errors: [badMention('must be escaped: &', '/text')],
  },
  {
    what: 'names made into mentions',
    payload: { text: '案', link_names: true, parse: 'full' },
    errors: [
      badMention('link_names turns typed names into mentions', '/link_names'),
      badMention('parse "full" turns typed names into mentions', '/parse'),
    ],
  },
  {
    what: 'metadata without a payload',
    payload: { text: '案', metadata: { event_type: 'kyodo_delivery' } },
    errors: [badArgument('missing required field: event_payload', '/metadata')],
  },
  {
    what: 'metadata with a list for a payload, and no type',
    payload: { text: '案', metadata: { event_payload: ['42'] } },
    errors: [
      badArgument('missing required field: event_type', '/metadata'),
      badArgument('must provide an object', '/metadata/event_payload'),
    ],
  },
  {
    what: 'attachments, whose text nobody checks',
    payload: { text: '案', attachments: [] },
    errors: [badArgument('invalid additional property: attachments', '/')],
  },
  { what: 'fifty blocks', payload: message(...many(50, () => divider)) },
  {
    what: 'fifty-one',
    payload: message(...many(51, () => divider)),
    errors: [badBlock('no more than 50 items allowed', '/blocks')],
  },
  { what: 'no blocks left after an update', payload: { text: '案', blocks: [] } },
  {
    what: 'blocks in a string',
    payload: { text: '案', blocks: '[]' },
    errors: [badBlock('must provide an array', '/blocks')],
  },
  {
    what: 'the same block twice',
    payload: message({ ...divider, block_id: 'a' }, { ...divider, block_id: 'a' }),
    errors: [badBlock('`block_id` "a" already exists', '/blocks/1/block_id')],
  },
  {
    what: 'the same action in two blocks',
    payload: message(actions(button({ action_id: 'answer' })), actions(button({ action_id: 'answer' }))),
  },
  {
    what: 'the same action twice in a block',
    payload: message(actions(button({ action_id: 'answer' }), button({ action_id: 'answer' }))),
    errors: [badBlock('`action_id` "answer" already exists', '/blocks/0/elements/1/action_id')],
  },
  { what: '10,000 characters in all', payload: message(...many(10, () => section(long(1000)))) },
  {
    what: '10,001 characters in all, buttons included',
    payload: message(...many(10, () => section(long(1000))), actions(button({ text: plain('案') }))),
    errors: [error('msg_blocks_too_long', 'must be less than 10001 characters of text', '/blocks')],
  },
  {
    what: 'more than 12,000 characters of Markdown in all',
    payload: message(...many(2, () => ({ type: 'markdown', text: long(6001) }))),
    errors: [
      badBlock('must be less than 12001 characters of markdown', '/blocks'),
      error('msg_blocks_too_long', 'must be less than 10001 characters of text', '/blocks'),
    ],
  },
];

describe('messages', () => {
  test.each(cases)('$what', ({ payload, errors = [] }) => {
    expect(checkMessage(payload)).toEqual(errors);
  });

  test.each([undefined, null, '案'])('%j is no message', (payload) => {
    expect(checkMessage(payload)).toEqual([badArgument('must provide an object', '/')]);
  });
});

describe('the response to a command', () => {
  test.each([
    ['nothing', undefined, []],
    ['an empty body', '', []],
    ['a string', '受け付けました。', []],
    ['a message', { text: '案', response_type: 'ephemeral' }, []],
    ['a string that calls', '<!channel>', [badMention('mention not allowed: <!channel>', '/')]],
    ['a message without text', { blocks: [divider] }, [noText]],
    [
      'a message of a kind that is not there',
      { text: '案', response_type: 'private' },
      [badArgument('must be one of: in_channel, ephemeral', '/response_type')],
    ],
  ])('%s', (_what, body, expected) => {
    expect(checkCommandAck(body)).toEqual(expected);
  });
});
