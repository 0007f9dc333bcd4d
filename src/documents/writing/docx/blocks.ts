import {
  BorderStyle,
  HeadingLevel,
  ImageRun,
  type IParagraphOptions,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { allLines, oneLine } from '../letters.ts';
import type { DocumentPart } from '../text-document.ts';
import { BETWEEN, MARGINS, widthOf } from './page.ts';

const SHADE = 'EDEDED';
const LABEL_SHARE = 20;

const paragraphs = (texts: readonly string[], options: IParagraphOptions = {}): readonly Paragraph[] =>
  allLines(texts).map((line) => new Paragraph({ ...options, children: [new TextRun(line)] }));

const heads = (text: string): Paragraph => new Paragraph({ children: [new TextRun({ text, bold: true })] });

const cell = (share: number, children: readonly Paragraph[], isHead = false): TableCell =>
  new TableCell({
    width: { size: widthOf(share), type: WidthType.DXA },
    margins: MARGINS,
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

/** Two tables that touch would be one to Word: behind each is a small gap. */
const gap = (): Paragraph => new Paragraph({ spacing: { line: 120, lineRule: 'exact' } });

const LEVELS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;

/** As wide as the text at most; the library takes pixels, 15 twips each. */
const pictureOf = ({ png, words, width, height }: DocumentPart & { readonly kind: 'picture' }): ImageRun => {
  const scale = Math.min(1, BETWEEN / 15 / width);
  return new ImageRun({
    type: 'png',
    data: png,
    transformation: { width: Math.floor(width * scale), height: Math.floor(height * scale) },
    altText: { name: oneLine(words), title: oneLine(words), description: oneLine(words) },
  });
};

const captionOver = (caption: string | null): readonly Paragraph[] =>
  caption === null ? [] : [new Paragraph({ style: 'Caption', children: [new TextRun(oneLine(caption))] })];

/** A part of a document, a table with its headings alone; `caption` is what people see over it. */
export const blocksOf = (part: DocumentPart, caption: string | null): readonly (Paragraph | Table)[] => {
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
      return [...captionOver(caption), table(shares, [header]), gap()];
    }
  }
};
