import { CHOICES, ELEMENTS, INPUTS, PICKERS, PRESSABLE, SELECTS } from './limit-elements.ts';
import { type Field, flag, id, type Kind, list, plain, text } from './limit-fields.ts';

const PICTURE: Kind['fields'] = {
  alt_text: { string: 2000 },
  image_url: { address: true },
  slack_file: { kind: 'slack_file' },
};

export const BLOCKS = ['header', 'divider', 'section', 'context', 'actions', 'input', 'image', 'rich_text'];
const blocks = (max: number, types: readonly string[]): Field => list(0, max, { one: types });

const VIEW = { callback_id: id, external_id: id, private_metadata: { string: 3000, min: 0 } };

export const KINDS: Readonly<Record<string, Kind>> = {
  modal: {
    required: ['title', 'blocks'],
    fields: {
      ...VIEW,
      title: plain(24),
      submit: plain(24),
      close: plain(24),
      clear_on_close: flag,
      notify_on_close: flag,
      blocks: blocks(100, BLOCKS),
    },
  },
  home: { required: ['blocks'], fields: { ...VIEW, blocks: blocks(100, BLOCKS) } },
  /** The blocks of a message alone. */
  message: { required: [], fields: { blocks: blocks(50, [...BLOCKS, 'table', 'markdown']) } },

  header: { required: ['text'], fields: { block_id: id, text: plain(150) } },
  divider: { required: [], fields: { block_id: id } },
  section: {
    required: [],
    fields: {
      block_id: id,
      text: text(3000),
      fields: list(1, 10, text(2000)),
      accessory: { one: [...PRESSABLE, 'image_element'] },
      expand: flag,
    },
    some: ['text', 'fields'],
  },
  context: {
    required: ['elements'],
    fields: { block_id: id, elements: list(1, 10, { one: ['plain_text', 'mrkdwn', 'image_element'] }) },
  },
  actions: {
    required: ['elements'],
    fields: { block_id: id, elements: list(1, 25, { one: [...PRESSABLE, 'datetimepicker'] }) },
  },
  input: {
    required: ['label', 'element'],
    fields: {
      block_id: id,
      label: plain(2000),
      hint: plain(2000),
      optional: flag,
      dispatch_action: flag,
      element: { one: [...CHOICES, ...PICKERS, ...SELECTS, ...INPUTS, 'datetimepicker'] },
    },
    on: ['modal', 'home'],
  },
  image: {
    required: ['alt_text'],
    fields: { ...PICTURE, block_id: id, title: plain(2000) },
    exactlyOne: ['image_url', 'slack_file'],
  },
  image_element: {
    called: 'image',
    required: ['alt_text'],
    fields: PICTURE,
    exactlyOne: ['image_url', 'slack_file'],
  },
  rich_text: {
    required: ['elements'],
    fields: { block_id: id, elements: list(1, Number.POSITIVE_INFINITY, { one: ['rich_text_section'] }) },
  },
  rich_text_section: {
    required: ['elements'],
    fields: {
      elements: list(1, Number.POSITIVE_INFINITY, { kind: 'leaf' }),
    },
  },
  table: {
    required: ['rows'],
    fields: { block_id: id, rows: list(1, 100, list(1, 20, { kind: 'cell' })) },
    on: ['message'],
  },
  markdown: { required: ['text'], fields: { block_id: id, text: { string: 12_000 } }, on: ['message'] },
  ...ELEMENTS,
};

/** Text of all blocks of a message together. */
export const MOST_TEXT = 10_000;
/** All blocks of a message as JSON stay below this. */
export const MOST_JSON = 13_000;
/** UTF-8 bytes of a view. */
export const MOST_BYTES = 250_000;

/** What may stand in mrkdwn, and what would call people or came from somebody's keyboard. */
export const WRITTEN: readonly { readonly words: string; readonly isSafe: boolean }[] = [
  { words: '<@U0TARO>', isSafe: true },
  { words: '<#C0KYODO>', isSafe: true },
  { words: '&lt;b&gt; &amp; *太字*', isSafe: true },
  { words: '<https://example.jp/a?b=1|公園>', isSafe: true },
  { words: '<!date^1700000000^{date}|日付>', isSafe: true },
  { words: '@here', isSafe: true },
  { words: '<!here>', isSafe: false },
  { words: '<!channel>', isSafe: false },
  { words: '<!everyone>', isSafe: false },
  { words: '<!subteam^S0TEAM>', isSafe: false },
  { words: '<@taro>', isSafe: false },
  { words: '<#general>', isSafe: false },
  { words: '<javascript:alert(1)|公園>', isSafe: false },
  { words: '3 < 5', isSafe: false },
  { words: 'A & B', isSafe: false },
];
