import { SCHEDULE_FORMATS } from '../../../src/domain/schedule/format.ts';
import { chosen, picked, typed } from '../steps.ts';
import { ANSWERS } from './answers.ts';
import type { City, Who } from './city.ts';
import { HANDOVER } from './handover.ts';
import { INQUIRIES } from './inquiries.ts';
import {
  ALL,
  actionForm,
  button,
  CHIEFS,
  confirmation,
  OF_DEPARTMENT,
  OF_RECORD,
  ONE,
  PROMOTERS,
  type Recorded,
  reason,
  SECRETARIAT,
  user,
  type Way,
} from './kinds.ts';
import { MANAGING } from './managing.ts';
import { NEWSLETTER } from './newsletter.ts';
import { OPINIONS } from './opinion.ts';
import { REPORTS } from './report.ts';
import { SEARCHING } from './searching.ts';
import { TRAINING } from './training.ts';
import { WRITTEN_MEETINGS } from './written-meeting.ts';

/** Every way in of every feature, with the act of the permission table behind it and who may go through. */

const meetingForm = (body: string) => ({
  bodyId: chosen(body),
  way: chosen('onsite'),
  heldOn: picked('2026-09-01'),
  precision: chosen('day'),
  items: typed('案件'),
});
const target = ({ id }: Recorded) => ({ meetingId: id, revision: 1 });
const report = ({ welfareSection, appointment }: City) => ({
  year: 2026,
  sectionId: welfareSection,
  role: 'promoter',
  lastId: null,
  nowId: appointment,
});

/** Lists that everybody may read, and what leads to them. */
const READING: readonly Way[] = [
  button('kyodo.menu', 'take-part', ALL),
  button('meeting-list.open', 'take-part', ALL),
  button('meeting-list.previous', 'take-part', ALL, '2026:1'),
  button('meeting-list.next', 'take-part', ALL, '2026:1'),
  button('meeting-list.previous-year', 'take-part', ALL, '2026:1'),
  button('meeting-list.next-year', 'take-part', ALL, '2026:1'),
  ...['open', 'previous', 'next', 'previous-year', 'next-year'].map((step) =>
    button(`schedule-list.${step}`, 'take-part', ALL, '2026:1'),
  ),
  ...['schedule.files', ...SCHEDULE_FORMATS.map((format) => `schedule.file.${format}`)].map((id) =>
    button(id, 'take-part', ALL, '2026'),
  ),
  button('schedule.add-to-calendar', 'take-part', ALL, (_, { id }) => `meeting:${id}`, {
    what: 'meeting',
    by: 'secretary',
  }),
  ...['open', 'previous', 'next'].map((step) => button(`action-list.${step}`, 'take-part', ALL, '1')),
  button('promoter-list.open', 'take-part', ALL),
  button('promoter-list.previous', 'take-part', ALL, '2026-11-24:1'),
  button('promoter-list.next', 'take-part', ALL, '2026-11-24:1'),
];

const MEETINGS: readonly Way[] = [
  button('meeting.open', 'record-open-meeting', PROMOTERS),
  {
    id: 'meeting.record',
    act: 'record-open-meeting',
    may: PROMOTERS,
    send: ({ open }) => ({ metadata: {}, fields: meetingForm(open) }),
  },
  {
    id: 'meeting.record',
    act: 'record-other-meeting',
    may: SECRETARIAT,
    send: ({ headquarters }) => ({ metadata: {}, fields: meetingForm(headquarters) }),
  },
  {
    id: 'meeting.record.same-day',
    act: 'record-open-meeting',
    may: PROMOTERS,
    send: () => ({ metadata: { asking: ONE }, fields: {} }),
  },
  ...(['secretary', 'promoter'] as const).flatMap((by): readonly Way[] => {
    const of = { what: 'meeting', by } as const;
    const changers = by === 'promoter' ? OF_RECORD : SECRETARIAT;
    const readers: readonly Who[] = by === 'promoter' ? ['secretary', 'promoter'] : ['secretary', 'member'];
    const meeting = (_: City, { id }: Recorded) => id;
    return [
      button('meeting.edit', 'change-record', changers, meeting, of),
      button('meeting.cancel', 'change-record', changers, meeting, of),
      button('meeting.restore', 'change-record', changers, meeting, of),
      button('meeting.held', 'change-record', changers, meeting, of),
      button('meeting.take-back-held', 'change-record', changers, meeting, of),
      // Where nothing is kept yet there is nothing to see.
      button('meeting.contents', 'change-record', changers, meeting, of),
      button('meeting.contents.show', 'see-contents', readers, meeting, of),
      button('meeting.minutes', 'see-contents', readers, meeting, of),
      button('meeting.minutes.again', 'see-contents', readers, meeting, of),
      button('meeting.minutes.confirm', 'confirm-minutes', SECRETARIAT, meeting, of),
      button('meeting.minutes.take-back', 'confirm-minutes', SECRETARIAT, meeting, of),
      button('meeting.confirm', 'confirm-record', SECRETARIAT, meeting, of),
      {
        id: 'meeting.edit',
        act: 'change-record',
        may: changers,
        of,
        send: ({ open, headquarters }, recorded) => ({
          metadata: target(recorded),
          fields: meetingForm(by === 'promoter' ? open : headquarters),
        }),
      },
      {
        id: 'meeting.edit.same-day',
        act: 'change-record',
        may: changers,
        of,
        send: (_, recorded) => ({ metadata: { ...target(recorded), asking: ONE }, fields: {} }),
      },
      {
        id: 'meeting.contents',
        act: 'change-record',
        may: changers,
        of,
        send: (_, recorded) => ({ metadata: target(recorded), fields: { time: typed('10時') } }),
      },
      {
        id: 'meeting.cancel',
        act: 'change-record',
        may: changers,
        of,
        send: (_, recorded) => ({ metadata: target(recorded), fields: reason }),
      },
    ];
  }),
];

