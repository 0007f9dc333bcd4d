import { describe, expect, test } from 'vitest';
import { badView, type Case, inModal, input, long, many, option, plain } from './payloads.ts';

const at = (path: string): string => `/blocks/0/element${path}`;
const group = (from: number, count: number) => ({
  label: plain('部局'),
  options: many(count, (index) => option(from + index)),
});

const cases: readonly Case[] = [
  {
    what: 'a select of a hundred',
    payload: {
      type: 'static_select',
      action_id: 'body',
      placeholder: plain(long(150)),
      options: many(100, option),
      initial_option: option(99),
      focus_on_load: true,
    },
  },
  {
    what: 'a select of the 112 promoters',
    payload: { type: 'static_select', options: many(112, option) },
    errors: [badView('no more than 100 items allowed', at('/options'))],
  },
  {
    what: 'a select of none',
    payload: { type: 'static_select', options: [] },
    errors: [badView('no less than 1 items allowed', at('/options'))],
  },
  {
    what: 'too long a placeholder',
    payload: { type: 'static_select', options: [option(1)], placeholder: plain(long(151)) },
    errors: [badView('must be less than 151 characters', at('/placeholder/text'))],
  },
  {
    what: 'groups of up to a hundred',
    payload: {
      type: 'multi_static_select',
      option_groups: [group(0, 100), group(100, 100)],
      initial_options: [option(150)],
      max_selected_items: 1,
    },
  },
  {
    what: 'a group of 101 with too long a label',
    payload: { type: 'static_select', option_groups: [{ ...group(0, 101), label: plain(long(76)) }] },
    errors: [
      badView('must be less than 76 characters', at('/option_groups/0/label/text')),
      badView('no more than 100 items allowed', at('/option_groups/0/options')),
    ],
  },
  {
    what: 'the same value in two groups',
    payload: { type: 'static_select', option_groups: [group(0, 2), group(1, 1)] },
    errors: [badView('`value` "v1" already exists', at('/option_groups/1/options/0/value'))],
  },
  {
    what: 'options and groups',
    payload: { type: 'static_select', options: [option(1)], option_groups: [group(2, 1)] },
    errors: [badView('must provide exactly one of: options, option_groups', at(''))],
  },
  {
    what: 'neither options nor groups',
    payload: { type: 'static_select' },
    errors: [badView('must provide exactly one of: options, option_groups', at(''))],
  },
  {
    what: 'a choice that is not among the options',
    payload: { type: 'static_select', options: [option(1)], initial_option: option(2) },
    errors: [badView('must be one of the provided options', at('/initial_option'))],
  },
  {
    what: 'the first choice of a multi select in the words of a single one',
    payload: { type: 'multi_static_select', options: [option(1)], initial_option: option(1) },
    errors: [badView('invalid additional property: initial_option', at(''))],
  },
  {
    what: 'more chosen at first than may be',
    payload: { type: 'multi_users_select', initial_users: ['U111', 'U222'], max_selected_items: 1 },
    errors: [badView('no more than 1 items allowed', at('/initial_users'))],
  },
  {
    what: 'nobody allowed to be chosen',
    payload: { type: 'multi_users_select', max_selected_items: 0 },
    errors: [badView('must be greater than 0', at('/max_selected_items'))],
  },
  { what: 'people', payload: { type: 'multi_users_select', initial_users: ['U111', 'W222'] } },
  {
    what: 'people by name, or nobody',
    payload: { type: 'multi_users_select', initial_users: ['山田'] },
    errors: [badView('must be a valid user id', at('/initial_users/0'))],
  },
  {
    what: 'an empty list of people',
    payload: { type: 'multi_users_select', initial_users: [] },
    errors: [badView('no less than 1 items allowed', at('/initial_users'))],
  },
  { what: 'one person', payload: { type: 'users_select', initial_user: 'U111', placeholder: plain('職員') } },
  {
    what: 'channels',
    payload: { type: 'multi_channels_select', initial_channels: ['C111', 'C222'], max_selected_items: 5 },
  },
  {
    what: 'a channel that is a person',
    payload: { type: 'channels_select', initial_channel: 'U111' },
    errors: [badView('must be a valid channel id', at('/initial_channel'))],
  },
  {
    what: 'conversations, filtered',
    payload: {
      type: 'multi_conversations_select',
      initial_conversations: ['C111', 'D222'],
      filter: { include: ['public', 'im'], exclude_bot_users: true },
    },
  },
  {
    what: 'conversations with an empty filter',
    payload: { type: 'conversations_select', filter: {} },
    errors: [
      badView(
        'must provide at least one of: include, exclude_external_shared_channels, exclude_bot_users',
        at('/filter'),
      ),
    ],
  },
  {
    what: 'conversations of a kind that is not there',
    payload: { type: 'conversations_select', filter: { include: ['secret'] } },
    errors: [badView('must be one of: im, mpim, private, public', at('/filter/include/0'))],
  },
  {
    what: 'an external select from the first sign',
    payload: { type: 'external_select', min_query_length: 1, initial_option: option(1) },
  },
  {
    what: 'an external multi select from none',
    payload: { type: 'multi_external_select', min_query_length: 0 },
  },
  {
    what: 'an external select that waits for three signs',
    payload: { type: 'external_select' },
    errors: [badView('missing required field: min_query_length', at(''))],
  },
  {
    what: 'an external select that waits for two',
    payload: { type: 'external_select', min_query_length: 2 },
    errors: [badView('must be less than 2', at('/min_query_length'))],
  },
];

describe('selects', () => {
  test.each(cases)('$what', ({ payload, errors = [] }) => {
    expect(inModal(input(payload))).toEqual(errors);
  });
});
