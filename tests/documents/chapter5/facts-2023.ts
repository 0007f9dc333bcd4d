import type { Body } from '../../../src/domain/body.ts';
import { localDate } from '../../../src/domain/calendar/local-date.ts';
import { EXAMPLE_BODIES } from '../../../src/domain/example-bodies.ts';
import { type Meeting, numbered } from '../../../src/domain/meeting.ts';
import type { BodyChapter, Chapter5Facts } from '../../../src/services/read-chapter5.ts';
import { aBody, aMeeting } from '../../support/meetings.ts';

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

/** What a real city published for fiscal 2023 (令和5年度実施状況報告書 第5章), as far as its meetings go. */
export const FACTS_2023: Chapter5Facts = {
  year: 2023,
  bodies: EXAMPLE_BODIES.map((body) =>
    chapterOf(body, MEETINGS[body.name] ?? [], DID_NOT_MEET.includes(body.name)),
  ),
};
