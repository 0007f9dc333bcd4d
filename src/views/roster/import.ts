import type { KnownBlock, ModalView } from '@slack/types';
import { printDayWithWeekday } from '../../domain/calendar/japanese-era.ts';
import type { CellProblem } from '../../domain/csv-file.ts';
import type { Refusal } from '../../domain/refusal.ts';
import {
  countsOf,
  effectsOf,
  isNothing,
  type RosterAddition,
  type RosterChange,
  type RosterCounts,
  type RosterEnding,
  type RosterLineProblem,
  type RosterPlan,
  type RosterProblem,
} from '../../domain/roster/import.ts';
import type { Accounts } from '../../services/person/match.ts';
import type { ApprovalProblem } from '../../services/roster/import-promoters.ts';
import type { ReadRoster, RosterFileProblem } from '../../services/roster/read-file.ts';
import { DONE_TITLE } from '../../texts/form-word.ts';
import { IMPORT_FORM, importFileText } from '../../texts/import-file.ts';
import { ROLE_WORD } from '../../texts/role-guide.ts';
import {
  ROSTER_COLUMN,
  ROSTER_IMPORT_FORM,
  ROSTER_IMPORT_HINT,
  rosterImportText,
} from '../../texts/roster-import.ts';
import { type SentencesOf, sentenceOf } from '../../texts/sentence.ts';
import { button, buttons, fileField, form, note, paragraph } from '../blocks.ts';
import { approval, badLines, FILE_SENTENCES } from '../import-file.ts';
import { nearlyKnownLines, nearlyKnownPart } from '../nearly-known.ts';
import { accountsPart } from '../person/accounts.ts';
import { PROBLEM_SENTENCES } from '../problem.ts';
import { rosterNotes } from './notes.ts';

/** 名簿を取り込む. */
export const rosterImportForm = (): ModalView =>
  form(ROSTER_IMPORT_FORM, 'promoter.import', IMPORT_FORM.submit, [
    fileField({
      name: 'file',
      label: IMPORT_FORM.file,
      hint: ROSTER_IMPORT_HINT.file,
      fileTypes: ['csv'],
    }),
    ...buttons('sample', [button('promoter.import-sample', IMPORT_FORM.sample, 'new')]),
  ]);

/** While a large file is read. */
export const rosterReading = (): ModalView =>
  approval('promoter.import-reading', null, [paragraph(importFileText.reading)]);

/** While many changes are made. */
export const rosterImporting = (): ModalView =>
  approval('promoter.importing', null, [paragraph(rosterImportText.importing)]);

type Span = { readonly startsOn: RosterAddition['term']['startsOn']; readonly endsOn: Span['startsOn'] };
const printed = ({ startsOn, endsOn }: Span): [from: string, until: string] => [
  printDayWithWeekday(startsOn),
  printDayWithWeekday(endsOn),
];

const whatIsAdded = ({ role, term }: RosterAddition): string =>
  rosterImportText.isAdded(ROLE_WORD[role], ...printed(term));

const whatChanges = ({ appointment, term }: RosterChange): string =>
  appointment.confirmedAt === null
    ? rosterImportText.isConfirmed(...printed(term))
    : rosterImportText.isMoved(...printed(appointment), ...printed(term));

const whatEnds = ({ appointment, endsOn }: RosterEnding): string =>
  endsOn === null
    ? rosterImportText.isCancelled(printDayWithWeekday(appointment.startsOn))
    : rosterImportText.endsOn(printDayWithWeekday(endsOn));

/** At most this many of each kind are named. */
const MOST_NAMED = 20;

type Listed = Pick<RosterAddition, 'name' | 'place'>;

const personLine = <T extends Listed>(one: T, what: (one: T) => string): string =>
  rosterImportText.person(one.place.department, one.place.section, `${one.name}${what(one)}`);

const list = <T extends Listed>(
  title: (count: number) => string,
  people: readonly T[],
  what: (one: T) => string,
  others: (count: number) => string,
): readonly KnownBlock[] => {
  const lines = people.slice(0, MOST_NAMED).map((one) => personLine(one, what));
  const more = people.length - lines.length;
  return people.length === 0
    ? []
    : [paragraph([title(people.length), ...lines, ...(more > 0 ? [others(more)] : [])].join('\n'))];
};

