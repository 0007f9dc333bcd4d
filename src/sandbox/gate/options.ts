import { distinctOptionValues, optionGroup, optionsOf, selectOption } from './composition.ts';
import { fault } from './report.ts';
import { exactlyOne, list, object, type Rule, type WholeRule } from './rule.ts';

const MOST = 100;

const notTooMany: WholeRule = (answer, place) =>
  answer.option_groups !== undefined && optionsOf(answer, place).length > MOST
    ? fault(place, `no more than ${MOST} items allowed`)
    : [];

/** The answer to what was typed in an external select: up to 100 options in all, or none when nothing was found. */
export const optionsAnswer: Rule = object(
  {},
  {
    options: list({ min: 0, max: MOST }, selectOption),
    option_groups: list({ min: 0, max: MOST }, optionGroup),
  },
  exactlyOne('options', 'option_groups'),
  distinctOptionValues,
  notTooMany,
);
