import type { IssueFacts } from '../../../src/domain/newsletter/newsletter.ts';
import { SECRETARY } from '../practice.ts';
import { AT, type CityYear, PROMOTER } from './seen.ts';

const ISSUES = 12;
const ARTICLES = 2;

/** A year of 協DO: issues that are out, one that waits for its hour, a draft, and articles that are in none. */
export const fillNews = async ({ record, size }: CityYear): Promise<void> => {
  const write = async (title: string, by: string): Promise<string> => {
    const id = crypto.randomUUID();
    const facts = { title, body: '本文です。', category: 'example' as const, link: '', photoText: '' };
    await record.articles.create(id, facts, { by, at: AT, source: null, photo: null });
    return id;
  };
  for (let number = 1; number <= ISSUES * size; number += 1) {
    const articleIds: string[] = [];
    for (let index = 0; index < ARTICLES; index += 1)
      articleIds.push(await write(`記事${number}-${index}`, index === 0 ? PROMOTER : SECRETARY));
    const facts: IssueFacts = {
      fiscalYear: 2026,
      number,
      articleIds,
      parts: ['meetings', 'coming'],
      greeting: '',
      channels: [{ id: 'C0GENERAL', name: '協働推進' }],
      publishAt: new Date(AT.getTime() + (number % 5) * 864e5),
    };
    const id = crypto.randomUUID();
    await record.newsletterIssues.create(id, facts, { by: SECRETARY, at: AT });
    const state = number % ISSUES === 0 ? 'scheduled' : number % ISSUES === 1 ? 'draft' : 'published';
    const published = state === 'published' ? { publishedAt: AT, partTexts: [] } : {};
    await record.newsletterIssues.putCourse(id, { state, ...published });
    if (state === 'published') await record.newsletterIssues.read(id, PROMOTER, AT);
  }
  for (let index = 0; index < ARTICLES * size; index += 1) await write(`寄せられた記事${index}`, PROMOTER);
  await record.monthlyDay.put({
    day: 29,
    time: '10:00',
    shift: true,
    channels: ['C0GENERAL'],
  });
};
