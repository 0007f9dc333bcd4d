import { Resvg } from '@resvg/resvg-js';
import type { ArchivedArticle, ArchivedIssue } from '../../src/documents/newsletter/archived.ts';

export const anArticle = (facts: Partial<ArchivedArticle> = {}): ArchivedArticle => ({
  id: '00000000-0000-4000-8000-000000000001',
  title: '市民と進める公園づくり',
  category: '好事例',
  byline: '',
  body: 'はじめに\n続きの行\n\n次の段落 https://example.jp/a?b=1&c=2 をご覧ください。',
  link: 'https://example.jp/park',
  photo: null,
  correctedAt: null,
  ...facts,
});

export const anIssue = (facts: Partial<ArchivedIssue> = {}): ArchivedIssue => ({
  id: '00000000-0000-4000-8000-0000000000aa',
  title: 'きょうどう通信 協DO 令和8年度第2号',
  slug: '2026-02',
  fiscalYear: 2026,
  publishedAt: new Date('2026-11-26T10:00:00+09:00'),
  greeting: 'こんにちは。',
  articles: [anArticle()],
  parts: [{ title: '会議の結果', lines: ['令和8年11月2日 協働推進本部会議(年間の予定)'] }],
  ...facts,
});

export const OPTIONS = {
  contact: 'コミュニティ政策課 内線0000',
  feedId: 'T0CITY',
  writtenAt: new Date('2026-11-27T00:00:00Z'),
};

/** A picture of so many pixels. */
export const png = (width: number, height: number): Uint8Array =>
  new Resvg(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="teal"/></svg>`,
  )
    .render()
    .asPng();
