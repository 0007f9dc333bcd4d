import {
  choiceOption,
  confirm,
  distinctOptionValues,
  initialAmongOptions,
  overflowOption,
} from './composition.ts';
import { list, type Rules, typed } from './rule.ts';
import { plainText } from './text-objects.ts';
import { flag, identifier, oneOf, text, webAddress } from './values.ts';

const common: Rules = { action_id: identifier, confirm };

/** What is pressed rather than filled in. */
export const button: Rules = {
  button: typed(
    { text: plainText(75) },
    {
      ...common,
      value: text({ max: 2000 }),
      url: webAddress,
      style: oneOf('primary', 'danger'),
      accessibility_label: text({ max: 75 }),
    },
  ),
};

/** A menu of one to five actions behind three dots. */
export const overflow: Rules = {
  overflow: typed({ options: list({ max: 5 }, overflowOption) }, common, distinctOptionValues),
};

/** Choices shown all at once, at most ten of them. */
export const choices: Rules = {
  checkboxes: typed(
    { options: list({ max: 10 }, choiceOption) },
    { ...common, initial_options: list({ max: 10 }, choiceOption), focus_on_load: flag },
    distinctOptionValues,
    initialAmongOptions,
  ),
  radio_buttons: typed(
    { options: list({ max: 10 }, choiceOption) },
    { ...common, initial_option: choiceOption, focus_on_load: flag },
    distinctOptionValues,
    initialAmongOptions,
  ),
};
