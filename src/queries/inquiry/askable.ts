import type { WorkspaceRecord } from '../../db/database.ts';
import type { FiscalYear } from '../../domain/calendar/fiscal-year.ts';
import type { LocalDate } from '../../domain/calendar/local-date.ts';
import { type Askable, askable, awaitsAsking } from '../../domain/opinion/question.ts';

/** Which opinions are meant: these, or all of a year that were not considered in it yet. */
export type WhichToAsk = { readonly year: FiscalYear; readonly opinionIds: readonly string[] | 'all' };

/** What may be asked about now, first what was given on the year, then what is carried into it, by number. */
export const readAskable = async (
  {
    opinions,
    inquiryQuestions,
    departments,
  }: Pick<WorkspaceRecord, 'opinions' | 'inquiryQuestions' | 'departments'>,
  { year, opinionIds }: WhichToAsk,
  day: LocalDate,
): Promise<Askable> => {
  const all = [...(await opinions.ofYear(year)), ...(await opinions.carriedInto(year))];
  const meant = all.filter(
    (opinion) =>
      opinion.cancelled === null &&
      (opinionIds === 'all' ? awaitsAsking(opinion, year) : opinionIds.includes(opinion.id)),
  );
  const asked = await inquiryQuestions.asked(
    meant.map(({ id }) => id),
    year,
  );
  return askable(meant, asked, await departments.all(), day);
};
