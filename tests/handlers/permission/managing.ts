import { chosen, picked, typed } from '../steps.ts';
import type { City } from './city.ts';
import {
  appointing,
  button,
  confirmation,
  ONE,
  page,
  reason,
  SECRETARIAT,
  schedule,
  schedulePlan,
  user,
  type Way,
} from './kinds.ts';

/** Ways in that only the secretariat goes through: roster, bodies, members, departments, 研修の種類, settings. */

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

export const MANAGING: readonly Way[] = [
  ...['did-not-meet.open', 'body-list.open', 'body.open', 'promoter.open', 'promoter.import.open'].map((id) =>
    manage(id),
  ),
  ...['settings.open', 'past.open', 'body-member-list.open', 'body-member.open'].map((id) => manage(id)),
  ...['department-list.open', 'department.open', 'roster-confirm.open'].map((id) => manage(id)),
  ...['programme-list.open', 'programme.open'].map((id) => manage(id)),
  ...['body-examples.open', 'programme-examples.open'].map((id) => manage(id)),
  ...['body-list', 'body-member-list', 'department-list', 'programme-list', 'roster-confirm'].flatMap(
    (list) => [manage(`${list}.previous`, '1'), manage(`${list}.next`, '1')],
  ),
  manage('roster-confirm.departments', '1'),
  ...['roster-confirm.rows', 'roster-confirm.previous-rows', 'roster-confirm.next-rows'].map((id) =>
    manage(id, page),
  ),
  manage('roster-confirm.department', confirmation),
  manage('roster-confirm.all', () => JSON.stringify({ year: 2026 })),
  ...['promoter.csv', 'promoter.import-sample', 'past-records.open'].map((id) => manage(id)),
  manage('past-records.sample', 'meetings'),
  ...['roster-confirm.one', 'roster-confirm.decline'].map((id) =>
    manage(id, ({ appointment }) => appointment),
  ),
  manage('did-not-meet.cancel', ({ headquarters }) => `${headquarters}:2026`),
  ...['body.change', 'body-rules.open'].map((id) => manage(id, ({ headquarters }) => headquarters)),
  ...['promoter.change', 'promoter.cancel'].map((id) => manage(id, ({ appointment }) => appointment)),
  ...['body-member.change', 'body-member.remove', 'body-member.restore'].map((id) =>
    manage(id, '44444444-4444-4444-8444-444444444444'),
  ),
  manage('department.change', ({ welfare }) => welfare),
  manage('programme.change', ({ programme }) => programme),
  manage('section.change', ({ welfareSection }) => welfareSection),
  manage('schedule.new'),
  manage('preparation.invite', ONE),
  form('schedule.make', () => schedule),
  form(
    'schedule.plan',
    () => ({}),
    () => schedulePlan,
  ),
  form('did-not-meet.record', ({ headquarters }) => ({
    subject: chosen(`body:${headquarters}`),
    fiscalYear: typed('2024'),
  })),
  form(
    'did-not-meet.cancel',
    () => reason,
    ({ headquarters }) => ({ kind: 'body', id: headquarters, fiscalYear: 2024 }),
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
  form('past-records.import', () => ({
    kind: chosen('meetings'),
    file: { type: 'file_input', files: [{ id: 'F0NONE' }] },
  })),
  form(
    'past-records.approve',
    () => ({}),
    () => ({ kind: 'meetings', fileId: 'F0NONE', shown: { added: 1, known: 0, unknown: 0 } }),
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
  form(
    'past.erase',
    () => ({ agreed: { type: 'checkboxes', selected_options: [{ value: 'agreed' }] } }),
    () => ({ firstKept: 1989, people: 0 }),
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
  form('programme.register', () => ({ name: typed('新しい研修'), fiscalYear: typed('2026') })),
  ...['body-examples.keep', 'programme-examples.keep'].map((id) => form(id, () => ({}))),
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
