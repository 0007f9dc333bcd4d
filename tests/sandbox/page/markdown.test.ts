import { expect, it } from 'vitest';
import { parseMarkdown } from '../../../src/sandbox/page/markdown.ts';

it('reads headings, lines, lists, quotes and rules, and keeps what is no mark', () => {
  const given =
    '# 第5章\n\n本文 **太字** と *斜体* 2*3\n- 一\n- [二](https://example.jp)\n1. 甲\n> 引用\n---';
  expect(parseMarkdown(given)).toEqual([
    { kind: 'heading', children: [{ kind: 'text', text: '第5章' }] },
    {
      kind: 'line',
      children: [
        { kind: 'text', text: '本文 ' },
        { kind: 'bold', children: [{ kind: 'text', text: '太字' }] },
        { kind: 'text', text: ' と ' },
        { kind: 'italic', children: [{ kind: 'text', text: '斜体' }] },
        { kind: 'text', text: ' 2*3' },
      ],
    },
    {
      kind: 'list',
      ordered: false,
      items: [[{ kind: 'text', text: '一' }], [{ kind: 'link', url: 'https://example.jp', label: '二' }]],
    },
    { kind: 'list', ordered: true, items: [[{ kind: 'text', text: '甲' }]] },
    { kind: 'quote', children: [{ kind: 'text', text: '引用' }] },
    { kind: 'rule' },
  ]);
});