/** 対応事項: registered and changed by who may see and change the contents, settled by who is responsible. */
const ACTIONS: readonly Way[] = (['secretary', 'promoter'] as const).flatMap((by): readonly Way[] => {
  const managers: readonly Who[] = by === 'promoter' ? ['secretary', 'promoter'] : SECRETARIAT;
  const settlers: readonly Who[] = ['secretary', 'chief', 'promoter'];
  const [meeting, action] = [{ what: 'meeting', by } as const, { what: 'action-item', by } as const];
  const own = (_: City, { id }: Recorded) => id;
  const changed = (id: string, act: Way['act'], may: Way['may'], fields: (city: City) => object): Way => ({
    ...{ id, act, may, of: action },
    send: (city, recorded) => ({
      metadata: { actionItemId: recorded.id, revision: 1 },
      fields: fields(city),
    }),
  });
  return [
    button('action-item.open', 'manage-action-item', managers, own, meeting),
    button('action-item.again', 'manage-action-item', managers, own, meeting),
    {
      ...{ id: 'action-item.register', act: 'manage-action-item', may: managers, of: meeting },
      send: (city, { id }) => ({ metadata: { meetingId: id }, fields: actionForm(city) }),
    },
    button('action-item.edit', 'manage-action-item', managers, own, action),
    changed('action-item.edit', 'manage-action-item', managers, actionForm),
    button('action-item.drop', 'manage-action-item', managers, own, action),
    changed('action-item.drop', 'manage-action-item', managers, () => reason),
    button('action-item.settle', 'settle-action-item', settlers, own, action),
    changed('action-item.settle', 'settle-action-item', settlers, () => ({ word: typed('報告済み') })),
    button('action-item.restore', 'settle-action-item', settlers, own, action),
  ];
});

const ROSTER: readonly Way[] = [
  button('roster-report.open', 'report-roster', CHIEFS),
  ...['roster-report.department', 'roster-report.previous', 'roster-report.next'].map((id) =>
    button(id, 'report-roster', OF_DEPARTMENT, ({ welfare }) => `${welfare}:1`),
  ),
  ...['departments', 'departments.previous', 'departments.next'].map((id) =>
    button(`roster-report.${id}`, 'report-roster', CHIEFS, '1'),
  ),
  button('roster-report.unchanged', 'report-roster', OF_DEPARTMENT, ({ appointment }) =>
    JSON.stringify({ year: 2026, lastId: appointment }),
  ),
  button('roster-report.rest-unchanged', 'report-roster', OF_DEPARTMENT, ({ welfare }) =>
    JSON.stringify({ year: 2026, departmentId: welfare }),
  ),
  button('roster-report.take-back', 'report-roster', OF_DEPARTMENT, ({ appointment }) => appointment),
  button('roster-confirm.take-back', 'confirm-record', SECRETARIAT, confirmation),
  button('roster-report.choose', 'report-roster', OF_DEPARTMENT, (city) => JSON.stringify(report(city))),
  {
    id: 'roster-report.choose',
    act: 'report-roster',
    may: OF_DEPARTMENT,
    send: (city) => ({
      metadata: report(city),
      fields: { user: user('U0STAFF'), startsOn: picked('2026-12-01') },
    }),
  },
];

const OWN: readonly Way[] = [
  ...[
    'role-guide.confirm',
    'role-guide.take-back',
    'role-guide.confirm-apart',
    'role-guide.take-back-apart',
  ].map((id) => button(id, 'confirm-guide', ['promoter'], ({ appointment }) => appointment)),
  button('away.open', 'enter-away', ['secretary', 'chief', 'promoter'], ({ person }) => person),
  button('away.cancel', 'none', ALL, ONE),
  {
    id: 'away.register',
    act: 'enter-away',
    may: ['secretary', 'chief', 'promoter'],
    send: ({ person }) => ({
      metadata: { personId: person },
      fields: { startsOn: picked('2026-12-01'), endsOn: picked('2026-12-02') },
    }),
  },
  button('audit.open', 'see-audit', SECRETARIAT),
  button('audit.previous', 'see-audit', SECRETARIAT, '1'),
  button('audit.next', 'see-audit', SECRETARIAT, '1'),
  button('audit.row', 'see-audit', SECRETARIAT, 'settings:1'),
  button('audit.previous.row', 'see-audit', SECRETARIAT, 'settings:1'),
  button('audit.next.row', 'see-audit', SECRETARIAT, 'settings:1'),
];

export const WAYS: readonly Way[] = [
  ...READING,
  ...MEETINGS,
  ...ACTIONS,
  ...WRITTEN_MEETINGS,
  ...TRAINING,
  ...MANAGING,
  ...ROSTER,
  ...OWN,
  ...ANSWERS,
  ...INQUIRIES,
  ...NEWSLETTER,
  ...REPORTS,
  ...HANDOVER,
  ...OPINIONS,
  ...SEARCHING,
];
