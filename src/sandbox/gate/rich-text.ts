import { fault } from './report.ts';
import { byType, list, object, type Rule, type Rules, typed } from './rule.ts';
import { channelId, flag, identifier, integer, oneOf, pattern, text, userId, webAddress } from './values.ts';

const style: Rule = object({}, { bold: flag, italic: flag, strike: flag, underline: flag, code: flag });

const callsMany: Rule = (value, place) => {
  const range = typeof value === 'object' && value !== null && 'range' in value ? ` ${value.range}` : '';
  return fault(place, `mention not allowed: broadcast${range}`, 'mention_refused');
};

const words: Rules = {
  // Slack reads nothing out of these leaves, so here people's words need no escaping.
  text: typed({ text: text() }, { style }),
  link: typed({ url: webAddress }, { text: text(), unsafe: flag, style }),
};

const leaf: Rule = byType({
  ...words,
  user: typed({ user_id: userId }, { style }),
  channel: typed({ channel_id: channelId }, { style }),
  emoji: typed({ name: pattern(/^[^\s:]+$/, 'an emoji name without colons') }, { unicode: text(), style }),
  date: typed(
    { timestamp: integer({ min: 0, max: 9_999_999_999 }), format: text() },
    { url: webAddress, fallback: text(), style },
  ),
  broadcast: callsMany,
  usergroup: (_value, place) => fault(place, 'mention not allowed: usergroup', 'mention_refused'),
});

const border: Rule = oneOf(0, 1);
const section: Rule = typed({ elements: list({}, leaf) });

/** A rich text: sections, lists of sections, quotes and preformatted text, nothing nested deeper. */
const elements: Rule = list(
  {},
  byType({
    rich_text_section: section,
    rich_text_list: typed(
      { style: oneOf('bullet', 'ordered'), elements: list({}, byType({ rich_text_section: section })) },
      { indent: integer({ min: 0, max: 8 }), offset: integer({ min: 0, max: 10_000 }), border },
    ),
    rich_text_quote: typed({ elements: list({}, leaf) }, { border }),
    rich_text_preformatted: typed({ elements: list({}, byType(words)) }, { border }),
  }),
);

/** The `rich_text` block. */
export const richTextBlock: Rule = typed({ elements }, { block_id: identifier });

/** A rich text inside a table cell: it is no block of its own and has no id. */
export const richTextCell: Rule = typed({ elements });
