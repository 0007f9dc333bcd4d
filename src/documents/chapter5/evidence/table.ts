import { evidenceText } from '../../../texts/chapter5.ts';
import type { TablePart } from '../../writing/text-document.ts';
import type { EvidenceRow } from './row.ts';

/** 根拠 as the sheet of a spreadsheet. */
export const evidenceTable = (caption: string, rows: readonly EvidenceRow[]): TablePart => {
  const { place, number, record, part, date, recordedBy, confirmedBy } = evidenceText.column;
  return {
    kind: 'table',
    caption,
    columns: [
      { heading: place, share: 18 },
      { heading: number, share: 8 },
      { heading: record, share: 24 },
      { heading: part, share: 8 },
      { heading: date, share: 18 },
      { heading: recordedBy, share: 12 },
      { heading: confirmedBy, share: 12 },
    ],
    rows: rows.map((row) => [
      [row.place],
      [row.number],
      [row.record],
      [String(row.part)],
      [row.date],
      [row.recordedBy],
      [row.confirmedBy],
    ]),
    days: rows.map(({ days }) => days),
  };
};
