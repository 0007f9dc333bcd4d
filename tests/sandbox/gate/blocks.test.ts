import { describe, expect, test } from 'vitest';
import { checkMessage } from '../../../src/sandbox/gate/gate.ts';
import {
  actions,
  badBlock,
  badMention,
  badView,
  button,
  type Case,
  inHome,
  inMessage,
  inModal,
  input,
  long,
  many,
  mrkdwn,
  option,
  plain,
  section,
} from './payloads.ts';

const picture = { type: 'image', image_url: 'https://example.jp/a.png', alt_text: '研修の様子' };
const datepicker = { type: 'datepicker' };
const field = { type: 'plain_text_input' };

const everywhere: readonly Case[] = [
  { what: 'a header of 150 characters', payload: { type: 'header', text: plain(long(150)) } },
  {
    what: 'a header of 151 characters',
    payload: { type: 'header', text: plain(long(151)) },
    errors: [badBlock('must be less than 151 characters', '/blocks/0/text/text')],
  },
  {
    what: 'a header in mrkdwn',
    payload: { type: 'header', text: mrkdwn('案') },
    errors: [badBlock('unsupported type: mrkdwn', '/blocks/0/text/type')],
  },
  { what: 'a divider', payload: { type: 'divider', block_id: long(255) } },
  {
    what: 'a block_id of 256 characters',
    payload: { type: 'divider', block_id: long(256) },
    errors: [badBlock('must be less than 256 characters', '/blocks/0/block_id')],
  },
  {
    what: 'a divider with a text',
    payload: { type: 'divider', text: plain('案') },
    errors: [badBlock('invalid additional property: text', '/blocks/0')],
  },
  { what: 'a section with fields', payload: { type: 'section', fields: many(10, () => mrkdwn(long(900))) } },
  {
    what: 'a section with 11 fields',
    payload: { type: 'section', fields: many(11, () => plain('案')) },
    errors: [badBlock('no more than 10 items allowed', '/blocks/0/fields')],
  },
  {
    what: 'a field of 2001 characters',
    payload: { type: 'section', fields: [plain(long(2001))] },
    errors: [badBlock('must be less than 2001 characters', '/blocks/0/fields/0/text')],
  },
  {
    what: 'a section with an empty list of fields',
    payload: { type: 'section', fields: [] },
    errors: [badBlock('no less than 1 items allowed', '/blocks/0/fields')],
  },
  {
    what: 'a section with nothing',
    payload: { type: 'section' },
    errors: [badBlock('must provide at least one of: text, fields', '/blocks/0')],
  },
  { what: 'a section with a button', payload: { ...section('案'), accessory: button() } },
  { what: 'a section with an image', payload: { ...section('案'), accessory: picture } },
  {
    what: 'a section with a day and time picker',
    payload: { ...section('案'), accessory: { type: 'datetimepicker' } },
    errors: [badBlock('unsupported type: datetimepicker', '/blocks/0/accessory/type')],
  },
  {
    what: 'a context of ten texts and images',
    payload: { type: 'context', elements: [picture, ...many(9, () => mrkdwn('案'))] },
  },
  {
    what: 'a context of eleven',
    payload: { type: 'context', elements: many(11, () => mrkdwn('案')) },
    errors: [badBlock('no more than 10 items allowed', '/blocks/0/elements')],
  },
  {
    what: 'an empty context',
    payload: { type: 'context', elements: [] },
    errors: [badBlock('no less than 1 items allowed', '/blocks/0/elements')],
  },
  {
    what: 'a context with a button',
    payload: { type: 'context', elements: [button()] },
    errors: [badBlock('unsupported type: button', '/blocks/0/elements/0/type')],
  },
  {
    what: 'actions of 25 elements',
    payload: actions(...many(24, (index) => button({ action_id: `a${index}` })), datepicker),
  },
  {
    what: 'actions of 26 elements',
    payload: actions(...many(26, () => button())),
    errors: [badBlock('no more than 25 items allowed', '/blocks/0/elements')],
  },
  {
    what: 'actions without any',
    payload: actions(),
    errors: [badBlock('no less than 1 items allowed', '/blocks/0/elements')],
  },
  {
    what: 'actions with a text input',
    payload: actions(field),
    errors: [badBlock('unsupported type: plain_text_input', '/blocks/0/elements/0/type')],
  },
  { what: 'an image', payload: { ...picture, title: plain(long(2000)), block_id: 'photo' } },
  {
    what: 'an image of Slack',
    payload: { type: 'image', slack_file: { id: 'F12345' }, alt_text: long(2000) },
  },
  {
    what: 'an image of Slack named twice',
    payload: { type: 'image', slack_file: { id: 'F1', url: 'https://files.slack.com/a' }, alt_text: '図' },
    errors: [badBlock('must provide exactly one of: id, url', '/blocks/0/slack_file')],
  },
  {
    what: 'an image without words and too long a title',
    payload: { type: 'image', image_url: 'https://example.jp/a.png', title: plain(long(2001)) },
    errors: [
      badBlock('missing required field: alt_text', '/blocks/0'),
      badBlock('must be less than 2001 characters', '/blocks/0/title/text'),
    ],
  },
  {
    what: 'an image with too many words',
    payload: { ...picture, alt_text: long(2001) },
    errors: [badBlock('must be less than 2001 characters', '/blocks/0/alt_text')],
  },
  {
    what: 'an image from two places',
    payload: { ...picture, slack_file: { id: 'F12345' } },
    errors: [badBlock('must provide exactly one of: image_url, slack_file', '/blocks/0')],
  },
  {
    what: 'an image from nowhere',
    payload: { type: 'image', alt_text: '図' },
    errors: [badBlock('must provide exactly one of: image_url, slack_file', '/blocks/0')],
  },
  {
    what: 'an image on a disk',
    payload: { ...picture, image_url: 'file:///a.png' },
    errors: [badBlock('must be a valid URL', '/blocks/0/image_url')],
  },
  {
    what: 'a video, whose limits are unclear',
    payload: { type: 'video' },
    errors: [badBlock('unsupported type: video', '/blocks/0/type')],
  },
];

