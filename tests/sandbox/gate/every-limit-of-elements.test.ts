import { expect, test } from 'vitest';
import { checkOptions } from '../../../src/sandbox/gate/gate.ts';
import {
  actions,
  badBlock,
  badView,
  button,
  inHome,
  inMessage,
  inModal,
  input,
  long,
  many,
  option,
  type Payload,
  plain,
} from './payloads.ts';
import { type Row, sides } from './row.ts';

const options = (count: number): readonly Payload[] => many(count, option);
const select = (extra: Payload): Payload => ({ type: 'static_select', ...extra });
const optionWith = (extra: Payload): Payload => ({ ...option(0), ...extra });
const group = (extra: Payload = {}): Payload => ({ label: plain('部局'), options: options(1), ...extra });
const asked = (element: Payload) => inModal(input(element));
const pressed = (element: Payload) => inMessage(actions(element));
const address = (length: number): string => `https://example.jp/${'a'.repeat(length - 19)}`;
const dialog = { title: plain('題'), text: plain('文'), confirm: plain('はい'), deny: plain('いいえ') };
const confirming = (extra: Payload = {}): Payload => button({ confirm: { ...dialog, ...extra } });
const tooLong = (most: number): string => `must be less than ${most + 1} characters`;
const OVER = { type: 'overflow' };

/** Texts of elements and how long they may be. */
const texts: readonly Row[] = [
  ['button text', 75, (words: string) => button({ text: plain(words) }), '/text/text'],
  ['button value', 2000, (value: string) => button({ value }), '/value'],
  ['confirm title', 100, (words: string) => confirming({ title: plain(words) }), '/confirm/title/text'],
  ['confirm text', 300, (words: string) => confirming({ text: plain(words) }), '/confirm/text/text'],
  ['confirm confirm', 30, (words: string) => confirming({ confirm: plain(words) }), '/confirm/confirm/text'],
  ['confirm deny', 30, (words: string) => confirming({ deny: plain(words) }), '/confirm/deny/text'],
  [
    'option text',
    75,
    (words: string) => select({ options: [optionWith({ text: plain(words) })] }),
    '/options/0/text/text',
  ],
  ['option value', 150, (value: string) => select({ options: [optionWith({ value })] }), '/options/0/value'],
  [
    'option description',
    75,
    (words: string) => select({ options: [optionWith({ description: plain(words) })] }),
    '/options/0/description/text',
  ],
  [
    'option group label',
    75,
    (words: string) => select({ option_groups: [group({ label: plain(words) })] }),
    '/option_groups/0/label/text',
  ],
  [
    'select placeholder',
    150,
    (words: string) => select({ options: options(1), placeholder: plain(words) }),
    '/placeholder/text',
  ],
].map(([name, most, make, pointer]) => {
  const element = make as (words: string) => Payload;
  const inside = pressed(element(long(Number(most))));
  const outside = pressed(element(long(Number(most) + 1)));
  return [
    `${name}: ${most}`,
    inside,
    outside,
    badBlock(tooLong(Number(most)), `/blocks/0/elements/0${pointer}`),
  ];
});

/** Lists of elements and how many they may hold; of each also one at least. */
const counts: readonly Row[] = [
  ['select: options', 100, (count: number) => select({ options: options(count) }), '/options'],
  [
    'select: option_groups',
    100,
    (count: number) =>
      select({
        option_groups: many(count, (index) => group({ options: [option(index)] })),
      }),
    '/option_groups',
  ],
  [
    'option group: options',
    100,
    (count: number) => select({ option_groups: [group({ options: options(count) })] }),
    '/option_groups/0/options',
  ],
  [
    'checkboxes: options',
    10,
    (count: number) => ({ type: 'checkboxes', options: options(count) }),
    '/options',
  ],
  [
    'radio_buttons: options',
    10,
    (count: number) => ({ type: 'radio_buttons', options: options(count) }),
    '/options',
  ],
  ['overflow: options', 5, (count: number) => ({ ...OVER, options: options(count) }), '/options'],
].flatMap(([name, most, make, where]): readonly Row[] => {
  const said = (count: number) => pressed((make as (count: number) => Payload)(count));
  const pointer = `/blocks/0/elements/0${where}`;
  return [
    [
      `${name}, at most ${most}`,
      said(Number(most)),
      said(Number(most) + 1),
      badBlock(`no more than ${most} items allowed`, pointer),
    ],
    [`${name}, at least 1`, said(1), said(0), badBlock('no less than 1 items allowed', pointer)],
  ];
});

