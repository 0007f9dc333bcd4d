import { describe, expect, test } from 'vitest';
import { checkView } from '../../../src/sandbox/gate/gate.ts';
import {
  actions,
  badView,
  button,
  type Case,
  error,
  home,
  input,
  long,
  many,
  modal,
  mrkdwn,
  type Payload,
  plain,
  section,
} from './payloads.ts';

const field = (index: number, action_id = `a${index}`): Payload =>
  input({ type: 'plain_text_input', action_id }, index);

const without = (view: Payload, name: string): Payload =>
  Object.fromEntries(Object.entries(view).filter(([key]) => key !== name));

/** Sections with enough characters to weigh `bytes` and a little more. */
const heavy = (bytes: number): readonly Payload[] => many(Math.ceil(bytes / 9000), () => section(long(3000)));

const cases: readonly Case[] = [
  {
    what: 'a modal with all it may have',
    payload: {
      ...modal(field(0), section('案')),
      title: plain(long(24)),
      submit: plain(long(24)),
      close: plain(long(24)),
      private_metadata: long(3000),
      callback_id: long(255),
      external_id: long(255),
      clear_on_close: true,
      notify_on_close: true,
    },
  },
  {
    what: 'a modal with all of it too long',
    payload: {
      type: 'modal',
      title: plain(long(25)),
      submit: plain(long(25)),
      close: plain(long(25)),
      blocks: [],
      private_metadata: long(3001),
      callback_id: long(256),
      external_id: long(256),
    },
    errors: [
      badView('must be less than 25 characters', '/title/text'),
      badView('must be less than 25 characters', '/submit/text'),
      badView('must be less than 25 characters', '/close/text'),
      badView('must be less than 3001 characters', '/private_metadata'),
      badView('must be less than 256 characters', '/callback_id'),
      badView('must be less than 256 characters', '/external_id'),
    ],
  },
  {
    what: 'an empty title',
    payload: { ...modal(), title: plain('') },
    errors: [badView('must be more than 0 characters', '/title/text')],
  },
  {
    what: 'a title in mrkdwn',
    payload: { ...modal(), title: mrkdwn('会議を記録') },
    errors: [badView('unsupported type: mrkdwn', '/title/type')],
  },
  {
    what: 'neither title nor blocks',
    payload: { type: 'modal' },
    errors: [badView('missing required field: title', '/'), badView('missing required field: blocks', '/')],
  },
  {
    what: 'an input that nobody can submit',
    payload: without(modal(field(0)), 'submit'),
    errors: [badView('missing required field: submit', '/')],
  },
  { what: 'no input and no submit', payload: without(modal(section('案')), 'submit') },
  { what: 'a hundred blocks', payload: modal(...many(100, (index) => field(index))) },
  {
    what: 'a hundred and one',
    payload: modal(...many(101, (index) => field(index))),
    errors: [badView('no more than 100 items allowed', '/blocks')],
  },
  {
    what: 'the same block twice',
    payload: modal(field(1, 'a'), field(1, 'b')),
    errors: [badView('`block_id` "field1" already exists', '/blocks/1/block_id')],
  },
  {
    what: 'the same action in two blocks',
    payload: modal(field(1, 'a'), { ...section('案'), accessory: button({ action_id: 'a' }) }),
    errors: [badView('`action_id` "a" already exists', '/blocks/1/accessory/action_id')],
  },
  {
    what: 'a Home tab',
    payload: { ...home(field(0), actions(button())), private_metadata: '', callback_id: 'home' },
  },
  {
    what: 'a Home tab with a title and a submit button',
    payload: { ...home(), title: plain('協DO'), submit: plain('保存する') },
    errors: [
      badView('invalid additional property: title', '/'),
      badView('invalid additional property: submit', '/'),
    ],
  },
  {
    what: 'a Home tab of 101 blocks',
    payload: home(...many(101, () => section('案'))),
    errors: [badView('no more than 100 items allowed', '/blocks')],
  },
  {
    what: 'the same action in two blocks of a Home tab',
    payload: home(actions(button({ action_id: 'a' })), actions(button({ action_id: 'a' }))),
    errors: [badView('`action_id` "a" already exists', '/blocks/1/elements/0/action_id')],
  },
  {
    what: 'another kind of view',
    payload: { type: 'workflow_step', blocks: [] },
    errors: [badView('unsupported type: workflow_step', '/type')],
  },
  { what: 'just under 250 KB', payload: modal(...heavy(240_000)) },
  {
    what: 'over 250 KB, counted in bytes',
    payload: modal(...heavy(250_000)),
    errors: [error('view_too_large', 'must be less than 250001 bytes', '/')],
  },
];

describe('views', () => {
  test.each(cases)('$what', ({ payload, errors = [] }) => {
    expect(checkView(payload)).toEqual(errors);
  });

  test.each([undefined, null, '{}', []])('%j is no view', (view) => {
    expect(checkView(view)).toEqual([badView('must provide an object', '/')]);
  });
});
