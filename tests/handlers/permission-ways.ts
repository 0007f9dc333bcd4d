import type { Act } from '../../src/domain/permission.ts';
import type { City, Who } from './permission-city.ts';
import { chosen, picked, typed } from './steps.ts';

/** Every way in of every feature, with the act of the permission table behind it and who may go through. */

/** A meeting that somebody has just recorded: by whom, in which state. */
export type Recorded = { readonly meeting: string };

type Sent = { readonly value: string } | { readonly metadata: unknown; readonly fields: object };

export type Way = {
  /** An action id or, with `fields`, a callback id. */
  readonly id: string;
  readonly act: Act | 'none';
  readonly may: readonly Who[];
  /** Whose new meeting it is about, where it is about one. */
  readonly of?: 'secretary' | 'promoter';
  readonly send: (city: City, recorded: Recorded) => Sent;
};

const ALL: readonly Who[] = ['secretary', 'chief', 'promoter', 'otherChief', 'outsider', 'member', 'staff'];
const SECRETARIAT: readonly Who[] = ['secretary'];
const PROMOTERS: readonly Who[] = ['secretary', 'chief', 'promoter', 'otherChief', 'outsider'];
const CHIEFS: readonly Who[] = ['secretary', 'chief', 'otherChief'];
const OF_DEPARTMENT: readonly Who[] = ['secretary', 'chief'];
const OF_RECORD: readonly Who[] = ['secretary', 'chief', 'promoter'];
const ONE = '11111111-1111-4111-8111-111111111111';

const button = (
  id: string,
  act: Way['act'],
  may: readonly Who[],
  value: string | ((city: City, recorded: Recorded) => string) = 'new',
  of?: Way['of'],
): Way => ({
  id,
  act,
  may,
  ...(of === undefined ? {} : { of }),
  send: (city, recorded) => ({ value: typeof value === 'string' ? value : value(city, recorded) }),
});

const meetingForm = (body: string) => ({
  bodyId: chosen(body),
  way: chosen('onsite'),
  heldOn: picked('2026-09-01'),
  precision: chosen('day'),
  items: typed('案件'),
});
const reason = { reason: typed('理由') };
const target = ({ meeting }: Recorded) => ({ meetingId: meeting, revision: 1 });
const report = ({ welfareSection, appointment }: City) => ({
  year: 2026,
  sectionId: welfareSection,
  role: 'promoter',
  lastId: null,
  nowId: appointment,
});
const confirmation = ({ welfare }: City) =>
  JSON.stringify({ departmentId: welfare, year: 2026, at: '2026-11-24T00:30:00Z' });
const page = ({ welfare }: City) => JSON.stringify({ departmentId: welfare, year: 2026, page: 1 });
const user = (id: string) => ({ type: 'users_select', selected_user: id });
const appointing = (city: City) => ({
  user: user('U0STAFF'),
  role: chosen('promoter'),
  department: chosen(city.welfare),
  section: typed('新しい課'),
  startsOn: picked('2026-12-01'),
});

