import type { Body } from '../../src/domain/body/body.ts';
import { localDate } from '../../src/domain/calendar/local-date.ts';
import { readAbsences } from '../../src/domain/meeting/absence.ts';
import { readAgenda } from '../../src/domain/meeting/agenda.ts';
import { type Meeting, MOST_ATTENDEES } from '../../src/domain/meeting/meeting.ts';
import { aBody, aMeeting } from '../support/meetings.ts';

/** What a view may be given: an ordinary record, an empty one, or one that somebody filled to the brim. */
export type Given = { readonly body: Body; readonly meeting: Meeting; readonly typed: string };

const HOSTILE = '<!channel> & <b> @here *太字* `code` |<https://example.com|x>';

/** `most` characters of `sample`, never half a character. */
const filled = (sample: string, most: number): string => {
  const whole = sample.repeat(Math.ceil(most / sample.length)).slice(0, most);
  return /[\uD800-\uDBFF]$/u.test(whole) ? whole.slice(0, -1) : whole;
};

const idOf = (index: number): string => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;

const brimming = (sample: string): Given => {
  const lines = filled(`${sample}\n`, 3000);
  return {
    typed: lines,
    body: aBody({
      name: filled(sample, 75),
      shortName: filled(sample, 30),
      composition: lines,
      role: lines,
      position: 9999,
      writtenNote: filled(sample, 100),
      notifyChannel: 'C0GENERAL',
      example: true,
    }),
    meeting: aMeeting({
      way: 'hybrid',
      date: { kind: 'days', first: localDate('2023-12-20'), last: localDate('2024-01-19') },
      note: filled(sample, 100),
      place: filled(sample, 100),
      items: readAgenda(lines),
      contents: {
        time: filled(sample, 100),
        attendees: Array.from({ length: MOST_ATTENDEES }, (_, index) => `U0PERSON${index}`),
        attendeesWithoutSlack: lines.split('\n').map((line) => line.trim()),
        absences: readAbsences(lines),
        decisions: lines,
        documents: filled(sample, 300),
      },
      cancelled: null,
    }),
  };
};

/** The records by what they hold. */
export const GIVEN: Readonly<Record<string, Given>> = {
  'an ordinary record': { body: aBody(), meeting: aMeeting(), typed: '開催日の誤り' },
  'an empty record': {
    typed: '',
    body: aBody({ name: '会', shortName: '', composition: '', role: '', writtenNote: '' }),
    meeting: aMeeting({ note: '', items: [{ text: '甲', kind: null }] }),
  },
  'hostile words': brimming(HOSTILE),
  emoji: brimming('a🎉'),
  'emoji of several characters': brimming('👨‍👩‍👧'),
  'one word without end': brimming('案'),
  'signs that grow when escaped': brimming('&'),
  '60 案件': {
    ...brimming(HOSTILE),
    meeting: aMeeting({ items: readAgenda(Array.from({ length: 60 }, () => '案'.repeat(49)).join('\n')) }),
  },
  '200 出席者, half of them without Slack': {
    ...brimming('出'),
    meeting: aMeeting({
      contents: {
        ...aMeeting().contents,
        attendees: Array.from({ length: MOST_ATTENDEES }, (_, index) => `U0PERSON${index}`),
        attendeesWithoutSlack: Array.from({ length: 100 }, (_, index) => `福祉課長 山田花子${index}`),
      },
    }),
  },
  'as many absent as fit in 3,000 characters': {
    ...brimming('欠'),
    meeting: aMeeting({
      contents: { ...aMeeting().contents, absences: readAbsences('豊中\n'.repeat(1000)) },
    }),
  },
};

/** `count` bodies like `body`, each of its own id. */
export const manyBodies = (body: Body, count: number): readonly Body[] =>
  Array.from({ length: count }, (_, index) => ({ ...body, id: idOf(index) }));

/** `count` meetings like `meeting`, each of its own id. */
export const manyMeetings = (meeting: Meeting, count: number): readonly Meeting[] =>
  Array.from({ length: count }, (_, index) => ({ ...meeting, id: idOf(1000 + index) }));
