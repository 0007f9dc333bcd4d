import type { CellStyle, FontStyle } from 'hucre';
import { FONT } from '../docx/font.ts';
import type { HeadingLevel } from '../text-document.ts';

/** 128 is Japanese, family 2 without serifs: what Excel looks for where the font is not. */
export const SHEET_FONT: FontStyle = { name: FONT, size: 11, charset: 128, family: 2 };

const line = { style: 'thin', color: { rgb: '808080' } } as const;
const GRID = { top: line, right: line, bottom: line, left: line } as const;
const SHADE = { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'EDEDED' } } as const;

const wrapped = { vertical: 'top', wrapText: true } as const;

export const TEXT: CellStyle = { font: SHEET_FONT, alignment: wrapped };
export const LINK: CellStyle = {
  font: { ...SHEET_FONT, underline: true, color: { rgb: '0B57A4' } },
  alignment: wrapped,
};
export const TITLE: CellStyle = { font: { ...SHEET_FONT, size: 16, bold: true }, alignment: wrapped };
export const IN_TABLE: CellStyle = { ...TEXT, border: GRID };
export const TABLE_HEAD: CellStyle = {
  font: { ...SHEET_FONT, bold: true },
  fill: SHADE,
  border: GRID,
  alignment: { vertical: 'center', wrapText: true },
};

const SIZES = { 1: 14, 2: 12, 3: 11 } as const;

const headed = (level: HeadingLevel): CellStyle => ({
  font: { ...SHEET_FONT, size: SIZES[level], bold: true },
  fill: SHADE,
  alignment: { ...wrapped, horizontal: 'left', indent: level - 1 },
});

/** A heading is shaded, and the deeper it stands the further it is moved in. */
export const HEADING: Readonly<Record<HeadingLevel, CellStyle>> = {
  1: headed(1),
  2: headed(2),
  3: headed(3),
};
