import { describe, expect, test } from 'vitest';
import {
  actions,
  badBlock,
  button,
  type Case,
  inMessage,
  long,
  many,
  mrkdwn,
  option,
  plain,
} from './payloads.ts';

const at = (path: string): string => `/blocks/0/elements/0${path}`;

const cases: readonly Case[] = [
  {
    what: 'a button with all it may have',
    payload: {
      type: 'button',
      text: plain(long(75)),
      action_id: long(255),
      value: long(2000),
      url: `https://example.jp/${'a'.repeat(2981)}`,
      style: 'primary',
      accessibility_label: long(75),
    },
  },
  {
    what: 'a button with all of it too long',
    payload: {
      type: 'button',
      text: plain(long(76)),
      action_id: long(256),
      value: long(2001),
      url: `https://example.jp/${'a'.repeat(2982)}`,
      accessibility_label: long(76),
    },
    errors: [
      badBlock('must be less than 76 characters', at('/text/text')),
      badBlock('must be less than 256 characters', at('/action_id')),
      badBlock('must be less than 2001 characters', at('/value')),
      badBlock('must be less than 3001 characters', at('/url')),
      badBlock('must be less than 76 characters', at('/accessibility_label')),
    ],
  },
  {
    what: 'a button in mrkdwn',
    payload: button({ text: mrkdwn('回答する') }),
    errors: [badBlock('unsupported type: mrkdwn', at('/text/type'))],
  },
  {
    what: 'a button in another colour',
    payload: button({ style: 'success' }),
    errors: [badBlock('must be one of: primary, danger', at('/style'))],
  },
  {
    what: 'a button to an address that runs',
    payload: button({ url: 'javascript:alert(1)' }),
    errors: [badBlock('must be a valid URL', at('/url'))],
  },
  { what: 'an overflow menu of five', payload: { type: 'overflow', options: many(5, option) } },
  {
    what: 'an overflow menu with an address',
    payload: { type: 'overflow', options: [{ ...option(1), url: 'https://example.jp/' }] },
  },
  {
    what: 'an overflow menu of six',
    payload: { type: 'overflow', options: many(6, option) },
    errors: [badBlock('no more than 5 items allowed', at('/options'))],
  },
  {
    what: 'an empty overflow menu',
    payload: { type: 'overflow', options: [] },
    errors: [badBlock('no less than 1 items allowed', at('/options'))],
  },
  {
    what: 'ten checkboxes, two ticked',
    payload: { type: 'checkboxes', options: many(10, option), initial_options: [option(0), option(9)] },
  },
  {
    what: 'eleven checkboxes',
    payload: { type: 'checkboxes', options: many(11, option) },
    errors: [badBlock('no more than 10 items allowed', at('/options'))],
  },
  {
    what: 'checkboxes without any',
    payload: { type: 'checkboxes', options: [] },
    errors: [badBlock('no less than 1 items allowed', at('/options'))],
  },
  {
    what: 'checkboxes with an empty list of ticks',
    payload: { type: 'checkboxes', options: [option(1)], initial_options: [] },
    errors: [badBlock('no less than 1 items allowed', at('/initial_options'))],
  },
  {
    what: 'a tick at an option that is not there',
    payload: { type: 'checkboxes', options: [option(1)], initial_options: [option(2)] },
    errors: [badBlock('must be one of the provided options', at('/initial_options/0'))],
  },
  {
    what: 'two options with the same value',
    payload: { type: 'checkboxes', options: [option(1), { text: plain('別の選択肢'), value: 'v1' }] },
    errors: [badBlock('`value` "v1" already exists', at('/options/1/value'))],
  },
  {
    what: 'ten radio buttons',
    payload: { type: 'radio_buttons', options: many(10, option), initial_option: option(3) },
  },
  {
    what: 'eleven radio buttons',
    payload: { type: 'radio_buttons', options: many(11, option) },
    errors: [badBlock('no more than 10 items allowed', at('/options'))],
  },
  {
    what: 'a radio button chosen by the value, with other words',
    payload: {
      type: 'radio_buttons',
      options: [option(1)],
      initial_option: { text: plain('別の言葉'), value: 'v1' },
    },
    errors: [badBlock('must be one of the provided options', at('/initial_option'))],
  },
  {
    what: 'radio buttons with a placeholder',
    payload: { type: 'radio_buttons', options: [option(1)], placeholder: plain('選択') },
    errors: [badBlock('invalid additional property: placeholder', at(''))],
  },
];

describe('buttons and choices', () => {
  test.each(cases)('$what', ({ payload, errors = [] }) => {
    expect(inMessage(actions(payload))).toEqual(errors);
  });
});
