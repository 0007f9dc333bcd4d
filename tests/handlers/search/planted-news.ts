import { randomUUID } from 'node:crypto';
import { SECRETARY } from '../../support/practice.ts';
import { wordOf } from './fields.ts';
import { WHO } from './people.ts';
import { AT, type Planting, type Row } from './planting.ts';

/** 研修, at one of which `attendee` was, 記事 and 号 of every standing. */
export const plantTrainingsAndNews = async ({ put, welfare }: Planting, attendee: string): Promise<void> => {
  const training = (fields: Row): Promise<string> =>
    put('training_session', {
      id: randomUUID(),
      fiscal_year: 2026,
      way: 'onsite',
      precision: 'day',
      held_on: '2026-10-05',
      recorded_by: SECRETARY,
      recorded_at: AT,
      confirmed_at: AT,
      held_confirmed_at: AT,
      ...fields,
    });
  const session = await training({
    other_name: wordOf('t-name'),
    place: wordOf('t-place'),
    lecturer: wordOf('t-lecturer'),
    content: wordOf('t-content'),
    link: `https://city.example/${wordOf('t-link')}`,
  });
  await put('attendance', {
    session_id: session,
    person_id: attendee,
    state: 'present',
    note: wordOf('t-note'),
    updated_at: AT,
  });
  await training({
    other_name: wordOf('u-name'),
    recorded_by: WHO.promoter.id,
    section_id: welfare,
    confirmed_at: null,
  });
  await training({ other_name: wordOf('v-name'), cancelled_at: AT });
  const programme = await put('programme', { id: randomUUID(), created_at: AT });
  await put('programme_year', {
    programme_id: programme,
    fiscal_year: 2026,
    name: wordOf('g-programme'),
    position: 90,
  });
  await training({ programme_id: programme });

  const article = (fields: Row): Promise<string> =>
    put('article', {
      id: randomUUID(),
      title: '題',
      body: '本文',
      category: 'notice',
      written_by: WHO.staff.id,
      written_at: AT,
      ...fields,
    });
  const issue = async (fields: Row, ...articles: readonly string[]): Promise<void> => {
    const id = await put('newsletter_issue', {
      id: randomUUID(),
      fiscal_year: 2026,
      parts: [],
      created_by: SECRETARY,
      created_at: AT,
      ...fields,
    });
    for (const [index, each] of articles.entries())
      await put('issue_article', { issue_id: id, article_id: each, position: index + 1 });
  };
  const out = await article({
    title: wordOf('a-title'),
    body: wordOf('a-body'),
    photo_text: wordOf('a-photo'),
  });
  await put('article_version', {
    article_id: out,
    revision: 1,
    title: wordOf('a-old'),
    body: '本文',
    category: 'notice',
    link: '',
    photo_text: '',
    changed_by: WHO.staff.id,
    changed_at: AT,
  });
  await put('article_proposal', {
    id: randomUUID(),
    article_id: out,
    facts: JSON.stringify({
      title: wordOf('a-proposal'),
      body: '本文',
      category: 'notice',
      link: '',
      photoText: '',
    }),
    proposed_by: WHO.staff.id,
    proposed_at: AT,
  });
  await article({ title: wordOf('n-title'), body: wordOf('n-body'), written_by: WHO.promoter.id });
  await article({
    title: wordOf('o-title'),
    source_channel: 'C0GENERAL',
    source_ts: '1.1',
    source_author: WHO.promoter.id,
  });
  const withdrawn = await article({ title: wordOf('x-title'), withdrawn_at: AT, withdrawn_by: WHO.staff.id });
  const parts = [{ part: 'coming', lines: [{ when: '', what: wordOf('i-part'), detail: '', count: null }] }];
  await issue(
    {
      number: 1,
      state: 'published',
      published_at: AT,
      greeting: wordOf('i-greeting'),
      part_texts: JSON.stringify(parts),
    },
    out,
    withdrawn,
  );
  await issue({ number: 2, greeting: wordOf('j-greeting') });
  await issue({ number: 3, state: 'cancelled', greeting: wordOf('k-greeting') });
};
