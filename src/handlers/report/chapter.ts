import { changesSince, wasCompared } from '../../documents/chapter5/changes.ts';
import { chapter5Document } from '../../documents/chapter5/document.ts';
import { type Chapter5, chapter5Of } from '../../documents/chapter5/model.ts';
import { withYearsUndrawn } from '../../documents/chapter5/years/years.ts';
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

/**
 * The newest of what was given out that says anything else than the report would now, with what differs; undefined where none does. Each
 * is compared with what would be given out in its own way: with 前年度との比較, which is read once, where it has that.
 */
export const newestOther = async (
  deps: HandlerDeps,
  given: readonly Given[],
  year: FiscalYear,
  { actor, chapter }: { readonly actor: Actor; readonly chapter: Chapter5 },
): Promise<{ readonly given: Given; readonly changes: readonly DocumentChange[] } | undefined> => {
  const plain = chapter5Document(chapter);
  const withComparison = given.some(({ content }) => wasCompared(content))
    ? withYearsUndrawn(plain, await readYears(deps, actor.workspaceId, year))
    : plain;
  for (const one of given) {
    const changes = changesSince(one.content, wasCompared(one.content) ? withComparison : plain);
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
