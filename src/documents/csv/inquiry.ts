import { printMoment } from '../../domain/calendar/moment.ts';
import { groupBy } from '../../domain/group-by.ts';
import type { InquiryAnswer, InquiryTarget } from '../../domain/inquiry/inquiry.ts';
import { isLate } from '../../domain/inquiry/tally.ts';
import { NAMELESS } from '../../domain/slack/text.ts';
import type { InquiryStatus } from '../../services/inquiry/read-status.ts';
import { INQUIRY_CSV_HEADER, INQUIRY_CSV_WORD } from '../../texts/inquiry.ts';
import { APPLICABLE_WORD, RECEIVED_WORD } from '../../texts/inquiry-answer.ts';
import { withEmoji } from '../emoji.ts';
import { writeCsv } from './write.ts';

type Row = readonly (string | number)[];

const nameOf = ({ sectionId, role }: Pick<InquiryTarget, 'sectionId' | 'role'>): string =>
  `${sectionId} ${role}`;

const applicableWord = (applicable: boolean | null): string => {
  if (applicable === null) return '';
  return applicable ? APPLICABLE_WORD.yes : APPLICABLE_WORD.no;
};

/** Names by Slack id. */
type Names = ReadonlyMap<string, string>;

const answerCells = (
  { inquiry }: InquiryStatus,
  names: Names,
  target: InquiryTarget,
  answer: InquiryAnswer,
): Row => [
  applicableWord(answer.applicable),
  answer.count ?? '',
  withEmoji(answer.text),
  answer.file?.name ?? '',
  printMoment(answer.at),
  isLate(inquiry, target, answer) ? INQUIRY_CSV_WORD.late : '',
  names.get(answer.by) ?? NAMELESS.person,
  answer.received === null ? '' : RECEIVED_WORD[answer.received.by],
  answer.received?.on ?? '',
  answer.id === target.answer?.id ? INQUIRY_CSV_WORD.counts : '',
];

const NO_ANSWER: Row = Array.from({ length: 10 }, () => '');

const stateWord = ({ answer, returned }: InquiryTarget): string => {
  if (answer !== null) return INQUIRY_CSV_WORD.answered;
  return returned === null ? INQUIRY_CSV_WORD.unanswered : INQUIRY_CSV_WORD.returned;
};

/**
 * Every answer of an inquiry, in order of departments and sections, those that were replaced too, and a line for each who has
 * not answered.
 */
export const inquiryCsv = (status: InquiryStatus, names: Names): Uint8Array => {
  const answersOf = groupBy(status.answers, nameOf);
  const rows = status.departments.flatMap(({ department, targets }) =>
    targets.flatMap((target): readonly Row[] => {
      const section = department.sections.find(({ id }) => id === target.sectionId);
      const head = [department.name, section?.name ?? '', INQUIRY_CSV_WORD[target.role], stateWord(target)];
      const answers = answersOf.get(nameOf(target)) ?? [];
      return answers.length === 0
        ? [[...head, ...NO_ANSWER]]
        : answers.map((answer) => [...head, ...answerCells(status, names, target, answer)]);
    }),
  );
  return writeCsv(INQUIRY_CSV_HEADER, rows);
};