const inViews: readonly Case[] = [
  {
    what: 'an input',
    payload: { ...input(field), hint: plain(long(2000)), optional: true, dispatch_action: false },
  },
  {
    what: 'an input with too long a label and hint',
    payload: { type: 'input', label: plain(long(2001)), hint: plain(long(2001)), element: field },
    errors: [
      badView('must be less than 2001 characters', '/blocks/0/label/text'),
      badView('must be less than 2001 characters', '/blocks/0/hint/text'),
    ],
  },
  {
    what: 'an input with a label in mrkdwn',
    payload: { type: 'input', label: mrkdwn('会議体'), element: field },
    errors: [badView('unsupported type: mrkdwn', '/blocks/0/label/type')],
  },
  {
    what: 'an input of a button',
    payload: input(button()),
    errors: [badView('unsupported type: button', '/blocks/0/element/type')],
  },
  {
    what: 'an input of nothing',
    payload: { type: 'input', label: plain('会議体') },
    errors: [badView('missing required field: element', '/blocks/0')],
  },
  {
    what: 'a typo',
    payload: input({ type: 'plain_text_input', placholder: plain('例') }),
    errors: [badView('invalid additional property: placholder', '/blocks/0/element')],
  },
  {
    what: 'Markdown',
    payload: { type: 'markdown', text: '案' },
    errors: [badView('unsupported type: markdown', '/blocks/0/type')],
  },
  {
    what: 'a table',
    payload: { type: 'table', rows: [[{ type: 'raw_text', text: '案' }]] },
    errors: [badView('unsupported type: table', '/blocks/0/type')],
  },
];

describe('blocks', () => {
  test.each(everywhere)('in a message: $what', ({ payload, errors = [] }) => {
    expect(inMessage(payload)).toEqual(errors);
  });

  test.each(everywhere)('in a modal the same holds: $what', ({ payload, errors = [] }) => {
    expect(inModal(payload)).toEqual(errors.map((one) => ({ ...one, code: 'invalid_arguments' })));
  });

  test.each(inViews)('in a modal: $what', ({ payload, errors = [] }) => {
    expect(inModal(payload)).toEqual(errors);
  });

  test.each(inViews)('in a Home tab: $what', ({ payload, errors = [] }) => {
    expect(inHome(payload)).toEqual(errors);
  });

  test('an input belongs in no message', () => {
    expect(inMessage(input({ type: 'checkboxes', options: [option(1)] }))).toEqual([
      badBlock('unsupported type: input', '/blocks/0/type'),
    ]);
  });

  test('Markdown belongs in a message, up to the 10,000 characters a message may have', () => {
    expect(inMessage({ type: 'markdown', text: long(10_000) })).toEqual([]);
  });

  test('Markdown keeps its own signs, but calls nobody', () => {
    expect(inMessage({ type: 'markdown', text: '> A & B\n<!everyone>' })).toEqual([
      badMention('mention not allowed: <!everyone>', '/blocks/0/text'),
    ]);
  });

  test('something that is no block is said to be none', () => {
    expect(checkMessage({ text: 'お知らせ', blocks: [null, { type: 5 }] })).toEqual([
      badBlock('must provide an object', '/blocks/0'),
      badBlock('must provide a string', '/blocks/1/type'),
    ]);
  });
});
