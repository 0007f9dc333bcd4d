/** The one font of every document: made to be read easily (UD), and on every Windows since 2018. */
export const FONT = 'BIZ UDPゴシック';

/** What stands in for it where it is not, the nearest first: its own name in Latin letters, then the Gothic of Windows, Mac and Linux. */
const INSTEAD = [
  'BIZ UDPGothic',
  '游ゴシック',
  'Yu Gothic',
  'メイリオ',
  'ヒラギノ角ゴ ProN',
  'Hiragino Kaku Gothic ProN',
  'Noto Sans CJK JP',
  'IPAexゴシック',
  'ＭＳ Ｐゴシック',
] as const;

/**
 * The table of fonts as WordprocessingML has it (ECMA-376, 17.8.3): names to take instead, and what kind of font it is for a
 * program that knows none of them. `charset` 80 is Japanese.
 */
export const FONT_TABLE = [
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
  '<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">',
  `<w:font w:name="${FONT}">`,
  `<w:altName w:val="${INSTEAD.join(',')}"/>`,
  '<w:panose1 w:val="020B0400000000000000"/>',
  '<w:charset w:val="80"/>',
  '<w:family w:val="swiss"/>',
  '<w:pitch w:val="variable"/>',
  '</w:font>',
  '</w:fonts>',
].join('');
