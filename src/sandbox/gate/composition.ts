import { isDeepStrictEqual } from 'node:util';
import { at, type Finding, fault, type Place } from './report.ts';
import {
  atLeastOne,
  duplicates,
  isObject,
  itemsOf,
  type JsonObject,
  list,
  object,
  type Rule,
  type WholeRule,
} from './rule.ts';
import { anyText, plainText } from './text-objects.ts';
import { flag, oneOf, text, webAddress } from './values.ts';

const value: Rule = text({ max: 150 });
const description: Rule = plainText(75);

/** An option of a select: its words are plain_text. */
export const selectOption: Rule = object({ text: plainText(75), value }, { description });

/** An option of checkboxes or radio buttons: its words may be mrkdwn. */
export const choiceOption: Rule = object({ text: anyText(75), value }, { description });

/** An option of an overflow menu, the only kind that may open an address. */
export const overflowOption: Rule = object({ text: plainText(75), value }, { description, url: webAddress });

/** A labelled group of up to 100 select options. */
export const optionGroup: Rule = object({ label: plainText(75), options: list({ max: 100 }, selectOption) });

type Placed = { readonly option: unknown; readonly place: Place };

/** Every option of an element with its place, whether it stands in `options` or in `option_groups`. */
export const optionsOf = (element: JsonObject, place: Place): readonly Placed[] => {
  const under = (holder: unknown, where: Place): readonly Placed[] =>
    isObject(holder)
      ? itemsOf(holder.options).map((option, index) => ({ option, place: at(at(where, 'options'), index) }))
      : [];
  const groups = itemsOf(element.option_groups);
  return [
    ...under(element, place),
    ...groups.flatMap((group, index) => under(group, at(at(place, 'option_groups'), index))),
  ];
};

/** No two options of one element carry the same value: the answer could not be told apart. */
export const distinctOptionValues: WholeRule = (element, place) =>
  duplicates(
    optionsOf(element, place).map((placed) => ({
      key: isObject(placed.option) ? placed.option.value : undefined,
      place: at(placed.place, 'value'),
    })),
    'value',
  );

/** `initial_option` and `initial_options` repeat options of the element whole, text and value. */
export const initialAmongOptions: WholeRule = (element, place) => {
  const known = optionsOf(element, place).map(({ option }) => option);
  const check = (option: unknown, where: Place): readonly Finding[] =>
    known.some((candidate) => isDeepStrictEqual(candidate, option))
      ? []
      : fault(where, 'must be one of the provided options');
  return [
    ...(element.initial_option === undefined
      ? []
      : check(element.initial_option, at(place, 'initial_option'))),
    ...itemsOf(element.initial_options).flatMap((option, index) =>
      check(option, at(at(place, 'initial_options'), index)),
    ),
  ];
};

const dialog: Rule = object(
  { title: plainText(100), text: anyText(300), confirm: plainText(30), deny: plainText(30) },
  { style: oneOf('primary', 'danger') },
);

/**
 * A confirmation dialog with all its four texts. Refused inside a modal, where it makes the whole modal vanish in some
 * clients: push a second view instead.
 */
export const confirm: Rule = (payload, place) =>
  place.surface === 'modal' ? fault(place, 'confirm is not allowed in modals') : dialog(payload, place);

/** When a text input tells the app about typing. */
export const dispatchActionConfig: Rule = object({
  trigger_actions_on: list({ max: 2 }, oneOf('on_enter_pressed', 'on_character_entered')),
});

/** Which conversations a conversations select offers. */
export const conversationFilter: Rule = object(
  {},
  {
    include: list({ max: 4 }, oneOf('im', 'mpim', 'private', 'public')),
    exclude_external_shared_channels: flag,
    exclude_bot_users: flag,
  },
  atLeastOne('include', 'exclude_external_shared_channels', 'exclude_bot_users'),
);
