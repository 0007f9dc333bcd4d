import type { WorkspaceRecord } from '../../db/database.ts';
import {
  type Found,
  type FoundOfKind,
  MOST_FOUND,
  SEARCH_KINDS,
  type SearchKind,
  type WantedPage,
} from '../../domain/search/found.ts';
import { hasEvery } from '../../domain/search/mark.ts';
import { foldedWords, type SearchWords } from '../../domain/search/words.ts';
import { readFoundInquiries } from './inquiries.ts';
import { readFoundArticles, readFoundIssues } from './news.ts';
import { readFoundMeetings, readFoundTrainings, readFoundWritten } from './occasions.ts';
import { readFoundOpinions } from './opinions.ts';
import { readFoundBodies, readFoundPromoters } from './people.ts';
import type { SearchReading } from './reading.ts';

const READERS: Readonly<
  Record<SearchKind, (record: WorkspaceRecord, reading: SearchReading) => Promise<readonly Found[]>>
> = {
  meeting: readFoundMeetings,
  written: readFoundWritten,
  training: readFoundTrainings,
  article: readFoundArticles,
  issue: readFoundIssues,
  inquiry: readFoundInquiries,
  opinion: readFoundOpinions,
  body: readFoundBodies,
  promoter: readFoundPromoters,
};

/**
 * What a reader may see that has every word in what of it they may see, the kinds in order; a kind of which there is nothing is
 * left out. What the database gives is looked at once more here: what lacks a word in the texts that are shown is not shown.
 */
export const readFound = async (
  record: WorkspaceRecord,
  { actor, now }: Pick<SearchReading, 'actor' | 'now'>,
  wanted: SearchWords,
  page?: WantedPage,
): Promise<readonly FoundOfKind[]> => {
  const words = foldedWords(wanted);
  const kinds = page === undefined ? SEARCH_KINDS : [page.kind];
  const query = { words, year: wanted.year, after: page?.after ?? null, most: MOST_FOUND + 1 };
  const read = await Promise.all(
    kinds.map(async (kind): Promise<FoundOfKind> => {
      const found = await READERS[kind](record, { actor, query, now });
      return {
        kind,
        found: found.slice(0, MOST_FOUND).filter(({ name, texts }) => hasEvery([name, ...texts], words)),
        hasMore: found.length > MOST_FOUND,
      };
    }),
  );
  return read.filter(({ found }) => found.length > 0);
};
