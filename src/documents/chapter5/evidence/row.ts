import type { OccasionRecord } from '../../../domain/occasion/record.ts';
import type { Subject } from '../../../domain/subject.ts';
import type { ChapterSources } from '../../../services/read-chapter5.ts';
import { actorWord } from '../../../texts/audit.ts';
import { evidenceText } from '../../../texts/chapter5.ts';
import type { RowDays } from '../../writing/text-document.ts';

/** One row of the record by which a number of the chapter is counted. */
export type EvidenceRow = {
  /** Where the number is printed, and the number as it is printed there. */
  readonly place: string;
  readonly number: string;
  readonly record: string;
  /** How much of the number is this row's: those of one place and number add up to it, but for a No. */
  readonly part: number;
  readonly date: string;
  readonly days: RowDays;
  readonly recordedBy: string;
  readonly confirmedBy: string;
};

/** What of a row says who recorded and who confirmed it. */
type Acted = Pick<OccasionRecord, 'recordedBy' | 'confirmedAt'>;

/** Who recorded and who confirmed, by name; whoever has none by what they acted through. */
export type Who = Pick<EvidenceRow, 'recordedBy' | 'confirmedBy'>;

/** The name of an id that acted; without one they did it for themselves. */
export const nameIn = ({ names }: Pick<ChapterSources, 'names'>, id: string | null): string =>
  id === null ? evidenceText.self : (names.get(id) ?? actorWord(id));

/** What is confirmed in being recorded was confirmed by who recorded it. */
export const whoActed = (
  sources: Pick<ChapterSources, 'confirmers' | 'names'>,
  subject: Subject,
  { recordedBy, confirmedAt }: Acted,
): Who => {
  const confirmer = sources.confirmers.has(subject) ? sources.confirmers.get(subject) : recordedBy;
  return {
    recordedBy: nameIn(sources, recordedBy),
    confirmedBy:
      confirmedAt === null || confirmer == null ? evidenceText.unknown : nameIn(sources, confirmer),
  };
};
