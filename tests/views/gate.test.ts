import type { ModalView } from '@slack/types';
import { describe, expect, test } from 'vitest';
import { localDate } from '../../src/domain/calendar/local-date.ts';
import type { MeetingChange } from '../../src/domain/meeting/history.ts';
import { type Meeting, numbered } from '../../src/domain/meeting/meeting.ts';
import { printMeetingDate } from '../../src/domain/meeting/print.ts';
import type { OccasionStanding } from '../../src/domain/occasion/standing.ts';
import { soughtAmong } from '../../src/domain/person/sought.ts';
import { checkMessage, checkView } from '../../src/sandbox/gate/gate.ts';
import type { MeetingList } from '../../src/services/meeting/list.ts';
import type { SlackMessage } from '../../src/slack/message.ts';
import { NOUNS } from '../../src/texts/home.ts';
import { auditMessage, LINES_A_PAGE } from '../../src/views/audit.ts';
import { BODIES_A_PAGE, bodyForm, bodyListMessage, bodyRegistered } from '../../src/views/body/body.ts';
import { deliveryMessage, deliveryPages } from '../../src/views/delivery/deliveries.ts';
import {
  failureMessage,
  outsiderMessage,
  problemMessage,
  sentenceForm,
  withoutSecretariat,
} from '../../src/views/failure.ts';
import { helpMessage, unknownWordMessage } from '../../src/views/help.ts';
import { meetingContentsView } from '../../src/views/meeting/contents.ts';
import { didNotMeetForm, didNotMeetMessage } from '../../src/views/meeting/did-not-meet.ts';
import { meetingForm } from '../../src/views/meeting/form.ts';
import { meetingListMessage, ROWS_A_PAGE } from '../../src/views/meeting/list.ts';
import { cancelForm } from '../../src/views/occasion/cancel-form.ts';
import { asSent } from '../support/as-sent.ts';
import { aBody, aMeeting } from '../support/meetings.ts';
import { GIVEN, type Given, manyBodies, manyMeetings } from './records.ts';

const TODAY = localDate('2024-06-03');
const OF_2023 = { year: 2023, today: TODAY, sought: soughtAmong('', 0, []) };
const MOST_BODIES = 100;
const BY_SECRETARIAT = { forSecretariat: true, mayConfirm: true } as const;

const historyOf = ({ body, meeting, typed }: Given): readonly MeetingChange[] =>
  Array.from({ length: 5 }, () => ({
    at: new Date('2023-08-14T10:00:00+09:00'),
    actor: 'U0JIMU',
    before: {
      bodyName: body.name,
      date: printMeetingDate(meeting),
      way: meeting.way,
      place: meeting.place,
      items: meeting.items,
      contents: true as const,
    },
    reason: typed.slice(0, 300),
  }));

const notHeld = (body: Given['body'], stands: boolean) => ({
  of: { kind: 'body' as const, id: body.id },
  name: body.name,
  fiscalYear: 2023,
  stands,
});

const FORMS: Readonly<Record<string, (given: Given) => ModalView>> = {
  会議を記録: ({ body }) => meetingForm([body], { kind: 'record' }),
  '会議を記録 with as many bodies as a year holds': ({ body }) =>
    meetingForm(manyBodies(body, MOST_BODIES), { kind: 'record' }),
  '会議を記録 after 書面開催 was chosen': ({ body }) =>
    meetingForm(
      [body],
      { kind: 'record' },
      { precision: 'until', note: { note: body.writtenNote, filledFrom: body.id } },
    ),
  '会議を記録 to edit': ({ body, meeting }) =>
    meetingForm([body], { kind: 'edit', meeting: { ...meeting, bodyId: body.id }, history: [] }),
  '会議を記録 to edit, with history': (given) =>
    meetingForm([given.body], { kind: 'edit', meeting: given.meeting, history: historyOf(given) }),
  会議の内容: ({ body, meeting }) =>
    meetingContentsView({ meeting, body, actions: [], mayAddAction: true, mayTakeMinutes: true }),
  '記録を取り消す of a meeting': ({ typed, meeting }) =>
    cancelForm('meeting.cancel', typed, ['案件1件'], { meetingId: meeting.id, revision: 0 }),
  開催なしを記録: ({ body }) => didNotMeetForm({ bodies: [body], programmes: [] }, '令和5年度'),
  '開催なしを記録 with as many bodies as a year holds': ({ body }) =>
    didNotMeetForm({ bodies: manyBodies(body, MOST_BODIES), programmes: [] }, '令和5年度'),
  会議体を登録: () => bodyForm('令和5年度'),
  '会議体を登録 to change': ({ body }) => bodyForm('令和5年度', { body, digest: 'd'.repeat(43) }),
  'what 会議体を登録 becomes': ({ body }) => bodyRegistered(body.name, '令和5年度', true),
  'an answer in a form': () => sentenceForm(outsiderMessage()),
};

