import type { KnownBlock, ModalView } from '@slack/types';
import { FISCAL_YEAR_EXAMPLES, printFiscalYear } from '../../domain/calendar/fiscal-year.ts';
import type { CellProblem } from '../../domain/csv-file.ts';
import type { PlaceNames } from '../../domain/department.ts';
import { shorten } from '../../domain/letters.ts';
import {
  type OpinionChange,
  type OpinionLineProblem,
  type OpinionPlan,
  type OpinionRowProblem,
  shownOfPlan,
} from '../../domain/opinion/import.ts';
import type { OpinionFacts } from '../../domain/opinion/opinion.ts';
import { DONE_TITLE } from '../../texts/form-word.ts';
import { IMPORT_FORM, importFileText } from '../../texts/import-file.ts';
import { OPINION_KIND_WORD, OPINION_LABEL, opinionText } from '../../texts/opinion.ts';
import { OPINION_IMPORT_FORM, OPINION_IMPORT_HINT, opinionImportText } from '../../texts/opinion-import.ts';
import { problemText } from '../../texts/problem.ts';
import { type SentencesOf, sentenceOf } from '../../texts/sentence.ts';
import { button, buttons, fileField, form, note, paragraph, paragraphsOf } from '../blocks.ts';
import { approval } from '../import-file.ts';

/** 評価・意見を取り込む. */
export const opinionImportForm = (): ModalView =>
  form(OPINION_IMPORT_FORM, 'opinion-import.file', IMPORT_FORM.submit, [
    fileField({
      name: 'file',
      label: IMPORT_FORM.file,
      hint: OPINION_IMPORT_HINT.file,
      fileTypes: ['csv'],
    }),
    ...buttons('sample', [button('opinion-import.sample', IMPORT_FORM.sample, 'new')]),
  ]);

/** While a large file is read. */
export const opinionReading = (): ModalView =>
  approval('opinion-import.reading', null, [paragraph(importFileText.reading)]);

/** While many rows are recorded. */
export const opinionImporting = (): ModalView =>
  approval('opinion-import.importing', null, [paragraph(opinionImportText.importing)]);

const numberOf = ({ fiscalYear, number }: Pick<OpinionFacts, 'fiscalYear' | 'number'>): string =>
  opinionText.carriedNumber(printFiscalYear(fiscalYear), number);

/** So much of what a change says is shown, before and after. */
const MOST_WORDS = 100;

const placesIn = (places: readonly PlaceNames[]): string =>
  places.length === 0
    ? opinionImportText.noSections
    : places
        .map(({ departmentName, sectionName }) => opinionText.place(departmentName, sectionName))
        .join('、');

const additionLine = (facts: OpinionFacts): string =>
  opinionImportText.addition(numberOf(facts), OPINION_KIND_WORD[facts.kind], facts.item);

const changeLine = ({ before, facts, places }: OpinionChange): string => {
  const parts: readonly (readonly [label: string, before: string, after: string])[] = [
    [OPINION_LABEL.item, before.item, facts.item],
    [OPINION_LABEL.kind, OPINION_KIND_WORD[before.kind], OPINION_KIND_WORD[facts.kind]],
    [OPINION_LABEL.words, before.words, facts.words],
    [OPINION_LABEL.sections, placesIn(places[0]), placesIn(places[1])],
  ];
  const changed = parts.filter(([, one, other]) => one !== other);
  return opinionImportText.change(
    numberOf(facts),
    changed.map(([label, one, other]) =>
      opinionImportText.part(label, shorten(one, MOST_WORDS), shorten(other, MOST_WORDS)),
    ),
  );
};

const listed = <T>(
  title: string,
  all: readonly T[],
  line: (one: T) => string,
  most: number,
): readonly string[] =>
  all.length === 0
    ? []
    : [
        title,
        ...all.slice(0, most).map(line),
        ...(all.length > most ? [opinionImportText.more(all.length - most)] : []),
      ];

/** What a plan does, a line each; at most so many of each kind. */
export const opinionPlanLines = (
  { additions, changes }: OpinionPlan,
  most = Number.POSITIVE_INFINITY,
): readonly string[] => [
  ...listed(opinionImportText.added(additions.length), additions, additionLine, most),
  ...listed(opinionImportText.changed(changes.length), changes, changeLine, most),
];

/** A form names at most so many of each kind. */
const MOST_LISTED = 50;

/** 取込みの確認: what importing the file would do; `isOtherwise` when that is not what was shown before. */
export const opinionPreview = (plan: OpinionPlan, fileId: string, isOtherwise: boolean): ModalView => {
  const shown = shownOfPlan(plan);
  const counts = paragraph(opinionImportText.counts(shown.added, shown.changed, shown.known));
  if (shown.added + shown.changed === 0)
    return approval('opinion-import.nothing', null, [counts, paragraph(opinionImportText.nothing)]);
  const blocks: readonly KnownBlock[] = [
    ...(isOtherwise ? [paragraph(opinionImportText.otherwise)] : []),
    counts,
    ...paragraphsOf(opinionPlanLines(plan, MOST_LISTED)),
    note(opinionImportText.lead),
  ];
  return approval('opinion-import.approve', IMPORT_FORM.approveButton, blocks, { fileId, shown });
};

/** What the preview becomes once the file is imported. */
export const opinionImported = (plan: OpinionPlan): ModalView => {
  const { added, changed, known } = shownOfPlan(plan);
  return form(DONE_TITLE.imported, 'opinion-import.imported', null, [
    paragraph(opinionImportText.done(added, changed, known)),
  ]);
};

const placeWords = ({ departmentName, sectionName }: PlaceNames): string =>
  opinionText.place(departmentName, sectionName);

const LINE_SENTENCES: SentencesOf<OpinionRowProblem> = {
  'year-unreadable': problemText.yearUnreadable(FISCAL_YEAR_EXAMPLES),
  'number-twice': ({ otherLine }) => opinionImportText.numberTwice(otherLine),
  'section-unknown': ({ typed, near }) => opinionImportText.sectionUnknown(typed, near.map(placeWords)),
  'section-unclear': ({ typed, near }) => opinionImportText.sectionUnclear(typed, near.map(placeWords)),
};

/** What is wrong with a line, as a cell: its line, its column, and the sentence. */
export const opinionCell = ({ line, problem }: OpinionLineProblem): CellProblem => ({
  line,
  column: OPINION_LABEL[problem.field],
  sentence: sentenceOf(LINE_SENTENCES, problem),
});

/** A sentence on top of the form, where there is no field for it. */
export const opinionNotice = (sentence: string): ModalView =>
  approval('opinion-import.notice', null, [paragraph(sentence)]);
