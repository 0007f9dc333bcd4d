import { describe, expect, it } from 'vitest';
import { type Inline, type Paragraph, parseMrkdwn } from '../../../src/sandbox/page/mrkdwn.ts';

const text = (words: string): Inline => ({ kind: 'text', text: words });
const bold = (...children: Inline[]): Inline => ({ kind: 'bold', children });
const plain = (...children: Inline[]): Paragraph => ({ kind: 'plain', children });

describe('mrkdwn of the practice page', () => {
  it.each<[string, string, readonly Paragraph[]]>([
    [
      'bold between spaces',
      '期限は *8月10日* です',
      [plain(text('期限は '), bold(text('8月10日')), text(' です'))],
    ],
    ['bold of one letter', '*済*', [plain(bold(text('済')))]],
    ['stars beside Japanese letters as they are', '会議*名*です', [plain(text('会議*名*です'))]],
    ['bold beside brackets', '(*要*)', [plain(text('('), bold(text('要')), text(')'))]],
    ['underscores within a name as they are', 'kyodo_bot_2023', [plain(text('kyodo_bot_2023'))]],
    ['marks within marks', '*_重要_*', [plain(bold({ kind: 'italic', children: [text('重要')] }))]],
    ['no bold over a line end', '*一\n二*', [plain(text('*一\n二*'))]],
    ['struck text', '~旧案~', [plain({ kind: 'strike', children: [text('旧案')] })]],
    ['code without marks in it', '`*a* &lt;`', [plain({ kind: 'code', text: '*a* <' })]],
    ['entities once', '&amp;lt;本日&gt;', [plain(text('&lt;本日>'))]],
    ['a typed tag as text', '&lt;b&gt;太字&lt;/b&gt;', [plain(text('<b>太字</b>'))]],
    [
      'a link with its label',
      '<https://example.jp/?a=1&amp;b=2|市の頁>',
      [plain({ kind: 'link', url: 'https://example.jp/?a=1&b=2', label: '市の頁' })],
    ],
    ['a link that would run a program as its words', '<javascript:alert(1)|押す>', [plain(text('押す'))]],
    ['a person', '<@U1> さん', [plain({ kind: 'mention', sign: '@', id: 'U1' }, text(' さん'))]],
    [
      'a channel with its name',
      '<#C1|協働>',
      [plain({ kind: 'mention', sign: '#', id: 'C1', label: '協働' })],
    ],
    ['a call to all as words', '<!here>', [plain(text('@here'))]],
    ['a date as what stands for it', '<!date^1691625600^{date}|8月10日>', [plain(text('8月10日'))]],
    [
      'quotes of several lines apart from the rest',
      '&gt; 一\n&gt; 二\n三',
      [{ kind: 'quote', children: [text('一\n二')] }, plain(text('三'))],
    ],
    [
      'a block of code between lines',
      '前\n```\n*a*\n```\n後',
      [plain(text('前')), { kind: 'preformatted', text: '*a*' }, plain(text('後'))],
    ],
    ['an unfinished block of code as it is', '前```後', [plain(text('前')), plain(text('```後'))]],
    ['nothing', '', []],
  ])('reads %s', (_case, given, expected) => {
    expect(parseMrkdwn(given)).toEqual(expected);
  });
});
