import { expect, test } from 'vitest';
import { enteredValue } from '../../../src/sandbox/acts/field-values.ts';

const element = { type: 'datetimepicker' };

test.each([['1795654800'], [1_795_654_800]])('a moment entered as %j is held as a number', (entry) => {
  expect(enteredValue({ element }, entry)).toEqual({ ...element, selected_date_time: 1_795_654_800 });
});

test.each([['2026-11-26T10:00'], [1_795_654_800_000], ['近日']])(
  '%j is no moment that one can enter',
  (entry) => {
    expect(() => enteredValue({ element }, entry)).toThrow('not a moment in seconds since 1970');
  },
);
