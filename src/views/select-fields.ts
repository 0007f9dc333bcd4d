import type { InputBlock, SectionBlock, StaticSelect } from '@slack/types';
import { shorten } from '../domain/letters.ts';
import { type Choice, type Field, initialOption, input, option, paragraph } from './blocks.ts';
import { plain } from './mrkdwn.ts';
import { inParts } from './paging.ts';

type Select = Field & { readonly choices: readonly Choice[]; readonly initial?: string | undefined };
type GroupedSelect = Field & {
  readonly groups: readonly { readonly label: string; readonly choices: readonly Choice[] }[];
  readonly initial?: string | undefined;
};

const select = ({
  name,
  choices,
  initial,
  actionId = name,
}: Select & { readonly actionId?: string }): StaticSelect => ({
  type: 'static_select',
  action_id: actionId,
  options: choices.map(option),
  ...initialOption(choices, initial),
});

const groupedSelect = ({ name, groups, initial }: GroupedSelect): StaticSelect => ({
  type: 'static_select',
  action_id: name,
  option_groups: groups
    .filter(({ choices }) => choices.length > 0)
    .map(({ label, choices }) => ({ label: plain(label, 75), options: choices.map(option) })),
  ...initialOption(
    groups.flatMap(({ choices }) => choices),
    initial,
  ),
});

/** `tells` sends each choice to the bot at once; `actionId` differs where another form has a field of this name that tells. */
export const selectField = ({
  tells = false,
  ...field
}: Select & { readonly tells?: boolean; readonly actionId?: string }): InputBlock => ({
  ...input(field, select(field)),
  ...(tells ? { dispatch_action: true } : {}),
});

/** A select whose choices stand in named groups of at most 100 each; groups without a choice are left out. */
export const groupedSelectField = (field: GroupedSelect): InputBlock => input(field, groupedSelect(field));

/** Slack takes no more choices than this in one list, or in one group of a list. */
export const MOST_OPTIONS = 100;

/** Slack takes 100 choices in a row, but as many groups of 100, named by their first and last. */
const longSelect = (field: Select): StaticSelect => {
  const { choices } = field;
  if (choices.length <= MOST_OPTIONS) return select(field);
  return groupedSelect({
    ...field,
    groups: inParts(choices, MOST_OPTIONS).map((group) => ({
      label: `${shorten(group[0]?.text ?? '', 35)} – ${shorten(group.at(-1)?.text ?? '', 35)}`,
      choices: group,
    })),
  });
};

/** A select of any number of choices. */
export const longSelectField = (field: Select): InputBlock => input(field, longSelect(field));

/** The same outside of a form's fields, beside its label: the bot is told of the choice at once. */
export const longSelectChoice = (field: Select): SectionBlock => ({
  ...paragraph(field.label),
  block_id: field.name,
  accessory: longSelect(field),
});

/** Boxes to tick, each with its own value; `initial` are those ticked already. */
export const checkboxField = (
  field: Field & { readonly choices: readonly Choice[]; readonly initial?: readonly string[] },
): InputBlock => {
  const ticked = field.choices.filter(({ value }) => field.initial?.includes(value) === true);
  return input(field, {
    type: 'checkboxes',
    action_id: field.name,
    options: field.choices.map(option),
    ...(ticked.length === 0 ? {} : { initial_options: ticked.map(option) }),
  });
};

/** Several of at most 100 choices; those chosen already in their own order. */
export const multiSelectField = (
  field: Field & { readonly choices: readonly Choice[]; readonly initial?: readonly string[] },
): InputBlock => {
  const choices = field.choices.slice(0, MOST_OPTIONS);
  const chosen = (field.initial ?? []).flatMap(
    (wanted) => choices.find(({ value }) => value === wanted) ?? [],
  );
  return input(field, {
    type: 'multi_static_select',
    action_id: field.name,
    options: choices.map(option),
    ...(chosen.length === 0 ? {} : { initial_options: chosen.map(option) }),
  });
};
