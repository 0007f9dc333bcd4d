import { type City, PERSON } from '../permission/city.ts';
import { reason, schedule, schedulePlan } from '../permission/kinds.ts';
import { trainingForm } from '../permission/training.ts';
import { chosen, picked, post, rowsOf, submission, typed } from '../steps.ts';
import { type FormCase, form, newest, one, people, revisionOf, type Sent } from './kinds.ts';

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
const action = ({ welfareSection }: City, text: string) => ({
  text: typed(text),
  sectionId: chosen(welfareSection),
  dueOn: picked('2026-12-28'),
});
const ofAction = async (city: City, fields: Sent['fields']): Promise<Sent> => {
  const actionItemId = await one(city, 'select id as it from action_item limit 1');
  return {
    metadata: { actionItemId, revision: await revisionOf(city, 'action_item', actionItemId) },
    fields,
  };
};
const ofTraining = async (city: City, fields: Sent['fields']): Promise<Sent> => {
  const sessionId = await newest(city, 'training_session');
  return { metadata: { sessionId, revision: await revisionOf(city, 'training_session', sessionId) }, fields };
};

/** Sends a form that is asked about, for one of the same day stands; what the answer to the question carries. */
const asked = async (city: City, callbackId: string, sent: Sent): Promise<Sent> => {
  const asking = `V0ASKS${callbackId}`;
  await post(city.practice, submission(PERSON.secretary, { id: asking, callbackId, ...sent }));
  return { metadata: { ...Object(sent.metadata), asking }, fields: {} };
};
/** Another name and back: 研修 of the same name and day then stands beside it. */
const trainingMovedBack = async (city: City): Promise<Sent> => {
  const { metadata, fields } = await ofTraining(city, trainingForm(city));
  const other = { ...fields, programme: chosen('other'), otherName: typed('別の研修') };
  await post(
    city.practice,
    submission(PERSON.secretary, { callbackId: 'training.edit', metadata, fields: other }),
  );
  return asked(city, 'training.edit', await ofTraining(city, fields));
};

export const RECORDS: readonly FormCase[] = [
  form('meeting.record', (city) => ({ metadata: {}, fields: meeting(city, '年間の予定') })),
  form('meeting.record.same-day', (city) =>
    asked(city, 'meeting.record', { metadata: {}, fields: meeting(city, '年間の予定') }),
  ),
  form('meeting.edit', (city) => ofMeeting(city, meeting(city, '年間の予定と体制'))),
  form('meeting.edit.same-day', async (city) =>
    asked(city, 'meeting.edit', await ofMeeting(city, meeting(city, '年間の予定'))),
  ),
  form('meeting.contents', (city) => ofMeeting(city, { time: typed('10時') })),
  form('action-item.register', async (city) => ({
    metadata: { meetingId: await newest(city, 'meeting') },
    fields: action(city, '先進市の例を調べる'),
  })),
  form('action-item.edit', (city) => ofAction(city, action(city, '先進市の例を調べて報告する'))),
  form('action-item.drop', (city) => ofAction(city, reason)),
  form('action-item.settle', async (city) => {
    await rowsOf(
      city.practice,
      'update action_item set outcome = null, settled_at = null, settled_by = null',
    );
    return ofAction(city, { word: typed('報告済み') });
  }),
  form('meeting.cancel', (city) => ofMeeting(city, reason)),
  form('training.record', (city) => ({ metadata: {}, fields: trainingForm(city) })),
  form('training.record.same-day', (city) =>
    asked(city, 'training.record', { metadata: {}, fields: trainingForm(city) }),
  ),
  form('training.edit', (city) => ofTraining(city, { ...trainingForm(city), place: typed('講堂') })),
  form('training.edit.same-day', trainingMovedBack),
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
  form('attendance.again', async (city) => ({
    metadata: { sessionId: await newest(city, 'training_session') },
    fields: { sending: chosen('now') },
  })),
  form('training.cancel', (city) => ofTraining(city, reason)),
  form('schedule.make', () => ({ metadata: {}, fields: schedule }), { pushes: true, keepsNothing: true }),
  form('schedule.plan', async (city) => {
    const id = await one(city, 'select id as it from meeting where cancelled_at is null limit 1');
    return { metadata: schedulePlan, fields: { [`plannedOn:${id}`]: picked('2027-10-05') } };
  }),
  form('did-not-meet.record', ({ headquarters }) => ({
    metadata: {},
    fields: { subject: chosen(`body:${headquarters}`), fiscalYear: typed('2024') },
  })),
  form('did-not-meet.cancel', ({ headquarters }) => ({
    metadata: { kind: 'body', id: headquarters, fiscalYear: 2024 },
    fields: reason,
  })),
];
