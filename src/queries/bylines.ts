import type { WorkspaceRecord } from '../db/database.ts';
import { todayInTokyo } from '../domain/calendar/local-date.ts';
import { placeOf } from '../domain/department.ts';
import { type Article, authorOf, bylineOf, type SignedArticle } from '../domain/newsletter/article.ts';
import { holdsOn } from '../domain/promoter/appointment.ts';
import type { ArticleByline } from '../domain/settings.ts';

type Sources = Pick<WorkspaceRecord, 'appointments' | 'departments' | 'people'>;

/**
 * Articles with who wrote them, as `how` says: the section in which they were 協働推進員 on the day of writing, and the name that
 * the record has. Of who is in no section, or in no record, that much is left out.
 */
export const readSigned = async (
  record: Sources,
  articles: readonly Article[],
  how: ArticleByline,
): Promise<readonly SignedArticle[]> => {
  if (how === 'none' || articles.length === 0) return articles.map((article) => ({ ...article, byline: '' }));
  const days = articles.map(({ writtenAt }) => todayInTokyo(writtenAt)).toSorted();
  const [first, last] = [days.at(0), days.at(-1)];
  const [names, departments, appointments] = await Promise.all([
    record.people.namesOf([...new Set(articles.map(authorOf))]),
    record.departments.all(),
    first === undefined || last === undefined ? [] : record.appointments.between(first, last),
  ]);
  return articles.map((article) => {
    const author = authorOf(article);
    const day = todayInTokyo(article.writtenAt);
    const held = appointments.find((one) => one.person.slackId === author && holdsOn(one, day));
    const section = held === undefined ? '' : (placeOf(departments, held.sectionId)?.section.name ?? '');
    return { ...article, byline: bylineOf({ section, name: names.get(author) ?? '' }, how) };
  });
};
