import type { InputBlock, PlainTextOption } from '@slack/types';
import type { PlacedSection } from '../domain/department-match.ts';
import { shorten } from '../domain/letters.ts';
import { type Choice, type Field, input, option } from './blocks.ts';
import { plain } from './mrkdwn.ts';
import { MOST_OPTIONS } from './select-fields.ts';

/**
 * Fields whose choices Slack asks the bot for while somebody types: `actionId` is by what a feature's `options` finds them. Slack asks as
 * soon as the field is opened, with nothing typed yet: two kanji may be a whole name. A choice that was never offered may come back.
 */
type ExternalField = Field & { readonly actionId: string; readonly placeholder: string };

const asked = ({ actionId, placeholder }: ExternalField) => ({
  action_id: actionId,
  min_query_length: 0,
  placeholder: plain(placeholder, 150),
});

/** One of any number of choices, found by typing; `initial` is what stands there already. */
export const externalSelectField = (
  field: ExternalField & { readonly initial?: Choice | undefined },
): InputBlock =>
  input(field, {
    type: 'external_select',
    ...asked(field),
    ...(field.initial === undefined ? {} : { initial_option: option(field.initial) }),
  });

/** Several of any number of choices, found by typing. */
export const multiExternalSelectField = (
  field: ExternalField & { readonly initial?: readonly Choice[] },
): InputBlock => {
  const initial = field.initial ?? [];
  return input(field, {
    type: 'multi_external_select',
    ...asked(field),
    ...(initial.length === 0 ? {} : { initial_options: initial.map(option) }),
  });
};

/** In Socket Mode an answer of 20 KB is dropped without a word; some of it is the envelope's. */
const MOST_ANSWER_BYTES = 19_000;

/** As many choices as Slack takes in one answer, from the first. */
export const offeredOptions = (choices: readonly Choice[]): PlainTextOption[] => {
  const bytes = new TextEncoder();
  let room = MOST_ANSWER_BYTES;
  return choices
    .slice(0, MOST_OPTIONS)
    .map(option)
    .filter((each) => {
      room -= bytes.encode(JSON.stringify(each)).length + 1;
      return room >= 0;
    });
};

/** Slack takes no longer words of an option. The name of a 課・室等 has 60 letters at most. */
const MOST_OPTION_TEXT = 75;

/** A 課・室等 as a choice: after its 部局, which gives way where both are too long for one option. */
export const sectionChoice = ({ id, name, departmentName }: PlacedSection): Choice => ({
  value: id,
  text: `${shorten(departmentName, MOST_OPTION_TEXT - 1 - name.length)} ${name}`,
});
