import { expect, test } from 'vitest';
import { checkView } from '../../../src/sandbox/gate/gate.ts';
import type { GateError } from '../../../src/sandbox/gate/report.ts';
import {
  actions,
  badBlock,
  badView,
  button,
  error,
  inHome,
  inMessage,
  inModal,
  input,
  long,
  many,
  modal,
  mrkdwn,
  type Payload,
  plain,
  section,
} from './payloads.ts';
import { type Row, sides } from './row.ts';

const long3000 = 'must be less than 3001 characters';
const divider = { type: 'divider' };
const field = (extra: Payload = {}): Payload => ({ type: 'plain_text_input', ...extra });
const header = (text: Payload): Payload => ({ type: 'header', text });
const fields = (...all: readonly Payload[]): Payload => ({ type: 'section', fields: all });
const cell = { type: 'raw_text', text: '1' };
const table = (rows: number, columns: number): Payload => ({
  type: 'table',
  rows: many(rows, () => many(columns, () => cell)),
});
const modalWith = (extra: Payload): readonly GateError[] => checkView({ ...modal(), ...extra });
/** Blocks of little text and so much JSON in all. */
const travelling = (size: number): readonly Payload[] => {
  const named = Array.from({ length: 36 }, (_, index) => ({
    ...section('案'),
    block_id: `${'x'.repeat(250)}${index}`,
  }));
  const left = size - JSON.stringify([...named, section('')]).length;
  return [...named, section(long(left))];
};
/** A modal that weighs so many bytes. */
const weighing = (bytes: number): readonly GateError[] => {
  const full = many(81, () => section('a'.repeat(3000)));
  const bare = Buffer.byteLength(JSON.stringify(modal(...full, section('a'))));
  return checkView(modal(...full, section('a'.repeat(bytes - bare + 1))));
};
const ids = (...all: readonly string[]): readonly GateError[] =>
  inModal(...all.map((block_id) => ({ ...divider, block_id })));
const submit = { type: 'modal', title: plain('題'), blocks: [input(field())] };