/** Lists that everybody may read, and what leads to them. */
const READING: readonly Way[] = [
  button('kyodo.menu', 'take-part', ALL),
  button('meeting-list.open', 'take-part', ALL),
  button('meeting-list.previous', 'take-part', ALL, '2026:1'),
  button('meeting-list.next', 'take-part', ALL, '2026:1'),
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
  ...(['secretary', 'promoter'] as const).flatMap((of): readonly Way[] => {
    const changers = of === 'promoter' ? OF_RECORD : SECRETARIAT;
    const readers: readonly Who[] = of === 'promoter' ? ['secretary', 'promoter'] : ['secretary', 'member'];
    const meeting = (_: City, recorded: Recorded) => recorded.meeting;
    return [
      button('meeting.edit', 'change-record', changers, meeting, of),
      button('meeting.cancel', 'change-record', changers, meeting, of),
      button('meeting.held', 'change-record', changers, meeting, of),
      button('meeting.take-back-held', 'change-record', changers, meeting, of),
      // Where nothing is kept yet there is nothing to see.
      button('meeting.contents', 'change-record', changers, meeting, of),
      button('meeting.contents.show', 'see-contents', readers, meeting, of),
      button('meeting.confirm', 'confirm-record', SECRETARIAT, meeting, of),
      {
        id: 'meeting.edit',
        act: 'change-record',
        may: changers,
        of,
        send: ({ open, headquarters }, recorded) => ({
          metadata: target(recorded),
          fields: meetingForm(of === 'promoter' ? open : headquarters),
        }),
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

const form = (
  id: string,
  fields: (city: City) => object,
  metadata: (city: City) => unknown = () => ({}),
): Way => ({
  id,
  act: 'manage',
  may: SECRETARIAT,
  send: (city) => ({ metadata: metadata(city), fields: fields(city) }),
});
const manage = (id: string, value: string | ((city: City) => string) = 'new'): Way =>
  button(id, 'manage', SECRETARIAT, value);

const MANAGING: readonly Way[] = [
  ...['did-not-meet.open', 'body-list.open', 'body.open', 'promoter.open', 'promoter.import.open'].map((id) =>
    manage(id),
  ),
  ...['settings.open', 'body-member-list.open', 'body-member.open'].map((id) => manage(id)),
  ...['department-list.open', 'department.open', 'roster-confirm.open'].map((id) => manage(id)),
  ...['body-list', 'body-member-list', 'department-list', 'roster-confirm'].flatMap((list) => [
    manage(`${list}.previous`, '1'),
    manage(`${list}.next`, '1'),
  ]),
  manage('roster-confirm.departments', '1'),
  ...['roster-confirm.rows', 'roster-confirm.previous-rows', 'roster-confirm.next-rows'].map((id) =>
    manage(id, page),
  ),
  manage('roster-confirm.department', confirmation),
  ...['roster-confirm.one', 'roster-confirm.decline'].map((id) =>
    manage(id, ({ appointment }) => appointment),
  ),
  manage('did-not-meet.cancel', ({ headquarters }) => `${headquarters}:2026`),
  ...['body.change', 'body-rules.open'].map((id) => manage(id, ({ headquarters }) => headquarters)),
  ...['promoter.change', 'promoter.cancel'].map((id) => manage(id, ({ appointment }) => appointment)),
  ...['body-member.change', 'body-member.remove'].map((id) =>
    manage(id, '44444444-4444-4444-8444-444444444444'),
  ),
  manage('department.change', ({ welfare }) => welfare),
  manage('section.change', ({ welfareSection }) => welfareSection),
  form('did-not-meet.record', ({ headquarters }) => ({
    subject: chosen(`body:${headquarters}`),
    fiscalYear: typed('2024'),
  })),
  form(
    'did-not-meet.cancel',
    () => reason,
    ({ headquarters }) => ({ bodyId: headquarters, fiscalYear: 2024 }),
  ),
  form('body.register', () => ({
    name: typed('新しい会議'),
    fiscalYear: typed('2026'),
    kind: chosen('meeting'),
    section: chosen('none'),
    recordableBy: chosen('promoters'),
  })),
  form(
    'body-rules.set',
    () => ({
      quorum: chosen('none'),
      proxy: chosen('none'),
      unanswered: chosen('consent'),
      tie: chosen('chair'),
    }),
    ({ headquarters }) => ({ bodyId: headquarters, digest: '' }),
  ),
  form('promoter.appoint', appointing),
  form('promoter.change', appointing, ({ appointment }) => ({ appointmentId: appointment, revision: 1 })),
  form(
    'promoter.cancel',
    () => reason,
    () => ({ appointmentId: ONE }),
  ),
  form('promoter.import', () => ({ file: { type: 'file_input', files: [{ id: 'F0NONE' }] } })),
  form(
    'promoter.import-approve',
    () => ({}),
    () => ({ keptId: ONE, changes: 1 }),
  ),
  form(
    'settings.save',
    () => ({
      contact: typed('課'),
      secretariat: { type: 'multi_users_select', selected_users: ['U0SECRETARY'] },
      newsletterNumbering: chosen('serial'),
    }),
    () => ({ revision: 0 }),
  ),
  form('body-member.register', ({ headquarters }) => ({
    bodyId: chosen(headquarters),
    user: user('U0STAFF'),
    title: typed('部長'),
    office: chosen('member'),
    startsOn: picked('2026-04-01'),
  })),
  form(
    'body-member.remove',
    () => reason,
    () => ({ memberId: ONE }),
  ),
  form('department.register', () => ({ department: typed('新しい部') })),
  form(
    'department.change',
    () => ({ department: typed('改名') }),
    ({ welfare }) => ({ id: welfare, name: 'x', position: 10 }),
  ),
  form(
    'section.change',
    () => ({ section: typed('改名') }),
    ({ welfareSection }) => ({ id: welfareSection, name: 'x', position: 10, endedOn: null }),
  ),
];

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
];

export const WAYS: readonly Way[] = [...READING, ...MEETINGS, ...MANAGING, ...ROSTER, ...OWN];
