import { trusted } from '../../../src/domain/actor.ts';
import { scopeOf } from '../../../src/domain/permission.ts';
import { fold } from '../../../src/domain/search/fold.ts';
import { readFound } from '../../../src/queries/search/found.ts';
import { readFoundInquiries } from '../../../src/queries/search/inquiries.ts';
import { readFoundArticles, readFoundIssues } from '../../../src/queries/search/news.ts';
import {
  readFoundMeetings,
  readFoundTrainings,
  readFoundWritten,
} from '../../../src/queries/search/occasions.ts';
import { readFoundOpinions } from '../../../src/queries/search/opinions.ts';
import { readFoundBodies, readFoundPromoters } from '../../../src/queries/search/people.ts';
import { AT, DAY, MARK } from '../full-workspace/names.ts';
import { finds, type WallCase } from './case.ts';

/** One who may see all of their workspace, and looks for what stands everywhere in the full one. */
const READER = trusted('T0FULL', 'cli:test', 'cli');
const ALL = scopeOf(READER, 'manage');
const QUERY = { words: [fold(MARK)], year: null, after: null, most: 11 };
const READING = { actor: READER, query: QUERY, now: AT };
const nothingNamed = () => [];

export const SEARCH_WALL_CASES: Readonly<Record<string, WallCase>> = {
  'search.meetings': finds([], ({ search }) =>
    search.meetings(QUERY, { contents: ALL, named: nothingNamed, untoldAfter: null }),
  ),
  'search.written': finds([], ({ search }) => search.written(QUERY, { askedBy: null, named: nothingNamed })),
  'search.trainings': finds([], ({ search }) => search.trainings(QUERY, nothingNamed)),
  'search.articles': finds([], ({ search }) => search.articles(QUERY, ALL)),
  'search.inquiries': finds([], ({ search }) =>
    search.inquiries(QUERY, { asked: ALL, personId: null, askedBy: DAY }),
  ),
  'search.opinions': finds([], ({ search }) => search.opinions(QUERY, true)),
};

export const SEARCH_QUERY_CASES: Readonly<Record<string, WallCase>> = {
  readFound: finds([], (record) => readFound(record, READING, { words: [MARK], year: null })),
  readFoundMeetings: finds([], (record) => readFoundMeetings(record, READING)),
  readFoundWritten: finds([], (record) => readFoundWritten(record, READING)),
  readFoundTrainings: finds([], (record) => readFoundTrainings(record, READING)),
  readFoundArticles: finds([], (record) => readFoundArticles(record, READING)),
  readFoundIssues: finds([], (record) => readFoundIssues(record, READING)),
  readFoundInquiries: finds([], (record) => readFoundInquiries(record, READING)),
  readFoundOpinions: finds([], (record) => readFoundOpinions(record, READING)),
  readFoundBodies: finds([], (record) => readFoundBodies(record, READING)),
  readFoundPromoters: finds([], (record) => readFoundPromoters(record, READING)),
};
