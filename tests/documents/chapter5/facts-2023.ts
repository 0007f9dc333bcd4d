import type { Body } from '../../../src/domain/body/body.ts';
import { EXAMPLE_BODIES } from '../../../src/domain/body/example-bodies.ts';
import { localDate } from '../../../src/domain/calendar/local-date.ts';
import { CHAPTER_ITEMS } from '../../../src/domain/chapter5/items.ts';
import { type Meeting, numbered } from '../../../src/domain/meeting/meeting.ts';
import { EXAMPLE_PROGRAMMES } from '../../../src/domain/training/programme.ts';
import type { BodyChapter, Chapter5Facts, ProgrammeChapter } from '../../../src/services/read-chapter5.ts';
import { aBody, aMeeting } from '../../support/meetings.ts';
import { month, months } from '../../support/record-dates.ts';
import { aProgramme, inChapter } from '../../support/trainings.ts';

const TODAY = localDate('2024-06-03');

/** One body's part of the facts, with its meetings as they stand on `TODAY`. */
export const chapterOf = (
  body: Partial<Body>,
  meetings: readonly Meeting[] = [],
  didNotMeet = false,
): BodyChapter => ({ body: aBody(body), meetings: numbered(meetings, TODAY), didNotMeet });

const until = (day: string, facts: Partial<Meeting>): Meeting =>
  aMeeting({ date: { kind: 'until', day: localDate(day) }, ...facts });

const survey: Meeting['items'] = [
  { text: '市民公益活動推進委員会の評価・意見に対する市の調査・検討について', kind: 'deliberation' },
];

const MEETINGS: Readonly<Record<string, readonly Meeting[]>> = {
  協働推進本部会議: [until('2023-08-10', {}), until('2023-12-08', { items: survey })],
  協働推進本部会議幹事会: [
    until('2023-07-07', {
      way: 'unknown',
      note: '',
      items: [{ text: '協働推進本部会議幹事会の年間スケジュールについて', kind: null }],
    }),
    until('2023-11-08', { way: 'unknown', note: '', items: survey }),
  ],
};
const DID_NOT_MEET = ['豊能地区市町NPO担当課長連絡会議', '豊能地区市町合同研修'];

const SESSIONS: Readonly<Record<string, ProgrammeChapter['sessions']>> = {
  新規採用職員ステップ研修: [inChapter({ date: month('2023-09'), place: '市役所内', headCount: 88 })],
  '係長級・技能長昇格前研修': [
    inChapter({ date: months('2023-07', '2023-09'), way: 'video', place: '', headCount: 67 }),
  ],
  協働推進員研修: [inChapter()],
};

const NO_SOURCES: Chapter5Facts['sources'] = {
  appointments: [],
  appointed: { onFirstDay: [], later: [] },
  departments: [],
  confirmers: new Map(),
  names: new Map(),
};

/** A text of every 項目, so that none is missing. */
export const TEXTS: Chapter5Facts['texts'] = new Map(CHAPTER_ITEMS.map((item) => [item, `${item}の文章`]));

/** A chapter of nothing, for those who are about one part of it. */
export const NOTHING_2023: Chapter5Facts = {
  year: 2023,
  bodies: [],
  programmes: [{ programme: aProgramme(), name: '協働推進員研修', sessions: [inChapter()], notHeld: false }],
  appointed: { onFirstDay: 112, later: 0 },
  texts: TEXTS,
  sources: NO_SOURCES,
};

/** What a real city published for fiscal 2023 (令和5年度実施状況報告書 第5章). */
export const FACTS_2023: Chapter5Facts = {
  year: 2023,
  bodies: EXAMPLE_BODIES.map((body) =>
    chapterOf(body, MEETINGS[body.name] ?? [], DID_NOT_MEET.includes(body.name)),
  ),
  programmes: EXAMPLE_PROGRAMMES.map((facts) => ({
    programme: aProgramme(facts),
    name: facts.name,
    sessions: SESSIONS[facts.name] ?? [],
    notHeld: false,
  })),
  appointed: { onFirstDay: 112, later: 0 },
  texts: TEXTS,
  sources: NO_SOURCES,
};
