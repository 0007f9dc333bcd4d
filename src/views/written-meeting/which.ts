import { shorten } from '../../domain/letters.ts';
import type { WrittenMeeting } from '../../domain/written-meeting/written-meeting.ts';
import { writtenAnswerText } from '../../texts/written-answer.ts';

/** As many letters of a 案件 tell two apart in one line. */
const MOST_OF_ITEM = 40;

/** What tells two 書面開催 of one body with one due day apart: 文書番号, or where there is none the beginning of the first 案件. */
export const whichLine = ({
  documentNumber,
  items,
}: Pick<WrittenMeeting, 'documentNumber' | 'items'>): string =>
  documentNumber === ''
    ? writtenAnswerText.firstItem(shorten(items[0]?.text ?? '', MOST_OF_ITEM), items.length - 1)
    : writtenAnswerText.documentNumber(documentNumber);
