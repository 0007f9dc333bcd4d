import { changesSince, wasCompared } from '../../documents/chapter5/changes.ts';
import { chapter5Document } from '../../documents/chapter5/document.ts';
import { type Chapter5, chapter5Of } from '../../documents/chapter5/model.ts';
import { withYearsUndrawn } from '../../documents/chapter5/years/years.ts';
import type { TextDocument } from '../../documents/writing/text-document.ts';
import type { Actor } from '../../domain/actor.ts';
import type { FiscalYear } from '../../domain/calendar/fiscal-year.ts';
import type { DocumentChange } from '../../domain/document-change.ts';
import { SlackId } from '../../domain/person/person.ts';
import { type ChapterSources, readChapter5 } from '../../services/read-chapter5.ts';
import type { Given } from '../../services/report/open.ts';
import { readYears } from '../../services/report/read-years.ts';
import type { NamedGiven } from '../../views/report/report.ts';
import type { HandlerDeps } from '../types.ts';

/** Chapter 5 of a year as the record has it now. */
export const chapterOf = async (
  deps: HandlerDeps,
  year: FiscalYear,
  { workspaceId }: Actor,
): Promise<Chapter5> => chapter5Of(await readChapter5(deps, workspaceId, year));

/** A report as it would be given out now in the way in which it was: with 前年度との比較 where what was kept of it has that. */
const nowLike = async (
  deps: HandlerDeps,
  { content, chapter }: { readonly content: unknown; readonly chapter: Chapter5 },
  year: FiscalYear,
  { workspaceId }: Actor,
): Promise<TextDocument> => {
  const document = chapter5Document(chapter);
  return wasCompared(content)
    ? withYearsUndrawn(document, await readYears(deps, workspaceId, year))
    : document;
};

/** The newest of what was given out that says anything else than the report would now, with what differs; undefined where none does. */
export const newestOther = async (
  deps: HandlerDeps,
  given: readonly Given[],
  year: FiscalYear,
  { actor, chapter }: { readonly actor: Actor; readonly chapter: Chapter5 },
): Promise<{ readonly given: Given; readonly changes: readonly DocumentChange[] } | undefined> => {
  for (const one of given) {
    const now = await nowLike(deps, { content: one.content, chapter }, year, actor);
    const changes = changesSince(one.content, now);
    if (changes.length > 0) return { given: one, changes };
  }
  return undefined;
};

/** Facts with the names of all who acted: of who is in no record, as Slack calls them. */
export const withNames = async <Facts extends { readonly sources: Pick<ChapterSources, 'names'> }>(
  { people }: Pick<HandlerDeps, 'people'>,
  facts: Facts,
): Promise<Facts> => {
  const names = await Promise.all(
    [...facts.sources.names].map(async ([id, name]) => {
      const isAsked = name === null && SlackId.safeParse(id).success;
      // A name that can't be had keeps nobody from their file.
      const asked = isAsked ? await people.find(id).catch(() => undefined) : undefined;
      return [id, name ?? asked?.name ?? null] as const;
    }),
  );
  return { ...facts, sources: { ...facts.sources, names: new Map(names) } };
};

/** What was given out, with the name of who got it: one who is in no record, as Slack calls them; the command line as it is kept. */
export const withName = async (
  { people }: Pick<HandlerDeps, 'people'>,
  given: Given | undefined,
): Promise<NamedGiven | undefined> => {
  if (given === undefined) return undefined;
  const { givenTo } = given.delivery;
  const named =
    given.name ?? (SlackId.safeParse(givenTo).success ? (await people.find(givenTo))?.name : givenTo);
  return { ...given, name: named ?? givenTo };
};
