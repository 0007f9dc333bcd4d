import { expect, test } from 'vitest';
import type { GateError } from '../../../src/sandbox/gate/report.ts';
import {
  actions,
  badBlock,
  badView,
  button,
  inHome,
  inMessage,
  inModal,
  input,
  long,
  many,
  mrkdwn,
  type Payload,
  plain,
  section,
} from './payloads.ts';
import { type Row, sides } from './row.ts';

const context = (...elements: readonly Payload[]): Payload => ({ type: 'context', elements });
const field = { type: 'plain_text_input' };
const pressed = (count: number): Payload => actions(...many(count, () => button()));
const ADDRESS = 'https://example.jp/a.png';
const picture = (extra: Payload = {}): Payload => ({
  type: 'image',
  image_url: ADDRESS,
  alt_text: '図',
  ...extra,
});
const cell = { type: 'raw_text', text: '1' };
const table = (rows: number, columns: number): Payload => ({
  type: 'table',
  rows: many(rows, () => many(columns, () => cell)),
});
const tableOf = (only: Payload): Payload => ({ type: 'table', rows: [[only]] });
const rich = (leaf: Payload): Payload => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements: [leaf] }],
});
const markdown = (...lengths: readonly number[]): readonly GateError[] =>
  inMessage(...lengths.map((length) => ({ type: 'markdown', text: long(length) })));
const withFocus = (...focused: readonly boolean[]): readonly GateError[] =>
  inModal(...focused.map((focus_on_load, index) => input({ ...field, focus_on_load }, index)));

const rows: readonly Row[] = [
  [
    'context: 10 elements',
    inMessage(context(...many(10, () => plain('案')))),
    inMessage(context(...many(11, () => plain('案')))),
    badBlock('no more than 10 items allowed', '/blocks/0/elements'),
  ],
  [
    'context: 1 element',
    inMessage(context(picture())),
    inMessage(context()),
    badBlock('no less than 1 items allowed', '/blocks/0/elements'),
  ],
  [
    'context: text or image',
    inMessage(context(mrkdwn('案'), picture())),
    inMessage(context(mrkdwn('案'), button())),
    badBlock('unsupported type: button', '/blocks/0/elements/1/type'),
  ],
  [
    'actions: 25 elements',
    inMessage(pressed(25)),
    inMessage(pressed(26)),
    badBlock('no more than 25 items allowed', '/blocks/0/elements'),
  ],
  [
    'actions: 1 element',
    inMessage(pressed(1)),
    inMessage(pressed(0)),
    badBlock('no less than 1 items allowed', '/blocks/0/elements'),
  ],
  ...['label', 'hint'].flatMap((name): readonly Row[] => [
    [
      `input ${name}: 2000`,
      inModal({ ...input(field), [name]: plain(long(2000)) }),
      inModal({ ...input(field), [name]: plain(long(2001)) }),
      badView('must be less than 2001 characters', `/blocks/0/${name}/text`),
    ],
    [
      `input ${name}: plain_text`,
      inModal({ ...input(field), [name]: plain('案') }),
      inModal({ ...input(field), [name]: mrkdwn('案') }),
      badView('unsupported type: mrkdwn', `/blocks/0/${name}/type`),
    ],
  ]),
  [
    'image: alt_text required',
    inMessage(picture()),
    inMessage({ type: 'image', image_url: ADDRESS }),
    badBlock('missing required field: alt_text', '/blocks/0'),
  ],
  [
    'image: alt_text 2000',
    inMessage(picture({ alt_text: long(2000) })),
    inMessage(picture({ alt_text: long(2001) })),
    badBlock('must be less than 2001 characters', '/blocks/0/alt_text'),
  ],
  [
    'image: title 2000',
    inMessage(picture({ title: plain(long(2000)) })),
    inMessage(picture({ title: plain(long(2001)) })),
    badBlock('must be less than 2001 characters', '/blocks/0/title/text'),
  ],
  [
    'image: not both image_url and slack_file',
    inMessage({ type: 'image', slack_file: { id: 'F1' }, alt_text: '図' }),
    inMessage(picture({ slack_file: { id: 'F1' } })),
    badBlock('must provide exactly one of: image_url, slack_file', '/blocks/0'),
  ],
  [
    'image: image_url or slack_file',
    inMessage(picture()),
    inMessage({ type: 'image', alt_text: '図' }),
    badBlock('must provide exactly one of: image_url, slack_file', '/blocks/0'),
  ],
  [
    'table: 100 rows',
    inMessage(table(100, 1)),
    inMessage(table(101, 1)),
    badBlock('no more than 100 items allowed', '/blocks/0/rows'),
  ],
  [
    'table: 20 columns',
    inMessage(table(1, 20)),
    inMessage(table(1, 21)),
    badBlock('no more than 20 items allowed', '/blocks/0/rows/0'),
  ],
  ...[cell, rich({ type: 'text', text: '案' }), { type: 'raw_number', value: 112, text: '112' }].map(
    (allowed): Row => [
      `table: a cell is raw_text, rich_text or raw_number, here ${String(allowed.type)}`,
      inMessage(tableOf(allowed)),
      inMessage(tableOf({ ...plain('案') })),
      badBlock('unsupported type: plain_text', '/blocks/0/rows/0/0/type'),
    ],
  ),
  [
    'markdown: all text of a message comes first',
    markdown(10_000),
    markdown(10_001),
    {
      code: 'msg_blocks_too_long',
      message: '[ERROR] must be less than 10001 characters of text [json-pointer:/blocks]',
    },
  ],
  [
    'focus_on_load: at most one in a view',
    withFocus(true, false),
    withFocus(true, true),
    badView('only one element can have focus_on_load', '/blocks/1/element/focus_on_load'),
  ],
  ...['table', 'markdown'].flatMap((type): readonly Row[] => {
    const block = type === 'table' ? table(1, 1) : { type, text: '案' };
    const expected = badView(`unsupported type: ${type}`, '/blocks/0/type');
    return [
      [`${type}: in messages, not in modals`, inMessage(block), inModal(block), expected],
      [`${type}: in messages, not in a Home tab`, inMessage(block), inHome(block), expected],
    ];
  }),
  ...[
    { type: 'header', text: plain('案') },
    section('案'),
    { type: 'divider' },
    context(plain('案')),
    actions(button()),
    picture(),
    rich({ type: 'text', text: '案' }),
  ].map(
    (block): Row => [
      `allowed blocks: ${String(block.type)} everywhere, what is unclear nowhere`,
      [...inMessage(block), ...inModal(block), ...inHome(block)],
      inMessage({ ...block, type: 'video' }),
      badBlock('unsupported type: video', '/blocks/0/type'),
    ],
  ),
  [
    'allowed blocks: input in modals and Home, in no message',
    [...inModal(input(field)), ...inHome(input(field))],
    inMessage(input(field)),
    badBlock('unsupported type: input', '/blocks/0/type'),
  ],
];

test.each(rows)('%s', (...row) => {
  const { said, expected } = sides(row);
  expect(said).toEqual(expected);
});

test('markdown: 12,000 characters over the payload', () => {
  const said = (...lengths: readonly number[]) =>
    markdown(...lengths).filter(({ code }) => code === 'invalid_blocks');
  expect([said(6000, 6000), said(6000, 6001)]).toEqual([
    [],
    [badBlock('must be less than 12001 characters of markdown', '/blocks')],
  ]);
});