const CANCELLED = { at: new Date('2023-08-15T09:00:00+09:00'), reason: '' };

const told = ({ body, meeting, typed }: Given, facts: Partial<Meeting> = {}) => ({
  body,
  meeting: { ...meeting, ...facts },
  standing: 'settled' as OccasionStanding,
  askedOn: localDate('2024-01-22'),
  contact: meeting.place || '事務局',
  cancelled: { ...meeting, ...facts, cancelled: { ...CANCELLED, reason: typed.slice(0, 300) } },
});

/** As many lines about a meeting as anybody may have before them. */
const askedInTheMorning = ({ contact, ...line }: Omit<ReturnType<typeof told>, 'cancelled'>) =>
  deliveryPages({
    kind: 'morning',
    day: TODAY,
    contact,
    lines: Array.from({ length: 40 }, () => ({ kind: 'held-meeting' as const, ...line })),
  });

const NO_ROWS = { didNotMeet: false, underWay: [], meetings: [] } as const;
/** A list of `rows` meetings of one body, with every mark and button there is. */
const listOf = ({ body, meeting }: Given, rows: number): MeetingList => ({
  ...OF_2023,
  ...BY_SECRETARIAT,
  bodies: [
    {
      ...{ ...NO_ROWS, body },
      meetings: numbered(manyMeetings({ ...meeting, confirmedAt: null }, rows), TODAY).map((listed) => ({
        ...listed,
        mayChange: true,
        mayRecordContents: false,
        maySeeContents: true,
        ...{ mayTakeMinutes: true, maySeeResult: false },
      })),
    },
  ],
});

/** As many bodies as a year holds, of each the shortest row. */
const listOfBodies = ({ body }: Given, didNotMeet: boolean): MeetingList => ({
  ...OF_2023,
  ...BY_SECRETARIAT,
  bodies: manyBodies(body, MOST_BODIES).map((each) => ({ ...NO_ROWS, body: each, didNotMeet })),
});

