import { describe, expect, test } from 'vitest';
import { localDate, yearMonth } from '../../../src/domain/calendar/local-date.ts';
import {
  bodyToRecord,
  contentsFrom,
  MeetingContentsDraft,
  MeetingDraft,
  type MeetingFacts,
  meetingFrom,
} from '../../../src/domain/meeting/meeting.ts';
import type { DidNotMeet } from '../../../src/domain/occasion/did-not-meet.ts';
import { aBody } from '../../support/meetings.ts';

const BODY = '00000000-0000-4000-8000-0000000000b1';

const draft = (fields: Readonly<Record<string, unknown>>): MeetingDraft =>
  MeetingDraft.parse({
    bodyId: BODY,
    way: 'onsite',
    heldOn: '2023-08-10',
    precision: 'day',
    items: '年間予定',
    ...fields,
  });

describe('the date a draft is kept with', () => {
  test.each<[string, Readonly<Record<string, unknown>>, MeetingFacts['date']]>([
    ['対面 年月日', {}, { kind: 'day', day: localDate('2023-08-10') }],
    ['書面開催 年月日 is 期限', { way: 'written' }, { kind: 'until', day: localDate('2023-08-10') }],
    [
      '書面開催 期限',
      { way: 'written', precision: 'until' },
      { kind: 'until', day: localDate('2023-08-10') },
    ],
    [
      '書面開催 年月 stays a month',
      { way: 'written', precision: 'month' },
      { kind: 'month', month: yearMonth('2023-08') },
    ],
    ['不明 期限', { way: 'unknown', precision: 'until' }, { kind: 'until', day: localDate('2023-08-10') }],
    [
      '対面 over days',
      { heldUntil: '2023-08-11' },
      { kind: 'days', first: localDate('2023-08-10'), last: localDate('2023-08-11') },
    ],
    [
      '年月 over months',
      { precision: 'month', heldUntil: '2023-09-30' },
      { kind: 'months', first: yearMonth('2023-08'), last: yearMonth('2023-09') },
    ],
  ])('%s', (_what, fields, date) => {
    expect(meetingFrom(draft(fields))).toEqual({
      ok: true,
      value: {
        bodyId: BODY,
        way: fields.way ?? 'onsite',
        date,
        note: '',
        place: '',
        items: [{ text: '年間予定', kind: null }],
      },
    });
  });
});

describe('a draft is refused at its field', () => {
  test.each<[string, Readonly<Record<string, unknown>>, object]>([
    ['no 案件', { items: ' \n(1)\n' }, { field: 'items', kind: 'no-items' }],
    [
      'an end before the start',
      { heldUntil: '2023-08-09' },
      { field: 'heldUntil', kind: 'end-before-start' },
    ],
    [
      'a range over 31 March',
      { heldOn: '2024-03-31', heldUntil: '2024-04-01' },
      { field: 'heldUntil', kind: 'crosses-fiscal-years', first: 2023, last: 2024 },
    ],
    [
      '書面開催 with an end',
      { way: 'written', heldUntil: '2023-08-11' },
      { field: 'heldUntil', kind: 'until-takes-no-end' },
    ],
    ['the last day before 平成元年度', { heldOn: '1989-03-31' }, { field: 'heldOn', kind: 'before-record' }],
    ['a day before 大正', { heldOn: '1912-07-29' }, { field: 'heldOn', kind: 'too-early' }],
  ])('%s', (_what, fields, error) => {
    expect(meetingFrom(draft(fields))).toEqual({ ok: false, error });
  });

  test('the first day of 平成元年度 can be recorded', () => {
    expect(meetingFrom(draft({ heldOn: '1989-04-01' })).ok).toBe(true);
  });
});

describe('what no form may hold', () => {
  test.each([
    ['a day that is none', { heldOn: '2023-02-30' }, 'heldOn'],
    ['a 案件 of 3,001 characters', { items: '案'.repeat(3001) }, 'items'],
    ['a note of 101 characters', { note: '注'.repeat(101) }, 'note'],
    ['a way that is not offered', { way: '対面' }, 'way'],
    ['a body by name', { bodyId: '本部会議' }, 'bodyId'],
  ])('%s', (_what, fields, field) => {
    const base = { bodyId: BODY, way: 'onsite', heldOn: '2023-08-10', precision: 'day', items: '甲' };
    const read = MeetingDraft.safeParse({ ...base, ...fields });
    expect(read.error?.issues.map(({ path }) => path)).toEqual([[field]]);
  });
});

describe('the body a meeting is recorded for', () => {
  const didNotMeet: DidNotMeet = {
    bodyId: BODY,
    fiscalYear: 2023,
    reason: '',
    recordedBy: 'U0JIMU',
    recordedAt: new Date('2024-04-01T09:00:00+09:00'),
  };

  test('is the one chosen', () => {
    expect(bodyToRecord(aBody(), undefined)).toEqual({ ok: true, value: aBody() });
  });
  test('must be known', () => {
    expect(bodyToRecord(undefined, undefined)).toEqual({
      ok: false,
      error: { field: 'bodyId', kind: 'unknown-body' },
    });
  });
  test('must hold meetings', () => {
    expect(bodyToRecord(aBody({ kind: 'effort' }), undefined)).toEqual({
      ok: false,
      error: { field: 'bodyId', kind: 'body-has-no-meetings' },
    });
  });
  test('must not be recorded as 開催なし in that year', () => {
    expect(bodyToRecord(aBody(), didNotMeet)).toEqual({
      ok: false,
      error: {
        field: 'heldOn',
        kind: 'did-not-meet-stands',
        bodyName: '協働推進本部会議',
        fiscalYear: 2023,
      },
    });
  });
});

test('the contents hold people and absences one a line, and everyone once', () => {
  const contents = contentsFrom(
    MeetingContentsDraft.parse({
      time: ' 14時から ',
      attendees: ['U0AAA', 'U0BBB', 'U0AAA'],
      attendeesWithoutSlack: '\n総務課長 山田花子\r\n　\n福祉課長 山本一郎 ',
      absences: '豊中太郎 代理 次長 池田次郎',
      decisions: ' 原案のとおり ',
    }),
  );
  expect(contents).toEqual({
    time: '14時から',
    attendees: ['U0AAA', 'U0BBB'],
    attendeesWithoutSlack: ['総務課長 山田花子', '福祉課長 山本一郎'],
    absences: [{ member: '豊中太郎', proxy: { title: '次長', name: '池田次郎' } }],
    decisions: '原案のとおり',
    documents: '',
  });
});
