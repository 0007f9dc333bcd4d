import { confirm, dispatchActionConfig } from './composition.ts';
import { at, fault } from './report.ts';
import { list, onlyOn, type Rule, type Rules, typed, type WholeRule } from './rule.ts';
import { plainText } from './text-objects.ts';
import { day, flag, identifier, integer, pattern, text, webAddress } from './values.ts';

const typing: Rules = {
  action_id: identifier,
  placeholder: plainText(150),
  focus_on_load: flag,
  dispatch_action_config: dispatchActionConfig,
};

const picking: Rules = { action_id: identifier, focus_on_load: flag, confirm };

const MOST_TYPED = 3000;

const lengthsAgree: WholeRule = ({ min_length, max_length, initial_value }, place) => {
  const most = typeof max_length === 'number' ? max_length : MOST_TYPED;
  return [
    ...(typeof min_length === 'number' && typeof max_length === 'number' && min_length > max_length
      ? fault(at(place, 'min_length'), `must be less than ${max_length + 1}`)
      : []),
    ...(typeof initial_value === 'string' && initial_value.length > most
      ? fault(at(place, 'initial_value'), `must be less than ${most + 1} characters`)
      : []),
  ];
};

// Numbers travel as strings, so that 0.1 stays 0.1.
const numeral: Rule = pattern(/^-?\d+(\.\d+)?$/, 'a number in a string');

const numbersAgree: WholeRule = ({ is_decimal_allowed, ...numbers }, place) => {
  const least = Number(numbers.min_value ?? Number.NEGATIVE_INFINITY);
  const most = Number(numbers.max_value ?? Number.POSITIVE_INFINITY);
  const first = Number(numbers.initial_value ?? Number.NaN);
  const whole = ['min_value', 'max_value', 'initial_value'].filter(
    (field) => is_decimal_allowed === false && String(numbers[field]).includes('.'),
  );
  return [
    ...whole.flatMap((field) => fault(at(place, field), 'must provide an integer')),
    ...(least > most ? fault(at(place, 'min_value'), 'must not be greater than max_value') : []),
    ...(first < least ? fault(at(place, 'initial_value'), 'must not be less than min_value') : []),
    ...(first > most ? fault(at(place, 'initial_value'), 'must not be greater than max_value') : []),
  ];
};

/** Days and times that are picked; a day and time together is not offered beside a section. */
export const pickers: Rules = {
  datepicker: typed({}, { ...picking, placeholder: plainText(150), initial_date: day }),
  timepicker: typed(
    {},
    {
      ...picking,
      placeholder: plainText(150),
      initial_time: pattern(/^([01]\d|2[0-3]):[0-5]\d$/, 'a valid time in the format HH:mm'),
      timezone: text({ max: 255 }),
    },
  ),
};

/** A day and time in one, held as the seconds since 1970, ten digits. */
export const dateTimePicker: Rules = {
  datetimepicker: typed(
    {},
    { ...picking, initial_date_time: integer({ min: 1_000_000_000, max: 9_999_999_999 }) },
  ),
};

/** What is typed or handed in; in an input block only. */
export const typedInputs: Rules = {
  plain_text_input: typed(
    {},
    {
      ...typing,
      multiline: flag,
      initial_value: text({ min: 0 }),
      min_length: integer({ min: 0, max: MOST_TYPED }),
      max_length: integer({ min: 1, max: MOST_TYPED }),
    },
    lengthsAgree,
  ),
  number_input: typed(
    { is_decimal_allowed: flag },
    { ...typing, min_value: numeral, max_value: numeral, initial_value: numeral },
    numbersAgree,
  ),
  url_text_input: typed({}, { ...typing, initial_value: webAddress }),
  email_text_input: typed(
    {},
    { ...typing, initial_value: pattern(/^[^\s@]+@[^\s@]+$/, 'a valid email address') },
  ),
  file_input: onlyOn(
    ['modal'],
    typed(
      {},
      {
        action_id: identifier,
        filetypes: list({}, pattern(/^[a-z0-9]+$/, 'a file type such as csv')),
        max_files: integer({ min: 1, max: 10 }),
      },
    ),
  ),
};