const MESSAGES: Readonly<Record<string, (given: Given) => SlackMessage | readonly SlackMessage[]>> = {
  'a recorded meeting': (given) => deliveryMessage({ kind: 'meeting-recorded', ...told(given) }),
  'a recorded meeting that is planned': (given) =>
    deliveryMessage({ kind: 'meeting-recorded', ...told(given), standing: 'planned' }),
  'a recorded meeting that is unconfirmed': (given) =>
    deliveryMessage({ kind: 'meeting-recorded', ...told(given), standing: 'unconfirmed' }),
  'a recorded meeting that was taken back': (given) =>
    deliveryMessage({
      kind: 'meeting-recorded',
      ...told(given),
      meeting: told(given).cancelled,
      standing: 'cancelled',
    }),
  'a meeting announced in a channel': (given) =>
    deliveryMessage({ kind: 'meeting-announced', ...told(given) }),
  'an announced meeting that was taken back': (given) =>
    deliveryMessage({
      kind: 'meeting-announced',
      ...told(given),
      meeting: told(given).cancelled,
      standing: 'cancelled',
    }),
  'the question whether a meeting was held': (given) =>
    askedInTheMorning(told(given, { heldConfirmedAt: null })),
  'the question after its answer': (given) => askedInTheMorning(told(given)),
  'the question after the meeting was taken back': (given) =>
    askedInTheMorning({ ...told(given), meeting: told(given).cancelled, standing: 'cancelled' }),
  '開催なし recorded': ({ body }) => didNotMeetMessage(notHeld(body, true)),
  '開催なし taken back': ({ body }) => didNotMeetMessage(notHeld(body, false)),
  'the list, first page': (given) => meetingListMessage(listOf(given, 3 * ROWS_A_PAGE), 1),
  'the list, a page in the middle': (given) => meetingListMessage(listOf(given, 3 * ROWS_A_PAGE), 2),
  'the list, beyond its last page': (given) => meetingListMessage(listOf(given, 3 * ROWS_A_PAGE), 9),
  'the list of bodies with nothing recorded': (given) => meetingListMessage(listOfBodies(given, false), 2),
  'the list of bodies with 開催なし': (given) => meetingListMessage(listOfBodies(given, true), 2),
  'the list of nothing': () =>
    meetingListMessage({ ...OF_2023, bodies: [], forSecretariat: false, mayConfirm: false }, 1),
  'the bodies': ({ body }) => bodyListMessage([body], '令和5年度', 1),
  'the bodies, a page in the middle': ({ body }) =>
    bodyListMessage(manyBodies(body, 3 * BODIES_A_PAGE), '令和5年度', 2),
  'no bodies': () => bodyListMessage([], '令和5年度', 1),
  'the help, with as many commands and buttons as fill several blocks': ({ body }) =>
    helpMessage(
      NOUNS.map((noun) => ({
        noun,
        commands: Array.from({ length: 4 }, () => ({ typed: '/kyodo-meeting 一覧 年度', does: body.name })),
        sends: Array.from({ length: 2 }, () => body.name),
        openers: Array.from({ length: 4 }, (_, index) => ({ actionId: `open.${index}`, words: body.name })),
      })),
    ),
  'an unknown word': ({ typed }) => unknownWordMessage(typed, undefined, { command: '/kyodo', words: [] }),
  'a problem that names a body': ({ body }) =>
    problemMessage({ field: 'heldOn', kind: 'did-not-meet-stands', bodyName: body.name, fiscalYear: 2023 }),
  'a problem that names a meeting': ({ body, meeting }) =>
    problemMessage({
      field: 'subject',
      kind: 'meeting-stands',
      bodyName: body.name,
      printedDate: printMeetingDate(meeting),
    }),
  'the audit log, a page in the middle': ({ body, typed }) =>
    auditMessage(
      {
        entries: Array.from({ length: LINES_A_PAGE }, () => ({
          at: new Date('2023-08-14T10:00:00+09:00'),
          actor: 'U0JIMU',
          actorName: body.name,
          via: 'slack',
          action: 'refused take-back-confirmation',
          subject: 'appointment:1',
          subjectName: body.name,
          reason: typed,
          before: { name: typed, section: typed, department: typed },
          after: { name: body.name, section: body.name, department: body.name },
          names: {},
        })),
        hasOlder: true,
      },
      2,
    ),
  'an empty audit log': () => auditMessage({ entries: [], hasOlder: false }, 1),
  'a failure': () => failureMessage({ id: '01HZX', isForLackOfRoom: false }),
  'a failure for lack of room': () => failureMessage({ id: '01HZX', isForLackOfRoom: true }),
};

/** Half of a character, which Slack can't take: JSON writes it as an escape. */
const HALF_CHARACTER = /\\ud[89a-f]/u;

describe.each(Object.entries(GIVEN))('given %s, Slack takes', (_what, given) => {
  test.each(Object.entries(FORMS))('the form %s', (_name, view) => {
    expect(checkView(view(given))).toEqual([]);
    expect(JSON.stringify(view(given))).not.toMatch(HALF_CHARACTER);
  });

  test.each(Object.entries(MESSAGES))('the message: %s', (_name, message) => {
    expect([message(given)].flat().map(asSent).flatMap(checkMessage)).toEqual([]);
    expect(JSON.stringify(message(given))).not.toMatch(HALF_CHARACTER);
  });

  test.each(Object.entries(MESSAGES))('the message while no secretariat is set: %s', (_name, message) => {
    expect([message(given)].flat().map(withoutSecretariat).map(asSent).flatMap(checkMessage)).toEqual([]);
  });
});

describe('a name beyond what Slack takes in a choice or heading is cut there', () => {
  const body = aBody({ name: `${'👨‍👩‍👧'.repeat(40)}会議` });
  const given: Given = { body, meeting: aMeeting(), typed: body.name };

  test.each(['会議を記録', '会議を記録 to edit', '開催なしを記録'])('in the form %s', (name) => {
    expect(checkView(FORMS[name]?.(given))).toEqual([]);
  });

  test.each(['a recorded meeting', 'the list, first page', 'the bodies', 'a meeting announced in a channel'])(
    'in the message: %s',
    (name) => {
      expect([MESSAGES[name]?.(given) ?? []].flat().map(asSent).flatMap(checkMessage)).toEqual([]);
    },
  );
});
