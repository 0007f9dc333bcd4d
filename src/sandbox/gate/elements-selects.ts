import {
  confirm,
  conversationFilter,
  distinctOptionValues,
  initialAmongOptions,
  optionGroup,
  selectOption,
} from './composition.ts';
import { at, fault } from './report.ts';
import { exactlyOne, itemsOf, list, type Rule, type Rules, typed, type WholeRule } from './rule.ts';
import { plainText } from './text-objects.ts';
import { channelId, conversationId, flag, identifier, integer, userId } from './values.ts';

const common: Rules = {
  action_id: identifier,
  placeholder: plainText(150),
  focus_on_load: flag,
  confirm,
};

const INITIAL_LISTS = [
  'initial_options',
  'initial_users',
  'initial_channels',
  'initial_conversations',
] as const;

const withinMaxSelected: WholeRule = (element, place) => {
  const most = element.max_selected_items;
  if (typeof most !== 'number') return [];
  return INITIAL_LISTS.flatMap((field) =>
    itemsOf(element[field]).length > most
      ? fault(at(place, field), `no more than ${most} items allowed`)
      : [],
  );
};

const several: Rules = { ...common, max_selected_items: integer({ min: 1, max: 100 }) };

/** A select and its multi form, which differ in how many are chosen at first. */
const pair = (
  name: string,
  one: string,
  chosen: Rule,
  required: Rules,
  optional: Rules,
  ...whole: readonly WholeRule[]
): Rules => ({
  [name]: typed(required, { ...common, ...optional, [one]: chosen }, ...whole),
  [`multi_${name}`]: typed(
    required,
    // An empty list is left out by the caller: clients differ on what they make of one.
    { ...several, ...optional, [`${one}s`]: list({ max: 100 }, chosen) },
    ...whole,
    withinMaxSelected,
  ),
});

const response: Rules = { response_url_enabled: flag };

/** Every select menu, single and multi, by type. */
export const selects: Rules = {
  ...pair(
    'static_select',
    'initial_option',
    selectOption,
    {},
    { options: list({ max: 100 }, selectOption), option_groups: list({ max: 100 }, optionGroup) },
    exactlyOne('options', 'option_groups'),
    distinctOptionValues,
    initialAmongOptions,
  ),
  // Slack waits for 3 characters unless told; two kanji are a whole word, so the bot must say 0 or 1.
  ...pair(
    'external_select',
    'initial_option',
    selectOption,
    { min_query_length: integer({ min: 0, max: 1 }) },
    {},
  ),
  ...pair('users_select', 'initial_user', userId, {}, {}),
  ...pair('channels_select', 'initial_channel', channelId, {}, response),
  ...pair(
    'conversations_select',
    'initial_conversation',
    conversationId,
    {},
    { ...response, default_to_current_conversation: flag, filter: conversationFilter },
  ),
};
