import { printFiscalYear } from '../../domain/calendar/fiscal-year.ts';
import type { OpinionOnDesk } from '../../domain/opinion/desk.ts';
import type { OpinionYear } from '../../domain/opinion/opinion.ts';
import { STANDING_MARK } from '../../texts/occasion.ts';
import { OPINION_KIND_WORD, OPINION_RESPONSE_WORD, opinionText } from '../../texts/opinion.ts';

/** What is said of an opinion wherever it is shown. */

/** No 3; of one that is carried 令和5年度 No 3. */
export const opinionNumber = ({
  opinion,
  isCarried,
}: Pick<OpinionOnDesk, 'opinion' | 'isCarried'>): string =>
  isCarried
    ? opinionText.carriedNumber(printFiscalYear(opinion.fiscalYear), opinion.number)
    : opinionText.number(opinion.number);

/** No 3(意見) 第5章 職員の育成. */
export const opinionHead = (one: OpinionOnDesk): string =>
  opinionText.head(opinionNumber(one), OPINION_KIND_WORD[one.opinion.kind], one.opinion.item);

/** 関係課 by department and section. */
export const opinionPlaces = ({ places }: Pick<OpinionOnDesk, 'places'>): string =>
  opinionText.sections(
    places.map(({ departmentName, sectionName }) => opinionText.place(departmentName, sectionName)),
  );

/** 対応の区分, where one was chosen. */
export const responseLine = ({ response, responseWhen }: OpinionYear): readonly string[] =>
  response === null ? [] : [opinionText.response(OPINION_RESPONSE_WORD[response], responseWhen)];

/** 審議した会議 by name and date; of one that was not held yet, or is cancelled, that before it. */
export const meetingWords = ({ printed, standing }: OpinionOnDesk['meetings'][number]): string =>
  `${STANDING_MARK[standing]}${printed}`;
