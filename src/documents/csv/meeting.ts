import type { TableReading } from '../../domain/csv-file.ts';
import { readAgenda } from '../../domain/meeting/agenda.ts';
import type { ImportedMeeting } from '../../domain/meeting/import.ts';
import { MEETING_WAYS, MeetingContentsDraft, MeetingDraft } from '../../domain/meeting/meeting.ts';
import { noDataInName } from '../../domain/no-data.ts';
import { refuse, succeed } from '../../domain/result.ts';
import { csvText } from '../../texts/csv.ts';
import { CONTENTS_LABEL, MEETING_LABEL, WAY_WORD } from '../../texts/meeting.ts';
import { problemText } from '../../texts/problem.ts';
import { NO_DATA_TEXT } from '../../texts/unkept.ts';
import { emptyCells, type Found, rowProblems, tooLongCells, wordIn } from './cells.ts';
import { type RowReading, readRows } from './columns.ts';
import { type Cell, readDates } from './dates.ts';
import type { CsvRow, CsvTable } from './file.ts';

/** The columns of a file of past meetings: the labels of the two forms. */
const REQUIRED = [MEETING_LABEL.bodyId, MEETING_LABEL.way, MEETING_LABEL.heldOn, MEETING_LABEL.items];
const { reason: _, ...FACTS_LABEL } = MEETING_LABEL;
const LABEL: Readonly<Record<string, string>> = { ...FACTS_LABEL, ...CONTENTS_LABEL };
const KNOWN: readonly string[] = Object.values(LABEL);

const TextCells = MeetingDraft.pick({ note: true, place: true, items: true });

/** A file knows nobody's Slack account: its 出席者 are kept by name, one a line. */
const namesOf = (...cells: readonly string[]): string =>
  cells
    .flatMap((names) => names.split(/[、,\n\r]+/u))
    .filter((name) => name !== '')
    .join('\n');

/** Columns with somebody's name on every line. */
const NAMES = [CONTENTS_LABEL.attendees, CONTENTS_LABEL.attendeesWithoutSlack, CONTENTS_LABEL.absences];

const nameProblems = (cell: Cell): readonly Found[] =>
  NAMES.flatMap((column) => {
    const [noData] = namesOf(cell(column))
      .split('\n')
      .flatMap((name) => noDataInName(name) ?? []);
    return noData === undefined ? [] : [{ column, sentence: NO_DATA_TEXT[noData] }];
  });

const readRow = ({ line, cells }: CsvRow): RowReading<ImportedMeeting> => {
  const cell: Cell = (label) => cells[label] ?? '';
  const [typedWay, typedItems] = [cell(MEETING_LABEL.way), cell(MEETING_LABEL.items)];
  const way = wordIn(MEETING_WAYS, (word) => WAY_WORD[word], typedWay);
  const dates = readDates(cell);
  const texts = TextCells.safeParse({
    note: cell(MEETING_LABEL.note),
    place: cell(MEETING_LABEL.place),
    items: typedItems,
  });
  const contents = MeetingContentsDraft.safeParse({
    time: cell(CONTENTS_LABEL.time),
    attendeesWithoutSlack: namesOf(
      cell(CONTENTS_LABEL.attendees),
      cell(CONTENTS_LABEL.attendeesWithoutSlack),
    ),
    absences: cell(CONTENTS_LABEL.absences),
    decisions: cell(CONTENTS_LABEL.decisions),
    documents: cell(CONTENTS_LABEL.documents),
  });
  const problems = rowProblems(cells, [
    ...emptyCells(cells, REQUIRED),
    ...(way === undefined && typedWay !== ''
      ? [{ column: MEETING_LABEL.way, sentence: csvText.oneOf(Object.values(WAY_WORD)) }]
      : []),
    ...('heldOn' in dates ? [] : dates),
    ...(typedItems !== '' && readAgenda(typedItems).length === 0
      ? [{ column: MEETING_LABEL.items, sentence: problemText.noItems }]
      : []),
    ...tooLongCells(texts.error, LABEL),
    ...tooLongCells(contents.error, LABEL),
    ...nameProblems(cell),
  ]);
  if (problems.length > 0 || way === undefined || !('heldOn' in dates) || !texts.success || !contents.success)
    return refuse(problems);
  const draft = { ...texts.data, ...dates, way, reason: '' };
  return succeed({ line, bodyName: cell(MEETING_LABEL.bodyId), draft, contents: contents.data });
};

/** Reads a file of past meetings: every row, or every problem with its line and column. */
export const readMeetingCsv: (table: CsvTable) => TableReading<ImportedMeeting> = readRows({
  headers: { required: REQUIRED, known: KNOWN },
  readRow,
});
