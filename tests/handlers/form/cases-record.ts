import { type City, PERSON } from '../permission/city.ts';
import { reason } from '../permission/kinds.ts';
import { trainingForm } from '../permission/training.ts';
import { chosen, picked, typed } from '../steps.ts';
import { type FormCase, form, newest, people, revisionOf, type Sent } from './kinds.ts';

/** Forms of meetings, trainings and 開催なし. */

const meeting = ({ headquarters }: City, items: string) => ({
  bodyId: chosen(headquarters),
  way: chosen('onsite'),
  heldOn: picked('2026-10-01'),
  precision: chosen('day'),
  items: typed(items),
});
const ofMeeting = async (city: City, fields: Sent['fields']): Promise<Sent> => {
  const meetingId = await newest(city, 'meeting');
  return { metadata: { meetingId, revision: await revisionOf(city, 'meeting', meetingId) }, fields };
};
const ofTraining = async (city: City, fields: Sent['fields']): Promise<Sent> => {
  const sessionId = await newest(city, 'training_session');
  return { metadata: { sessionId, revision: await revisionOf(city, 'training_session', sessionId) }, fields };
};
export const RECORDS: readonly FormCase[] = [
  form('meeting.record', (city) => ({ metadata: {}, fields: meeting(city, '年間の予定') })),
  form('meeting.edit', (city) => ofMeeting(city, meeting(city, '年間の予定と体制'))),
  form('meeting.contents', (city) => ofMeeting(city, { time: typed('10時') })),
  form('meeting.cancel', (city) => ofMeeting(city, reason)),
  form('training.record', (city) => ({ metadata: {}, fields: trainingForm(city) })),
  form('training.edit', (city) => ofTraining(city, { ...trainingForm(city), place: typed('講堂') })),
  form('training.contents', (city) => ofTraining(city, { lecturer: typed('講師') })),
  form(
    'attendance.record',
    async (city) => ({
      metadata: {},
      fields: {
        session: chosen(await newest(city, 'training_session')),
        mode: chosen('chosen'),
        people: people(PERSON.promoter, PERSON.staff),
        peopleWithoutSlack: typed('記録に ない人'),
        state: chosen('present'),
      },
    }),
    { pushes: true },
  ),
  // What the form above has asked, by the id under which it was sent.
  form('attendance.confirm', () => ({ metadata: { asking: 'V0SIXattendance.record' }, fields: {} })),
  form('training.cancel', (city) => ofTraining(city, reason)),
  form('did-not-meet.record', ({ headquarters }) => ({
    metadata: {},
    fields: { subject: chosen(`body:${headquarters}`), fiscalYear: typed('2024') },
  })),
  form('did-not-meet.cancel', ({ headquarters }) => ({
    metadata: { kind: 'body', id: headquarters, fiscalYear: 2024 },
    fields: reason,
  })),
];
