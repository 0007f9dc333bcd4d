import { richTextCell } from './rich-text.ts';
import { byType, list, object, type Rule, typed } from './rule.ts';
import { anyNumber, flag, identifier, oneOf, text } from './values.ts';

const cell: Rule = byType({
  raw_text: typed({ text: text() }),
  raw_number: typed({ value: anyNumber, text: text() }),
  rich_text: richTextCell,
});

/** The `table` block: up to 100 rows of up to 20 cells. That a message has one table at most is said in messages.ts. */
export const tableBlock: Rule = typed(
  { rows: list({ max: 100 }, list({ max: 20 }, cell)) },
  {
    block_id: identifier,
    column_settings: list(
      { max: 20 },
      object({}, { align: oneOf('left', 'center', 'right'), is_wrapped: flag }),
    ),
  },
);
