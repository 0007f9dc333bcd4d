import { describe, expect, it } from 'vitest';
import type { Block, Field, Option } from '../../../src/sandbox/page/block-kit.ts';
import { carryValues, changeOf, findErrors, withValue } from '../../../src/sandbox/page/field-values.ts';

const option = (words: string): Option => ({ text: { type: 'plain_text', text: words }, value: words });
const input = (id: string, element: Field, more: { readonly optional?: boolean } = {}): Block => ({
  type: 'input',
  block_id: id,
  label: { type: 'plain_text', text: id },
  element,
  ...more,
});
const agenda = input('agenda', { type: 'plain_text_input', action_id: 'agenda', multiline: true });
const way = input('way', {
  type: 'radio_buttons',
  action_id: 'way',
  options: [option('対面'), option('書面開催')],
  initial_option: option('対面'),
});
const note = input('note', { type: 'plain_text_input', action_id: 'note', initial_value: '開催案内送付' });

describe('the values of a form', () => {
  it('start with what the bot offers, and with nothing elsewhere', () => {
    const heldOn = input('heldOn', { type: 'datepicker', action_id: 'heldOn' });
    const attended = input('attended', { type: 'multi_users_select', action_id: 'attended' });
    expect(carryValues([{ type: 'divider' }, agenda, way, heldOn, attended], {})).toEqual({
      agenda: { agenda: { type: 'plain_text_input', value: null } },
      way: { way: { type: 'radio_buttons', selected_option: option('対面') } },
      heldOn: { heldOn: { type: 'datepicker', selected_date: null } },
      attended: { attended: { type: 'multi_users_select', selected_users: [] } },
    });
  });

  it('include fields beside sections and in rows of actions, but no buttons', () => {
    const blocks: readonly Block[] = [
      {
        type: 'section',
        block_id: 'who',
        accessory: { type: 'users_select', action_id: 'user', initial_user: 'U2' },
      },
      {
        type: 'actions',
        block_id: 'row',
        elements: [
          { type: 'button', action_id: 'go', text: { type: 'plain_text', text: '回答する' } },
          { type: 'timepicker', action_id: 'at', initial_time: '09:00' },
        ],
      },
    ];
    expect(carryValues(blocks, {})).toEqual({
      who: { user: { type: 'users_select', selected_user: 'U2' } },
      row: { at: { type: 'timepicker', selected_time: '09:00' } },
    });
  });

  it('survive an update only where block, action and kind stayed the same', () => {
    const typed = withValue(carryValues([agenda, way], {}), 'agenda', 'agenda', {
      type: 'plain_text_input',
      value: '成案化について(審議)',
    });
    const renamed = input('way', { type: 'static_select', action_id: 'way', options: [option('対面')] });
    expect(carryValues([agenda, renamed, note], typed)).toEqual({
      agenda: { agenda: { type: 'plain_text_input', value: '成案化について(審議)' } },
      way: { way: { type: 'static_select', selected_option: null } },
      note: { note: { type: 'plain_text_input', value: '開催案内送付' } },
    });
  });

  it('tell the bot of a change by the option chosen, or by the text or day', () => {
    expect([
      changeOf({ type: 'radio_buttons', selected_option: option('書面開催') }),
      changeOf({ type: 'datepicker', selected_date: '2023-08-10' }),
      changeOf({ type: 'plain_text_input', value: null }),
      changeOf({ type: 'checkboxes', selected_options: [option('対面')] }),
    ]).toEqual([{ option: option('書面開催') }, { value: '2023-08-10' }, { value: '' }, {}]);
  });
});

describe('what Slack finds wrong before the bot hears of a form', () => {
  const text = (limits: object): Field => ({ type: 'plain_text_input', action_id: 'f', ...limits });
  const number: Field = {
    type: 'number_input',
    action_id: 'f',
    is_decimal_allowed: false,
    min_value: '0',
    max_value: '500',
  };
  const url: Field = { type: 'url_text_input', action_id: 'f' };
  const mail: Field = { type: 'email_text_input', action_id: 'f' };
  const wrongNumber = '半角の数字で入力してください。';
  const wrongUrl = 'http:// または https:// で始まるURLを入力してください。';

  it.each<[string, Field, string, string | undefined]>([
    ['an empty required field', text({}), '', 'この項目は必須です。'],
    ['a filled field', text({}), '幹事会', undefined],
    ['text of the greatest length', text({ max_length: 3 }), '幹事会', undefined],
    ['text too long', text({ max_length: 3 }), '本部会議', '3文字以内で入力してください(現在4文字)。'],
    ['text too short', text({ min_length: 2 }), '会', '2文字以上で入力してください。'],
    ['a number', number, '92', undefined],
    ['full-width digits', number, '９２', wrongNumber],
    ['a fraction where none is taken', number, '9.5', wrongNumber],
    ['a number too small', number, '-1', '0以上の数字を入力してください。'],
    ['a number too great', number, '501', '500以下の数字を入力してください。'],
    ['an address', url, 'https://example.jp/a', undefined],
    ['an address without its beginning', url, 'example.jp', wrongUrl],
    ['no mail address', mail, 'kyodo', 'メールアドレスの形で入力してください。'],
  ])('%s', (_case, field, value, expected) => {
    const blocks = [input('f', field)];
    const values = withValue({}, 'f', 'f', { type: 'plain_text_input', value: value === '' ? null : value });
    expect(findErrors(blocks, values)).toEqual(expected === undefined ? {} : { f: expected });
  });

  it('lets optional fields be empty, and names every empty required one', () => {
    const people = input('people', { type: 'multi_users_select', action_id: 'people' });
    const place = input('place', { type: 'plain_text_input', action_id: 'place' }, { optional: true });
    const blocks = [agenda, way, people, place];
    expect(findErrors(blocks, carryValues(blocks, {}))).toEqual({
      agenda: 'この項目は必須です。',
      people: 'この項目は必須です。',
    });
  });
});
