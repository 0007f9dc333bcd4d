import { readDeliberations } from '../../../src/queries/deliberations.ts';
import { readOnDesk, readOpinionsOfYear } from '../../../src/queries/opinion.ts';
import { readPlacesInOrder } from '../../../src/queries/places-in-order.ts';
import { KEY } from '../full-workspace/inquiry.ts';
import { AT, DAY, ID, SLACK_ID, YEAR } from '../full-workspace/names.ts';
import { considerationFacts, opinionFacts, QUESTION } from '../full-workspace/opinion.ts';
import { aConsideration, anOpinion } from '../opinions.ts';
import { finds, own, refused, type WallCase, WORDS } from './case.ts';

const done = { by: SLACK_ID, at: AT };

/** Every function of the record about 評価・意見, asked for the rows of the full workspace. */
export const OPINION_WALL_CASES: Readonly<Record<string, WallCase>> = {
  'opinions.find': finds(undefined, ({ opinions }) => opinions.find(ID.opinion)),
  'opinions.findToChange': finds(undefined, ({ opinions }) => opinions.findToChange(ID.opinion)),
  'opinions.lock': own(({ opinions }) => opinions.lock(YEAR)),
  'opinions.ofIds': finds([], ({ opinions }) => opinions.ofIds([ID.opinion])),
  'opinions.ofYear': finds([], ({ opinions }) => opinions.ofYear(YEAR)),
  'opinions.carriedInto': finds([], ({ opinions }) => opinions.carriedInto(YEAR)),
  'opinions.years': finds([], ({ opinions }) => opinions.years()),
  'opinions.create': refused(({ opinions }) =>
    opinions.create([{ ...opinionFacts(WORDS, '2'), id: ID.fresh }], done),
  ),
  'opinions.put': refused(({ opinions }) => opinions.put(ID.opinion, opinionFacts(WORDS))),
  'opinions.cancel': refused(({ opinions }) => opinions.cancel(ID.opinion, AT, WORDS)),
  'opinions.restore': refused(({ opinions }) => opinions.restore(ID.opinion)),
  'opinions.putYear': refused(({ opinions }) =>
    opinions.putYear(ID.opinion, YEAR, considerationFacts(WORDS), done),
  ),
  'opinions.putPublished': refused(({ opinions }) => opinions.putPublished(ID.carried, YEAR - 1, done)),

  'inquiryQuestions.put': refused(({ inquiryQuestions }) => inquiryQuestions.put(ID.inquiry, [QUESTION])),
  'inquiryQuestions.ofInquiry': finds([], ({ inquiryQuestions }) => inquiryQuestions.ofInquiry(ID.inquiry)),
  'inquiryQuestions.ofSection': finds([], ({ inquiryQuestions }) => inquiryQuestions.ofSection(KEY)),
  'inquiryQuestions.ofSections': finds([], ({ inquiryQuestions }) =>
    inquiryQuestions.ofSections([ID.inquiry], [KEY.sectionId]),
  ),
  'inquiryQuestions.asked': finds([], ({ inquiryQuestions }) => inquiryQuestions.asked([ID.opinion], YEAR)),
  'inquiryQuestions.openIn': finds(new Set(), ({ inquiryQuestions }) => inquiryQuestions.openIn(YEAR)),
  'inquiryQuestions.openAbout': finds(0, ({ inquiryQuestions }) => inquiryQuestions.openAbout(ID.opinion)),
  'inquiryQuestions.keepParts': refused(({ inquiryQuestions }) =>
    inquiryQuestions.keepParts(ID.answer, new Map([[ID.carried, WORDS]])),
  ),
  'inquiryQuestions.partsOf': finds(new Map(), ({ inquiryQuestions }) => inquiryQuestions.partsOf(ID.answer)),
  'inquiryQuestions.draftsOf': finds(new Map(), ({ inquiryQuestions }) => inquiryQuestions.draftsOf(KEY)),
  'inquiryQuestions.putDrafts': refused(({ inquiryQuestions }) =>
    inquiryQuestions.putDrafts(KEY, new Map([[ID.opinion, WORDS]]), done),
  ),
  'inquiryQuestions.removeDrafts': own(({ inquiryQuestions }) => inquiryQuestions.removeDrafts(KEY)),
};

/** One of another workspace, with the section and the meeting of the full one. */
const ELSEWHERE = anOpinion({
  sectionIds: [ID.section],
  years: [aConsideration({ fiscalYear: YEAR, meetingIds: [ID.meeting] })],
});

/** Every function of src/queries about 評価・意見, asked for what the full workspace holds. */
export const OPINION_QUERY_CASES: Readonly<Record<string, WallCase>> = {
  readOnDesk: finds([[], []], async (record) =>
    (await readOnDesk(record, [ELSEWHERE], YEAR, DAY)).flatMap(({ places, meetings }) => [places, meetings]),
  ),
  readDeliberations: finds([], (record) => readDeliberations(record, YEAR, [ID.meeting], DAY)),
  readPlacesInOrder: finds([], (record) => readPlacesInOrder(record)),
  readOpinionsOfYear: finds([], (record) => readOpinionsOfYear(record, YEAR, DAY)),
};
