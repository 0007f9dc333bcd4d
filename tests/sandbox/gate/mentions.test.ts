import { describe, expect, test } from 'vitest';
import { unsafeMrkdwn, unwantedMentions } from '../../../src/sandbox/gate/mentions.ts';

describe('the signs of a mrkdwn text', () => {
  test.each([
    ['plain Japanese', '令和5年8月10日(木)までにご回答ください。', []],
    ['escaped signs', 'A &amp; B &lt;案&gt;', []],
    ['a link', '<https://example.jp/a?b=1&c=2|資料>', []],
    ['a link without words', '<http://example.jp/>', []],
    ['a person', '<@U12345> さん', []],
    ['a person of an organisation with a label', '<@W0A9|山田>', []],
    ['a channel', '<#C12345|kyodo>', []],
    ['a date', '<!date^1691625600^{date_num}|2023-08-10>', []],
    ['a typed @here, which verbatim leaves alone', '@here', []],
    ['a call to the channel', '<!channel> お知らせ', ['mention not allowed: <!channel>']],
    ['a call with a label', '<!here|here>', ['mention not allowed: <!here|here>']],
    ['a call to everyone', '<!everyone>', ['mention not allowed: <!everyone>']],
    ['a call to a group', '<!subteam^S12345>', ['mention not allowed: <!subteam^S12345>']],
    ['an id made of typed text', '<@yamada>', ['invalid user id: <@yamada>']],
    ['an id that is too short', '<@U1>', ['invalid user id: <@U1>']],
    ['a channel by name', '<#general>', ['invalid channel id: <#general>']],
    ['a forgotten escape of &', 'A & B', ['must be escaped: &']],
    ['an entity Slack does not know', '&nbsp;', ['must be escaped: &']],
    ['a single <', '5 < 6', ['must be escaped: <']],
    ['a single >', '6 > 5', ['must be escaped: >']],
    ['typed brackets', '<案> について', ['not a link, must be escaped: <案>']],
    [
      'an address that runs',
      '<javascript:alert(1)|押す>',
      ['not a link, must be escaped: <javascript:alert(1)|押す>'],
    ],
    ['a second bar in a link', '<https://a.jp|b|c>', ['not a link, must be escaped: <https://a.jp|b|c>']],
    ['a line break in a link', '<https://a.jp|b\nc>', ['not a link, must be escaped: <https://a.jp|b\nc>']],
    ['a raw & in the words of a link', '<https://a.jp|A & B>', ['must be escaped: &']],
    ['brackets in brackets', '<a <@U12345>', ['must be escaped: <']],
    [
      'several at once',
      '<!here> & <',
      ['mention not allowed: <!here>', 'must be escaped: &', 'must be escaped: <'],
    ],
  ])('%s', (_what, text, expected) => {
    expect(unsafeMrkdwn(text)).toEqual(expected);
  });

  test.each([
    ['a quote and an ampersand', '> A & B', []],
    ['an address in brackets', '<https://example.jp>', []],
    ['a call to the channel', '> <!channel>', ['mention not allowed: <!channel>']],
  ])('of Markdown only mentions are looked at: %s', (_what, text, expected) => {
    expect(unwantedMentions(text)).toEqual(expected);
  });
});