const rows: readonly Row[] = [
  [
    'message: 50 blocks',
    inMessage(...many(50, () => divider)),
    inMessage(...many(51, () => divider)),
    badBlock('no more than 50 items allowed', '/blocks'),
  ],
  [
    'modal: 100 blocks',
    inModal(...many(100, () => divider)),
    inModal(...many(101, () => divider)),
    badView('no more than 100 items allowed', '/blocks'),
  ],
  [
    'Home: 100 blocks',
    inHome(...many(100, () => divider)),
    inHome(...many(101, () => divider)),
    badView('no more than 100 items allowed', '/blocks'),
  ],
  [
    'a view: 250 KB',
    weighing(250_000),
    weighing(250_001),
    error('view_too_large', 'must be less than 250001 bytes', '/'),
  ],
  [
    'all text of a message: 10,000',
    inMessage(...many(4, () => section(long(2500)))),
    inMessage(...many(4, () => section(long(2500))), section('案')),
    error('msg_blocks_too_long', 'must be less than 10001 characters of text', '/blocks'),
  ],
  [
    'all JSON of a message: below 13,000',
    inMessage(...travelling(12_999)),
    inMessage(...travelling(13_000)),
    error('msg_blocks_too_long', 'must be less than 13000 characters of JSON', '/blocks'),
  ],
  [
    'one table a message',
    inMessage(table(1, 1)),
    inMessage(table(1, 1), table(1, 1)),
    badBlock('only_one_table_allowed', '/blocks/1'),
  ],
  ...['title', 'submit', 'close'].map(
    (name): Row => [
      `view ${name}: 24`,
      modalWith({ [name]: plain(long(24)) }),
      modalWith({ [name]: plain(long(25)) }),
      badView('must be less than 25 characters', `/${name}/text`),
    ],
  ),
  ...['title', 'submit', 'close'].map(
    (name): Row => [
      `view ${name}: plain_text`,
      modalWith({ [name]: plain('案') }),
      modalWith({ [name]: mrkdwn('案') }),
      badView('unsupported type: mrkdwn', `/${name}/type`),
    ],
  ),
  [
    'submit required when there is any input',
    checkView({ ...submit, submit: plain('記録する') }),
    checkView(submit),
    badView('missing required field: submit', '/'),
  ],
  [
    'private_metadata: 3000',
    modalWith({ private_metadata: long(3000) }),
    modalWith({ private_metadata: long(3001) }),
    badView(long3000, '/private_metadata'),
  ],
  ...['callback_id', 'external_id'].map(
    (name): Row => [
      `${name}: 255`,
      modalWith({ [name]: long(255) }),
      modalWith({ [name]: long(256) }),
      badView('must be less than 256 characters', `/${name}`),
    ],
  ),
  [
    'block_id: 255',
    ids(long(255)),
    ids(long(256)),
    badView('must be less than 256 characters', '/blocks/0/block_id'),
  ],
  [
    'action_id: 255',
    inModal(input(field({ action_id: long(255) }))),
    inModal(input(field({ action_id: long(256) }))),
    badView('must be less than 256 characters', '/blocks/0/element/action_id'),
  ],
  [
    'block_id unique in the surface',
    ids('a', 'b'),
    ids('a', 'a'),
    badView('`block_id` "a" already exists', '/blocks/1/block_id'),
  ],
  [
    'action_id unique in its block',
    inMessage(actions(button({ action_id: 'a' }), button({ action_id: 'b' }))),
    inMessage(actions(button({ action_id: 'a' }), button({ action_id: 'a' }))),
    badBlock('`action_id` "a" already exists', '/blocks/0/elements/1/action_id'),
  ],
  [
    'action_id unique in the view',
    inModal(actions(button({ action_id: 'a' })), actions(button({ action_id: 'b' }))),
    inModal(actions(button({ action_id: 'a' })), actions(button({ action_id: 'a' }))),
    badView('`action_id` "a" already exists', '/blocks/1/elements/0/action_id'),
  ],
  [
    'text object: at most 3000',
    inModal(section(long(3000))),
    inModal(section(long(3001))),
    badView(long3000, '/blocks/0/text/text'),
  ],
  [
    'text object: at least 1',
    inModal(section('a')),
    inModal(section('')),
    badView('must be more than 0 characters', '/blocks/0/text/text'),
  ],
  [
    'emoji only with plain_text',
    inModal({ type: 'section', text: { ...plain('案'), emoji: true } }),
    inModal({ type: 'section', text: { ...mrkdwn('案'), emoji: true } }),
    badView('invalid additional property: emoji', '/blocks/0/text'),
  ],
  [
    'verbatim only with mrkdwn',
    inModal({ type: 'section', text: { ...mrkdwn('案'), verbatim: true } }),
    inModal({ type: 'section', text: { ...plain('案'), verbatim: true } }),
    badView('invalid additional property: verbatim', '/blocks/0/text'),
  ],
  [
    'section: 10 fields',
    inModal(fields(...many(10, () => plain('案')))),
    inModal(fields(...many(11, () => plain('案')))),
    badView('no more than 10 items allowed', '/blocks/0/fields'),
  ],
  [
    'section field: 2000',
    inModal(fields(plain(long(2000)))),
    inModal(fields(plain(long(2001)))),
    badView('must be less than 2001 characters', '/blocks/0/fields/0/text'),
  ],
  [
    'section: text or fields',
    inModal(fields(plain('案'))),
    inModal({ type: 'section' }),
    badView('must provide at least one of: text, fields', '/blocks/0'),
  ],
  [
    'header: 150',
    inModal(header(plain(long(150)))),
    inModal(header(plain(long(151)))),
    badView('must be less than 151 characters', '/blocks/0/text/text'),
  ],
  [
    'header: plain_text',
    inMessage(header(plain('案'))),
    inMessage(header(mrkdwn('案'))),
    badBlock('unsupported type: mrkdwn', '/blocks/0/text/type'),
  ],
];

test.each(rows)('%s', (...row) => {
  const { said, expected } = sides(row);
  expect(said).toEqual(expected);
});
