import type { KnownBlock } from '@slack/types';
import { describe, expect, test } from 'vitest';
import { localDate } from '../../src/domain/calendar/local-date.ts';
import type { InquiryState } from '../../src/domain/inquiry/inquiry.ts';
import { tallyOf } from '../../src/domain/inquiry/tally.ts';
import { soughtAmong } from '../../src/domain/person/sought.ts';
import { checkMessage } from '../../src/sandbox/gate/gate.ts';
import type { InquiryList } from '../../src/services/inquiry/list.ts';
import type { SlackMessage } from '../../src/slack/message.ts';
import { bodyListMessage } from '../../src/views/body/body.ts';
import { bodyMemberListMessage } from '../../src/views/body/member.ts';
import { INQUIRIES_A_PAGE, inquiryListMessage } from '../../src/views/inquiry/list.ts';
import { fitsOneMessage } from '../../src/views/measure.ts';
import { promoterListMessage } from '../../src/views/promoter/list.ts';
import { asSent } from '../support/as-sent.ts';
import { anInquiry, aTarget } from '../support/inquiries.ts';
import { aBody } from '../support/meetings.ts';
import { anAppointment, aPerson } from '../support/promoters.ts';

/** Of each row of a list: what may be done at one press, and behind 「…」. */

const TODAY = localDate('2026-11-24');
const ALL = soughtAmong('', 0, []);
const id = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const times = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);
const LONG = '&'.repeat(60);

type Row = { readonly buttons: readonly string[]; readonly menu: readonly string[] };

/** The acts of the rows whose block ids begin so. */
const rowsOf = ({ blocks }: SlackMessage, kind: string): readonly Row[] =>
  blocks.flatMap((block: KnownBlock) => {
    if (block.type !== 'actions' || block.block_id?.startsWith(`${kind}:`) !== true) return [];
    return {
      buttons: block.elements.flatMap((one) => (one.type === 'button' ? one.text.text : [])),
      menu: block.elements.flatMap((one) =>
        one.type === 'overflow' ? one.options.map(({ text }) => text.text) : [],
      ),
    };
  });

const inquiryList = (states: readonly InquiryState[], title = '調査', mayManage = true): InquiryList => ({
  year: 2026,
  today: TODAY,
  sought: ALL,
  mayManage,
  listed: states.map((state, index) => {
    const inquiry = anInquiry({ id: id(index), number: index + 1, state, title });
    return { inquiry, tally: tallyOf(inquiry, [aTarget()]) };
  }),
});

const roster = (count: number, name: string): SlackMessage =>
  promoterListMessage(
    {
      day: TODAY,
      today: TODAY,
      sought: ALL,
      mayManage: true,
      isWithheld: false,
      isAwaited: false,
      count: { all: count, chiefs: 0 },
      sections: times(count).map((index) => ({
        section: { id: id(index), departmentId: id(9000), name, position: index, endedOn: null },
        department: { id: id(9000), name },
        isVacant: false,
        appointments: [
          anAppointment({ id: id(1000 + index), sectionId: id(index), person: aPerson({ name }) }),
        ],
      })),
    },
    1,
  );

const bodies = (count: number, name: string, kind: 'meeting' | 'effort' = 'meeting'): SlackMessage =>
  bodyListMessage(
    times(count).map((index) => aBody({ id: id(index), name, kind, example: true })),
    '令和8年度',
    1,
  );

const members = (count: number, name: string): SlackMessage =>
  bodyMemberListMessage(
    times(count).map((index) => ({
      body: aBody({ id: id(index), name }),
      members: [
        {
          standing: 'present',
          member: {
            id: id(1000 + index),
            bodyId: id(index),
            person: aPerson({ name, slackId: null }),
            title: name,
            office: 'viceChair',
            position: 1,
            copiedTo: ['U0A'],
            proxies: ['U0B'],
            startsOn: localDate('2026-04-01'),
            endsOn: localDate('2027-03-31'),
            revision: 1,
          },
        },
      ],
    })),
    1,
  );

const CHANGES = 'この記録の変更';

test.each<[string, readonly Row[], Row]>([
  [
    'the roster',
    rowsOf(roster(1, '名'), 'appointment'),
    { buttons: ['変更', '後任を登録'], menu: ['記録を取り消す', CHANGES] },
  ],
  ['会議体', rowsOf(bodies(1, '会議'), 'body'), { buttons: ['変更'], menu: ['決まり', CHANGES] }],
  ['取組み', rowsOf(bodies(1, '取組', 'effort'), 'body'), { buttons: ['変更', CHANGES], menu: [] }],
  ['委員', rowsOf(members(1, '名'), 'member'), { buttons: ['変更'], menu: ['外す', CHANGES] }],
  [
    'an inquiry',
    rowsOf(inquiryListMessage(inquiryList(['open']), 1), 'inquiry'),
    { buttons: ['状況'], menu: ['CSVを受け取る', '編集', '前回から作成', CHANGES] },
  ],
  [
    'one that was called off',
    rowsOf(inquiryListMessage(inquiryList(['cancelled']), 1), 'inquiry'),
    { buttons: ['状況'], menu: ['CSVを受け取る', '前回から作成', CHANGES] },
  ],
  [
    'a draft',
    rowsOf(inquiryListMessage(inquiryList(['draft']), 1), 'inquiry'),
    { buttons: ['状況', '続きを書く'], menu: ['下書きを削除', CHANGES] },
  ],
  [
    'an inquiry, for a 主任',
    rowsOf(inquiryListMessage(inquiryList(['open'], '調査', false), 1), 'inquiry'),
    { buttons: ['状況'], menu: [] },
  ],
])('a row of %s has the one or two most used acts beside it', (_list, rows, acts) => {
  expect(rows).toEqual([acts]);
});

describe.each([
  ['the roster', roster(40, LONG)],
  ['会議体', bodies(40, LONG)],
  ['委員', members(40, LONG)],
  [
    'inquiries',
    inquiryListMessage(
      inquiryList(
        times(40).map(() => 'open'),
        LONG,
      ),
      2,
    ),
  ],
])('a full page of %s with the longest names', (_list, message) => {
  test('is taken by Slack as one message', () => {
    expect(checkMessage(asSent(message))).toEqual([]);
    expect(fitsOneMessage(message.blocks)).toBe(true);
  });
});

test('the list of inquiries has ten a page, and none is left out', () => {
  const list = inquiryList(times(25).map(() => 'open'));
  const rows = [1, 2, 3].map((page) => rowsOf(inquiryListMessage(list, page), 'inquiry').length);
  expect(rows).toEqual([INQUIRIES_A_PAGE, INQUIRIES_A_PAGE, 5]);
});
