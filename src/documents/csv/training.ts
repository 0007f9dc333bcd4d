import type { TableReading } from '../../domain/csv-file.ts';
import { refuse, succeed } from '../../domain/result.ts';
import type { ImportedTraining } from '../../domain/training/import.ts';
import { TRAINING_WAYS, TrainingContentsDraft, TrainingDraft } from '../../domain/training/training.ts';
import { csvText } from '../../texts/csv.ts';
import { problemText } from '../../texts/problem.ts';
import { AUDIENCE_WORD, OTHER_WORD, TRAINING_WAY_WORD } from '../../texts/training.ts';
import { TRAINING_COLUMN, trainingCsvText } from '../../texts/training-csv.ts';
import { emptyCells, type Found, rowProblems, tooLongCells, wordIn } from './cells.ts';
import { type RowReading, readRows } from './columns.ts';
import { type Cell, readDates } from './dates.ts';
import type { CsvRow, CsvTable } from './file.ts';

const LABEL = TRAINING_COLUMN;
const REQUIRED = [LABEL.programme, LABEL.way, LABEL.heldOn];
const COLUMNS = { required: REQUIRED, known: Object.values(LABEL) };

/** Whom a file can name as 対象: those who were chosen one by one stand in no column. */
const AUDIENCES = ['open', 'promoters'] as const;
const MOST_PEOPLE = 99_999;

/** 88, ８８, 88人, 1,200名. Null where nothing stands there; undefined for what is no number of people. */
const readHeadCount = (typed: string): number | null | undefined => {
  const digits = typed
    .normalize('NFKC')
    .replaceAll(',', '')
    .replace(/[人名]$/u, '');
  if (typed === '') return null;
  return /^\d{1,5}$/u.test(digits) ? Number(digits) : undefined;
};

const TextCells = TrainingDraft.pick({ otherName: true, place: true });

/** A cell that holds one of some words; an empty one is left to the rule for cells that must not be. */
const wordProblem = (
  column: string,
  typed: string,
  read: unknown,
  words: readonly string[],
): readonly Found[] =>
  read === undefined && typed !== '' ? [{ column, sentence: csvText.oneOf(words) }] : [];

const readRow = ({ line, cells }: CsvRow): RowReading<ImportedTraining> => {
  const cell: Cell = (label) => cells[label] ?? '';
  const [typedWay, typedAudience] = [cell(LABEL.way), cell(LABEL.audience)];
  const readWay = wordIn(TRAINING_WAYS, (word) => TRAINING_WAY_WORD[word], typedWay);
  const readAudience =
    typedAudience === '' ? 'open' : wordIn(AUDIENCES, (word) => AUDIENCE_WORD[word], typedAudience);
  const count = readHeadCount(cell(LABEL.headCount));
  const dates = readDates(cell);
  const texts = TextCells.safeParse({ otherName: cell(LABEL.otherName), place: cell(LABEL.place) });
  const contents = TrainingContentsDraft.safeParse({
    lecturer: cell(LABEL.lecturer),
    content: cell(LABEL.content),
    link: cell(LABEL.link),
  });
  const found = [
    ...emptyCells(cells, REQUIRED),
    ...wordProblem(LABEL.way, typedWay, readWay, Object.values(TRAINING_WAY_WORD)),
    ...wordProblem(
      LABEL.audience,
      typedAudience,
      readAudience,
      AUDIENCES.map((word) => AUDIENCE_WORD[word]),
    ),
    ...(count === undefined
      ? [{ column: LABEL.headCount, sentence: trainingCsvText.headCount(MOST_PEOPLE) }]
      : []),
    ...('heldOn' in dates ? [] : dates),
    ...tooLongCells(texts.error, LABEL),
    ...tooLongCells(contents.error, LABEL).map((found) =>
      found.column === LABEL.link ? { ...found, sentence: problemText.notALink } : found,
    ),
  ];
  const problems = rowProblems(cells, found, [LABEL.headCount]);
  if (
    problems.length > 0 ||
    readWay === undefined ||
    readAudience === undefined ||
    !('heldOn' in dates) ||
    !texts.success ||
    !contents.success
  )
    return refuse(problems);
  const name = cell(LABEL.programme);
  return succeed({
    line,
    programmeName: name.normalize('NFKC') === OTHER_WORD ? null : name,
    draft: {
      ...texts.data,
      ...dates,
      way: readWay,
      audience: readAudience,
      invitees: [],
      reception: [],
      printedTogether: [],
      reason: '',
      ...(typeof count === 'number' ? { headCount: count } : {}),
    },
    contents: contents.data,
  });
};

/** Reads a file of past training: every row, or every problem with its line and column. */
export const readTrainingCsv: (table: CsvTable) => TableReading<ImportedTraining> = readRows({
  headers: COLUMNS,
  defaults: { [LABEL.audience]: AUDIENCE_WORD.open },
  readRow,
});
