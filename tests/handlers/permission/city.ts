import { randomUUID } from 'node:crypto';
import type { Database } from '../../../src/db/database.ts';
import { trusted } from '../../../src/domain/actor.ts';
import { localDate } from '../../../src/domain/calendar/local-date.ts';
import { succeed } from '../../../src/domain/result.ts';
import { putInquiry } from '../../support/asked-inquiries.ts';
import { putOpinions } from '../../support/asked-opinions.ts';
import {
  putAnnouncedWrittenMeeting,
  putDecidedWrittenMeeting,
  putWrittenMeeting,
} from '../../support/asked-written-meetings.ts';
import { type Practice, SECRETARY, STAFF, startPractice } from '../../support/practice.ts';
import { putRoster } from '../../support/promoters.ts';
import { bodyId, rowsOf, WORKSPACE, withDatabase } from '../steps.ts';
import { programmeId } from '../training/steps.ts';

/** A small city with one of each kind of people, for the walk over the permission table. */

/** Everybody of the table: two 主任 and two 推進員 in two departments, a member of 本部会議, and one who is none of it. */
export const PERSON = {
  secretary: SECRETARY,
  chief: 'U0CHIEF',
  promoter: 'U0PROMOTER',
  otherChief: 'U0OTHERCHIEF',
  outsider: 'U0OUTSIDER',
  member: 'U0MEMBER',
  staff: STAFF,
} as const;
export type Who = keyof typeof PERSON;
export const EVERYBODY = [
  'secretary',
  'chief',
  'promoter',
  'otherChief',
  'outsider',
  'member',
  'staff',
] as const;

const roster = [
  ['福祉部', '福祉総務課', '主任 一郎', PERSON.chief, 'chief'],
  ['福祉部', '福祉課', '青空 そら', PERSON.promoter, 'promoter'],
  ['環境部', '環境総務課', '主任 二郎', PERSON.otherChief, 'chief'],
  ['環境部', '公園みどり課', '山道 あゆむ', PERSON.outsider, 'promoter'],
] as const;

const WRITTEN_FILE = '77777777-7777-4777-8777-777777777777';

const makeMember = (db: Database, body: string) =>
  db.act(
    { actor: trusted(WORKSPACE, 'cli:test', 'cli'), action: 'seat', at: new Date(0) },
    async (record) => {
      const facts = { slackId: PERSON.member, email: null, name: '部長 三子' };
      const person = await record.people.keep({ kind: 'new', facts }, new Date(0));
      await record.bodyMembers.create(
        '44444444-4444-4444-8444-444444444444',
        {
          bodyId: body,
          personId: person.id,
          title: '福祉部長',
          office: 'member',
          position: 10,
          copiedTo: [],
          proxies: [],
          startsOn: localDate('2026-04-01'),
          endsOn: null,
        },
        { by: 'cli:test', at: new Date(0) },
      );
      return succeed(null);
    },
  );

