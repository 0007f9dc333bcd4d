import { expect, test } from 'vitest';
import { mentionedIn, readableText } from '../../../src/domain/slack/text.ts';

const NAMES = {
  people: new Map([
    ['U0STAFF002', '山田 花子'],
    ['W0GRID', '<部長> & 次長'],
  ]),
  channels: new Map([['C0PARK', '公園づくり']]),
};

test.each([
  ['see <https://a.example|here> &amp; <@U1|hana>', 'see here https://a.example & @hana'],
  ['<https://a.example>', 'https://a.example'],
  ['<https://a.example/?a=1&amp;b=2|https://a.example/?a=1&amp;b=2>', 'https://a.example/?a=1&b=2'],
  [
    '<mailto:hanako@example.jp|hanako@example.jp> <tel:0661112222|06-6111-2222>',
    'hanako@example.jp 06-6111-2222 0661112222',
  ],
  ['<@U0STAFF002> さんの <#C0PARK|> での', '@山田 花子 さんの #公園づくり での'],
  ['<@U0STAFF002|yamada.hanako> <#C0PARK|park>', '@山田 花子 #公園づくり'],
  ['<@W0GRID>', '@<部長> & 次長'],
  ['<@U0NOBODY> <#C0SECRET> <#C0SECRET|> <#C0OTHER|秘&amp;密>', '@(氏名不明) #(非公開) #(非公開) #秘&密'],
  ['<!here> <!channel> <!everyone> <!everyone|everyone>', '@here @channel @everyone everyone'],
  ['<!subteam^S1|@市民課> <!subteam^S1> <!subteam^S1|>', '@市民課 @(グループ) @(グループ)'],
  ['<!date^1700000000^{date_short}|令和5年11月14日>', '令和5年11月14日'],
  ['&lt;b&gt; &amp;lt; &lt;@U0STAFF002&gt;', '<b> &lt; <@U0STAFF002>'],
  ['a < b > c <> <', 'a < b > c <> <'],
])('of the message %j one reads %j', (text, read) => {
  expect(readableText(text, NAMES)).toBe(read);
  expect(readableText(text, NAMES)).not.toMatch(/[UWCS]0?[A-Z0-9]{3,}(?![^<]*>)/u);
});

test('each person and channel is asked about once, whatever the label', () => {
  const text = '<@U1> <@U1|a> <#C1> <@W2> <#C1|b> <!subteam^S1> <https://a.example> &lt;@U9&gt;';
  expect(mentionedIn(text)).toEqual({ people: ['U1', 'W2'], channels: ['C1'] });
});
