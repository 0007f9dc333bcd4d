import { type FiscalYear, readFiscalYear } from '../calendar/fiscal-year.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import type { DepartmentWithSections, PlaceNames } from '../department.ts';
import { type Result, refuse, succeed } from '../result.ts';
import { factsOfOpinion, numberKey, withNumber } from './draft.ts';
import { findSection, type SectionProblem } from './import-section.ts';
import type { Opinion, OpinionFacts, OpinionKind } from './opinion.ts';

/** One opinion as a file has it: the year and 関係課 as they were typed, and the line it stands on. */
export type ImportedOpinion = {
  readonly line: number;
  readonly fiscalYear: string;
  readonly number: string;
  readonly item: string;
  readonly kind: OpinionKind;
  readonly words: string;
  readonly sections: readonly string[];
};

/** Why a line does not go with the record, or with another line of its file. */
export type OpinionRowProblem =
  | { readonly field: 'fiscalYear'; readonly kind: 'year-unreadable' }
  | { readonly field: 'number'; readonly kind: 'number-twice'; readonly otherLine: number }
  | ({ readonly field: 'sections' } & SectionProblem);
export type OpinionLineProblem = { readonly line: number; readonly problem: OpinionRowProblem };

/** One that stands in the record otherwise than in the file. */
export type OpinionChange = {
  readonly before: Opinion;
  readonly facts: OpinionFacts;
  /** 関係課 before and after, by name. */
  readonly places: readonly [before: readonly PlaceNames[], after: readonly PlaceNames[]];
};

/** What importing a file would do. `known` stand in the record already, word for word. */
export type OpinionPlan = {
  readonly additions: readonly OpinionFacts[];
  readonly changes: readonly OpinionChange[];
  readonly known: number;
};

/** The same in numbers: all that a form keeps of it. A change of any of the rows that would change makes another `revisions`. */
export type OpinionPlanShown = {
  readonly added: number;
  readonly changed: number;
  readonly known: number;
  readonly revisions: number;
};

export const shownOfPlan = ({ additions, changes, known }: OpinionPlan): OpinionPlanShown => ({
  added: additions.length,
  changed: changes.length,
  known,
  revisions: changes.reduce((sum, { before }) => sum + before.revision, 0),
});

/** The years that a file is about, as far as they can be read; the earliest first. */
export const yearsOfRows = (rows: readonly ImportedOpinion[], today: LocalDate): readonly FiscalYear[] =>
  [...new Set(rows.flatMap(({ fiscalYear }) => readFiscalYear(fiscalYear, today) ?? []))].toSorted(
    (one, other) => one - other,
  );

/** What a file is held against: the opinions on its years, and the places of the city. */
export type KnownOpinions = {
  readonly opinions: readonly Opinion[];
  readonly departments: readonly DepartmentWithSections[];
  readonly today: LocalDate;
};

/** The facts of a row, with what of them is the record's: what a file leaves out of 関係課 stays as it stands. */
const factsOfRow = (
  { number, item, kind, words, sections }: ImportedOpinion,
  fiscalYear: FiscalYear,
  before: Opinion | undefined,
  { departments, today }: KnownOpinions,
): Result<OpinionFacts, readonly OpinionRowProblem[]> => {
  const found = sections.map((typed) => findSection(departments, typed, today));
  const problems = found.flatMap((each) => (each.ok ? [] : [{ field: 'sections' as const, ...each.error }]));
  if (problems.length > 0) return refuse(problems);
  const ids = found.flatMap((each) => (each.ok ? [each.value.id] : []));
  const sectionIds =
    sections.length === 0
      ? (before?.sectionIds ?? [])
      : departments.flatMap((one) => one.sections.filter(({ id }) => ids.includes(id)).map(({ id }) => id));
  // A number that differs in width alone is the same, and stays as it was written first.
  return succeed({ fiscalYear, number: before?.number ?? number, item, kind, words, sectionIds });
};

const placesOf = (
  ids: readonly string[],
  departments: readonly DepartmentWithSections[],
): readonly PlaceNames[] =>
  departments.flatMap(({ name: departmentName, sections }) =>
    sections
      .filter(({ id }) => ids.includes(id))
      .map(({ name: sectionName }) => ({ departmentName, sectionName })),
  );

const isSame = (one: OpinionFacts, other: OpinionFacts): boolean =>
  JSON.stringify(factsOfOpinion(one)) === JSON.stringify(factsOfOpinion(other));

/** What importing the rows would do, or every line that can't be taken. One is told by year and number. */
export const planOpinions = (
  known: KnownOpinions,
  rows: readonly ImportedOpinion[],
): Result<OpinionPlan, readonly OpinionLineProblem[]> => {
  const problems: OpinionLineProblem[] = [];
  const additions: OpinionFacts[] = [];
  const changes: OpinionChange[] = [];
  const lines = new Map<string, number>();
  let same = 0;
  for (const row of rows) {
    const { line } = row;
    const year = readFiscalYear(row.fiscalYear, known.today);
    if (year === undefined) {
      problems.push({ line, problem: { field: 'fiscalYear', kind: 'year-unreadable' } });
      continue;
    }
    const key = `${year} ${numberKey(row.number)}`;
    const otherLine = lines.get(key);
    if (otherLine !== undefined)
      problems.push({ line, problem: { field: 'number', kind: 'number-twice', otherLine } });
    lines.set(key, otherLine ?? line);
    const before = withNumber(
      known.opinions.filter(({ fiscalYear }) => fiscalYear === year),
      row.number,
    );
    const facts = factsOfRow(row, year, before, known);
    if (!facts.ok) problems.push(...facts.error.map((problem) => ({ line, problem })));
    else if (before === undefined) additions.push(facts.value);
    else if (isSame(before, facts.value)) same += 1;
    else
      changes.push({
        before,
        facts: facts.value,
        places: [
          placesOf(before.sectionIds, known.departments),
          placesOf(facts.value.sectionIds, known.departments),
        ],
      });
  }
  return problems.length > 0 ? refuse(problems) : succeed({ additions, changes, known: same });
};