/** Every line of a plan as the command line tells it. */
export const rosterPlanLines = (plan: RosterPlan): readonly string[] => {
  const { additions, changes, endings, nearly } = plan;
  const lines = <T extends Listed>(title: string, people: readonly T[], what: (one: T) => string) =>
    people.length === 0 ? [] : [title, ...people.map((one) => personLine(one, what))];
  return [
    ...lines(rosterImportText.added(additions.length), additions, whatIsAdded),
    ...lines(rosterImportText.changed(changes.length), changes, whatChanges),
    ...lines(rosterImportText.ended(endings.length), endings, whatEnds),
    ...nearlyKnownLines(nearly),
    ...rosterNotes(plan),
  ];
};

const notes = (plan: RosterPlan): readonly KnownBlock[] => {
  const sentences = rosterNotes(plan, MOST_NAMED);
  return sentences.length === 0 ? [] : [paragraph(sentences.join('\n'))];
};

const whatIsSent = ({ additions, changes }: RosterPlan): string => {
  const confirmed = changes.filter(({ appointment }) => appointment.confirmedAt === null);
  const guides = [...additions, ...confirmed].filter(({ guideWanted }) => guideWanted).length;
  return [rosterImportText.sends, ...(guides > 0 ? [rosterImportText.guides(guides)] : [])].join('\n');
};

const counted = ({ added, changed, ended }: RosterCounts): string =>
  rosterImportText.counts(added, changed, ended);

/** 取込みの確認: what importing the file would do; `isOtherwise` when that is not what was shown before. */
export const rosterPreview = ({ keptId, plan }: ReadRoster, isOtherwise = false): ModalView => {
  const { additions, changes, endings } = plan;
  const counts = paragraph(counted(countsOf(plan)));
  if (isNothing(plan))
    return approval('promoter.import-nothing', null, [counts, paragraph(rosterImportText.nothing)]);
  return approval(
    'promoter.import-approve',
    IMPORT_FORM.approveButton,
    [
      paragraph(isOtherwise ? rosterImportText.otherwise : rosterImportText.lead),
      counts,
      ...list(rosterImportText.added, additions, whatIsAdded, importFileText.otherPeople),
      ...list(rosterImportText.changed, changes, whatChanges, importFileText.otherMatters),
      ...list(rosterImportText.ended, endings, whatEnds, importFileText.otherMatters),
      ...nearlyKnownPart(plan.nearly),
      ...notes(plan),
      note(whatIsSent(plan)),
    ],
    { keptId, changes: effectsOf(plan).length },
  );
};

/** What the preview becomes once the file is imported; then accounts are looked up. */
export const rosterImported = (counts: RosterCounts, accounts?: Accounts): ModalView =>
  form(DONE_TITLE.imported, 'promoter.imported', null, [
    paragraph(rosterImportText.imported),
    paragraph(counted(counts)),
    ...accountsPart(accounts),
  ]);

const LINE_SENTENCES: SentencesOf<RosterProblem> = {
  ...PROBLEM_SENTENCES,
  'email-of-another': ({ otherLine }) => rosterImportText.emailOfAnother(otherLine),
  'rows-overlap': ({ otherLine }) => rosterImportText.rowsOverlap(otherLine),
  'year-not-offered': rosterImportText.yearNotOffered,
};

/** What is wrong with a line, as a cell: its line, its column, and the sentence. */
export const rosterCell = ({ line, problem }: RosterLineProblem): CellProblem => ({
  line,
  column: ROSTER_COLUMN[problem.field],
  sentence: sentenceOf(LINE_SENTENCES, problem),
});

const READING_SENTENCES: SentencesOf<RosterFileProblem | ApprovalProblem | Refusal> = {
  ...PROBLEM_SENTENCES,
  ...FILE_SENTENCES,
  'bad-lines': ({ cells, lines }) => badLines([...cells, ...lines.map(rosterCell)]),
  lines: ({ lines }) => badLines(lines.map(rosterCell)),
  'not-kept': rosterImportText.notKept,
};

/** Why a file is not taken or not imported; every bad line with its number and column. */
export const rosterSentence = (problem: RosterFileProblem | ApprovalProblem | Refusal): string =>
  sentenceOf(READING_SENTENCES, problem);

/** A sentence on top of the form, where there is no field for it. */
export const rosterNotice = (sentence: string): ModalView =>
  approval('promoter.import-notice', null, [paragraph(sentence)]);