/** Whole numbers of elements: both ends. */
const numbers: readonly Row[] = [
  ['plain_text_input', 'min_length', 0, 3000],
  ['plain_text_input', 'max_length', 1, 3000],
  ['file_input', 'max_files', 1, 10],
  ['external_select', 'min_query_length', 0, 1],
].flatMap(([type, field, least, most]): readonly Row[] => {
  const said = (count: number) => asked({ type, [String(field)]: count });
  const pointer = `/blocks/0/element/${field}`;
  const [low, high] = [Number(least), Number(most)];
  return [
    [
      `${type} ${field}: at least ${low}`,
      said(low),
      said(low - 1),
      badView(`must be greater than ${low - 1}`, pointer),
    ],
    [
      `${type} ${field}: at most ${high}`,
      said(high),
      said(high + 1),
      badView(`must be less than ${high + 1}`, pointer),
    ],
  ];
});

const others: readonly Row[] = [
  [
    'button url: 3000',
    pressed(button({ url: address(3000) })),
    pressed(button({ url: address(3001) })),
    badBlock(tooLong(3000), '/blocks/0/elements/0/url'),
  ],
  [
    'option url: only in overflow',
    pressed({ ...OVER, options: [optionWith({ url: address(30) })] }),
    pressed(select({ options: [optionWith({ url: address(30) })] })),
    badBlock('invalid additional property: url', '/blocks/0/elements/0/options/0'),
  ],
  [
    'option values unique',
    pressed(select({ options: [option(0), option(1)] })),
    pressed(select({ options: [option(0), option(0)] })),
    badBlock('`value` "v0" already exists', '/blocks/0/elements/0/options/1/value'),
  ],
  [
    'select: not both options and option_groups',
    pressed(select({ option_groups: [group()] })),
    pressed(select({ options: [option(1)], option_groups: [group()] })),
    badBlock('must provide exactly one of: options, option_groups', '/blocks/0/elements/0'),
  ],
  [
    'select: options or option_groups',
    pressed(select({ options: options(1) })),
    pressed(select({})),
    badBlock('must provide exactly one of: options, option_groups', '/blocks/0/elements/0'),
  ],
  ...Object.keys(dialog).map((gone): Row => {
    const rest = Object.fromEntries(Object.entries(dialog).filter(([field]) => field !== gone));
    return [
      `confirm: all present, ${gone} too`,
      pressed(confirming()),
      pressed(button({ confirm: rest })),
      badBlock(`missing required field: ${gone}`, '/blocks/0/elements/0/confirm'),
    ];
  }),
  [
    'confirm: in no modal',
    [...inMessage(actions(confirming())), ...inHome(actions(confirming()))],
    inModal(actions(confirming())),
    badView('confirm is not allowed in modals', '/blocks/0/elements/0/confirm'),
  ],
  [
    'number_input: is_decimal_allowed required',
    asked({ type: 'number_input', is_decimal_allowed: false }),
    asked({ type: 'number_input' }),
    badView('missing required field: is_decimal_allowed', '/blocks/0/element'),
  ],
  ...['min_value', 'max_value', 'initial_value'].map(
    (field): Row => [
      `number_input: ${field} is a string`,
      asked({ type: 'number_input', is_decimal_allowed: false, [field]: '3' }),
      asked({ type: 'number_input', is_decimal_allowed: false, [field]: 3 }),
      badView('must provide a string', `/blocks/0/element/${field}`),
    ],
  ),
  [
    'external_select: min_query_length must be said, for it defaults to 3',
    asked({ type: 'external_select', min_query_length: 1 }),
    asked({ type: 'external_select' }),
    badView('missing required field: min_query_length', '/blocks/0/element'),
  ],
  [
    'external_select: answers at most 100 options',
    checkOptions({ options: options(100) }),
    checkOptions({ options: options(101) }),
    badView('no more than 100 items allowed', '/options'),
  ],
  [
    'file_input: in modals only',
    asked({ type: 'file_input' }),
    inHome(input({ type: 'file_input' })),
    badView('unsupported type: file_input', '/blocks/0/element/type'),
  ],
];

test.each([...texts, ...counts, ...numbers, ...others])('%s', (...row) => {
  const { said, expected } = sides(row);
  expect(said).toEqual(expected);
});
