import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  ImageRun,
  type IParagraphOptions,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { documentText } from '../../../texts/document.ts';
import { allLines, oneLine } from '../letters.ts';
import type { Cell, DocumentPart, TextDocument } from '../text-document.ts';
import { FONT, FONT_TABLE } from './font.ts';

/** Lengths are in twips, twentieths of a point: A4 with 20 mm around, and 5 mm more under what stands at its head. */
const PAGE = { width: 11906, height: 16838, margin: 1134, head: 1418 } as const;
const BETWEEN = PAGE.width - 2 * PAGE.margin;
/** Sizes of letters are in half points. */
const SIZE = { text: 21, small: 18, subheading: 22, heading: 24, title: 32 } as const;
const BLACK = '000000';
const SHADE = 'EDEDED';
const LABEL_SHARE = 20;

const paragraphs = (texts: readonly string[], options: IParagraphOptions = {}): readonly Paragraph[] =>
  allLines(texts).map((line) => new Paragraph({ ...options, children: [new TextRun(line)] }));

const widthOf = (share: number): number => Math.floor((BETWEEN * share) / 100);

const heads = (text: string): Paragraph => new Paragraph({ children: [new TextRun({ text, bold: true })] });

const cell = (share: number, children: readonly Paragraph[], isHead = false): TableCell =>
  new TableCell({
    width: { size: widthOf(share), type: WidthType.DXA },
    margins: { top: 60, bottom: 60, left: 100, right: 100 },
    ...(isHead ? { shading: { type: ShadingType.CLEAR, color: 'auto', fill: SHADE } } : {}),
    // A cell without a paragraph is no cell to Word.
    children: children.length === 0 ? [new Paragraph({})] : [...children],
  });

const line = { style: BorderStyle.SINGLE, size: 4, color: '808080' } as const;

/** Of fixed widths: a long word makes no column wider than the page, it is broken. */
const table = (shares: readonly number[], rows: readonly TableRow[]): Table =>
  new Table({
    width: { size: shares.map(widthOf).reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: shares.map(widthOf),
    layout: TableLayoutType.FIXED,
    borders: {
      top: line,
      bottom: line,
      left: line,
      right: line,
      insideHorizontal: line,
      insideVertical: line,
    },
    rows: [...rows],
  });

const rowOf = (shares: readonly number[], cells: readonly Cell[]): TableRow =>
  new TableRow({
    children: shares.map((share, index) => cell(share, paragraphs(cells[index] ?? []))),
  });

/** Two tables that touch would be one to Word: behind each is a small gap. */
const gap = (): Paragraph => new Paragraph({ spacing: { line: 120, lineRule: 'exact' } });

const LEVELS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;

/** As wide as the text at most; the library takes pixels, 15 twips each. */
const pictureOf = ({ png, words, width, height }: DocumentPart & { readonly kind: 'picture' }): ImageRun => {
  const scale = Math.min(1, BETWEEN / 15 / width);
  return new ImageRun({
    type: 'png',
    data: png,
    transformation: { width: Math.round(width * scale), height: Math.round(height * scale) },
    altText: { name: oneLine(words), title: oneLine(words), description: oneLine(words) },
  });
};

const blocksOf = (part: DocumentPart): readonly (Paragraph | Table)[] => {
  switch (part.kind) {
    case 'heading':
      return [
        new Paragraph({ heading: LEVELS[part.level ?? 1], children: [new TextRun(oneLine(part.text))] }),
      ];
    case 'picture':
      return [new Paragraph({ children: [pictureOf(part)] })];
    case 'lines':
      return paragraphs(part.lines, { spacing: { after: 60 } });
    case 'facts': {
      const shares = [LABEL_SHARE, 100 - LABEL_SHARE];
      const rows = part.facts.map(
        ({ label, lines }) =>
          new TableRow({
            children: [
              cell(LABEL_SHARE, [heads(oneLine(label))], true),
              cell(100 - LABEL_SHARE, paragraphs(lines)),
            ],
          }),
      );
      return [table(shares, rows), gap()];
    }
    case 'table': {
      const shares = part.columns.map(({ share }) => share);
      const header = new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: part.columns.map(({ heading, share }) => cell(share, [heads(oneLine(heading))], true)),
      });
      return [table(shares, [header, ...part.rows.map((cells) => rowOf(shares, cells))]), gap()];
    }
  }
};

const styleOf = (size: number, before: number) => ({
  run: { font: FONT, size, bold: true, color: BLACK },
  paragraph: { spacing: { before, after: 100 }, keepNext: true },
});

const small = (children: readonly ParagraphChild[], alignment: IParagraphOptions['alignment']): Paragraph =>
  new Paragraph({ ...(alignment === undefined ? {} : { alignment }), children: [...children] });

/** The document in the library's terms, and packed as a file. */
export const packDocx = async ({ title, running, parts }: TextDocument): Promise<Uint8Array> => {
  const document = new Document({
    title: oneLine(running),
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
      },
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
          ...parts.flatMap(blocksOf),
        ],
      },
    ],
  });
  return new Uint8Array(
    await Packer.toBuffer(document, false, [{ path: 'word/fontTable.xml', data: FONT_TABLE }]),
  );
};