const putNewsletter = async (db: Database) => {
  const at = new Date('2026-11-24T09:00:00+09:00');
  const { articles, articleProposals, newsletterIssues } = db.record(WORKSPACE);
  const facts = { title: '見出し', body: '本文', category: 'notice', link: '', photoText: '' } as const;
  const [article, asked, out, draft, published, proposal] = Array.from({ length: 6 }, () => randomUUID()) as [
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  const written = { at, photo: null };
  await articles.create(article, facts, { ...written, by: PERSON.promoter, source: null });
  const source = { channel: 'C0GENERAL', ts: '1.1', author: PERSON.promoter };
  await articles.create(asked, facts, { ...written, by: PERSON.staff, source });
  await articles.create(out, facts, { ...written, by: PERSON.staff, source: null });
  const issue = { fiscalYear: 2026, parts: [], greeting: '', channels: [], publishAt: null };
  const made = { by: PERSON.secretary, at };
  await newsletterIssues.create(draft, { ...issue, number: 2, articleIds: [article] }, made);
  await newsletterIssues.create(published, { ...issue, number: 1, articleIds: [out] }, made);
  await newsletterIssues.putCourse(published, { state: 'published', publishedAt: at });
  await articleProposals.put({
    id: proposal,
    articleId: out,
    facts: { ...facts, body: '変えた本文' },
    photo: null,
    proposedBy: PERSON.staff,
    proposedAt: at,
  });
  return { article, asked, draft, published, proposal };
};

/** The city, and the ids by which its rows are named. */
export type City = {
  readonly practice: Practice;
  readonly headquarters: string;
  readonly open: string;
  readonly welfare: string;
  readonly welfareSection: string;
  readonly person: string;
  readonly appointment: string;
  readonly programme: string;
  /** An open inquiry that asks every 推進員. */
  readonly inquiry: string;
  /** A 書面開催 of 本部会議 that is open for answers, of which the member is the only 回答者. */
  readonly writtenMeeting: string;
  /** One that has ended, with a result that nobody was told yet. */
  readonly decidedMeeting: string;
  /** One whose result was told, and the meeting of the record that it is. */
  readonly announcedMeeting: string;
  readonly announcedRecord: string;
  /** An article of the 推進員, and one that somebody made of a message of theirs. */
  readonly article: string;
  readonly asked: string;
  /** An issue that is begun, and one that is out. */
  readonly draft: string;
  readonly published: string;
  /** A change of the article that is out, which waits. */
  readonly proposal: string;
  /** An opinion on 令和7年度 that is registered, and one that is 公表済. */
  readonly opinion: string;
  readonly publishedOpinion: string;
};

export const startCity = async (
  options: Pick<Parameters<typeof startPractice>[0] & object, 'secretariat'> = {},
): Promise<City> => {
  const people = Object.values(PERSON)
    .filter((id) => id !== SECRETARY && id !== STAFF)
    .map((id) => ({ id, real_name: id, email: `${id.toLowerCase()}@city.example` }));
  const practice = await startPractice({ people, ...options });
  const lines = roster.map(([department, section, name, slackId, role]) => ({
    department,
    section,
    name,
    slackId,
    role,
  }));
  const headquarters = await bodyId(practice, '協働推進本部会議');
  await withDatabase(practice, async (db) => {
    await putRoster(db, WORKSPACE, lines, practice.clock.now());
    await makeMember(db, headquarters);
  });
  const [row] = await rowsOf(
    practice,
    `select a.id, a.person_id, a.section_id, s.department_id from appointment a
       join section s on s.id = a.section_id where s.name = '福祉課'`,
  );
  await rowsOf(practice, 'update appointment set guide_planned_at = now() where id = $1', [row?.id]);
  const newsletter = await withDatabase(practice, (db) => putNewsletter(db));
  const [opinion = '', publishedOpinion = ''] = await withDatabase(practice, (db) =>
    putOpinions(db, WORKSPACE, practice.clock.now(), [
      {},
      { years: [{ fiscalYear: 2025, isPublished: true }] },
    ]),
  );
  const announced = await withDatabase(practice, (db) =>
    putAnnouncedWrittenMeeting(db, WORKSPACE, practice.clock.now(), {
      bodyId: headquarters,
      dueOn: localDate('2026-11-20'),
      items: '前年度の実績について(審議)',
    }),
  );
  return {
    ...newsletter,
    opinion,
    publishedOpinion,
    practice,
    headquarters,
    open: await bodyId(practice, '協働事業成案化検討会議'),
    welfare: String(row?.department_id),
    welfareSection: String(row?.section_id),
    person: String(row?.person_id),
    appointment: String(row?.id),
    programme: await programmeId(practice, '協働推進員研修'),
    inquiry: await withDatabase(practice, (db) =>
      putInquiry(db, WORKSPACE, practice.clock.now(), { collectBy: localDate('2026-12-08') }),
    ),
    writtenMeeting: await withDatabase(practice, async (db) => {
      const at = practice.clock.now();
      const id = await putWrittenMeeting(db, WORKSPACE, at, { bodyId: headquarters });
      const { storedFiles, writtenMeetings } = db.record(WORKSPACE);
      const bytes = new TextEncoder().encode('%PDF-1.7');
      await storedFiles.keep(WRITTEN_FILE, { name: '資料.pdf', bytes }, { by: SECRETARY, at });
      await writtenMeetings.putFiles(id, [WRITTEN_FILE]);
      return id;
    }),
    decidedMeeting: await withDatabase(practice, (db) =>
      putDecidedWrittenMeeting(db, WORKSPACE, practice.clock.now(), { bodyId: headquarters }),
    ),
    announcedMeeting: announced.meetingId,
    announcedRecord: announced.recordId,
  };
};
