import { button, choices, overflow } from './elements-choices.ts';
import { dateTimePicker, pickers, typedInputs } from './elements-inputs.ts';
import { selects } from './elements-selects.ts';
import { imageBlock, imageElement } from './images.ts';
import { unwantedMentions } from './mentions.ts';
import { fault } from './report.ts';
import { richTextBlock } from './rich-text.ts';
import { atLeastOne, byType, list, onlyOn, type Rule, type Rules, typed } from './rule.ts';
import { tableBlock } from './table.ts';
import { anyText, plainText, textObjects } from './text-objects.ts';
import { flag, identifier, text } from './values.ts';

const block_id: Rule = identifier;

const pressable: Rules = { ...button, ...overflow, ...choices, ...pickers, ...selects };

const markdownText: Rule = (value, place) => [
  ...text({ max: 12_000 })(value, place),
  // `<`, `>` and `&` are ordinary signs in Markdown; mentions are read all the same.
  ...(typeof value === 'string' ? unwantedMentions(value) : []).flatMap((problem) =>
    fault(place, problem, 'mention_refused'),
  ),
];

/**
 * Any block the bot may send, by type. A type Slack knows and this list does not is refused too: its limits are
 * unclear, so the bot does without it.
 */
export const block: Rule = byType({
  header: typed({ text: plainText(150) }, { block_id }),
  divider: typed({}, { block_id }),
  section: typed(
    {},
    {
      block_id,
      text: anyText(3000),
      fields: list({ max: 10 }, anyText(2000)),
      accessory: byType({ ...pressable, image: imageElement }),
      expand: flag,
    },
    atLeastOne('text', 'fields'),
  ),
  context: typed(
    { elements: list({ max: 10 }, byType({ ...textObjects(3000), image: imageElement })) },
    { block_id },
  ),
  actions: typed({ elements: list({ max: 25 }, byType({ ...pressable, ...dateTimePicker })) }, { block_id }),
  input: onlyOn(
    ['modal', 'home'],
    typed(
      {
        label: plainText(2000),
        element: byType({ ...choices, ...pickers, ...selects, ...dateTimePicker, ...typedInputs }),
      },
      { block_id, hint: plainText(2000), optional: flag, dispatch_action: flag },
    ),
  ),
  image: imageBlock,
  rich_text: richTextBlock,
  table: onlyOn(['message'], tableBlock),
  markdown: onlyOn(['message'], typed({ text: markdownText }, { block_id })),
});
