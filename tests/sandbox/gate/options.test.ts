import { describe, expect, test } from 'vitest';
import { checkOptions } from '../../../src/sandbox/gate/gate.ts';
import { badView, type Case, many, option, plain } from './payloads.ts';

const group = (from: number, count: number) => ({
  label: plain('部局'),
  options: many(count, (index) => option(from + index)),
});

const cases: readonly Case[] = [
  { what: 'a hundred options', payload: { options: many(100, option) } },
  { what: 'nothing found', payload: { options: [] } },
  { what: 'groups', payload: { option_groups: [group(0, 50), group(50, 50)] } },
  {
    what: 'the 112 promoters at once',
    payload: { options: many(112, option) },
    errors: [badView('no more than 100 items allowed', '/options')],
  },
  {
    what: '101 options in two groups',
    payload: { option_groups: [group(0, 50), group(50, 51)] },
    errors: [badView('no more than 100 items allowed', '/')],
  },
  {
    what: 'neither options nor groups',
    payload: {},
    errors: [badView('must provide exactly one of: options, option_groups', '/')],
  },
  {
    what: 'an option with no value',
    payload: { options: [{ text: plain('案') }] },
    errors: [badView('missing required field: value', '/options/0')],
  },
  {
    what: 'the same value twice',
    payload: { options: [option(1), option(1)] },
    errors: [badView('`value` "v1" already exists', '/options/1/value')],
  },
];

describe('the answer of an external select', () => {
  test.each(cases)('$what', ({ payload, errors = [] }) => {
    expect(checkOptions(payload)).toEqual(errors);
  });
});
