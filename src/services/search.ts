import type { Actor } from '../domain/actor.ts';
import type { Body } from '../domain/body/body.ts';
import type { FiscalYear } from '../domain/calendar/fiscal-year.ts';
import type { FoundOfKind, WantedPage } from '../domain/search/found.ts';
import type { SearchWords } from '../domain/search/words.ts';
import { readFound } from '../queries/search/found.ts';
import type { ServiceDeps } from './service-deps.ts';

/** What came of looking for words: a page of what the reader may see, and of nothing else not even that there is any. */
export type SearchResult = {
  readonly wanted: SearchWords;
  readonly page: WantedPage;
  readonly kinds: readonly FoundOfKind[];
};

/** Looks for words in all of the record that this person may see. */
export const search = async (
  { clock, db }: ServiceDeps,
  wanted: SearchWords,
  page: WantedPage,
  actor: Actor,
): Promise<SearchResult> => {
  const record = db.record(actor.workspaceId);
  return { wanted, page, kinds: await readFound(record, { actor, now: clock.now() }, wanted, page) };
};

/** A 会議体 that is found, as it is called in a year; undefined where there is none. */
export const findBody = (
  { db }: ServiceDeps,
  id: string,
  year: FiscalYear,
  actor: Actor,
): Promise<Pick<Body, 'name' | 'kind'> | undefined> => db.record(actor.workspaceId).bodies.find(id, year);
