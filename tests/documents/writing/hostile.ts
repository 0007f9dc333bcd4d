import type { TextDocument } from '../../../src/documents/writing/text-document.ts';

/** What somebody might type so that a file runs it, cuts it or breaks by it, by name. */
export const HOSTILE: Readonly<Record<string, string>> = {
  script: '<script>window.typed = 1</script>',
  'a picture that runs': '"><img src=x onerror="window.typed = 1">',
  'the end of everything': '</td></tr></table></main></body></html>]]></w:t></w:p></t></si></sst>',
  'signs of tables': 'a|b\\|c |---|',
  'a formula': '=cmd|" /C calc"!A0',
  'other beginnings of formulas': '@SUM(1+1)*cmd',
  plus: '+81-6-0000-0000',
  minus: '-1+1',
  'entities and letters by number': '&lt;&amp;&#32; _x0041_ _x000D_',
  'Markdown of every kind': '# *a* _b_ ~~c~~ `d` [e](f) ![g](h) <i> $j$ [^1] https://example.jp/k_l*m',
  'a name and an emoji': '髙﨑𠮷葛󠄀 🎉👨‍👩‍👧 が',
  'a word without a space': 'supercalifragilisticexpialidociouslyandmore',
  'from right to left': 'שלום \u200Fעולם\u200E مرحبا',
  'an address of 300 letters': 'https://example.jp/'.padEnd(300, 'x'),
  'spaces at its ends': '  間  ',
  'a code of a sheet’s head': '&"Arial"&24&P & [Page]',
  '3,000 letters': 'あa'.repeat(1500),
};

/** A document that says the same in all its places. */
export const saying = (typed: string): TextDocument => ({
  title: typed,
  running: typed,
  contents: true,
  parts: [
    { kind: 'lines', lines: [typed, typed] },
    { kind: 'heading', text: typed },
    {
      kind: 'table',
      caption: `表:${typed}`,
      columns: [
        { heading: typed, share: 50 },
        { heading: typed, share: 50 },
      ],
      rows: [
        [[typed], [typed, typed]],
        [[typed], []],
      ],
    },
    { kind: 'facts', facts: [{ label: typed, lines: [typed, typed] }] },
    { kind: 'heading', text: typed, level: 2 },
    { kind: 'table', caption: typed, columns: [{ heading: typed, share: 100 }], rows: [[[typed]]] },
  ],
  sheets: [{ kind: 'table', caption: typed, columns: [{ heading: typed, share: 100 }], rows: [[[typed]]] }],
});
