import { chosen, picked, typed } from '../steps.ts';
import { type City, EVERYBODY, PERSON } from './city.ts';
import {
  ALL,
  button,
  OF_DEPARTMENT,
  OF_RECORD,
  ONE,
  PROMOTERS,
  type Recorded,
  reason,
  SECRETARIAT,
  type Way,
} from './kinds.ts';

/** Ways in to training and attendance. */

const people = (...who: readonly (typeof EVERYBODY)[number][]) => ({
  type: 'multi_users_select',
  selected_users: who.map((each) => PERSON[each]),
});

/** A video of today to which everybody is invited. */
export const trainingForm = ({ programme }: City) => ({
  programme: chosen(programme),
  way: chosen('video'),
  heldOn: picked('2026-11-24'),
  precision: chosen('day'),
  audience: chosen('chosen'),
  invitees: people(...EVERYBODY),
});

const session = (_: City, { id }: Recorded) => id;
const page = (_: City, { id }: Recorded) => `${id}:1`;
const target = ({ id }: Recorded) => ({ sessionId: id, revision: 1 });

/** Who records, and who changes and confirms what the secretariat or the 推進員 of 福祉課 has recorded. */
const RECORDING: readonly Way[] = [
  button('training-list.open', 'take-part', ALL),
  button('training-list.previous', 'take-part', ALL, '2026:1'),
  button('training-list.next', 'take-part', ALL, '2026:1'),
  button('training-list.previous-year', 'take-part', ALL, '2026:1'),
  button('training-list.next-year', 'take-part', ALL, '2026:1'),
  button('training.open', 'record-training', PROMOTERS),
  {
    id: 'training.record',
    act: 'record-training',
    may: PROMOTERS,
    send: (city) => ({ metadata: {}, fields: trainingForm(city) }),
  },
  {
    id: 'training.record.same-day',
    act: 'record-training',
    may: PROMOTERS,
    send: () => ({ metadata: { asking: ONE }, fields: {} }),
  },
  ...(['secretary', 'promoter'] as const).flatMap((by): readonly Way[] => {
    const of = { what: 'training', by } as const;
    const may = by === 'promoter' ? OF_RECORD : SECRETARIAT;
    const change = { act: 'change-record', may, of } as const;
    return [
      ...['edit', 'contents', 'cancel', 'restore', 'held', 'take-back-held'].map((name) =>
        button(`training.${name}`, 'change-record', may, session, of),
      ),
      button('training.confirm', 'confirm-record', SECRETARIAT, session, of),
      {
        ...change,
        id: 'training.edit',
        send: (city, recorded) => ({ metadata: target(recorded), fields: trainingForm(city) }),
      },
      {
        ...change,
        id: 'training.edit.same-day',
        send: (_, recorded) => ({ metadata: { ...target(recorded), asking: ONE }, fields: {} }),
      },
      {
        ...change,
        id: 'training.contents',
        send: (_, recorded) => ({ metadata: target(recorded), fields: { lecturer: typed('講師') } }),
      },
      {
        ...change,
        id: 'training.cancel',
        send: (_, recorded) => ({ metadata: target(recorded), fields: reason }),
      },
    ];
  }),
];

const BY_SECRETARIAT = { what: 'training', by: 'secretary' } as const;

/** 受講を記録 of one person. */
const entering = (whom: (typeof EVERYBODY)[number], may: Way['may']): Way => ({
  id: 'attendance.record',
  act: 'record-attendance',
  may,
  of: BY_SECRETARIAT,
  send: (_, { id }) => ({
    metadata: {},
    fields: {
      session: chosen(id),
      mode: chosen('chosen'),
      people: people(whom),
      state: chosen('present'),
    },
  }),
});

/** Others' attendance by section and department; one's own for everybody; the list, in which each sees their part. */
const ATTENDING: readonly Way[] = [
  button('attendance.open', 'record-attendance', PROMOTERS, session, BY_SECRETARIAT),
  entering('promoter', OF_RECORD),
  entering('chief', OF_DEPARTMENT),
  entering('outsider', ['secretary', 'otherChief', 'outsider']),
  entering('staff', SECRETARIAT),
  {
    id: 'attendance.confirm',
    act: 'record-attendance',
    may: PROMOTERS,
    send: () => ({ metadata: { asking: ONE }, fields: {} }),
  },
  button('attendance.list', 'see-attendance', ALL, session, BY_SECRETARIAT),
  button('attendance-list.previous', 'see-attendance', ALL, page, BY_SECRETARIAT),
  button('attendance-list.next', 'see-attendance', ALL, page, BY_SECRETARIAT),
  button('attendance.csv', 'see-attendance', ALL, session, BY_SECRETARIAT),
  button('attendance-missing.open', 'see-attendance', ALL, session, BY_SECRETARIAT),
  button('attendance-missing.csv', 'see-attendance', ALL, session, BY_SECRETARIAT),
  button('attendance-missing.previous', 'see-attendance', ALL, page, BY_SECRETARIAT),
  button('attendance-missing.next', 'see-attendance', ALL, page, BY_SECRETARIAT),
  button('attendance.again', 'manage', SECRETARIAT, session, BY_SECRETARIAT),
  {
    id: 'attendance.again',
    act: 'manage',
    may: SECRETARIAT,
    of: BY_SECRETARIAT,
    send: (_, { id }) => ({ metadata: { sessionId: id }, fields: { sending: chosen('now') } }),
  },
  ...['watched', 'take-back-watched', 'take-back-check-in'].map((name) =>
    button(`attendance.${name}`, 'take-part', ALL, session, BY_SECRETARIAT),
  ),
];

export const TRAINING: readonly Way[] = [...RECORDING, ...ATTENDING];
