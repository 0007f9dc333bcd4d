import { z } from 'zod';
import type { OccasionStanding } from '../occasion/standing.ts';

/** What is searched, in the order in which it is shown: 会議, 書面開催 without a result, 研修, 記事, 号, 照会, 評価・意見, 会議体, 協働推進員. */
export const SEARCH_KINDS = [
  'meeting',
  'written',
  'training',
  'article',
  'issue',
  'inquiry',
  'opinion',
  'body',
  'promoter',
] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];

/** So many of a kind are shown at once. */
export const MOST_FOUND = 10;

/**
 * Where one that is found stands among its kind: the newest first, by a number that no change of others moves, and those of the same by
 * id. What comes after it is the same however many are added before.
 */
export const SearchPlace = z.object({ at: z.number(), id: z.string() });
export type SearchPlace = z.infer<typeof SearchPlace>;

/** In the order in which they are shown. */
export const comparePlaces = (one: SearchPlace, other: SearchPlace): number =>
  other.at - one.at || (one.id < other.id ? -1 : Number(one.id > other.id));

/** By what one that is found is opened, and what that is told. */
export type Opens = {
  readonly by:
    | 'meeting'
    | 'training'
    | 'body'
    | 'body-form'
    | 'promoter'
    | 'written-progress'
    | 'written-draft'
    | 'article'
    | 'back-issue'
    | 'issue'
    | 'inquiry-status'
    | 'inquiry-draft'
    | 'inquiry-answer'
    | 'opinion';
  readonly value: string;
};

/** One that is found, with what of it the reader may see and is searched. */
export type Found = SearchPlace & {
  readonly kind: SearchKind;
  /** What it is called. */
  readonly name: string;
  /** When, where, or whose. */
  readonly beside: string;
  readonly mark: OccasionStanding | 'draft' | 'unpublished' | 'chief';
  /** What is searched beside the name. */
  readonly texts: readonly string[];
  readonly opens: Opens;
};

/** What is found of a kind, at most `MOST_FOUND`, and whether there is more. */
export type FoundOfKind = {
  readonly kind: SearchKind;
  readonly found: readonly Found[];
  readonly hasMore: boolean;
};

/** The page that is looked at: of one kind what comes after a place, or the first of every kind. */
export type WantedPage = { readonly kind: SearchKind; readonly after: SearchPlace } | undefined;
