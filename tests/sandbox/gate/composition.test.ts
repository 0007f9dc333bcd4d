import { describe, expect, test } from 'vitest';
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
  mrkdwn,
  option,
  plain,
} from './payloads.ts';

const confirm = {
  title: plain(long(100)),
  text: mrkdwn(long(300)),
  confirm: plain(long(30)),
  deny: plain(long(30)),
};

const inConfirm = '/blocks/0/elements/0/confirm';

const confirms: readonly Case[] = [
  { what: 'all four texts at their longest', payload: { ...confirm, style: 'danger' } },
  {
    what: 'nothing at all',
    payload: {},
    errors: ['title', 'text', 'confirm', 'deny'].map((name) =>
      badBlock(`missing required field: ${name}`, inConfirm),
    ),
  },
  {
    what: 'texts that are too long',
    payload: {
      title: plain(long(101)),
      text: plain(long(301)),
      confirm: plain(long(31)),
      deny: plain(long(31)),
    },
    errors: [
      badBlock('must be less than 101 characters', `${inConfirm}/title/text`),
      badBlock('must be less than 301 characters', `${inConfirm}/text/text`),
      badBlock('must be less than 31 characters', `${inConfirm}/confirm/text`),
      badBlock('must be less than 31 characters', `${inConfirm}/deny/text`),
    ],
  },
  {
    what: 'a call in its text',
    payload: { ...confirm, text: mrkdwn('<!here>') },
    errors: [badMention('mention not allowed: <!here>', `${inConfirm}/text/text`)],
  },
  {
    what: 'a style of its own',
    payload: { ...confirm, style: 'default' },
    errors: [badBlock('must be one of: primary, danger', `${inConfirm}/style`)],
  },
];

const inOption = '/blocks/0/elements/0/options/0';

const options: readonly Case[] = [
  {
    what: 'all at its longest',
    payload: { text: plain(long(75)), value: long(150), description: plain(long(75)) },
  },
  { what: 'words in mrkdwn, for checkboxes', payload: { text: mrkdwn('*案*'), value: 'a' } },
  {
    what: 'all too long',
    payload: { text: plain(long(76)), value: long(151), description: plain(long(76)) },
    errors: [
      badBlock('must be less than 76 characters', `${inOption}/text/text`),
      badBlock('must be less than 151 characters', `${inOption}/value`),
      badBlock('must be less than 76 characters', `${inOption}/description/text`),
    ],
  },
  {
    what: 'no value',
    payload: { text: plain('案') },
    errors: [badBlock('missing required field: value', inOption)],
  },
  {
    what: 'an address outside an overflow menu',
    payload: { ...option(1), url: 'https://example.jp/' },
    errors: [badBlock('invalid additional property: url', inOption)],
  },
];

describe('a confirm', () => {
  test.each(confirms)('$what', ({ payload, errors = [] }) => {
    expect(inMessage(actions(button({ confirm: payload })))).toEqual(errors);
  });

  test('is fine in a Home tab', () => {
    expect(inHome(actions(button({ confirm })))).toEqual([]);
  });

  test('makes a modal vanish in some clients, so none may have one', () => {
    expect(inModal(actions(button({ confirm })), input({ type: 'users_select', confirm }))).toEqual([
      badView('confirm is not allowed in modals', '/blocks/0/elements/0/confirm'),
      badView('confirm is not allowed in modals', '/blocks/1/element/confirm'),
    ]);
  });
});

describe('an option', () => {
  test.each(options)('$what', ({ payload, errors = [] }) => {
    expect(inMessage(actions({ type: 'checkboxes', options: [payload] }))).toEqual(errors);
  });

  test('of a select is plain text', () => {
    expect(
      inMessage(actions({ type: 'static_select', options: [{ text: mrkdwn('案'), value: 'a' }] })),
    ).toEqual([badBlock('unsupported type: mrkdwn', `${inOption}/text/type`)]);
  });
});
