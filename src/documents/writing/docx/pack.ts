import {
  AlignmentType,
  Document,
  Footer,
  Header,
  HeadingLevel,
  type IParagraphOptions,
  LeaderType,
  Packer,
  PageNumber,
  type PageNumberEstimator,
  Paragraph,
  type ParagraphChild,
  TableOfContents,
  TextRun,
} from 'docx';
import { documentText } from '../../../texts/document.ts';
import { captionsOf } from '../captions.ts';
import { oneLine } from '../letters.ts';
import type { TextDocument } from '../text-document.ts';
import { blocksOf } from './blocks.ts';
import { FONT, FONT_TABLE } from './font.ts';
import { PAGE, SIZE } from './page.ts';
import { withRows } from './rows.ts';

const BLACK = '000000';

const styleOf = (size: number, before: number) => ({
  run: { font: FONT, size, bold: true, color: BLACK },
  paragraph: { spacing: { before, after: 100 }, keepNext: true },
});

const small = (children: readonly ParagraphChild[], alignment: IParagraphOptions['alignment']): Paragraph =>
  new Paragraph({ ...(alignment === undefined ? {} : { alignment }), children: [...children] });

/** How far the entries of a table of contents stand in, by the level of their headings. */
const ENTRIES = [0, 220, 440].map((left, index) => ({
  id: `TOC${index + 1}`,
  name: `toc ${index + 1}`,
  basedOn: 'Normal',
  next: 'Normal',
  paragraph: { indent: { left }, spacing: { after: 40 } },
}));

/** The headings, each a link, in a field that Word fills with the numbers of their pages when somebody asks it to (フィールド更新). */
const contentsOf = (): readonly (Paragraph | TableOfContents)[] => [
  new Paragraph({ style: 'Contents', children: [new TextRun(documentText.contents)] }),
  new TableOfContents(documentText.contents, {
    hyperlink: true,
    headingStyleRange: '1-3',
    beginDirty: false,
    tabLeader: LeaderType.NONE,
  }),
];

/**
 * No page is known: where its fields were left to be filled at once, Word would ask whoever opens the file, and speak of other
 * files while there are none. To reckon the pages as Word does takes a fifth of a second a page, in which nobody is answered.
 */
const UNKNOWN_PAGES: PageNumberEstimator = () => ({ bookmarks: new Map() });

/** The document in the library's terms, and packed as a file. */
export const packDocx = async ({ title, running, parts, contents }: TextDocument): Promise<Uint8Array> => {
  const captions = captionsOf(parts);
  const document = new Document({
    title: oneLine(running),
    ...(contents === true ? { pageNumbers: UNKNOWN_PAGES } : {}),
    creator: documentText.writer,
    lastModifiedBy: documentText.writer,
    styles: {
      default: {
        document: {
          run: { font: FONT, size: SIZE.text, language: { value: 'ja-JP', eastAsia: 'ja-JP' } },
          paragraph: { spacing: { line: 300 } },
        },
        title: {
          ...styleOf(SIZE.title, 0),
          paragraph: { alignment: AlignmentType.CENTER, spacing: { after: 240 } },
        },
        heading1: styleOf(SIZE.heading, 280),
        heading2: styleOf(SIZE.subheading, 240),
        heading3: styleOf(SIZE.text, 200),
        caption: styleOf(SIZE.text, 120),
      },
      paragraphStyles: [
        ...ENTRIES,
        { id: 'Contents', name: 'Contents', basedOn: 'Normal', ...styleOf(SIZE.heading, 0) },
      ],
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: PAGE.width, height: PAGE.height },
            margin: { top: PAGE.head, bottom: PAGE.margin, left: PAGE.margin, right: PAGE.margin },
          },
        },
        headers: {
          default: new Header({
            children: [
              small([new TextRun({ text: oneLine(running), size: SIZE.small })], AlignmentType.RIGHT),
            ],
          }),
        },
        footers: {
          default: new Footer({
            children: [
              small(
                [
                  new TextRun({
                    size: SIZE.small,
                    children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES],
                  }),
                ],
                AlignmentType.CENTER,
              ),
            ],
          }),
        },
        children: [
          new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(oneLine(title))] }),
          ...(contents === true ? contentsOf() : []),
          ...parts.flatMap((part, index) => blocksOf(part, captions[index] ?? null)),
        ],
      },
    ],
  });
  const packed = await Packer.toBuffer(document, false, [{ path: 'word/fontTable.xml', data: FONT_TABLE }]);
  return withRows(new Uint8Array(packed), parts);
};
